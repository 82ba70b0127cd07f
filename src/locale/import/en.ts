// What the command `import` says, in English.
import type { SkipReason } from '#history/collector.js';
import type { Format, Remark } from '#history/formats/reader.js';
import { count, date, list, plural } from '../format.js';

/** A sentence for each remark about a file, made from its data. */
export type RemarkSentences = { readonly [Id in Remark['id']]: (remark: Extract<Remark, { id: Id }>) => string };

/** `2 posts` from a number. */
export type Counted = (many: number) => string;

const counted =
  (one: string, other: string): Counted =>
  (many) =>
    plural(many, one, other, 'en');
const day = (instant: number): string => date(new Date(instant).toISOString(), 'en');
const posts = counted('post', 'posts');

const formats: Readonly<Record<Format, string>> = {
  archive: 'X archive',
  'archive-part': 'part of an X archive',
  grailbird: 'old archive',
  'grailbird-csv': 'table of an old archive',
  analytics: 'analytics',
  'analytics-old': 'old analytics',
  api: 'timeline from the API',
  table: 'table of posts',
  history: 'tweetspan history',
};

const skipped: Readonly<Record<SkipReason, Counted>> = {
  ghost: counted('row without a post', 'rows without a post'),
  'damaged-id': counted('row with a damaged id', 'rows with a damaged id'),
  'before-post': counted('set of counters older than its post', 'sets of counters older than their post'),
  'short-row': counted('row that is cut (too few cells)', 'rows that are cut (too few cells)'),
  'not-a-post': counted('row that is not a post', 'rows that are not posts'),
  'note-without-post': counted('long text without its post', 'long texts without their post'),
};

const remarks: RemarkSentences = {
  'observed-unknown': () => 'it does not say when its counters were read: add --observed-at 2026-01-31',
  'observed-bounded': ({ from }) =>
    `going by its name, its counters were read on ${day(from)} or later: add --observed-at to be exact`,
  'observed-on': ({ day: last }) => `going by its name, its counters were read by ${day(last)} at the latest`,
  'count-mismatch': ({ part, declaredCount, read }) =>
    `${part} holds ${posts(read)}, its archive declares ${count(declaredCount, 'en')}`,
  'part-missing': ({ part }) => `${part} is missing: the archive is incomplete`,
  'partial-archive': () => 'X marks this archive as partial: posts that it lacks are kept',
  'no-manifest': () => 'data/manifest.js is missing: the archive counts as incomplete',
  'columns-by-order': () => 'its headers are in an unknown language: columns were read by their order',
  'no-header': () => 'it has no header row: columns were read by their order',
  'counters-unreadable': ({ cells }) =>
    `${plural(cells, 'counter', 'counters', 'en')} could not be read: not a number, or negative`,
  'columns-unknown': ({ columns }) => `columns not read: ${list(columns, 'en')}`,
  'no-posts': () => 'no posts in it',
};

export const en = {
  help: {
    summary: 'read your posts from exports of X',
    description:
      'Read archives, analytics exports and tables of posts into your history. Importing the same file again changes nothing.',
    examples: [
      'tweetspan import twitter-2026-01-31.zip       # an X archive',
      'tweetspan import account_analytics_*.csv      # analytics exports',
      'tweetspan import posts.csv --observed-at 2026-01-31',
    ],
    after: `Files it reads: an X archive (zip or folder; a part such as data/tweets.js is
enough), an archive from 2012 to 2019, the "By Tweet" and "Content" exports of
analytics, timelines from the API, what tweetspan export writes, and tables or
JSON lines with id and text. Other columns: at (2026-01-31T18:00Z), kind,
language, links, likes, reposts, replies, quotes, impressions …, observedAt.`,
  },
  paths: 'archives (zip or folder), CSV, JSON or JSON lines',
  observedAt: 'when the counters were read, for files that do not say',
  alsoKnownAs: 'another handle of the account, if it was renamed (repeatable)',
  inFuture: '--observed-at is in the future: use the day on which the counters were read',
  interrupted: (imported: number): string =>
    imported === 0
      ? 'interrupted: nothing was imported'
      : `interrupted: ${plural(imported, 'file is', 'files are', 'en')} imported, nothing of the next one`,
  formats,
  posts,
  read: (many: number): string => `read ${posts(many)}`,
  added: (many: number): string => `${count(many, 'en')} new`,
  updated: (many: number): string => `${count(many, 'en')} updated`,
  observations: counted('observation', 'observations'),
  nothingNew: 'nothing new',
  including: (parts: string): string => `including ${parts}`,
  skippedRows: (parts: string): string => `skipped ${parts}`,
  originals: counted('original', 'originals'),
  threads: counted('in a thread', 'in threads'),
  replies: counted('reply', 'replies'),
  reposts: counted('repost', 'reposts'),
  quotes: counted('quote', 'quotes'),
  edited: counted('version of an edited post', 'versions of edited posts'),
  hourUnknown: counted('without its hour', 'without their hour'),
  gone: counted('gone from X', 'gone from X'),
  skipped,
  remarks,
  refused: 'not imported',
  stopped: 'the files after it were not tried',
  history: 'Your history',
  empty: 'no posts yet',
  period: (first: number, last: number): string => `${day(first)} to ${day(last)}`,
  shares: {
    hour: 'hour known',
    counters: 'with counters',
    impressions: 'with impressions',
    link: 'with a link',
    twice: 'observed twice',
  },
  ofOriginals: (part: number, whole: number): string =>
    `${count(part, 'en')} of ${plural(whole, 'original', 'originals', 'en')}`,
  capabilities: 'What you can do with it',
  capabilityNames: { hours: 'best hours', decay: 'decay', links: 'links' },
  hoursFrom: {
    impressions: (many: number): string => `yes, from impressions (${posts(many)})`,
    reactions: (many: number): string => `yes, from likes and reposts (${posts(many)})`,
  },
  hoursTooFew: (many: number, needed: number): string =>
    `not enough data: ${posts(many)} (need ${count(needed, 'en')})`,
  hoursMissing: {
    posts: 'no: import posts of your own',
    hours: 'no: the hours of your posts are missing; import an X archive',
    counters: 'no: counters are missing; import an X archive or an analytics export',
  },
  decayFor: (many: number): string => `yes, for ${posts(many)}`,
  noDecay: "not yet: import again later; it takes one observation in a post's first 7 days and one after",
  linksIn: (many: number): string => `${posts(many)} with a link`,
  noLinks: 'no post has a link',
};

/** The shape of the section in any language. */
export type ImportSentences = typeof en;
