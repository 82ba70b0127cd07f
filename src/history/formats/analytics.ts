import type { Counters, Metric } from '#tweet/counters.js';
import { idToInstant } from '#tweet/snowflake.js';
import { findField, isCounter, NEW_ORDER, OLD_ORDER, type Field } from './analytics-columns.js';
import type { ReadableFile } from './container.js';
import { readRows } from './csv.js';
import { isUnreadableCount, readCount, datePost, readInstant } from '../values.js';
import type { Observation, ObservedAt, SourcePost } from '../ports.js';
import { resolveObservedAt, type ReadContext, type ReadResult, type Remark } from './reader.js';
import { Refusal } from '../refusal.js';
import { collectContacts, handlesInText, isCutText, detectTextKind, linksInText, unescapeText } from './text.js';

/** The columns of a table, and how they were found. */
export interface Layout {
  readonly source: 'analytics' | 'analytics-old';
  readonly fields: readonly (Field | undefined)[];
  readonly unknown: readonly string[];
  readonly byOrder: boolean;
  /** Whether the first row is data already. */
  readonly headerless: boolean;
}

const DIGITS = /^\d{5,19}$/;
const PERMALINK = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?:i\/web|([^/]+))\/status(?:es)?\/(\d+)/i;
/** Spreadsheets keep 15 digits, some 16: of ids that end so by chance, one in a thousand, the row is lost too. */
const ROUNDED = /^\d{15,16}000$/;
/** Rows that X writes without a post. */
const GHOST = /\/status\/undefined$/;
const PERMALINK_END = /\/status\/\d+$/;

/**
 * The layout of an analytics export by its header, else by the order of its columns; undefined for any other table.
 * `first` is the second row, if any.
 * @throws Refusal for rows of an export without a header, whose columns are not all there.
 */
export function findLayout(header: readonly string[], first: readonly string[] | undefined): Layout | undefined {
  const fields = header.map(findField);
  const has = (field: Field): boolean => fields.includes(field);
  if ((has('id') || has('link')) && fields.some((field) => field !== undefined && isCounter(field))) {
    const unknown = header.filter((_, index) => fields[index] === undefined);
    return { source: has('time') ? 'analytics-old' : 'analytics', fields, unknown, byOrder: false, headerless: false };
  }
  const headerless = isData(header);
  const row = headerless ? header : (first ?? []);
  if (!isData(row)) return undefined;
  const byOrder = { unknown: [], byOrder: !headerless, headerless };
  if (row.length === OLD_ORDER.length) return { source: 'analytics-old', fields: OLD_ORDER, ...byOrder };
  if (row.length === NEW_ORDER.length) return { source: 'analytics', fields: NEW_ORDER, ...byOrder };
  if (headerless) throw new Refusal('no-header', {});
  return undefined;
}

/** Whether a row begins as those of an export do: with an id, and a permalink soon after. */
const isData = ([id = '', second = '', , fourth = '']: readonly string[]): boolean =>
  DIGITS.test(id) && (PERMALINK_END.test(second) || PERMALINK_END.test(fourth));

type Row = Readonly<Partial<Record<'id' | 'link' | 'text' | 'time' | 'date', string>>> & {
  readonly counters: Counters;
  /** Cells of counters that hold anything but a count. */
  readonly unreadable: number;
};

function readRow(cells: readonly string[], fields: readonly (Field | undefined)[]): Row {
  const plain: Partial<Record<string, string>> = {};
  const counters: Partial<Record<Metric, number>> = {};
  const more: Record<string, number> = {};
  let unreadable = 0;
  fields.forEach((field, index) => {
    const cell = cells[index];
    if (field === undefined || field === '-' || cell === undefined) return;
    if (!isCounter(field)) {
      plain[field] = cell;
      return;
    }
    const count = readCount(cell);
    if (count === undefined) {
      if (isUnreadableCount(cell)) unreadable += 1;
      return;
    }
    if (field.startsWith('more:')) more[field.slice('more:'.length)] = count;
    else counters[field as Metric] = count;
  });
  return { ...plain, unreadable, counters: Object.keys(more).length === 0 ? counters : { ...counters, more } };
}

const DAY = 86_400_000;

/**
 * The id of a row: that of its permalink, which no spreadsheet rounds. The id column counts only without one, and when
 * it agrees with the row's time: spreadsheets round ids to 15 digits and still write all of them.
 */
function readRowId(row: Row, permalink: RegExpExecArray | null): string | undefined {
  if (permalink) return permalink[2];
  const id = row.id?.trim() ?? '';
  if (row.link !== undefined && row.link.trim() !== '') return undefined;
  if (!DIGITS.test(id) || ROUNDED.test(id)) return undefined;
  const at = idToInstant(id);
  const { at: reportedAt, precision } = readInstant(row.time?.trim() ?? row.date?.trim());
  if (at === undefined || reportedAt === undefined) return id;
  // A date is one of the reader's own zone, so it may be a day off; its beginning is given.
  const isNear =
    precision === 'day' ? reportedAt - DAY <= at && at < reportedAt + 2 * DAY : Math.abs(reportedAt - at) < 2 * 60_000;
  return isNear ? id : undefined;
}

