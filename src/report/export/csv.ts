/** A cell of a table: what is not known is empty. */
export type CsvCell = string | number | boolean | undefined;

/** A spreadsheet reads a cell that begins so as a formula, which may do what its writer wants (owasp.org, CSV Injection). */
const FORMULA = /^[=+\-@\t\r]/;

const formatCell = (cell: CsvCell): string => {
  const text = cell === undefined ? '' : String(cell);
  const guarded = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

const toLine = (cells: readonly CsvCell[]): string => `${cells.map(formatCell).join(',')}\n`;

/**
 * A table as CSV (RFC 4180, with line feeds), in UTF-8 without a mark, line by line. Texts that a spreadsheet would take
 * for formulas begin with an apostrophe.
 */
export function* csvLines(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Generator<string> {
  yield toLine(header);
  for (const row of rows) yield toLine(row);
}
