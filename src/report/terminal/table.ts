import { padEnd, padStart, widthOf } from './width.js';

/** A column: its head, and on which side its cells stand. */
export interface Column {
  readonly head: string;
  readonly align?: 'left' | 'right';
}

/** Lines of a table, the heads first: two blanks between columns, none at the end of a line. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ head }, index) =>
    Math.max(widthOf(head), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        columns[index]?.align === 'right' ? padStart(cell, widths[index] ?? 0) : padEnd(cell, widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ head }) => head)), ...rows.map(line)];
}
