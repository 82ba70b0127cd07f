import { dollars } from '#locale/dollars.js';
import type { EventRecord, ItemRecord, QueueItemDocument, QueueLogDocument } from '../documents/queue.js';
import { missedText, STATE_WORDS } from '../queue-words.js';
import { colon, moment, slotText, span } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { remarksOn, shownAt, type QueueView } from './queue.js';
import { createPalette, reportColumns } from './style.js';
import { oneLine, padEnd, textLines, displayWidth, wrap } from './width.js';

const WORDS = {
  en: {
    item: (id: number, state: string) => `Item ${id}: ${state}`,
    slot: 'slot',
    wish: (localTime: string) => `${localTime} was asked for, which that day does not have, or has twice`,
    notBefore: 'not before',
    mode: 'mode',
    modes: { api: 'api, posted by the program', remind: 'remind, posted by hand' },
    cost: 'cost',
    link: 'link',
    draft: 'draft',
    late: 'when late',
    gap: 'gap',
    until: 'campaign until',
    review: 'review',
    waits: 'waits for approval',
    planned: 'planned at',
    post: 'post',
    tries: 'attempts',
    attempts: (attempts: number, checks: number) =>
      `${attempts}, looked for ${checks} ${checks === 1 ? 'time' : 'times'}`,
    last: 'last attempt',
    postBy: 'post it at',
    text: 'Text, to the letter',
    media: 'Media',
    alt: 'alt text',
    noAlt: 'no alt text',
    tags: 'tagged',
    log: 'Log',
    nothing: 'Nothing has happened yet.',
    itemShort: 'item',
  },
  fr: {
    item: (id: number, state: string) => `Élément ${id} : ${state}`,
    slot: 'créneau',
    wish: (localTime: string) => `${localTime} était demandé, que ce jour n’a pas, ou a deux fois`,
    notBefore: 'pas avant',
    mode: 'mode',
    modes: { api: 'api, posté par le programme', remind: 'remind, posté à la main' },
    cost: 'coût',
    link: 'lien',
    draft: 'brouillon',
    late: 'si en retard',
    gap: 'écart',
    until: 'fin de campagne',
    review: 'relecture',
    waits: 'attend une approbation',
    planned: 'prévu le',
    post: 'post',
    tries: 'essais',
    attempts: (attempts: number, checks: number) => `${attempts}, cherché ${checks} fois`,
    last: 'dernier essai',
    postBy: 'à poster par',
    text: 'Texte, à la lettre',
    media: 'Médias',
    alt: 'texte alternatif',
    noAlt: 'pas de texte alternatif',
    tags: 'identifiés',
    log: 'Journal',
    nothing: 'Rien ne s’est encore passé.',
    itemShort: 'élément',
  },
} as const;

/** Where a post stands on X, whoever wrote it. */
const toPostUrl = (postId: string): string => `https://x.com/i/web/status/${postId}`;

function toFacts(
  { item, lastAttempt, postBy }: QueueItemDocument,
  view: QueueView,
): readonly (readonly [string, string])[] {
  const { locale } = view;
  const shown = (instant: string): string => shownAt(instant, item.zone, view);
  const words = WORDS[locale];
  const facts: (readonly [name: string, value: string | false])[] = [
    [words.slot, slotText(item, locale)],
    ['', item.requestedTime !== item.localTime && words.wish(item.requestedTime.replace('T', ' '))],
    [words.notBefore, item.notBefore !== null && shown(item.notBefore)],
    [words.mode, words.modes[item.mode]],
    [words.cost, item.mode === 'api' && dollars(item.price)],
    [words.link, item.link],
    [words.draft, item.draft],
    [words.late, missedText(item.missed, locale)],
    [words.gap, span(item.gap, locale)],
    [words.until, item.until !== null && shown(item.until)],
    [words.review, item.review && words.waits],
    [words.planned, shown(item.created)],
    [words.tries, item.attempts > 0 && words.attempts(item.attempts, item.checks)],
    [words.last, lastAttempt !== null && shown(lastAttempt.at)],
    [words.post, item.postId !== null && toPostUrl(item.postId)],
    [words.postBy, postBy !== null && postBy],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== false);
}

