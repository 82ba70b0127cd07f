import type { Item } from './item.js';

const MINUTE = 60_000;

/** A post that went out a few minutes late must not push all that follow: a tenth of the distance, 10 min at most. @source own choice */
const spacingSlack = (distance: number): number => Math.min(10 * MINUTE, distance / 10);

/** What lies further ahead than this cannot have been posted: a clock was wrong, and nothing waits for it. @source own choice */
export const FUTURE = 2 * 60 * MINUTE;

/** When the account last posted, and when the link was last posted, ms UTC; attempts of unknown outcome count. */
export interface LastPosts {
  readonly ofAccount: number | undefined;
  readonly ofLink: number | undefined;
}

/**
 * From when on an item may go out, ms UTC: `apart` after the account's last post and its own gap after the link's, less
 * a little slack.
 */
export function spacedFrom(item: Pick<Item, 'gap'>, last: LastPosts, minInterval: number, now: number): number {
  // Without a distance there is nothing to wait for, whatever X's clock says of the last post.
  const after = (at: number | undefined, distance: number): number =>
    at === undefined || distance === 0 || at > now + FUTURE ? -Infinity : at + distance - spacingSlack(distance);
  return Math.max(after(last.ofAccount, minInterval), after(last.ofLink, item.gap));
}
