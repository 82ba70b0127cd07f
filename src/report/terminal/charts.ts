// Charts of characters: curves in braille, heat maps, bars.
import { type Edges, pickShade } from '../timing-text.js';
import { padEnd, padStart } from './width.js';

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

/** One cell of a week: a figure, and how many posts it rests on. */
export interface HeatCell {
  readonly value: number;
  readonly posts: number;
}

/** Five shades that differ without color. */
export const SHADES = [' ', '░', '▒', '▓', '█'] as const;

/** What a heat map is drawn with. */
export interface HeatMapStyle {
  readonly rowNames: readonly string[];
  readonly edges: Edges;
  /** Columns an hour: 2, or 1 where the window is narrow. */
  readonly columns: 1 | 2;
  /** Cells of fewer posts are marked. */
  readonly fewPosts: number;
  readonly postsName: string;
  readonly colorize: (shade: number, text: string) => string;
}

/** The mark of a cell with few posts, in its second column, or instead of its shade where there is one column only. */
export const FEW = '·';

/** Lines of a week's heat map: hours across, days down, posts counted at the side and below. */
export function heatMap(cells: readonly HeatCell[], style: HeatMapStyle): string[] {
  const { rowNames, edges, columns, fewPosts, postsName, colorize } = style;
  const lead = Math.max(4, postsName.length + 1, ...rowNames.map((name) => name.length + 1));
  const draw = ({ value, posts }: HeatCell): string => {
    const shade = pickShade(value, edges);
    const sign = SHADES[shade] ?? ' ';
    const few = posts < fewPosts;
    if (columns === 1) return colorize(shade, sign);
    return colorize(shade, few ? `${sign}${FEW}` : sign + sign);
  };
  const rows = rowNames.map((name, day) => {
    const hours = cells.slice(24 * day, 24 * day + 24);
    const posts = hours.reduce((total, cell) => total + cell.posts, 0);
    return `${padEnd(name, lead)}${hours.map(draw).join('')}  ${padStart(String(posts), 6)}`;
  });
  // Two hours together: a count below takes up to four columns.
  const step = columns === 2 ? 2 : 4;
  const each = step * columns;
  const starts = Array.from({ length: 24 / step }, (_, index) => index * step);
  const axis = starts.map((hour) => padEnd(String(hour), each)).join('');
  const below = starts.map((hour) => {
    const posts = cells.reduce(
      (total, cell, index) => (index % 24 >= hour && index % 24 < hour + step ? total + cell.posts : total),
      0,
    );
    return padEnd(posts > 999 ? `${Math.round(posts / 1000)}k` : String(posts), each);
  });
  return [
    `${' '.repeat(lead)}${axis}  ${padStart(postsName, 6)}`,
    ...rows,
    `${padEnd(postsName, lead)}${below.join('').trimEnd()}`,
  ];
}

const BARS = '▁▂▃▄▅▆▇█';

/** A row of bars, the least value the lowest. */
export function sparkline(values: readonly number[]): string {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const height = (value: number): number => (most === least ? 0 : Math.round((7 * (value - least)) / (most - least)));
  return values.map((value) => BARS[height(value)] ?? '').join('');
}
