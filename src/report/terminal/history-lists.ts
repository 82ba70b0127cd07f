import type { ContactSummary, KeywordFigure, LinkSummary, PostSummary } from '#history/query-ports.js';
import { formatDay, grouped, formatMinute, type Locale } from './figures.js';
import type { TerminalStyle } from './style.js';
import { table } from './table.js';

/** How the lists are drawn. */
export interface ListView extends TerminalStyle {
  readonly locale: Locale;
}

const WORDS = {
  en: {
    link: 'link',
    posts: 'posts',
    first: 'first',
    last: 'last',
    likes: 'likes',
    reposts: 'reposts',
    replies: 'replies',
    impressions: 'impressions',
    clicks: 'clicks',
    when: 'when (UTC)',
    kind: 'kind',
    text: 'text',
    gone: 'gone',
    handle: 'handle',
    mentions: 'mentions',
    answers: 'replies',
    reposted: 'reposts',
    optedOut: 'opted out',
    yes: 'yes',
    term: 'term',
    language: 'lang',
    figure: 'figure',
    measure: 'measure',
    source: 'source',
    told: 'told',
    kinds: { original: '', thread: 'thread', reply: 'reply', repost: 'repost' },
    noLinks: 'no links',
    noPosts: 'no posts',
    noContacts: 'no contacts',
    noKeywords: 'no keywords: tweetspan keywords import <csv> reads them',
  },
  fr: {
    link: 'lien',
    posts: 'tweets',
    first: 'premier',
    last: 'dernier',
    likes: 'likes',
    reposts: 'republ.',
    replies: 'réponses',
    impressions: 'impressions',
    clicks: 'clics',
    when: 'quand (UTC)',
    kind: 'genre',
    text: 'texte',
    gone: 'disparu',
    handle: 'compte',
    mentions: 'mentions',
    answers: 'réponses',
    reposted: 'republ.',
    optedOut: 'refus',
    yes: 'oui',
    term: 'terme',
    language: 'langue',
    figure: 'chiffre',
    measure: 'mesure',
    source: 'source',
    told: 'relevé',
    kinds: { original: '', thread: 'fil', reply: 'réponse', repost: 'republ.' },
    noLinks: 'aucun lien',
    noPosts: 'aucun tweet',
    noContacts: 'aucun contact',
    noKeywords: 'aucun mot-clé : tweetspan keywords import <csv> en lit',
  },
} as const;

/** Lists are read line by line: beyond this the eye loses the row. */
const WIDEST = 160;

const draw = (columns: Parameters<typeof table>[0], view: ListView): string =>
  table(columns, { ...view, columns: Math.min(view.columns, WIDEST) });

/** What is not known is a dash: nought would be a figure. */
const count = (value: number | undefined, locale: Locale): string =>
  value === undefined ? '–' : grouped(value, locale);
const day = (instant: number | undefined): string => (instant === undefined ? '–' : formatDay(instant));
const TEXT_LINK = /^text:/;

/** Links with their figures. One whose page is unknown shows the text of its posts, in quotation marks. */
export function linksTable(links: readonly LinkSummary[], view: ListView): string {
  const { locale } = view;
  const words = WORDS[locale];
  if (links.length === 0) return `${words.noLinks}\n`;
  const total = (name: keyof LinkSummary['totals']): string[] => links.map(({ totals }) => count(totals[name], locale));
  const right = 'right' as const;
  const formatLinkName = ({ identity, byText }: LinkSummary): string =>
    byText ? `“${identity.replace(TEXT_LINK, '')}”` : identity;
  return draw(
    [
      { title: words.link, cells: links.map(formatLinkName), flexible: 30 },
      { title: words.posts, cells: links.map(({ posts }) => grouped(posts, locale)), align: right },
      { title: words.first, cells: links.map(({ firstAt }) => day(firstAt)), drop: 4 },
      { title: words.last, cells: links.map(({ lastAt }) => day(lastAt)) },
      { title: words.likes, cells: total('likes'), align: right, drop: 1 },
      { title: words.reposts, cells: total('reposts'), align: right, drop: 2 },
      { title: words.replies, cells: total('replies'), align: right, drop: 6 },
      { title: words.impressions, cells: total('impressions'), align: right, drop: 3 },
      { title: words.clicks, cells: total('linkClicks'), align: right, drop: 5 },
    ],
    view,
  );
}

