import {
  FEW_POSTS,
  hoursBasis,
  hoursHeadings,
  type HoursDocument,
  type HourSlot,
  upliftText,
} from '../documents/hours.js';
import { computeEdges } from '../steps.js';
import { count, percent, weekdayName } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { FEW, heatMap, SHADES, sparkline } from './heat-map.js';
import { createPalette, type TerminalStyle } from './style.js';
import { table } from './table.js';
import { visible, wrap } from './width.js';

/** How the report of hours is drawn. */
export interface TimingView extends TerminalStyle {
  readonly locale: Locale;
}

const WORDS = {
  en: {
    postsName: 'posts',
    few: {
      own: (few: string, posts: number) =>
        `${few} marks an hour with fewer than ${posts} of your posts: its effect is mostly that of its neighbours`,
      typical: (few: string, posts: number) => `${few} marks an hour with fewer than ${posts} of your posts`,
    },
    slot: 'Slot',
    posts: 'Posts',
    effect: 'Effect (80 % interval)',
    hours: 'Hours 0 to 23',
    days: 'Monday to Sunday',
    under: 'below',
    over: 'from',
  },
  fr: {
    postsName: 'posts',
    few: {
      own: (few: string, posts: number) =>
        `${few} marque une heure avec moins de ${posts} de vos posts : son effet lui vient surtout de ses voisines`,
      typical: (few: string, posts: number) => `${few} marque une heure avec moins de ${posts} de vos posts`,
    },
    slot: 'Créneau',
    posts: 'Posts',
    effect: 'Effet (intervalle à 80 %)',
    hours: 'Heures 0 à 23',
    days: 'Lundi à dimanche',
    under: 'moins de',
    over: 'dès',
  },
} as const;

const INDENT = '  ';
const WIDEST = 100;
/** Lead, 24 hours of two columns, and the count beside them. */
const WIDE_MAP = 64;

/** The report of hours: verdict, heat map or typical curve, slots. */
export function hoursReport(document: HoursDocument, view: TimingView): string {
  const { locale } = view;
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { title, lines } = hoursBasis(document, locale);
  const wrapped = (text: string): string[] => wrap(text, columns);
  const sections = [
    [palette.bold(visible(title)), ...lines.flatMap(wrapped).map((line) => palette.dim(line))],
    [
      ...wrapped(document.sentence).map((line) => palette.bold(line)),
      ...(document.outlook === null ? [] : wrapped(document.outlook)),
    ],
    document.verdict === 'typical only' ? curves(document, locale) : map(document, view, columns),
    slots(document, view, columns),
  ];
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`;
}

function map(document: HoursDocument, view: TimingView, columns: number): string[] {
  const { basis, hours } = document;
  const words = WORDS[view.locale];
  const palette = createPalette(view.color);
  const edges = computeEdges(hours.map(({ uplift }) => uplift));
  const wide = columns >= WIDE_MAP;
  const tint = (shade: number, text: string): string =>
    shade > 2 ? palette.share(1, text) : shade < 2 ? palette.dim(text) : text;
  const lines = heatMap(
    hours.map(({ uplift, posts }) => ({ value: uplift, posts })),
    {
      rowNames: Array.from({ length: 7 }, (_, weekday) => weekdayName(weekday, view.locale)),
      edges,
      columns: wide ? 2 : 1,
      fewPosts: FEW_POSTS,
      postsName: words.postsName,
      colorize: tint,
    },
  );
  const [farBelow, below, above, farAbove] = edges;
  const shades = [
    `"${SHADES[0]}" ${words.under} ${percent(farBelow, view.locale)}`,
    `${SHADES[1]} ${words.over} ${percent(farBelow, view.locale)}`,
    `${SHADES[2]} ${words.over} ${percent(below, view.locale)}`,
    `${SHADES[3]} ${words.over} ${percent(above, view.locale)}`,
    `${SHADES[4]} ${words.over} ${percent(farAbove, view.locale)}`,
  ].join('  ');
  return [
    ...wrap(hoursHeadings(document, view.locale).effects, columns),
    '',
    ...lines.map((line) => INDENT + line),
    '',
    ...[shades, ...(wide ? [words.few[basis](FEW, FEW_POSTS)] : [])]
      .flatMap((text) => wrap(text, columns - INDENT.length))
      .map((line) => INDENT + palette.dim(line)),
  ];
}

/** The typical curve by hour and by weekday: with so few posts a map of the week would look like the account's own. */
function curves({ hours }: HoursDocument, locale: Locale): string[] {
  const words = WORDS[locale];
  const mean = (keep: (cell: { readonly weekday: number; readonly hour: number }) => boolean): number => {
    const kept = hours.filter(keep);
    return kept.reduce((total, { effect }) => total + effect, 0) / Math.max(1, kept.length);
  };
  const byHour = Array.from({ length: 24 }, (_, hour) => mean((cell) => cell.hour === hour));
  const byDay = Array.from({ length: 7 }, (_, weekday) => mean((cell) => cell.weekday === weekday));
  const names = [words.hours, words.days];
  const lead = Math.max(...names.map((name) => name.length)) + 2;
  return [INDENT + words.hours.padEnd(lead) + sparkline(byHour), INDENT + words.days.padEnd(lead) + sparkline(byDay)];
}

function slots(document: HoursDocument, view: TimingView, columns: number): string[] {
  const { locale } = view;
  const { slots: chosen, verdict } = document;
  const words = WORDS[locale];
  const name = ({ weekday, hour }: HourSlot): string =>
    `${weekdayName(weekday, locale)} ${String(hour).padStart(2, '0')}:00–${String((hour + 1) % 24).padStart(2, '0')}:00`;
  const withPosts = verdict !== 'typical only';
  const lines = table(
    [
      { title: words.slot, cells: chosen.map(name) },
      ...(withPosts
        ? [{ title: words.posts, align: 'right', cells: chosen.map(({ posts }) => count(posts, locale)) } as const]
        : []),
      { title: words.effect, cells: chosen.map((slot) => upliftText(slot, locale)) },
    ],
    { color: view.color, columns: columns - INDENT.length },
  );
  return [...wrap(hoursHeadings(document, locale).slots, columns), ...indented(lines)];
}

const indented = (lines: string): string[] =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => INDENT + line);
