import type { HistoryReader } from '#history/query-ports.js';
import { historySentences } from '#locale/history.js';
import { asJson } from '#report/documents/json.js';
import { asCsv, type CsvRows } from '#report/export/csv.js';
import type { ListView } from '#report/terminal/history-lists.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import type { CommandContext } from './command.js';
import { wantsColor, terminalWidth } from './shell.js';
import { resolveZone } from './options/times.js';
import { EXIT, type ExitCode } from './user-error.js';
import { withHistory } from './history-database.js';
import { writeNotice } from './notice.js';

/** What every list takes on its command line. */
export interface ListOptions {
  readonly db?: string | undefined;
  readonly color?: boolean | undefined;
  readonly zone?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly format: 'text' | 'json' | 'csv';
  readonly limit: number;
}

/** A list of the history in each of its forms. */
export interface ListForms<T> {
  /** Reads this many at most. */
  readonly read: (reader: HistoryReader, limit: number) => readonly T[];
  readonly asDocument: (items: readonly T[], more: boolean) => object;
  readonly asRows: (items: readonly T[]) => CsvRows;
  readonly asTable: (items: readonly T[], view: ListView) => string;
}

/** Answers a list on standard output; that it was cut is said on standard error, or in the document. */
export async function printList<T>(
  { shell, locale }: CommandContext,
  { db, color, zone: requestedZone, quiet, limit, format }: ListOptions,
  forms: ListForms<T>,
): Promise<ExitCode> {
  const found = await withHistory(shell, { db, readonly: true }, ({ reader }) =>
    // One more than requested: it shows whether there are more.
    forms.read(reader, limit + 1),
  );
  const items = found.slice(0, limit);
  const more = found.length > limit;
  if (format === 'json') {
    await shell.writeAll([asJson(forms.asDocument(items, more))]);
    return EXIT.done;
  }
  if (format === 'csv') {
    await shell.writeAll([asCsv(forms.asRows(items))]);
  } else {
    const zone = resolveZone(shell, requestedZone);
    const clock = openZone(zone, FIRST_POST, shell.now());
    const view = {
      color: wantsColor(shell, color),
      columns: terminalWidth(shell),
      locale,
      zone,
      toLocalTime: (instant: number) => formatLocalTime(clock.localTimeAt(instant)),
    };
    await shell.writeAll([forms.asTable(items, view)]);
  }
  if (more && quiet !== true) writeNotice(shell, historySentences(locale).lists.more(limit));
  return EXIT.done;
}

/** No post is older: X opened in March 2006. */
const FIRST_POST = Date.UTC(2006, 2, 21);
