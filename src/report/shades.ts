/** Where one shade ends and the next begins: four values around zero, rising. */
export type Edges = readonly [number, number, number, number];

/**
 * Edges for values around zero: a fifth and three fifths of the greatest distance from it, in whole steps, so that the
 * middle shade is about nothing.
 */
export function computeEdges(values: readonly number[]): Edges {
  const reach = Math.max(5, ...values.map(Math.abs));
  const near = Math.max(1, Math.round(reach / 5));
  const far = Math.max(near + 1, Math.round((3 * reach) / 5));
  return [-far, -near, near, far];
}

/** The shade of a value, 0 (far below) to 4 (far above). */
export const pickShade = (value: number, edges: Edges): number => edges.filter((edge) => value >= edge).length;
