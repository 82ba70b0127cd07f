/**
 * What X takes for a post by its API, in thousandths of a US dollar: with an address in it, and without (docs.x.com,
 * pricing and changelog, as of 2026-04-20). X's Developer Console shows the rates that hold, and they can change.
 */
export const POST_PRICES = { withLink: 200, without: 15 } as const;
