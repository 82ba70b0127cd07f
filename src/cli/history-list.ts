import type { HistoryReader } from '#history/query-ports.js';
import { asJson } from '#report/documents/json.js';
import type { ListView } from '#report/terminal/history-lists.js';
import { wantsColor } from './terminal/color.js';
import type { CommonFlags } from './options/common.js';
import { EXIT, type ExitCode } from './user-error.js';
import { withHistory } from './history-database.js';
import { terminalWidth, type Shell } from './shell.js';
import { resolveLocale } from './options/locale.js';
import { asCsv, type CsvCell } from '#report/export/csv.js';

/** What every list takes on its command line. */
export interface ListFlags extends CommonFlags {
  readonly db?: string;
  readonly format: 'text' | 'json' | 'csv';
  readonly limit: number;
}

/** A list of the history in each of its forms. */
export interface ListForms<T> {
  /** Reads at most so many. */
  readonly read: (reader: HistoryReader, limit: number) => readonly T[];
  readonly asDocument: (items: readonly T[], more: boolean) => object;
  readonly asRows: (items: readonly T[]) => {
    readonly header: readonly string[];
    readonly rows: readonly (readonly CsvCell[])[];
  };
  readonly asTable: (items: readonly T[], view: ListView) => string;
}

/** Answers a list on standard output; that it was cut is told on standard error, or in the document. */
export async function printList<T>(shell: Shell, flags: ListFlags, forms: ListForms<T>): Promise<ExitCode> {
  const { limit, format } = flags;
  const found = await withHistory(shell, { db: flags.db, readonly: true }, ({ reader }) =>
    // One more than asked for tells whether there are more.
    forms.read(reader, limit + 1),
  );
  const items = found.slice(0, limit);
  const more = found.length > limit;
  if (format === 'json') {
    await shell.writeAll([asJson(forms.asDocument(items, more))]);
    return EXIT.done;
  }
  if (format === 'csv') {
    const { header, rows } = forms.asRows(items);
    await shell.writeAll([asCsv(header, rows)]);
  } else {
    const view = {
      color: wantsColor(shell, flags.color),
      columns: terminalWidth(shell),
      locale: resolveLocale(shell, flags.locale),
    };
    await shell.writeAll([forms.asTable(items, view)]);
  }
  if (more) shell.stderr.write(`tweetspan: more than ${limit}; -n 0 shows all\n`);
  return EXIT.done;
}
