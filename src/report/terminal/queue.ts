// Reports on the queue, on one item, and its log.
import type { Locale } from '#base/locale.js';
import { colon, listed, moment, money, slotText, span } from '#locale/format.js';
import { outreachSentences } from '#locale/outreach.js';
import { queueSentences } from '#locale/queue.js';
import type { Reason } from '#queue/reason.js';
import type {
  EventRecord,
  ItemRecord,
  QueueDocument,
  QueueItemDocument,
  QueueLogDocument,
  ReasonRecord,
} from '../documents/queue-schema.js';
import type { FormatLocalTime } from '../documents/queue.js';
import { adviceOn, eventReasonText, reasonText } from '../reason-text.js';
import { stepLines } from './outreach.js';
import { createPalette, type Palette, reportColumns, type TerminalStyle } from './style.js';
import { displayWidth, oneLine, padEnd, padStart, textLines, wrap } from './width.js';

/** How the reports on the queue are drawn. */
export interface QueueView extends TerminalStyle {
  readonly locale: Locale;
  readonly formatLocalTime: FormatLocalTime;
  /** The items alone. */
  readonly isQuiet?: boolean;
}

/** An instant, ISO 8601 or ms UTC, on the clock of a zone. */
const shownAt = (instant: string | number, zone: string, { locale, formatLocalTime }: QueueView): string =>
  slotText(
    { localTime: formatLocalTime(typeof instant === 'number' ? instant : Date.parse(instant), zone), zone },
    locale,
  );

/** The queue as text: what it is as a whole, then its items with their texts. */
export function queueReport(document: QueueDocument, view: QueueView): string {
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const { items, people = [] } = document;
  const words = queueSentences(view.locale).list;
  const isEmpty = Object.values(document.counts).every((count) => count === 0);
  const sections = [
    view.isQuiet === true ? [] : statusLines(document, columns, palette, view),
    ...(items.length > 0
      ? items.map((item) => itemLines(item, columns, palette, view))
      : people.length > 0
        ? []
        : [wrap(isEmpty ? words.empty : words.none, columns)]),
    people.length === 0 ? [] : [outreachSentences(view.locale).steps.title, ...stepLines(people, view.locale)],
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
    ...running.flatMap(({ pid, host, seen, person, postingSince = null }) => {
      const ago = span(Math.max(0, Date.parse(now) - Date.parse(seen)), locale);
      if (person === undefined) return wrapped(words.running(pid, host, ago));
      return wrapped(
        postingSince === null
          ? words.standsBy(person, host, ago)
          : words.posting(person, host, shownAt(postingSince, zone, view), ago),
      );
    }),
    ...(running.length === 0 && isWaiting ? wrapped(words.idle).map((line) => palette.severity('warning', line)) : []),
    ...(isWaiting ? nextLines(next, now, view).flatMap(wrapped) : []),
    ...wrapped(words.budget(budget.day, budget.month)).map((line) => palette.dim(line)),
  ];
}

/** An item that is this much late, ms, is called overdue: a tick comes each minute. @source own choice */
const OVERDUE = 15 * 60_000;

