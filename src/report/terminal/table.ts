import { createPalette, type TerminalStyle } from './style.js';
import { fitStart, padEnd, padStart, visible, displayWidth } from './width.js';

/** A column of a table. Without `align` it is on the left. */
export interface Column {
  readonly title: string;
  readonly cells: readonly string[];
  readonly align?: 'right';
  /** Gets the room that the others leave and is cut to it, but not below this: then columns are dropped. One at most. */
  readonly flexible?: number;
  /** When the table is too wide, columns go by this, the highest first; those without it stay. */
  readonly drop?: number;
}

const GAP = 2;

const oneLine = (cell: string): string => visible(cell.replace(/\s+/g, ' ').trim());

/** Rows under their titles, no wider than the terminal. Only blanks separate cells. */
export function table(columns: readonly Column[], { color, columns: room }: TerminalStyle): string {
  const palette = createPalette(color);
  const natural = columns.map((column) => {
    const cells = column.cells.map(oneLine);
    return {
      ...column,
      cells,
      width: cells.reduce((most, cell) => Math.max(most, displayWidth(cell)), displayWidth(column.title)),
    };
  });
  const least = (column: (typeof natural)[number]): number =>
    column.flexible === undefined ? column.width : Math.min(column.width, column.flexible);
  const total = (shown: typeof natural): number =>
    shown.reduce((sum, column) => sum + least(column), 0) + GAP * (shown.length - 1);
  let shown = natural;
  while (total(shown) > room) {
    const [next] = shown.filter(({ drop }) => drop !== undefined).sort((a, b) => (b.drop ?? 0) - (a.drop ?? 0));
    if (next === undefined) break;
    shown = shown.filter((column) => column !== next);
  }
  const spare = room - total(shown);
  const sized = shown.map((column) => ({
    ...column,
    width: column.flexible === undefined ? column.width : Math.min(column.width, least(column) + Math.max(0, spare)),
  }));
  const row = (formatCell: (column: (typeof sized)[number]) => string): string =>
    sized
      .map((column) => {
        const cell = fitStart(formatCell(column), column.width);
        return column.align === 'right' ? padStart(cell, column.width) : padEnd(cell, column.width);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const rows = Math.max(0, ...sized.map(({ cells }) => cells.length));
  const lines = Array.from({ length: rows }, (_, index) => row(({ cells }) => cells[index] ?? ''));
  return `${[palette.bold(row(({ title }) => title)), ...lines].join('\n')}\n`;
}
