import { money, moment, slotText, span } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import type { EventRecord, ItemRecord, QueueItemDocument, QueueLogDocument } from '../documents/queue-schema.js';
import type { Locale } from '#base/locale.js';
import { reasonSentence, remarksOn, shownAt, type QueueView } from './queue.js';
import { createPalette, reportColumns } from './style.js';
import { oneLine, padEnd, textLines, displayWidth, wrap } from './width.js';

/** Where a post stands on X, whoever wrote it. */
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
    [words.until, item.until !== null && shown(item.until)],
    [words.review, item.review && words.waiting],
    [words.added, shown(item.created)],
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
      ...remarksOn(item, locale).flatMap((text) => wrap(oneLine(text), columns)),
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
  return log.flatMap(({ localTime, zone, event, item, reason, data }) => {
    const values = Object.entries(data).map(([name, value]) => valueText(name, value, zone, view));
    const subject = withItem && item !== null ? words.short(item) : '';
    const brackets = values.length === 0 ? '' : ` [${values.join(', ')}]`;
    const why = reason === null ? '' : words.because(reasonSentence(reason, locale));
    return hanging(`${slotText({ localTime, zone }, locale)}  ${subject}${events[event]}${brackets}${why}`, columns);
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
