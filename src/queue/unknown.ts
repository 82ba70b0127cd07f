import { budgetAt, renewedAfter, toLookPrice } from './budget.js';
import type { Attempt, Item } from './item.js';
import { lookFrom, postsTaken } from './look.js';
import type { QueuePorts } from './ports.js';
import type { QueueEvent } from './event.js';
import type { Reason } from './reason.js';
import { findPost, searchedFrom } from './reconcile.js';
import { event } from './change.js';
import { stopQueue } from './send.js';
import type { OwnPost, QueueX } from './x-port.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * When the timeline is read again for a post of unknown outcome, ms after the check before: it may lag behind. After
 * the last one a person has to look. @source own choice
 */
export const CHECKS: readonly number[] = [MINUTE, 4 * MINUTE, 10 * MINUTE, 45 * MINUTE];

/** How long a check that could not be made waits, ms. @source own choice */
const CHECK_AGAIN = HOUR / 4;

/** How far the instants of an attempt and of its post may be apart where X's clock is known, ms. @source own choice */
const KNOWN_SKEW = 5 * MINUTE;

/** An item of unknown outcome with what decides which posts may be its own. Instants are ms UTC. */
interface Searched {
  readonly item: Item;
  readonly attempt: Attempt;
  /** By our clock: from when on posts are read. */
  readonly from: number;
  /** By X's clock: from when on a post may be that of the attempt. */
  readonly notBefore: number;
}

const saysDuplicate = ({ reason }: Item): boolean => reason?.code === 'says-duplicate';

async function toSearched(item: Item, { store, x }: QueuePorts): Promise<Searched | undefined> {
  const attempt = await store.lastAttempt(item.id);
  if (attempt === undefined) return undefined;
  const sent = (await store.events({ item: item.id }, 100)).find(({ name }) => name === 'sending');
  const skew = sent?.data?.['skew'];
  const isKnown = typeof skew === 'number';
  // With several attempts, or X's word that the text exists, it may be an earlier post.
  if (item.attempts > 1 || saysDuplicate(item)) {
    const from = searchedFrom(Math.min(item.createdAt, attempt.startedAt), isKnown);
    return { item, attempt, from, notBefore: from };
  }
  if (!isKnown) {
    const from = searchedFrom(attempt.startedAt, false);
    return { item, attempt, from, notBefore: from };
  }
  // By X's clock, and back by ours of now: it may have been set right since, or the attempt be of another machine.
  const notBefore = attempt.startedAt - KNOWN_SKEW + skew;
  return { item, attempt, from: notBefore - (x?.skew?.() ?? 0), notBefore };
}

/** What a look at an item came to: when it is looked for again, or that a person has the word now. */
async function recordUnknown(
  item: Item,
  ports: QueuePorts,
  patch: { readonly notBefore: number | null; readonly checks: number; readonly reason?: Reason | undefined },
): Promise<void> {
  const { store, now, log } = ports;
  const { notBefore, checks, reason = item.reason } = patch;
  const entry: QueueEvent = { ...event(now(), 'checked', item, reason), data: { checks } };
  const next = { state: 'unknown', notBefore, checks, ...(reason && { reason }) } as const;
  if (await store.change(item.id, ['unknown'], next, entry)) log(entry);
}

/** One more look without the post; after the last one a person has to look. */
async function recordNotFound(item: Item, ports: QueuePorts): Promise<void> {
  const pause = CHECKS[item.checks];
  // X's word that the text exists stays the reason: it tells more than our not finding it.
  const isLast = pause === undefined && !saysDuplicate(item);
  await recordUnknown(item, ports, {
    notBefore: pause === undefined ? null : ports.now() + pause,
    checks: item.checks + 1,
    ...(isLast && { reason: { code: 'not-found', detail: item.reason?.code ?? '' } }),
  });
}

async function settle(
  { item, attempt, notBefore }: Searched,
  posts: readonly OwnPost[],
  taken: Set<string>,
  ports: QueuePorts,
): Promise<void> {
  const { store, now, log } = ports;
  const possible = posts.filter(({ at }) => at === undefined || at >= notBefore);
  const post = findPost(attempt, possible, (id) => taken.has(id));
  if (post === undefined) return await recordNotFound(item, ports);
  const at = now();
  const end = async (
    patch: Parameters<typeof store.finish>[1],
    entry: QueueEvent,
    postedAt?: number,
  ): Promise<void> => {
    const isKept = await store.finish(attempt.id, patch, {
      event: entry,
      isFree: patch.state === 'refused',
      ...(postedAt !== undefined && { postedAt }),
    });
    if (isKept) log(entry);
  };
  // X's word at the first attempt, and a post older than that: its author has made it by another way.
  if (saysDuplicate(item) && item.attempts === 1 && post.at !== undefined && post.at < attempt.startedAt - KNOWN_SKEW) {
    const reason = { code: 'duplicate', detail: post.id } as const;
    return await end({ state: 'refused', reason, notBefore: null }, event(at, 'refused', item, reason));
  }
  taken.add(post.id);
  const entry = { ...event(at, 'posted', item), data: { post: post.id, checks: item.checks + 1 } };
  await end({ state: 'posted', postId: post.id, reason: null, notBefore: null }, entry, post.at ?? attempt.startedAt);
}

/**
 * Finds out what became of items of unknown outcome, by the account's own timeline, which is read once for all of them:
 * found, an item is posted; not found, it is looked for again, and after the last look a person has to. Nothing is ever
 * sent again from here.
 */
export async function lookForItems(items: readonly Item[], x: QueueX, ports: QueuePorts): Promise<void> {
  const { store, now } = ports;
  const searched: Searched[] = [];
  for (const item of items) {
    const found = await toSearched(item, ports);
    if (found !== undefined) searched.push(found);
    // Unknown, though nothing was ever tried: a damaged row, which must keep no other back.
    else await recordUnknown(item, ports, { notBefore: null, checks: item.checks, reason: { code: 'not-found' } });
  }
  if (searched.length === 0) return;
  const budget = await budgetAt(store, now());
  if (budget.left < toLookPrice(x)) {
    const notBefore = renewedAfter(now(), budget, toLookPrice(x));
    for (const { item } of searched) {
      const reason: Reason = { code: item.reason?.code ?? 'not-found', detail: 'budget' };
      await recordUnknown(item, ports, { notBefore, checks: item.checks, reason });
    }
    return;
  }
  const look = await lookFrom(Math.min(...searched.map(({ from }) => from)), x, ports);
  if (look.kind === 'read') {
    const taken = await postsTaken(store, look.posts);
    for (const each of searched) await settle(each, look.posts, taken, ports);
    return;
  }
  const { outcome } = look;
  if (outcome.kind === 'stopped' && outcome.code !== 'budget') await stopQueue(ports, outcome);
  for (const { item } of searched) {
    // A timeline that may not be read is one more check without a post; all else says nothing of it.
    if (outcome.kind === 'refused') await recordNotFound(item, ports);
    else
      await recordUnknown(item, ports, { notBefore: Math.max(look.until, now() + CHECK_AGAIN), checks: item.checks });
  }
}
