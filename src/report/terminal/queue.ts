import { dollars } from '#locale/dollars.js';
import type { ItemRecord, QueueDocument } from '../documents/queue.js';
import { stateCount, STATE_WORDS } from '../queue-words.js';
import { colon, listed, slotText, span } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { createPalette, reportColumns, type Palette, type TerminalStyle } from './style.js';
import { oneLine, padStart, textLines, wrap } from './width.js';

/** How the reports on the queue are drawn. */
export interface QueueView extends TerminalStyle {
  readonly locale: Locale;
  /** What a zone's clock shows at an instant (ms UTC), `2026-03-02T09:00`. */
  readonly formatLocalTime: (instant: number, zone: string) => string;
}

/** An instant, ISO 8601 or ms UTC, on the clock of a zone. */
export const shownAt = (instant: string | number, zone: string, { locale, formatLocalTime }: QueueView): string =>
  slotText(
    { localTime: formatLocalTime(typeof instant === 'number' ? instant : Date.parse(instant), zone), zone },
    locale,
  );

const WORDS = {
  en: {
    queue: 'Queue',
    empty: 'The queue is empty; tweetspan schedule <draft> fills it.',
    none: 'No item is like that; tweetspan queue --all shows all of them.',
    running: (pid: number, host: string, ago: string) => `Running: process ${pid} on ${host}, seen ${ago} ago.`,
    idle: 'Nothing is running: tweetspan run sends what is due.',
    stopped: (since: string) => `Stopped since ${since}`,
    until: (until: string) => `It ends by itself at ${until}.`,
    resume: 'tweetspan queue resume starts it again',
    next: (id: number, when: string) => `Next: item ${id}, ${when}`,
    budget: (day: string, month: string) => `Spent: ${day} today, ${month} this month (UTC)`,
    of: (spent: string, cap: string) => `${spent} of ${cap}`,
    review: 'to be approved',
    notBefore: (when: string) => `not before ${when}`,
  },
  fr: {
    queue: 'File',
    empty: 'La file est vide ; tweetspan schedule <brouillon> la remplit.',
    none: 'Aucun élément n’est ainsi ; tweetspan queue --all les montre tous.',
    running: (pid: number, host: string, ago: string) => `En marche : processus ${pid} sur ${host}, vu il y a ${ago}.`,
    idle: 'Rien ne tourne : tweetspan run envoie ce qui est dû.',
    stopped: (since: string) => `Arrêtée depuis ${since}`,
    until: (until: string) => `Cela finit de soi-même le ${until}.`,
    resume: 'tweetspan queue resume la relance',
    next: (id: number, when: string) => `Prochain : élément ${id}, ${when}`,
    budget: (day: string, month: string) => `Dépensé : ${day} aujourd’hui, ${month} ce mois-ci (UTC)`,
    of: (spent: string, cap: string) => `${spent} sur ${cap}`,
    review: 'à approuver',
    notBefore: (when: string) => `pas avant ${when}`,
  },
} as const;

/** The queue as text: what it is as a whole, then its items with their texts. */
export function queueReport(document: QueueDocument, view: QueueView): string {
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const { items } = document;
  const { locale } = view;
  const isEmpty = Object.values(document.counts).every((count) => count === 0);
  const sections = [
    statusLines(document, columns, palette, view),
    ...(items.length > 0
      ? items.map((item) => itemLines(item, columns, palette, view))
      : [wrap(isEmpty ? WORDS[locale].empty : WORDS[locale].none, columns)]),
  ].filter((section) => section.length > 0);
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`;
}

function statusLines(document: QueueDocument, columns: number, palette: Palette, view: QueueView): string[] {
  const { locale } = view;
  const words = WORDS[locale];
  const { counts, stopped, running, next, budget, now, zone } = document;
  const states = Object.entries(counts) as [ItemRecord['state'], number][];
  const counted = states.filter(([, count]) => count > 0).map(([state, count]) => stateCount(state, count, locale));
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
    ...wrapped(words.budget(spentText(budget.day, locale), spentText(budget.month, locale))).map((line) =>
      palette.dim(line),
    ),
  ];
}

const spentText = ({ spent, cap }: { readonly spent: number; readonly cap: number }, locale: Locale): string =>
  WORDS[locale].of(dollars(spent), dollars(cap));

function stopLines(
  { since, until, text, code }: NonNullable<QueueDocument['stopped']>,
  zone: string,
  view: QueueView,
): string[] {
  const { locale } = view;
  const words = WORDS[locale];
  const advice = code === 'by-hand' ? (locale === 'fr' ? ` ; ${words.resume}` : `; ${words.resume}`) : '';
  return [
    `! ${words.stopped(shownAt(since, zone, view))}${colon(locale)}${text}${advice}.`,
    ...(until === null ? [] : [words.until(shownAt(until, zone, view))]),
  ];
}

/** The columns before an item's text. */
const MARGIN = 4;

function itemLines(item: ItemRecord, columns: number, palette: Palette, view: QueueView): string[] {
  const { locale } = view;
  const words = WORDS[locale];
  const room = columns - MARGIN;
  const indented = (lines: readonly string[]): string[] => lines.map((line) => ' '.repeat(MARGIN) + line);
  const { id, state, mode, price, review, reason, advice, notBefore } = item;
  const facts = [
    review && state === 'planned' ? words.review : STATE_WORDS[locale][state],
    mode,
    ...(mode === 'api' ? [dollars(price)] : []),
    ...(state === 'planned' && notBefore !== null && notBefore > item.at
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
    ...indented(remarksOn(reason?.text, advice).flatMap((text) => wrap(oneLine(text), room))).map((line) =>
      palette.severity(state === 'unknown' || state === 'refused' ? 'error' : 'warning', line),
    ),
  ];
}

/** Sentences on an item, each with its full stop. */
export const remarksOn = (...texts: readonly (string | null | undefined)[]): string[] =>
  texts
    .filter((text) => text !== undefined && text !== null)
    .map((text) => {
      // The name of the program keeps its small letter: it is to be typed.
      const first = text.startsWith('tweetspan') ? 't' : text.charAt(0).toUpperCase();
      return `${first}${text.slice(1)}.`;
    });
