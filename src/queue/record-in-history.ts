import type { QueuePorts } from './ports.js';

/** Posts that are told at once: after a long lock there may be some. */
const MAX_AT_ONCE = 100;

/**
 * Tells the history of what was posted. It comes after the answer was written down and is no part of sending: an item
 * is its own note that this is still to be done.
 */
export function recordInHistory({ store, history, trace }: Pick<QueuePorts, 'store' | 'history' | 'trace'>): void {
  for (const { id, postId, postedAt, text, media } of store.unrecorded(MAX_AT_ONCE)) {
    if (!history.hasPost(postId)) history.addPosted({ id: postId, text, at: postedAt, media: media.length });
    store.markRecorded(id);
    trace?.('settled', id);
  }
}
