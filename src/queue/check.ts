import type { Item } from './item.js';
import type { QueueEvent, QueuePorts } from './ports.js';
import type { QueueX } from './x-port.js';
import { CHECKS, findPost, searchedFrom } from './reconcile.js';
import { event, stopQueue } from './send.js';

const HOUR = 3_600_000;

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
