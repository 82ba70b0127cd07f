/** One column of dots: the curve's height there and the band around it. */
export interface CurveColumn {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Bit of each dot of a braille cell, by row and column (Unicode, Braille Patterns). */
const DOTS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;
const BLANK = 0x2800;

/**
 * Lines of a curve in braille: two dots across and four down a cell. The curve is drawn through, its band is every
 * other dot of every other column: the two differ without color.
 * @param columns one per dot across; twice as many as cells.
 * @param top the value of the upper edge; the lower edge is 0.
 */
export function brailleCurve(columns: readonly CurveColumn[], rows: number, top: number): string[] {
  const dotsDown = 4 * rows;
  const width = Math.ceil(columns.length / 2);
  const bits = Array.from({ length: rows }, () => new Uint8Array(width));
  const toHeight = (value: number): number =>
    Math.min(dotsDown - 1, Math.max(0, Math.round(((dotsDown - 1) * value) / Math.max(top, Number.MIN_VALUE))));
  const set = (across: number, height: number): void => {
    const down = dotsDown - 1 - height;
    const row = bits[Math.floor(down / 4)];
    const cell = Math.floor(across / 2);
    if (row !== undefined) row[cell] = (row[cell] ?? 0) | (DOTS[down % 4]?.[across % 2] ?? 0);
  };
  let before: number | undefined;
  for (const [across, { mean, low, high }] of columns.entries()) {
    const height = toHeight(mean);
    if (across % 2 === 0) {
      for (let y = toHeight(low); y <= toHeight(high); y += 1) if (y % 2 === 0 && high > low) set(across, y);
    }
    // Steps are drawn upright, so that the curve never breaks.
    const from = before === undefined ? height : before + Math.sign(height - before);
    for (let y = Math.min(from, height); y <= Math.max(from, height); y += 1) set(across, y);
    before = height;
  }
  return bits.map((row) => String.fromCharCode(...Array.from(row, (cell) => BLANK + cell)));
}
