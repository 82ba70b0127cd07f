import type { QueuePorts } from './ports.js';

/** Posts that are recorded at once: after a long lock there may be some. */
const MAX_AT_ONCE = 100;

/**
 * Records in the history what was posted. It comes after the answer was written down and does not belong to sending: an item
 * is its own note that this is still to be done.
 */
export async function recordInHistory({
  store,
  history,
  trace,
}: Pick<QueuePorts, 'store' | 'history' | 'trace'>): Promise<void> {
  for (const { id, postId, postedAt, text, media } of await store.unrecorded(MAX_AT_ONCE)) {
    if (!(await history.hasPost(postId)))
      await history.addPosted({ id: postId, text, at: postedAt, media: media.length });
    await store.markRecorded(id);
    trace?.('in-history', id);
  }
}
