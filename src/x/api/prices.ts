import { scanEntities } from '#tweet/entities.js';

/**
 * What X takes for a post by its API, in thousandths of a US dollar: with an address in it, and without (docs.x.com,
 * pricing and changelog, as of 2026-04-20). X's Developer Console shows the rates that hold, and they can change.
 */
export const POST_PRICES = { withLink: 200, without: 15 } as const;

/** What X takes for the other calls, in thousandths of a US dollar each (docs.x.com, pricing, as of 2026-08-28). */
export const PRICES = {
  /** A repost of a post, and taking it back. */
  repost: 15,
  undoRepost: 10,
  /** Taking a post off X. */
  deletePost: 10,
  /** A post read by its id or in a timeline, once a UTC day. */
  read: 5,
  /** One of the account's own timeline, where the account that signs in owns the app as well: see `toOwnReadPrice`. */
  ownRead: 1,
  /** A request for counts of the last 7 days, and one for all of X's past. */
  counts: 5,
  allCounts: 10,
  /** An account read, one's own too. */
  user: 10,
  /** The description of a picture. */
  mediaMetadata: 5,
} as const;

/** What X takes at the most for preparing media: their descriptions, and who is tagged in them; thousandths of a dollar. */
export const toPreparationPrice = (
  media: readonly { readonly alt?: string; readonly tag?: readonly string[] }[],
): number =>
  PRICES.mediaMetadata * media.filter(({ alt = '' }) => alt !== '').length +
  PRICES.user * new Set(media.flatMap(({ tag = [] }) => tag)).size;

/**
 * What X takes for a post of this text, in thousandths of a US dollar. X does not tell what counts as an address: here
 * all that it makes a link does, such as the `fini.La` of a missing space.
 */
export const toPostPrice = (text: string): number =>
  scanEntities(text).countedLinks.length > 0 ? POST_PRICES.withLink : POST_PRICES.without;

/**
 * What X takes for a post read in the account's own timeline, in thousandths of a US dollar. The lower price is for an
 * account that owns the app whose keys it signs in with: X does not say who does, the user has to.
 */
export const toOwnReadPrice = (ownsApp: boolean): number => (ownsApp ? PRICES.ownRead : PRICES.read);
