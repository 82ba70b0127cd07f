import type { ContactSummary, KeywordFigure, LinkSummary, PostSummary } from '#history/query-ports.js';
import type { Locale } from '#base/locale.js';
import { historySentences } from '#locale/history.js';
import type { TerminalStyle } from './style.js';
import { tableLines, type RowColumn } from './table.js';

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

/** A list as lines, or the sentence that there is nothing in it. */
function* draw<Row>(
  columns: readonly RowColumn<Row>[],
  rows: Iterable<Row>,
  { none, ...view }: ListView & { readonly none: string },
): Generator<string> {
  if (isEmpty(rows)) yield `${none}\n`;
  else yield* tableLines(columns, rows, { ...view, columns: Math.min(view.columns, WIDEST) });
}

function isEmpty(rows: Iterable<unknown>): boolean {
  const walk = rows[Symbol.iterator]();
  const { done } = walk.next();
  walk.return?.();
  return done === true;
}

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
const SCHEME = /^https?:\/\//;

/** What a link is known by; without its page, the short URL and the text of its newest post, in quotation marks. */
function nameLink({ identity, byText, text, short }: LinkSummary, quote: (text: string) => string): string {
  if (!byText) return identity;
  if (text === undefined) return quote(identity.replace(TEXT_LINK, ''));
  if (short === undefined) return quote(text);
  return `${short.replace(SCHEME, '')} ${quote(text.replace(short, '').trim())}`;
}

/** Links with their figures, line by line. */
export function linksTable(links: Iterable<LinkSummary>, view: ListView): Iterable<string> {
  const { lists, links: words } = historySentences(view.locale);
  const { count, day } = cellsOf(view);
  const total = (name: keyof LinkSummary['totals']) => ({
    align: 'right' as const,
    cell: ({ totals }: LinkSummary) => count(totals[name]),
  });
  return draw<LinkSummary>(
    [
      {
        title: words.link,
        cell: (link) => nameLink(link, words.byText),
        flexible: 30,
      },
      { title: words.posts, cell: ({ posts }) => count(posts), align: 'right' },
      { title: lists.first, cell: ({ firstAt }) => day(firstAt), drop: 4 },
      { title: lists.last, cell: ({ lastAt }) => day(lastAt) },
      { title: lists.likes, ...total('likes'), drop: 1 },
      { title: lists.reposts, ...total('reposts'), drop: 2 },
      { title: lists.replies, ...total('replies'), drop: 6 },
      { title: lists.impressions, ...total('impressions'), drop: 3 },
      { title: lists.clicks, ...total('linkClicks'), drop: 5 },
      {
        title: lists.visits,
        cell: ({ visits }) => (visits === undefined ? '' : count(visits)),
        align: 'right',
        optional: true,
      },
    ],
    links,
    { ...view, none: words.none },
  );
}

/** Posts, one a line. A post whose hour is unknown shows the day that its source names. */
export function postsTable(posts: Iterable<PostSummary>, view: ListView): Iterable<string> {
  const { lists, posts: words } = historySentences(view.locale);
  const { count } = cellsOf(view);
  const formatWhen = ({ at, precision }: PostSummary): string => {
    if (at === undefined) return lists.unknownCounter;
    return precision === 'day' ? lists.day(new Date(at).toISOString()) : lists.when(view.toLocalTime(at));
  };
  const counter = (name: keyof PostSummary['counters']) => ({
    align: 'right' as const,
    cell: ({ counters }: PostSummary) => count(counters[name]),
  });
  return draw<PostSummary>(
    [
      { title: words.whenIn(view.zone), cell: formatWhen },
      {
        title: words.kindTitle,
        cell: ({ kind, gone }) => (gone ? words.gone : words.kinds[kind]),
        drop: 4,
        optional: true,
      },
      { title: words.text, cell: ({ text }) => text, flexible: 30 },
      { title: lists.likes, ...counter('likes'), drop: 1 },
      { title: lists.reposts, ...counter('reposts'), drop: 2 },
      { title: lists.impressions, ...counter('impressions'), drop: 3 },
      { title: 'id', cell: ({ id }) => id, drop: 5 },
    ],
    posts,
    { ...view, none: words.none },
  );
}

/** People with how often they were met. */
export function contactsTable(contacts: Iterable<ContactSummary>, view: ListView): Iterable<string> {
  const { lists, contacts: words } = historySentences(view.locale);
  const { count, day } = cellsOf(view);
  const counts = (name: 'mentions' | 'replies' | 'reposts') => ({
    align: 'right' as const,
    cell: (contact: ContactSummary) => count(contact[name]),
  });
  return draw<ContactSummary>(
    [
      { title: words.person, cell: ({ handle }) => `@${handle}`, flexible: 16 },
      { title: words.mentions, ...counts('mentions') },
      { title: lists.replies, ...counts('replies'), drop: 1 },
      { title: lists.reposts, ...counts('reposts'), drop: 2 },
      { title: lists.first, cell: ({ firstAt }) => day(firstAt), drop: 3 },
      { title: lists.last, cell: ({ lastAt }) => day(lastAt) },
      {
        title: words.asked,
        cell: ({ lastAskAt }) => (lastAskAt === undefined ? '' : day(lastAskAt)),
        optional: true,
      },
      {
        title: words.kit,
        cell: ({ lastKitAt }) => (lastKitAt === undefined ? '' : day(lastKitAt)),
        optional: true,
      },
      { title: words.out, cell: ({ optedOut }) => (optedOut === true ? words.yes : ''), optional: true },
    ],
    contacts,
    { ...view, none: words.none },
  );
}

/** Search volumes as their sources report them, which name days without a time zone. */
export function keywordsTable(figures: Iterable<KeywordFigure>, view: ListView): Iterable<string> {
  const { lists, keywords: words } = historySentences(view.locale);
  const day = (instant: number): string => lists.day(new Date(instant).toISOString());
  return draw<KeywordFigure>(
    [
      { title: words.term, cell: ({ term }) => term, flexible: 16 },
      { title: words.language, cell: ({ language }) => language || lists.unknownCounter, drop: 2 },
      { title: words.figure, cell: ({ figure }) => words.figureOf(figure), align: 'right' },
      { title: words.measure, cell: ({ measure }) => words.measureOf(measure).slice(0, 40), drop: 3 },
      { title: words.source, cell: ({ source }) => source },
      { title: words.asOf, cell: ({ reportedAt }) => day(reportedAt), drop: 1 },
    ],
    figures,
    { ...view, none: words.none },
  );
}