/** One item as text: what it is, its exact text, its pictures, and what happened to it. */
export function queueItemReport(document: QueueItemDocument, view: QueueView): string {
  const { locale } = view;
  const words = WORDS[locale];
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const { item, log } = document;
  const facts = toFacts(document, view);
  const width = Math.max(...facts.map(([name]) => displayWidth(name))) + 2;
  const within = (indent: number, lines: readonly string[]): string[] => lines.map((line) => ' '.repeat(indent) + line);
  const sections = [
    [
      palette.bold(words.item(item.id, STATE_WORDS[locale][item.state])),
      ...remarksOn(item.reason?.text, item.advice).flatMap((text) => wrap(oneLine(text), columns)),
    ],
    facts.flatMap(([name, value]) =>
      wrap(oneLine(value), columns - width).map(
        (line, index) => palette.dim(padEnd(index === 0 ? name : '', width)) + line,
      ),
    ),
    [words.text + colon(locale).trimEnd(), ...within(4, textLines(item.text, columns - 4))],
    item.media.length === 0
      ? []
      : [
          words.media + colon(locale).trimEnd(),
          ...item.media.flatMap((media) => within(4, mediaLines(media, columns - 4, locale))),
        ],
    [
      words.log + colon(locale).trimEnd(),
      ...within(4, log.length === 0 ? wrap(words.nothing, columns - 4) : logLines(log, columns - 4, view, false)),
    ],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function mediaLines({ file, alt, tag }: ItemRecord['media'][number], columns: number, locale: Locale): string[] {
  const words = WORDS[locale];
  const parts = [
    oneLine(file),
    alt === null ? words.noAlt : `${words.alt}${colon(locale)}${alt}`,
    ...(tag.length === 0 ? [] : [`${words.tags}${colon(locale)}${tag.map((handle) => `@${handle}`).join(', ')}`]),
  ];
  return parts.flatMap((part) => hanging(part, columns));
}

/** Values of events that are instants, ms UTC; and those that are amounts, or durations in ms. */
const INSTANTS = new Set(['from', 'to', 'dueAt', 'until', 'postedAt']);
const AMOUNTS = new Set(['cost', 'price']);
const DURATIONS = new Set(['by']);

/** What values of events are called; others by the name that they have. */
const VALUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { from: 'from', dueAt: 'slot', until: 'until', postedAt: 'at', checks: 'times' },
  fr: {
    from: 'avant',
    to: 'après',
    dueAt: 'créneau',
    until: 'jusqu’à',
    postedAt: 'le',
    cost: 'coût',
    price: 'prix',
    checks: 'fois',
    attempt: 'essai',
    outcome: 'issue',
    posts: 'posts',
  },
};

function valueText(name: string, value: string | number | boolean, zone: string, view: QueueView): string {
  const { locale } = view;
  const called = VALUES[locale][name] ?? name;
  if (typeof value !== 'number') return `${called} ${value}`;
  if (INSTANTS.has(name)) return `${called} ${shownAt(value, zone, view)}`;
  if (AMOUNTS.has(name)) return `${called} ${dollars(value)}`;
  return `${called} ${DURATIONS.has(name) ? `${value < 0 ? '−' : '+'}${span(Math.abs(value), locale)}` : value}`;
}

function logLines(log: readonly EventRecord[], columns: number, view: QueueView, withItem: boolean): string[] {
  const { locale } = view;
  return log.flatMap(({ localTime, zone, item, text, reason, data }) => {
    const values = Object.entries(data).map(([name, value]) => valueText(name, value, zone, view));
    const who = withItem && item !== null ? `${WORDS[locale].itemShort} ${item}${colon(locale)}` : '';
    const brackets = values.length === 0 ? '' : ` [${values.join(', ')}]`;
    const why = reason === null ? '' : `${locale === 'fr' ? ' ; ' : '; '}${reason.text}`;
    return hanging(`${moment(localTime, locale)} ${zone}  ${who}${text}${brackets}${why}`, columns);
  });
}

/** A text whose lines after the first stand further in. */
const hanging = (text: string, columns: number): string[] =>
  wrap(oneLine(text), columns - 2).map((line, index) => (index === 0 ? line : `  ${line}`));

/** The log as text. */
export function queueLogReport({ log }: QueueLogDocument, view: QueueView): string {
  if (log.length === 0) return `${WORDS[view.locale].nothing}\n`;
  return `${logLines(log, reportColumns(view), view, true).join('\n')}\n`;
}
