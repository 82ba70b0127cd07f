// A text in the rows that it takes on the screen.
import { cells, visible } from '#report/terminal/width.js';

/** A row of a text: what stands from `start` to `end`, without a line end. */
export interface Row {
  readonly start: number;
  readonly end: number;
  /** Whether the next row goes on with the same line. */
  readonly isBroken: boolean;
}

/**
 * The rows of a text in so many columns. A row is broken behind a blank where it has one, and the blank may stand beyond
 * its edge; every place of the text is in one row.
 */
export function rowsOf(text: string, columns: number): readonly Row[] {
  const rows: Row[] = [];
  let at = 0;
  for (const line of visible(text).split('\n')) {
    rows.push(...rowsOfLine(line, at, Math.max(1, columns)));
    at += line.length + 1;
  }
  return rows;
}

function rowsOfLine(line: string, offset: number, columns: number): Row[] {
  const rows: Row[] = [];
  let start = offset;
  let at = offset;
  let width = 0;
  // The last place at which the row may be broken, and the columns up to there.
  let blank: { readonly at: number; readonly width: number } | undefined;
  for (const cell of cells(line)) {
    const isBlank = cell.text === ' ';
    // What stands behind the blank may be as wide as the row already: then it is broken once more.
    // A blank may stand beyond the edge.
    const room = isBlank ? Number.POSITIVE_INFINITY : columns - cell.width;
    while (width > room && at > start) {
      const end = blank?.at ?? at;
      rows.push({ start, end, isBroken: true });
      width -= blank?.width ?? width;
      start = end;
      blank = undefined;
    }
    at += cell.text.length;
    width += cell.width;
    if (isBlank) blank = { at, width };
  }
  return [...rows, { start, end: at, isBroken: false }];
}

/** The row in which the cursor shows at a place of the text: behind a break it is the next one. */
export function rowAt(rows: readonly Row[], place: number): Row {
  const row = rows.findLast(({ start }) => start <= place);
  if (row === undefined) throw new Error(`no row holds ${place}`);
  return row;
}
