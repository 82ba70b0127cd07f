import { findEntities } from '../tweet/entities.js';

/**
 * What X takes for a post by its API, in thousandths of a US dollar: with an address in it, and without (docs.x.com,
 * pricing and changelog, as of 2026-04-20). X's Developer Console shows the rates that hold, and they can change.
 */
export const POST_PRICES = { withLink: 200, without: 15 } as const;

/** What X takes for other calls, in thousandths of a US dollar, from the same page. An own post is read for a fifth. */
export const PRICES = {
  repost: 15,
  undoRepost: 10,
  ownRead: 1,
  read: 5,
  count: 5,
  user: 10,
  mediaMetadata: 5,
} as const;

/**
 * What a text costs as a post, in thousandths of a US dollar. X does not say what counts as an address for its bill:
 * whatever it makes clickable is priced as one, a forgotten space after a full stop (`fini.La`) too.
 */
export const priceOf = (text: string): number =>
  findEntities(text).some(({ type }) => type === 'link') ? POST_PRICES.withLink : POST_PRICES.without;
