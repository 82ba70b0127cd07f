// When each of several people might post: spread over the life of a link, at hours that are in use.
import { SPACING } from '#timing/plan/spacing.js';

/** An instant that may be suggested, ms UTC. */
interface Instant {
  readonly at: number;
}

/**
 * One instant for each of `count` people. The period is cut into as many parts of one length, and each part gets the best
 * of its slots that keeps its distance from the account's own posts and from the moment before; a part without one
 * gets the instant in its middle. X lets a post live two days: posts in a row keep the link in sight for longer.
 * @param slots in the order of time. @param worth of a slot; of equal ones the earlier counts.
 * @param posts instants of the account's own posts, ms UTC.
 */
export function spreadMoments<Slot extends Instant>(
  count: number,
  { from, until }: { readonly from: number; readonly until: number },
  {
    slots,
    worth,
    posts,
    toSlot,
  }: {
    readonly slots: readonly Slot[];
    readonly worth: (slot: Slot) => number;
    readonly posts: readonly number[];
    /** A slot at an instant that is none of `slots`. */
    readonly toSlot: (at: number) => Slot;
  },
): readonly Slot[] {
  const length = Math.max(0, until - from) / Math.max(1, count);
  const apart = Math.min(SPACING.minInterval, length);
  const moments: Slot[] = [];
  for (let part = 0; part < count; part += 1) {
    const [start, end] = [from + part * length, from + (part + 1) * length];
    const last = moments.at(-1)?.at ?? -Infinity;
    const open = slots.filter(
      ({ at }) =>
        at >= start &&
        at < end &&
        at >= last + apart &&
        posts.every((post) => Math.abs(post - at) >= SPACING.minInterval),
    );
    const best = open.reduce<Slot | undefined>(
      (first, slot) => (first === undefined || worth(slot) > worth(first) ? slot : first),
      undefined,
    );
    moments.push(best ?? toSlot(Math.round((start + end) / 2)));
  }
  return moments;
}
