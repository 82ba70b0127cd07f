/** An amount in thousandths of a US dollar, which X's prices are multiples of, as dollars: `$0.200`. */
export const dollars = (thousandths: number): string => `$${(thousandths / 1000).toFixed(3)}`;
