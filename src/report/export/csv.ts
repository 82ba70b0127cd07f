/** A cell of a table: what is not known is empty. */
export type CsvCell = string | number | boolean | undefined;

/** A table: the names of its columns, then its rows. */
export interface CsvRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

const formatCell = (cell: CsvCell): string => {
  const text = cell === undefined ? '' : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as CSV (RFC 4180, with line feeds), in UTF-8 without a mark. */
export const asCsv = ({ header, rows }: CsvRows): string =>
  [header, ...rows].map((row) => `${row.map(formatCell).join(',')}\n`).join('');
