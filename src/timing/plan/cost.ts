/** What a post with a link costs in one mode. */
export interface ModePrice {
  /** `api`: posted by the program; `remind`: posted by hand from an intent link. */
  readonly mode: 'api' | 'remind';
  /** Thousandths of a US dollar: X's prices are multiples of it. */
  readonly perPost: number;
}

/** The cost of a plan in one mode, in thousandths of a US dollar. */
export interface CostLine extends ModePrice {
  readonly posts: number;
  readonly total: number;
  /** `api: 3 posts with a link at $0.200 = $0.60`. */
  readonly text: string;
}

const dollars = (thousandths: number, digits: number): string => `$${(thousandths / 1000).toFixed(digits)}`;

/** One line of cost for each mode. Throws a RangeError for a price that is no whole number of at least 0. */
export function costLines(prices: readonly ModePrice[], posts: number): readonly CostLine[] {
  return prices.map(({ mode, perPost }) => {
    if (!Number.isInteger(perPost) || perPost < 0) {
      throw new RangeError(`Price ${perPost} of mode ${mode}: give whole thousandths of a dollar, at least 0.`);
    }
    const total = posts * perPost;
    const price = perPost === 0 ? 'no cost' : `at ${dollars(perPost, 3)} = ${dollars(total, total % 10 === 0 ? 2 : 3)}`;
    return {
      mode,
      perPost,
      posts,
      total,
      text: `${mode}: ${posts} post${posts === 1 ? '' : 's'} with a link, ${price}`,
    };
  });
}
