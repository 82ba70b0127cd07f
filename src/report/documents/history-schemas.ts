import * as v from 'valibot';
import { defineDocument } from './define.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const maybeCount = v.nullable(count);
const instant = v.pipe(v.nullable(v.string()), v.description('ISO 8601 in UTC; null when not known'));
const kind = v.picklist(['original', 'thread', 'reply', 'repost']);
const more = v.pipe(v.boolean(), v.description('whether the list was cut at its limit'));

const refused = v.strictObject({
  status: v.literal('refused'),
  file: v.string(),
  reason: v.pipe(v.string(), v.description('code of what is wrong with the file')),
  data: v.pipe(v.record(v.string(), v.unknown()), v.description('what a sentence about it needs')),
});

const skipReasons = v.partial(
  v.strictObject({
    ghost: count,
    'damaged-id': count,
    'before-post': count,
    'not-a-post': count,
    'note-without-post': count,
    'short-row': count,
    'not-a-visit': count,
  }),
);

const remark = v.variant('id', [
  v.strictObject({ id: v.literal('observed-unknown') }),
  v.strictObject({ id: v.literal('observed-bounded'), from: instant }),
  v.strictObject({ id: v.literal('observed-on'), day: instant }),
  v.strictObject({ id: v.literal('count-mismatch'), part: v.string(), declaredCount: count, read: count }),
  v.strictObject({ id: v.literal('part-missing'), part: v.string() }),
  v.strictObject({ id: v.literal('part-unlisted'), part: v.string() }),
  v.strictObject({ id: v.literal('partial-archive') }),
  v.strictObject({ id: v.literal('no-manifest') }),
  v.strictObject({ id: v.literal('columns-by-order') }),
  v.strictObject({ id: v.literal('no-header') }),
  v.strictObject({ id: v.literal('counters-unreadable'), cells: count }),
  v.strictObject({ id: v.literal('columns-unknown'), columns: v.array(v.string()) }),
  v.strictObject({ id: v.literal('no-posts') }),
]);

const imported = v.strictObject({
  status: v.literal('imported'),
  file: v.string(),
  format: v.picklist([
    'archive',
    'archive-part',
    'grailbird',
    'grailbird-csv',
    'analytics',
    'analytics-old',
    'api',
    'table',
    'history',
    'matomo',
    'plausible',
    'ga4',
    'visits',
  ]),
  read: v.strictObject({
    rows: count,
    posts: count,
    originals: count,
    threads: count,
    replies: count,
    reposts: count,
    quotes: count,
    edited: count,
    hourUnknown: count,
    longNotes: count,
    observations: count,
    visits: v.pipe(count, v.description('visits that web statistics count')),
    skipped: v.pipe(skipReasons, v.description('rows that were skipped, by reason')),
  }),
  merged: v.strictObject({ added: count, updated: count, observations: count, visits: count }),
  remarks: v.array(remark),
});

const usable = v.strictObject({ posts: count, days: count });

const coverage = v.strictObject({
  posts: count,
  originals: count,
  threads: count,
  replies: count,
  reposts: count,
  superseded: v.pipe(count, v.description('older versions of edited posts')),
  gone: count,
  withHour: v.pipe(count, v.description('this and the following count originals')),
  withCounters: count,
  withImpressions: count,
  withLink: count,
  withTwoObservations: count,
  withPace: v.pipe(count, v.description('with reactions read in their first 7 days and after')),
  hoursFrom: v.pipe(
    v.strictObject({ reactions: usable, impressions: usable, clicks: usable }),
    v.description('originals of a known hour that were at least 72 h old when counted, by what was counted'),
  ),
  first: instant,
  last: instant,
});

const capabilities = v.strictObject({
  bestHours: v.variant('from', [
    v.strictObject({ from: v.picklist(['reactions', 'impressions', 'clicks']), posts: count, days: count }),
    v.strictObject({ from: v.literal('none'), missing: v.picklist(['posts', 'hours', 'counters', 'age']) }),
  ]),
  decay: v.pipe(
    v.strictObject({ posts: count, minPosts: count }),
    v.description('the pace is learned from these posts if there are minPosts, and is typical otherwise'),
  ),
  links: v.strictObject({ posts: count }),
  tooLittle: v.pipe(v.boolean(), v.description('whether posts or days are too few for best hours')),
  minPosts: count,
  minDays: count,
});