function formatWhen({ at, precision }: PostSummary): string {
  if (at === undefined) return '–';
  return precision === 'day' ? formatDay(at) : formatMinute(at);
}

/** Posts, one a line. */
export function postsTable(posts: readonly PostSummary[], view: ListView): string {
  const { locale } = view;
  const words = WORDS[locale];
  if (posts.length === 0) return `${words.noPosts}\n`;
  const counters = (name: keyof PostSummary['counters']): string[] =>
    posts.map((post) => count(post.counters[name], locale));
  const kinds = posts.map(({ kind, gone }) => (gone ? words.gone : words.kinds[kind]));
  const right = 'right' as const;
  return draw(
    [
      { title: words.when, cells: posts.map(formatWhen) },
      ...(kinds.every((kind) => kind === '') ? [] : [{ title: words.kind, cells: kinds, drop: 4 }]),
      { title: words.text, cells: posts.map(({ text }) => text), flexible: 36 },
      { title: words.likes, cells: counters('likes'), align: right, drop: 1 },
      { title: words.reposts, cells: counters('reposts'), align: right, drop: 2 },
      { title: words.impressions, cells: counters('impressions'), align: right, drop: 3 },
      { title: 'id', cells: posts.map(({ id }) => id), drop: 5 },
    ],
    view,
  );
}

/** People with how often they were met. */
export function contactsTable(contacts: readonly ContactSummary[], view: ListView): string {
  const { locale } = view;
  const words = WORDS[locale];
  if (contacts.length === 0) return `${words.noContacts}\n`;
  const counts = (name: 'mentions' | 'replies' | 'reposts'): string[] =>
    contacts.map((contact) => grouped(contact[name], locale));
  const right = 'right' as const;
  const anybodyOut = contacts.some(({ optedOut }) => optedOut === true);
  return draw(
    [
      { title: words.handle, cells: contacts.map(({ handle }) => `@${handle}`), flexible: 16 },
      { title: words.mentions, cells: counts('mentions'), align: right },
      { title: words.answers, cells: counts('replies'), align: right },
      { title: words.reposted, cells: counts('reposts'), align: right },
      { title: words.first, cells: contacts.map(({ firstAt }) => day(firstAt)), drop: 1 },
      { title: words.last, cells: contacts.map(({ lastAt }) => day(lastAt)) },
      ...(anybodyOut
        ? [{ title: words.optedOut, cells: contacts.map(({ optedOut }) => (optedOut === true ? words.yes : '')) }]
        : []),
    ],
    view,
  );
}

/** Figures of demand as their sources tell them. */
export function keywordsTable(figures: readonly KeywordFigure[], view: ListView): string {
  const { locale } = view;
  const words = WORDS[locale];
  if (figures.length === 0) return `${words.noKeywords}\n`;
  const exact = (figure: number): string =>
    figure < 100 && !Number.isInteger(figure) ? figure.toFixed(1) : grouped(figure, locale);
  return draw(
    [
      { title: words.term, cells: figures.map(({ term }) => term), flexible: 16 },
      { title: words.language, cells: figures.map(({ language }) => language || '–'), drop: 2 },
      { title: words.figure, cells: figures.map(({ figure }) => exact(figure)), align: 'right' },
      { title: words.measure, cells: figures.map(({ measure }) => measure.slice(0, 40)), drop: 3 },
      { title: words.source, cells: figures.map(({ source }) => source) },
      { title: words.told, cells: figures.map(({ reportedAt }) => formatDay(reportedAt)), drop: 1 },
    ],
    view,
  );
}
