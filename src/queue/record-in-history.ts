import type { QueuePorts } from './ports.js';

/** Posts that are told at once: after a long lock there may be some. */
const MOST_AT_ONCE = 100;

/**
 * Tells the history of what was posted. It comes after the answer was written down and is no part of sending: an item
 * is its own note that this is still to be done.
 */
export function settle({ store, history, trace }: Pick<QueuePorts, 'store' | 'history' | 'trace'>): void {
  for (const { id, postId, postedAt, text, media } of store.unsettled(MOST_AT_ONCE)) {
    if (!history.knows(postId)) history.addPosted({ id: postId, text, at: postedAt, media: media.length });
    store.settled(id);
    trace?.('settled', id);
  }
}
