import type { FormatLocalTime } from '../documents/queue.js';
import type { ItemRecord, QueueDocument, ReasonRecord } from '../documents/queue-schema.js';
import { adviceOn, reasonText } from '../reason-text.js';
import { colon, listed, money, slotText, span } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import type { Locale } from '#base/locale.js';
import { createPalette, reportColumns, type Palette, type TerminalStyle } from './style.js';
import { oneLine, padStart, textLines, wrap } from './width.js';

/** How the reports on the queue are drawn. */
export interface QueueView extends TerminalStyle {
  readonly locale: Locale;
  readonly formatLocalTime: FormatLocalTime;
  /** The items alone. */
  readonly isQuiet?: boolean;
}

/** An instant, ISO 8601 or ms UTC, on the clock of a zone. */
export const shownAt = (instant: string | number, zone: string, { locale, formatLocalTime }: QueueView): string =>
  slotText(
    { localTime: formatLocalTime(typeof instant === 'number' ? instant : Date.parse(instant), zone), zone },
    locale,
  );

/** The queue as text: what it is as a whole, then its items with their texts. */
export function queueReport(document: QueueDocument, view: QueueView): string {
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const { items } = document;
  const words = queueSentences(view.locale).list;
  const isEmpty = Object.values(document.counts).every((count) => count === 0);
  const sections = [
    view.isQuiet === true ? [] : statusLines(document, columns, palette, view),
    ...(items.length > 0
      ? items.map((item) => itemLines(item, columns, palette, view))
      : [wrap(isEmpty ? words.empty : words.none, columns)]),
  ].filter((section) => section.length > 0);
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`;
}

function statusLines(document: QueueDocument, columns: number, palette: Palette, view: QueueView): string[] {
  const { locale } = view;
  const { list: words, stateCount } = queueSentences(locale);
  const { counts, stopped, running, next, budget, now, zone } = document;
  const states = Object.entries(counts) as [ItemRecord['state'], number][];
  const counted = states.filter(([, count]) => count > 0).map(([state, count]) => stateCount(state, count));
  if (counted.length === 0 && stopped === null) return [];
  const wrapped = (text: string): string[] => wrap(oneLine(text), columns);
  const isWaiting = next !== null;
  return [
    ...(counted.length === 0
      ? []
      : wrapped(`${words.queue}${colon(locale)}${listed(counted)}`).map((line) => palette.bold(line))),
    ...(stopped === null
      ? []
      : stopLines(stopped, zone, view)
          .flatMap(wrapped)
          .map((line) => palette.severity('error', line))),
    ...running.flatMap(({ pid, host, seen }) =>
      wrapped(words.running(pid, host, span(Math.max(0, Date.parse(now) - Date.parse(seen)), locale))),
    ),
    ...(running.length === 0 && isWaiting ? wrapped(words.idle).map((line) => palette.severity('warning', line)) : []),
    ...(isWaiting ? wrapped(words.next(next.id, slotText(next, locale))) : []),
    ...wrapped(words.budget(budget.day, budget.month)).map((line) => palette.dim(line)),
  ];
}

function stopLines(
  { since, until, code, detail }: NonNullable<QueueDocument['stopped']>,
  zone: string,
  view: QueueView,
) {
  const { locale } = view;
  const { list: words } = queueSentences(locale);
  const advice = code === 'by-hand' ? words.resume : '';
  return [
    `! ${words.paused(shownAt(since, zone, view), reasonSentence({ code, detail }, locale))}${advice}.`,
    ...(until === null ? [] : [words.until(shownAt(until, zone, view))]),
  ];
}

/** A reason of a document as a sentence without its full stop. */
export const reasonSentence = ({ code, detail }: ReasonRecord, locale: Locale): string =>
  reasonText({ code, ...(detail !== null && { detail }) }, locale);

/** The columns before an item's text. */
const MARGIN = 4;

function itemLines(item: ItemRecord, columns: number, palette: Palette, view: QueueView): string[] {
  const { locale } = view;
  const { list: words, states } = queueSentences(locale);
  const room = columns - MARGIN;
  const indented = (lines: readonly string[]): string[] => lines.map((line) => ' '.repeat(MARGIN) + line);
  const { id, state, mode, price, review, notBefore } = item;
  const facts = [
    review && state === 'planned' ? words.review : states[state],
    mode,
    ...(mode === 'api' ? [money(price, locale)] : []),
    ...(state === 'planned' && notBefore !== null && notBefore > item.dueAt
      ? [words.notBefore(shownAt(notBefore, item.zone, view))]
      : []),
  ];
  const head = padStart(String(id), MARGIN - 2);
  const slot = slotText(item, locale);
  const rest = facts.join(' · ');
  // Beside the slot where there is room, else under it.
  const isWide = head.length + 2 + slot.length + 2 + rest.length <= columns;
  return [
    `${head}  ${palette.bold(slot)}${isWide ? `  ${palette.dim(rest)}` : ''}`,
    ...(isWide ? [] : indented(wrap(rest, room)).map((line) => palette.dim(line))),
    ...indented(textLines(item.text, room)),
    ...indented(remarksOn(item, locale).flatMap((text) => wrap(oneLine(text), room))).map((line) =>
      palette.severity(state === 'unknown' || state === 'refused' ? 'error' : 'warning', line),
    ),
  ];
}

/** Why an item is as it is, and what to do about it: sentences, each with its full stop. */
export const remarksOn = (item: ItemRecord, locale: Locale): string[] =>
  [item.reason === null ? undefined : reasonSentence(item.reason, locale), adviceOn(item, locale)]
    .filter((text) => text !== undefined)
    // The name of the program keeps its small letter: it is to be typed.
    .map((text) => `${text.startsWith('tweetspan') ? text : text.charAt(0).toUpperCase() + text.slice(1)}.`);
