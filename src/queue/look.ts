import { budgetAt, renewedAfter, toLookPrice } from './budget.js';
import type { Item } from './item.js';
import type { QueuePorts } from './ports.js';
import type { QueueEvent } from './event.js';
import { findPost, searchedFrom } from './reconcile.js';
import type { OwnPost, QueueX, ReadOutcome } from './x-port.js';

const HOUR = 3_600_000;

/**
 * A send that comes so long after its slot, ms, with nothing that held it up, comes after a gap: nobody knows what was
 * done meanwhile, by hand or from another machine. @source own choice
 */
const GAP = HOUR;

/** The ids of those among some posts that items are known to have made. */
export const postsTaken = async (store: QueuePorts['store'], posts: readonly OwnPost[]): Promise<Set<string>> =>
  new Set(await store.takenPosts(posts.map(({ id }) => id)));

/** Whether a send would not certainly be the first of its item: then the own timeline is read before it. */
export const needsLook = async (item: Item, store: QueuePorts['store'], now: number): Promise<boolean> =>
  (await store.hasOpenAttempt(item.id)) || (item.reason === undefined && now - item.dueAt > GAP);

/** A timeline that was read, or when it can be tried again and why. */
export type Look =
  | { readonly kind: 'read'; readonly posts: readonly OwnPost[] }
  | {
      readonly kind: 'not read';
      readonly until: number;
      readonly outcome: Exclude<ReadOutcome<never>, { kind: 'done' }>;
    };

const AGAIN = 15 * 60_000;

/** Reads the own timeline from an instant (ms UTC by X's clock) on, where the budget allows it whole. */
export async function lookFrom(from: number, x: QueueX, { store, now }: QueuePorts): Promise<Look> {
  const budget = await budgetAt(store, now());
  const noMoney = (): Look => ({
    kind: 'not read',
    until: renewedAfter(now(), budget, toLookPrice(x)),
    outcome: { kind: 'stopped', code: 'budget', detail: '' },
  });
  if (budget.left < toLookPrice(x)) return noMoney();
  const read = await x.ownPostsSince(from);
  if (read.kind === 'done') {
    // A timeline that was cut for want of money says nothing of what lies behind the cut.
    return read.value.length < Math.floor(budget.left / x.ownReadPrice)
      ? { kind: 'read', posts: read.value }
      : noMoney();
  }
  const until = Math.max(read.kind === 'later' ? read.retryAt : 0, now() + AGAIN);
  return { kind: 'not read', until, outcome: read };
}

/**
 * Takes items whose text is among the account's posts, made since they were planned, for posted; answers how many.
 * @param items those that the queue would send.
 */
export async function settlePosted(
  items: readonly Item[],
  posts: readonly OwnPost[],
  ports: QueuePorts,
): Promise<number> {
  const { store, now, log } = ports;
  const taken = await postsTaken(store, posts);
  let settled = 0;
  for (const item of items) {
    const from = searchedFrom(item.createdAt, true);
    const recent = posts.filter(({ at }) => at === undefined || at >= from);
    const post = findPost({ text: item.text, startedAt: item.dueAt }, recent, (id) => taken.has(id));
    if (post === undefined) continue;
    taken.add(post.id);
    const at = now();
    const postedAt = post.at ?? at;
    const entry: QueueEvent = { at, name: 'posted', item: item.id, data: { post: post.id, postedAt } };
    const patch = { state: 'posted', postId: post.id, reason: null, notBefore: null } as const;
    if (!(await store.change(item.id, [item.state], patch, entry))) continue;
    settled += 1;
    log(entry);
  }
  return settled;
}

/**
 * Looks whether an item is on X already, before it is sent: it is then posted, or put off where the timeline cannot be
 * read. Answers whether it may be sent.
 */
export async function isSendable(item: Item, x: QueueX, ports: QueuePorts): Promise<boolean> {
  const { store, now, log } = ports;
  const since = (await store.hasOpenAttempt(item.id)) ? item.createdAt : Math.max(item.createdAt, item.dueAt - GAP);
  const look = await lookFrom(searchedFrom(since, true), x, ports);
  if (look.kind === 'read') return (await settlePosted([item], look.posts, ports)) === 0;
  const { code, detail } = look.outcome;
  const reason = { code, detail };
  const entry: QueueEvent = { at: now(), name: 'postponed', item: item.id, reason, data: { until: look.until } };
  if (await store.change(item.id, [item.state], { state: 'planned', notBefore: look.until, reason }, entry)) log(entry);
  return false;
}
