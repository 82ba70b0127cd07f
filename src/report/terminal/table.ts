import { createPalette, type TerminalStyle } from './style.js';
import { fitStart, padEnd, padStart, visible, displayWidth } from './width.js';

/** How a column is laid out. Without `align` it is on the left. */
interface Layout {
  readonly title: string;
  readonly align?: 'right';
  /** Gets the room that the others leave and is cut to it, but not below this: then columns are dropped. One at most. */
  readonly flexible?: number;
  /** When the table is too wide, columns go by this, the highest first; those without it stay. */
  readonly drop?: number;
}

/** A column of a table whose cells are at hand. */
export interface Column extends Layout {
  readonly cells: readonly string[];
}

/** A column of a table whose rows come one by one. */
export interface RowColumn<Row> extends Layout {
  readonly cell: (row: Row) => string;
  /** Left out when all of its cells are empty. */
  readonly optional?: true;
}

const GAP = 2;

const oneLine = (cell: string): string => visible(cell.replace(/\s+/g, ' ').trim());

/** Columns that have room, with their widths. */
function fitColumns<Row>(columns: readonly RowColumn<Row>[], widths: readonly number[], room: number) {
  const natural = columns.map((column, index) => ({ ...column, width: widths[index] ?? 0 }));
  const least = ({ flexible, width }: (typeof natural)[number]): number =>
    flexible === undefined ? width : Math.min(width, flexible);
  const total = (shown: typeof natural): number =>
    shown.reduce((sum, column) => sum + least(column), 0) + GAP * (shown.length - 1);
  let shown = natural.filter(({ optional, width }) => optional === undefined || width > 0);
  while (total(shown) > room) {
    const [next] = shown.filter(({ drop }) => drop !== undefined).sort((a, b) => (b.drop ?? 0) - (a.drop ?? 0));
    if (next === undefined) break;
    shown = shown.filter((column) => column !== next);
  }
  const spare = Math.max(0, room - total(shown));
  return shown.map((column) => ({
    ...column,
    width: column.flexible === undefined ? column.width : Math.min(column.width, least(column) + spare),
  }));
}

/**
 * The lines of a table, its titles first, no wider than the terminal. Only blanks separate cells.
 * @param rows are walked twice, for the widths and for the lines: none of them is kept.
 */
export function* tableLines<Row>(
  columns: readonly RowColumn<Row>[],
  rows: Iterable<Row>,
  { color, columns: room }: TerminalStyle,
): Generator<string> {
  const widest = columns.map(() => 0);
  for (const row of rows) {
    columns.forEach(({ cell }, index) => {
      widest[index] = Math.max(widest[index] ?? 0, displayWidth(oneLine(cell(row))));
    });
  }
  const widths = columns.map(({ title, optional }, index) => {
    const width = widest[index] ?? 0;
    return optional !== undefined && width === 0 ? 0 : Math.max(width, displayWidth(title));
  });
  const shown = fitColumns(columns, widths, room);
  const toLine = (formatCell: (column: (typeof shown)[number]) => string): string =>
    shown
      .map((column) => {
        const cell = fitStart(formatCell(column), column.width);
        return column.align === 'right' ? padStart(cell, column.width) : padEnd(cell, column.width);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  yield `${createPalette(color).bold(toLine(({ title }) => title))}\n`;
  for (const row of rows) yield `${toLine(({ cell }) => oneLine(cell(row)))}\n`;
}

/** A table whose cells are at hand, as one text. */
export function table(columns: readonly Column[], style: TerminalStyle): string {
  const rows = columns.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const numbers = Array.from({ length: rows }, (_, index) => index);
  const byRow = columns.map(({ cells, ...layout }): RowColumn<number> => ({
    ...layout,
    cell: (index) => cells[index] ?? '',
  }));
  return [...tableLines(byRow, numbers, style)].join('');
}
