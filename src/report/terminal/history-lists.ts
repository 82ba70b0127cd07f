import type { ContactSummary, KeywordFigure, LinkSummary, PostSummary } from '#history/query-ports.js';
import type { Locale } from '#base/locale.js';
import { historySentences } from '#locale/history.js';
import type { TerminalStyle } from './style.js';
import { table } from './table.js';

/** How the lists are drawn. */
export interface ListView extends TerminalStyle {
  readonly locale: Locale;
  /** IANA name of the time zone that days and hours are shown in. */
  readonly zone: string;
  /** What its clock shows at an instant (ms UTC), `2026-03-05T20:00`. */
  readonly toLocalTime: (instant: number) => string;
}

/** Lists are read line by line: beyond this the eye loses the row. */
const WIDEST = 160;

const draw = (columns: Parameters<typeof table>[0], view: ListView): string =>
  table(columns, { ...view, columns: Math.min(view.columns, WIDEST) });

/** Cells of figures and days in the language of a list; what is not known is a dash, since 0 would be a figure. */
function cellsOf({ locale, toLocalTime }: ListView) {
  const { lists } = historySentences(locale);
  return {
    count: (value: number | undefined): string => (value === undefined ? lists.unknownCounter : lists.count(value)),
    day: (instant: number | undefined): string =>
      instant === undefined ? lists.unknownCounter : lists.day(toLocalTime(instant)),
  };
}

const TEXT_LINK = /^text:/;

/** Links with their figures. One whose page is unknown shows the text of its posts, in quotation marks. */
export function linksTable(links: readonly LinkSummary[], view: ListView): string {
  const { lists, links: words } = historySentences(view.locale);
  const { count, day } = cellsOf(view);
  if (links.length === 0) return `${words.none}\n`;
  const total = (name: keyof LinkSummary['totals']): string[] => links.map(({ totals }) => count(totals[name]));
  const right = 'right' as const;
  const formatLinkName = ({ identity, byText }: LinkSummary): string =>
    byText ? words.byText(identity.replace(TEXT_LINK, '')) : identity;
  return draw(
    [
      { title: words.link, cells: links.map(formatLinkName), flexible: 30 },
      { title: words.posts, cells: links.map(({ posts }) => count(posts)), align: right },
      { title: lists.first, cells: links.map(({ firstAt }) => day(firstAt)), drop: 4 },
      { title: lists.last, cells: links.map(({ lastAt }) => day(lastAt)) },
      { title: lists.likes, cells: total('likes'), align: right, drop: 1 },
      { title: lists.reposts, cells: total('reposts'), align: right, drop: 2 },
      { title: lists.replies, cells: total('replies'), align: right, drop: 6 },
      { title: lists.impressions, cells: total('impressions'), align: right, drop: 3 },
      { title: lists.clicks, cells: total('linkClicks'), align: right, drop: 5 },
    ],
    view,
  );
}

/** Posts, one a line. A post whose hour is unknown shows the day that its source names. */
export function postsTable(posts: readonly PostSummary[], view: ListView): string {
  const { lists, posts: words } = historySentences(view.locale);
  const { count } = cellsOf(view);
  if (posts.length === 0) return `${words.none}\n`;
  const formatWhen = ({ at, precision }: PostSummary): string => {
    if (at === undefined) return lists.unknownCounter;
    return precision === 'day' ? lists.day(new Date(at).toISOString()) : lists.when(view.toLocalTime(at));
  };
  const counters = (name: keyof PostSummary['counters']): string[] => posts.map((post) => count(post.counters[name]));
  const kinds = posts.map(({ kind, gone }) => (gone ? words.gone : words.kinds[kind]));
  const right = 'right' as const;
  return draw(
    [
      { title: words.whenIn(view.zone), cells: posts.map(formatWhen) },
      ...(kinds.every((kind) => kind === '') ? [] : [{ title: words.kindTitle, cells: kinds, drop: 4 }]),
      { title: words.text, cells: posts.map(({ text }) => text), flexible: 30 },
      { title: lists.likes, cells: counters('likes'), align: right, drop: 1 },
      { title: lists.reposts, cells: counters('reposts'), align: right, drop: 2 },
      { title: lists.impressions, cells: counters('impressions'), align: right, drop: 3 },
      { title: 'id', cells: posts.map(({ id }) => id), drop: 5 },
    ],
    view,
  );
}

/** People with how often they were met. */
export function contactsTable(contacts: readonly ContactSummary[], view: ListView): string {
  const { lists, contacts: words } = historySentences(view.locale);
  const { count, day } = cellsOf(view);
  if (contacts.length === 0) return `${words.none}\n`;
  const counts = (name: 'mentions' | 'replies' | 'reposts'): string[] =>
    contacts.map((contact) => count(contact[name]));
  const right = 'right' as const;
  const anyOptedOut = contacts.some(({ optedOut }) => optedOut === true);
  return draw(
    [
      { title: words.person, cells: contacts.map(({ handle }) => `@${handle}`), flexible: 16 },
      { title: words.mentions, cells: counts('mentions'), align: right },
      { title: lists.replies, cells: counts('replies'), align: right },
      { title: lists.reposts, cells: counts('reposts'), align: right },
      { title: lists.first, cells: contacts.map(({ firstAt }) => day(firstAt)), drop: 1 },
      { title: lists.last, cells: contacts.map(({ lastAt }) => day(lastAt)) },
      ...(anyOptedOut
        ? [{ title: words.out, cells: contacts.map(({ optedOut }) => (optedOut === true ? words.yes : '')) }]
        : []),
    ],
    view,
  );
}

/** Search volumes as their sources report them, which name days without a time zone. */
export function keywordsTable(figures: readonly KeywordFigure[], view: ListView): string {
  const { lists, keywords: words } = historySentences(view.locale);
  if (figures.length === 0) return `${words.none}\n`;
  const day = (instant: number): string => lists.day(new Date(instant).toISOString());
  return draw(
    [
      { title: words.term, cells: figures.map(({ term }) => term), flexible: 16 },
      { title: words.language, cells: figures.map(({ language }) => language || lists.unknownCounter), drop: 2 },
      { title: words.figure, cells: figures.map(({ figure }) => words.figureOf(figure)), align: 'right' },
      { title: words.measure, cells: figures.map(({ measure }) => words.measureOf(measure).slice(0, 40)), drop: 3 },
      { title: words.source, cells: figures.map(({ source }) => source) },
      { title: words.asOf, cells: figures.map(({ reportedAt }) => day(reportedAt)), drop: 1 },
    ],
    view,
  );
}
