import type { HistoryReader } from '#history/query-ports.js';
import { historySentences } from '#locale/history.js';
import type { ListForm } from '#report/documents/history.js';
import { listJson } from '#report/documents/json.js';
import { csvLines } from '#base/csv.js';
import type { ListView } from '#report/terminal/history-lists.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import type { CommandContext } from './command.js';
import { wantsColor, terminalWidth } from './shell.js';
import { csvStyle } from './options/csv.js';
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
  readonly csvSeparator: 'comma' | 'semicolon' | 'tab';
  readonly csvBom?: true | undefined;
}

/** A list of the history in each of its forms. */
export interface ListForms<Item> {
  /** Reads this many at most; the result is walked twice for a table. */
  readonly read: (reader: HistoryReader, limit: number) => Iterable<Item>;
  readonly form: ListForm<Item>;
  readonly asTable: (items: Iterable<Item>, view: ListView) => Iterable<string>;
}

/** Rows that are kept in memory. */
const KEPT = 1000;

/** What a list is cut to, and whether something was cut off; known once it was walked to its end. */
interface CutList<Item> {
  readonly items: Iterable<Item>;
  readonly more: () => boolean;
}

/** The first `limit` of items, of which one more is read: it shows whether there are more. */
function cutList<Item>(read: (limit: number) => Iterable<Item>, limit: number): CutList<Item> {
  let more = false;
  return {
    items: {
      *[Symbol.iterator]() {
        let left = limit;
        for (const item of read(limit + 1)) {
          more = left === 0;
          if (more) return;
          left -= 1;
          yield item;
        }
      },
    },
    more: () => more,
  };
}

/** Prints a list on standard output, item by item; that it was cut is said on standard error, or in the document. */
export async function printList<Item>(
  { shell, locale }: CommandContext,
  { db, color, zone: requestedZone, quiet, limit, format, ...csv }: ListOptions,
  { read, form, asTable }: ListForms<Item>,
): Promise<ExitCode> {
  const zone = resolveZone(shell, requestedZone);
  await withHistory(shell, { db, readonly: true }, async ({ reader }) => {
    const { items: walked, more } = cutList((most) => read(reader, most), limit);
    // A table walks its rows twice: a short list is read once and kept.
    const items = limit <= KEPT ? [...walked] : walked;
    if (format === 'json') {
      await writeList(
        shell,
        listJson({ schema: form.schema }, form.name, map(items, form.record), () => ({ more: more() })),
      );
      return;
    }
    if (format === 'csv') {
      await writeList(shell, csvLines(form.header, map(items, form.row), csvStyle(csv)));
    } else {
      const clock = openZone(zone, FIRST_POST, shell.now());
      const view = {
        color: wantsColor(shell, color),
        columns: terminalWidth(shell),
        locale,
        zone,
        toLocalTime: (instant: number) => formatLocalTime(clock.localTimeAt(instant)),
      };
      await writeList(shell, asTable(items, view));
    }
    if (more() && quiet !== true) writeNotice(shell, historySentences(locale).lists.more(limit));
  });
  return EXIT.done;
}

/** Writes what is read on the way. A reader that has seen enough ends the reading too, so that the history can close. */
export async function writeList(shell: CommandContext['shell'], pieces: Iterable<string>): Promise<void> {
  const reading = stoppable(pieces);
  try {
    await shell.writeAll(reading);
  } finally {
    reading.return();
  }
}

function* stoppable(pieces: Iterable<string>): Generator<string, void> {
  yield* pieces;
}

function* map<Item, Result>(items: Iterable<Item>, work: (item: Item) => Result): Generator<Result> {
  for (const item of items) yield work(item);
}

/** No post is older, ms UTC: X opened in March 2006. */
export const FIRST_POST = Date.UTC(2006, 2, 21);