/** What `tweetspan import --format json` prints. */
export const importSchema = defineDocument('import', {
  database: v.string(),
  files: v.array(v.variant('status', [refused, imported])),
  stopped: v.pipe(v.nullable(v.string()), v.description('code of what ended the import before its last file')),
  coverage,
  capabilities,
  summary: v.strictObject({ files: count, imported: count, refused: count }),
});

/** What `tweetspan links --format json` prints. */
export const linksSchema = defineDocument('links', {
  links: v.array(
    v.strictObject({
      link: v.pipe(
        v.string(),
        v.description('identity of the page: its URL without tracking; text:… when the page is unknown'),
      ),
      byText: v.boolean(),
      label: v.pipe(
        v.string(),
        v.description('what a person knows it by: the link itself, or the text of its newest post when it is byText'),
      ),
      short: v.pipe(v.nullable(v.string()), v.description('the short URL in that post, when it is byText')),
      posts: count,
      first: instant,
      last: instant,
      likes: maybeCount,
      reposts: maybeCount,
      replies: maybeCount,
      impressions: maybeCount,
      linkClicks: maybeCount,
      visits: v.pipe(maybeCount, v.description('visits of the page by web statistics; null when not known')),
    }),
  ),
  more,
});

const counters = v.partial(
  v.strictObject({
    likes: count,
    reposts: count,
    replies: count,
    quotes: count,
    bookmarks: count,
    impressions: count,
    engagements: count,
    linkClicks: count,
    profileClicks: count,
    detailExpands: count,
    follows: count,
  }),
);

/** What `tweetspan posts --format json` prints. */
export const postsSchema = defineDocument('posts', {
  posts: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^\d+$/)),
      at: instant,
      precision: v.pipe(
        v.picklist(['ms', 'second', 'minute', 'day']),
        v.description('how exactly `at` is known; day: its hour is not'),
      ),
      kind,
      quote: v.boolean(),
      gone: v.pipe(v.boolean(), v.description('missing from a later complete export, or X said so')),
      language: v.string(),
      media: count,
      text: v.string(),
      links: v.array(v.string()),
      counters: v.pipe(counters, v.description('the latest figure of each; what no source names is left out')),
    }),
  ),
  more,
});

/** What `tweetspan contacts --format json` prints. */
export const contactsSchema = defineDocument('contacts', {
  contacts: v.array(
    v.strictObject({
      handle: v.string(),
      mentions: count,
      replies: count,
      reposts: count,
      first: instant,
      last: instant,
      optedOut: v.boolean(),
      asked: v.pipe(instant, v.description('When they were last asked for help.')),
      kit: v.pipe(instant, v.description('When they were last given a post to send.')),
      agreed: v.pipe(v.nullable(v.string()), v.description('The day on which they agreed to be given posts.')),
    }),
  ),
  more,
});

/** What `tweetspan keywords --format json` prints. */
export const keywordsSchema = defineDocument('keywords', {
  keywords: v.array(
    v.strictObject({
      term: v.string(),
      language: v.nullable(v.string()),
      figure: v.number(),
      measure: v.pipe(
        v.string(),
        v.description('what the figure counts; figures of different measures are never compared'),
      ),
      source: v.string(),
      reportedAt: instant,
    }),
  ),
  more,
});

/** What `tweetspan keywords import --format json` prints. */
export const keywordsImportSchema = defineDocument('keywords-import', {
  database: v.string(),
  files: v.array(
    v.variant('status', [
      refused,
      v.strictObject({
        status: v.literal('imported'),
        file: v.string(),
        format: v.picklist(['search-console', 'trends', 'keyword-planner', 'plain']),
        read: count,
        added: count,
        skipped: count,
      }),
    ]),
  ),
});