/** `account_analytics_content_2026-01-01_2026-01-31.csv` */
const ISO_RANGE = /(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})/;
/** `tweet_activity_metrics_name_20160201_20160301_fr.csv` */
const PLAIN_RANGE = /(?:^|_)(\d{4})(\d{2})(\d{2})_(\d{4})(\d{2})(\d{2})(?:_|\.|$)/;
/** `2016-02.csv`, as people rename the monthly ones. */
const MONTH_IN_NAME = /(?:^|[^\d])(\d{4})-(\d{2})(?![\d-])/;

const endOfDay = (start: number): number => start + DAY - 1000;

/**
 * What the name of an analytics file tells of when it was downloaded. The new export names the days that it covers, of
 * which the last is most often the day of the download. The old one was taken later, by an unknown time: a lower
 * bound. Undefined when the name tells nothing.
 */
export function observationDate(name: string, source: 'analytics' | 'analytics-old'): ObservedAt | undefined {
  const end = lastDayCovered(name);
  if (end === undefined || Number.isNaN(end)) return undefined;
  // A day later: the window may end before the download, and its days are those of the reader's own time zone.
  return source === 'analytics'
    ? { certainty: 'day', instant: endOfDay(end) + DAY }
    : { certainty: 'after', instant: endOfDay(end) };
}

function lastDayCovered(name: string): number | undefined {
  const iso = ISO_RANGE.exec(name);
  if (iso) return Date.parse(iso[2] ?? '');
  const plain = PLAIN_RANGE.exec(name);
  if (plain) return Date.parse(plain.slice(4, 7).join('-'));
  const month = MONTH_IN_NAME.exec(name);
  // Day 0 of the next month is the last one of this.
  return month ? Date.UTC(Number(month[1]), Number(month[2]), 0) : undefined;
}

/**
 * Reads one of the two exports of X's analytics. Counters are totals up to the day of the download.
 * @throws Refusal when rows are of several accounts, or the text is cut.
 */
export async function readAnalytics(file: ReadableFile, layout: Layout, context: ReadContext): Promise<ReadResult> {
  const { collector } = context;
  const { source, fields } = layout;
  const reported = observationDate(file.name, source);
  const observed: ObservedAt = notAfter(resolveObservedAt(context, reported), context.now);
  const own = new Set<string>();
  let unreadable = 0;
  await readRows(collector.read(file), (cells, number) => {
    if (number === 1 && !layout.headerless) return;
    // A file that was cut ends in the middle of a number: that of its last row is not the one X wrote.
    if (cells.length < fields.length) return collector.skip('short-row');
    const row = readRow(cells, fields);
    unreadable += row.unreadable;
    if (GHOST.test(row.link?.trim() ?? '')) return collector.skip('ghost');
    const permalink = PERMALINK.exec(row.link?.trim() ?? '');
    const handle = permalink?.[1];
    // X writes `i` for a handle that it does not tell.
    if (handle !== undefined && handle !== 'i') own.add(handle.toLowerCase());
    if (own.size > 1) {
      const [a, b] = own;
      throw new Refusal('several-accounts', { accounts: [`@${a}`, `@${b}`] });
    }
    const id = readRowId(row, permalink);
    if (id === undefined) return collector.skip('damaged-id');
    collector.post(asPost(id, row, source, observed, own));
  });
  const remarks: Remark[] = [];
  if (layout.byOrder) remarks.push({ id: 'columns-by-order' });
  if (layout.headerless) remarks.push({ id: 'no-header' });
  if (unreadable > 0) remarks.push({ id: 'counters-unreadable', cells: unreadable });
  if (layout.unknown.length > 0) remarks.push({ id: 'columns-unknown', columns: layout.unknown });
  if (observed.certainty === 'unknown') remarks.push({ id: 'observed-unknown' });
  if (observed.certainty === 'after') remarks.push({ id: 'observed-bounded', from: observed.instant });
  if (observed.certainty === 'day') remarks.push({ id: 'observed-on', day: observed.instant });
  return { format: source, account: { handles: [...own] }, complete: false, remarks };
}

const notAfter = (observed: ObservedAt, now: number): ObservedAt =>
  observed.certainty === 'day' ? { ...observed, instant: Math.min(observed.instant, now) } : observed;

function asPost(
  id: string,
  row: Row,
  source: Layout['source'],
  observed: ObservedAt,
  own: ReadonlySet<string>,
): SourcePost {
  const text = unescapeText(row.text ?? '');
  const kind = detectTextKind(text, own);
  const observation: Observation = { source, observed, counters: row.counters };
  return {
    id,
    provenance: { source, ...(observed.certainty === 'unknown' ? {} : { at: observed.instant }) },
    // The date of the new export is not a time: hour and day come from the id alone.
    ...datePost(id, row.time?.trim()),
    kind,
    quote: false,
    language: '',
    media: 0,
    text,
    cut: isCutText(text) || row.text === undefined,
    links: linksInText(text),
    contacts: collectContacts(kind, handlesInText(text), own, undefined),
    observations: Object.keys(row.counters).length === 0 ? [] : [observation],
  };
}