/** The item that goes out next, at the instant that it waits for; one whose instant has passed is overdue. */
function nextLines(next: NonNullable<QueueDocument['next']>, now: string, view: QueueView): readonly string[] {
  const { locale } = view;
  const { list: words } = queueSentences(locale);
  const at = Math.max(Date.parse(next.dueAt), next.notBefore === null ? -Infinity : Date.parse(next.notBefore));
  const late = Date.parse(now) - at;
  const when = shownAt(at, next.zone, view);
  return [late > OVERDUE ? words.overdue(next.id, when, span(late, locale)) : words.next(next.id, when)];
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

const toReason = ({ code, detail }: ReasonRecord): Reason => ({ code, ...(detail !== null && { detail }) });

/** A reason of a document as a sentence without its full stop. */
const reasonSentence = (reason: ReasonRecord, locale: Locale): string => reasonText(toReason(reason), locale);

/** The columns before an item's text. */
const MARGIN = 4;

function itemLines(item: ItemRecord, columns: number, palette: Palette, view: QueueView): string[] {
  const { locale } = view;
  const { list: words, item: itemWords, states } = queueSentences(locale);
  const room = columns - MARGIN;
  const indented = (lines: readonly string[]): string[] => lines.map((line) => ' '.repeat(MARGIN) + line);
  const { id, state, mode, price, review, notBefore } = item;
  const facts = [
    review && state === 'planned' ? words.review : states[state],
    itemWords.modeWords[mode],
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
    ...indented(remarksOn(item, view).flatMap((text) => wrap(oneLine(text), room))).map((line) =>
      palette.severity(state === 'unknown' || state === 'refused' ? 'error' : 'warning', line),
    ),
  ];
}

/** Why an item is as it is, and what to do about it: sentences, each with its full stop. */
const remarksOn = (item: ItemRecord, view: QueueView): string[] => {
  const { locale } = view;
  const next = item.state === 'sending' ? item.claimedUntil : item.notBefore;
  const advice = adviceOn(item, locale, next === null ? undefined : shownAt(next, item.zone, view));
  return (
    [item.reason === null ? undefined : reasonSentence(item.reason, locale), advice]
      .filter((text) => text !== undefined)
      // The name of the program keeps its small letter: it is to be typed.
      .map((text) => `${text.startsWith('tweetspan') ? text : text.charAt(0).toUpperCase() + text.slice(1)}.`)
  );
};

/** The URL of a post on X, of any author. */
const toPostUrl = (postId: string): string => `https://x.com/i/web/status/${postId}`;

function toFacts(
  { item, lastAttempt, postBy }: QueueItemDocument,
  view: QueueView,
): readonly (readonly [string, string])[] {
  const { locale } = view;
  const shown = (instant: string): string => shownAt(instant, item.zone, view);
  const { item: words, ifMissed } = queueSentences(locale);
  const facts: (readonly [name: string, value: string | false])[] = [
    [words.slot, slotText(item, locale)],
    ['', item.requestedTime !== item.localTime && words.noSuchTime(moment(item.requestedTime, locale))],
    [words.notBefore, item.notBefore !== null && shown(item.notBefore)],
    [words.mode, words.modes[item.mode]],
    [words.cost, item.mode === 'api' && money(item.price, locale)],
    [words.link, item.link],
    [words.draft, item.draft],
    [words.ifMissed, ifMissed(item.ifMissed)],
    [words.gap, span(item.gap, locale)],
    [words.experiment, item.experiment !== null && words.drawn(item.experiment)],
    [words.until, item.until !== null && shown(item.until)],
    [words.review, item.review && words.waiting],
    [words.added, shown(item.created)],
    [words.planner, item.planner !== undefined && words.person(item.planner)],
    [words.attempts, item.attempts > 0 && words.attemptCount(item.attempts, item.checks)],
    [words.lastAttempt, lastAttempt !== null && shown(lastAttempt.at)],
    [words.post, item.postId !== null && toPostUrl(item.postId)],
    [words.postBy, postBy !== null && postBy],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== false);
}

/** One item as text: what it is, its exact text, its pictures, and what happened to it. */
export function queueItemReport(document: QueueItemDocument, view: QueueView): string {
  const { locale } = view;
  const { item: words } = queueSentences(locale);
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const { item, log } = document;
  const facts = toFacts(document, view);
  const width = Math.max(...facts.map(([name]) => displayWidth(name))) + 2;
  const within = (indent: number, lines: readonly string[]): string[] => lines.map((line) => ' '.repeat(indent) + line);
  const sections = [
    [
      palette.bold(words.title(item.id, item.state)),
      ...remarksOn(item, view).flatMap((text) => wrap(oneLine(text), columns)),
    ],
    facts.flatMap(([name, value]) =>
      wrap(oneLine(value), columns - width).map(
        (line, index) => palette.dim(padEnd(index === 0 ? name : '', width)) + line,
      ),
    ),
    [words.text, ...within(4, textLines(item.text, columns - 4))],
    item.media.length === 0
      ? []
      : [words.media, ...item.media.flatMap((media) => within(4, mediaLines(media, columns - 4, locale)))],
    [
      words.log,
      ...within(4, log.length === 0 ? wrap(words.nothing, columns - 4) : logLines(log, columns - 4, view, false)),
    ],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function mediaLines({ file, alt, tag }: ItemRecord['media'][number], columns: number, locale: Locale): string[] {
  const { item: words } = queueSentences(locale);
  const parts = [
    oneLine(file),
    alt === null ? words.noAlt : words.alt(alt),
    ...(tag.length === 0 ? [] : [words.tagged(tag.map((handle) => `@${handle}`))]),
  ];
  return parts.flatMap((part) => hanging(part, columns));
}

/** Values of events that are instants, ms UTC; and those that are amounts, or durations in ms. */
const INSTANTS = new Set(['from', 'to', 'dueAt', 'until', 'postedAt']);
const AMOUNTS = new Set(['cost', 'price']);
const DURATIONS = new Set(['by']);

function valueText(name: string, value: string | number | boolean, zone: string, view: QueueView): string {
  const { locale } = view;
  const called = queueSentences(locale).eventValues[name] ?? name;
  if (typeof value !== 'number') return `${called} ${value}`;
  if (INSTANTS.has(name)) return `${called} ${shownAt(value, zone, view)}`;
  if (AMOUNTS.has(name)) return `${called} ${money(value, locale)}`;
  return `${called} ${DURATIONS.has(name) ? `${value < 0 ? '−' : '+'}${span(Math.abs(value), locale)}` : value}`;
}

function logLines(log: readonly EventRecord[], columns: number, view: QueueView, withItem: boolean): string[] {
  const { locale } = view;
  const { events, item: words } = queueSentences(locale);
  return log.flatMap(({ localTime, zone, event, item, reason, data, by }) => {
    const values = Object.entries(data).map(([name, value]) => valueText(name, value, zone, view));
    const subject = withItem && item !== null ? words.short(item) : '';
    const brackets = values.length === 0 ? '' : ` [${values.join(', ')}]`;
    const why = reason === null ? '' : words.because(eventReasonText(event, toReason(reason), locale));
    const who = by === undefined ? '' : ` · ${words.person(by)}`;
    return hanging(
      `${slotText({ localTime, zone }, locale)}  ${subject}${events[event]}${brackets}${why}${who}`,
      columns,
    );
  });
}

/** A text whose lines after the first stand further in. */
const hanging = (text: string, columns: number): string[] =>
  wrap(oneLine(text), columns - 2).map((line, index) => (index === 0 ? line : `  ${line}`));

/** The log as text. */
export function queueLogReport({ log }: QueueLogDocument, view: QueueView): string {
  if (log.length === 0) return `${queueSentences(view.locale).item.nothing}\n`;
  return `${logLines(log, reportColumns(view), view, true).join('\n')}\n`;
}
