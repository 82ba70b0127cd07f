// The one writer of CSV, and what a reader of its tables undoes.

/** A cell of a table: what is not known is empty. */
export type CsvCell = string | number | boolean | undefined;

/** How a table is written. */
export interface CsvStyle {
  /** French spreadsheets part cells by semicolons, since the comma is their decimal sign: numbers are then written with it. */
  readonly separator: ',' | ';' | '\t';
  /** Whether it begins with a byte-order mark, without which Excel takes UTF-8 for another encoding. */
  readonly mark: boolean;
  /** Whether texts stay to the letter, for a program that posts them. A spreadsheet may then run one of them as a formula. */
  readonly exact?: true;
}

/** For programs: RFC 4180 with line feeds, in UTF-8 without a mark. */
export const PLAIN_CSV: CsvStyle = { separator: ',', mark: false };

/**
 * A spreadsheet reads a cell that begins so as a formula, which may do what its writer wants (owasp.org, CSV Injection).
 * Apostrophes before it are counted in: each text is written in one way only, so that it can be read back.
 */
const FORMULA = /^'*[=+\-@\t\r]/;

/** The text of a cell that was written here: without the apostrophe that keeps a spreadsheet from running it. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

function formatCell(cell: CsvCell, { separator, exact }: CsvStyle): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return separator === ';' ? String(cell).replace('.', ',') : String(cell);
  const text = String(cell);
  const guarded = exact !== true && FORMULA.test(text) ? `'${text}` : text;
  // All three separators: who guesses the one in use counts them.
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A table as CSV, line by line. Texts that a spreadsheet would take for formulas begin with an apostrophe. */
export function* csvLines(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  style: CsvStyle = PLAIN_CSV,
): Generator<string> {
  const toLine = (cells: readonly CsvCell[]): string =>
    `${cells.map((cell) => formatCell(cell, style)).join(style.separator)}\n`;
  yield `${style.mark ? '\uFEFF' : ''}${toLine(header)}`;
  for (const row of rows) yield toLine(row);
}
