import { findEntities } from '#tweet/entities.js';
import { linkIdentity } from '#tweet/link.js';
import type { OwnPost, QueueX } from './x-port.js';
import type { Item } from './item.js';
import type { QueueEvent, QueuePorts } from './ports.js';
import { event, stopQueue } from './send.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * When the timeline is read again for a post of unknown outcome, ms after the check before: it may lag behind. After
 * the last one a person has to look. @source own choice
 */
export const CHECKS: readonly number[] = [MINUTE, 4 * MINUTE, 10 * MINUTE, 45 * MINUTE];

/** How far two clocks may be apart when nothing of X's clock was seen yet: more than any zone mistake. @source own choice */
const ANY_SKEW = 26 * HOUR;
/** What is allowed besides a skew that was seen, for one that changed since. @source own choice */
const SEEN_SKEW = 2 * HOUR;

/**
 * The first instant by our clock, ms UTC, at which a post that we attempted may have been made; calls to X allow for the
 * skew that was seen by themselves.
 */
export const searchedFrom = (attemptedAt: number, isSkewSeen: boolean): number =>
  attemptedAt - (isSkewSeen ? SEEN_SKEW : ANY_SKEW);

const MEDIA_AT_END = /\s*https?:\/\/t\.co\/\w+$/;

/**
 * A text as two copies of it agree in: NFC, blanks collapsed, links by their identity. X wraps links, may write out a
 * missing scheme, and drops blanks at both ends.
 */
export function comparable(text: string): string {
  let plain = '';
  let end = 0;
  for (const { type, span, value } of findEntities(text)) {
    if (type !== 'link') continue;
    plain += `${text.slice(end, span.start)}<${linkIdentity(value) ?? value}>`;
    end = span.end;
  }
  return (plain + text.slice(end)).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Whether a post on X is what was sent: the same text, but for the address of its media and for a cut end. */
export function isSamePost(sent: string, onX: string): boolean {
  const wanted = comparable(sent);
  const texts = [onX, onX.replace(MEDIA_AT_END, '')].map(comparable);
  // X cuts long texts in some answers, with an ellipsis for the rest.
  return texts.some(
    (text) =>
      text === wanted || (text.length > 100 && text.endsWith('…') && wanted.startsWith(text.slice(0, -1).trim())),
  );
}

/**
 * The post that an attempt made, among the account's posts; the one nearest to the attempt where several have its text.
 * @param isTaken whether another item is known to have made a post.
 */
export function findPost(
  { text, startedAt }: { readonly text: string; readonly startedAt: number },
  posts: readonly OwnPost[],
  isTaken: (id: string) => boolean,
): OwnPost | undefined {
  const distance = ({ at = startedAt }: OwnPost): number => Math.abs(at - startedAt);
  return posts
    .filter((post) => !isTaken(post.id) && isSamePost(text, post.text))
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** How long a check that could not be made waits, ms. @source own choice */
const CHECK_AGAIN = HOUR / 4;

/**
 * Finds out what became of an item of unknown outcome, by the account's own timeline: found, it is posted; not found, it
 * is looked for again, and after the last check a person has to look. It is never sent again from here.
 */
export async function checkItem(item: Item, x: QueueX, ports: QueuePorts): Promise<void> {
  const { store, now, log } = ports;
  const attempt = store.lastAttempt(item.id);
  if (attempt === undefined) throw new Error(`item ${item.id} is unknown without an attempt`);
  // With several attempts, or X's word that the text exists, it may be the first that arrived.
  const since = item.attempts > 1 || item.reason?.code === 'says-duplicate' ? item.createdAt : attempt.startedAt;
  const found = await x.ownPostsSince(
    searchedFrom(Math.min(since, attempt.startedAt), store.fact('clock-skew') !== undefined),
  );
  const at = now();
  const recordUnknown = (patch: { notBefore: number | null; checks: number; code?: 'not-found' }): void => {
    const reason = patch.code === undefined ? item.reason : { code: patch.code, detail: item.reason?.code ?? '' };
    const entry: QueueEvent = { ...event(at, 'checked', item, reason), data: { checks: patch.checks } };
    const { notBefore, checks } = patch;
    const isKept = store.change(
      item.id,
      ['unknown'],
      { state: 'unknown', notBefore, checks, ...(reason && { reason }) },
      entry,
    );
    if (isKept) log(entry);
  };
  if (found.kind === 'stopped') stopQueue(ports, found);
  if (found.kind !== 'done') {
    // A timeline that may not be read is one more check without a post; all else says nothing of it.
    const isRefused = found.kind === 'refused';
    const pause = isRefused ? CHECKS[item.checks] : CHECK_AGAIN;
    const until = Math.max(found.kind === 'later' ? found.retryAt : 0, at + (pause ?? 0));
    return recordUnknown({
      notBefore: pause === undefined ? null : until,
      checks: item.checks + (isRefused ? 1 : 0),
      ...(pause === undefined && { code: 'not-found' as const }),
    });
  }
  const made = new Set(store.list({ states: ['posted'] }, 100_000).map(({ postId }) => postId));
  const post = findPost(attempt, found.value, (id) => made.has(id));
  if (post === undefined) {
    const checks = item.checks + 1;
    const pause = CHECKS[item.checks];
    // X's word that the text exists stays the reason: it tells more than our not finding it.
    const isLast = pause === undefined && item.reason?.code !== 'says-duplicate';
    return recordUnknown({
      notBefore: pause === undefined ? null : at + pause,
      checks,
      ...(isLast && { code: 'not-found' }),
    });
  }
  const entry: QueueEvent = { ...event(at, 'posted', item), data: { post: post.id, checks: item.checks + 1 } };
  const patch = { state: 'posted', postId: post.id, reason: null, notBefore: null } as const;
  if (store.finish(attempt.id, patch, { event: entry, isFree: false, postedAt: post.at ?? attempt.startedAt }))
    log(entry);
}
