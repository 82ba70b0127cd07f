/** A cell of a table: what is not known is empty. */
export type CsvCell = string | number | boolean | undefined;

const formatCell = (cell: CsvCell): string => {
  const text = cell === undefined ? '' : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows under their header as CSV (RFC 4180, with line feeds), in UTF-8 without a mark. */
export const asCsv = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(formatCell).join(',')}\n`).join('');
