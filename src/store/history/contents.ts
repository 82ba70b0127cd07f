import type { Database } from '../driver/port.js';
import type {
  AccountSign,
  HistoryContents,
  ImportRecord,
  KeptPost,
  PostContact,
  PostKind,
  PostLink,
  Precision,
  Coverage,
  HoursMetric,
  UsableCount,
} from '#history/ports.js';
import {
  COUNTED_AT,
  GONE,
  METRIC_COLUMNS,
  OBSERVED_ORIGINALS,
  type ObservationRow,
  toObservation,
  readRank,
} from './rows.js';
import { allKeywords } from './keywords.js';
import { listOptOuts } from './contacts.js';
import { readOutreach } from './outreach.js';
import { eachVisitCount } from './visits.js';

/** The account that a database serves; undefined before the first import. */
export function readAccount(database: Database): AccountSign | undefined {
  const row = database.prepare<[], { id: string | null }>('SELECT id FROM account').get();
  if (row === undefined) return undefined;
  const handles = database.prepare<[], string>('SELECT handle FROM account_handles ORDER BY handle').pluck().all();
  return { ...(row.id === null ? {} : { id: row.id }), handles };
}

interface ImportRow {
  readonly digest: string;
  readonly format: string;
  readonly name: string;
  readonly generated_at: number | null;
  readonly complete: number;
  readonly rows: number;
  readonly imported_at: number;
}

/** Imports so far, oldest first. */
export const listImports = (database: Database): ImportRecord[] =>
  database
    .prepare<[], ImportRow>('SELECT * FROM imports ORDER BY imported_at, name, digest, format')
    .all()
    .map(({ generated_at: generatedAt, imported_at: importedAt, complete, ...rest }) =>
      Object.assign({ ...rest, complete: complete === 1, importedAt }, generatedAt === null ? {} : { generatedAt }),
    );

interface PostRow {
  readonly id: string;
  readonly at: number | null;
  readonly precision: Precision;
  readonly time_rank: number;
  readonly kind: PostKind;
  readonly quote: number;
  readonly language: string;
  readonly media: number;
  readonly first: string;
  readonly facts_rank: number;
  readonly text: string;
  readonly text_rank: number;
  readonly links_rank: number;
}

const BLOCK = 500;
const POSTS_AFTER = `
SELECT id, at, precision, time_rank, kind, quote, language, media, CAST(first_version AS TEXT) AS first, facts_rank,
  text, text_rank, links_rank FROM posts WHERE key > CAST(? AS INTEGER) ORDER BY key LIMIT ${BLOCK}`;
const LINKS = 'SELECT short, target FROM post_links WHERE post = CAST(? AS INTEGER) ORDER BY position';
const CONTACTS = `
SELECT c.handle, pc.how FROM post_contacts pc JOIN contacts c ON c.key = pc.contact
WHERE pc.post = CAST(? AS INTEGER) ORDER BY c.handle, pc.how`;
const OBSERVATIONS = `
SELECT instant, certainty, source, ${METRIC_COLUMNS.join(', ')}, more FROM observations
WHERE post = CAST(? AS INTEGER) ORDER BY instant, certainty, source, fingerprint`;

/**
 * All posts in the order of ids. They are read in blocks, each in a statement of its own: an open cursor would forbid
 * every other use of the connection while the caller writes.
 */
function* readPosts(database: Database): Generator<KeptPost> {
  const posts = database.prepare<[string], PostRow>(POSTS_AFTER);
  const links = database.prepare<[string], { short: string | null; target: string | null }>(LINKS);
  const contacts = database.prepare<[string], PostContact>(CONTACTS);
  const observations = database.prepare<[string], ObservationRow>(OBSERVATIONS);
  let last = '-1';
  for (;;) {
    const rows = posts.all(last);
    for (const row of rows) {
      const text = readRank(row.text_rank);
      yield {
        id: row.id,
        at: row.at ?? undefined,
        precision: row.precision,
        kind: row.kind,
        quote: row.quote === 1,
        language: row.language,
        media: row.media,
        ...(row.first === '0' ? {} : { firstVersion: row.first }),
        text: row.text,
        cut: text.complete === 0,
        provenance: readRank(row.facts_rank).provenance,
        partProvenance: {
          text: text.provenance,
          links: readRank(row.links_rank).provenance,
          time: readRank(row.time_rank).provenance,
        },
        links: links.all(row.id).map(asLink),
        contacts: contacts.all(row.id),
        observations: observations.all(row.id).map(toObservation),
      };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < BLOCK) return;
    last = end.id;
  }
}

const asLink = ({ short, target }: { short: string | null; target: string | null }): PostLink => {
  if (target === null) return { short: short ?? '' };
  return short === null ? { target } : { short, target };
};

/** All that a history holds besides what follows from it. */
export const readContents = (database: Database): HistoryContents => ({
  account: readAccount(database),
  imports: listImports(database),
  absences: database
    .prepare<[], { id: string; instant: number }>(
      'SELECT CAST(post AS TEXT) AS id, instant FROM absences ORDER BY post, instant',
    )
    .all(),
  keywords: allKeywords(database),
  optOuts: listOptOuts(database),
  helpers: readOutreach(database),
  visits: eachVisitCount(database),
  posts: readPosts(database),
});

const DAY = 86_400_000;
const IS_ORIGINAL = "kind = 'original' AND NOT superseded";
const HAS_HOUR = "at IS NOT NULL AND precision <> 'day'";
const IS_COUNTED = '(likes IS NOT NULL OR reposts IS NOT NULL)';
/** Filters end at their first false part: half the time of sums over flags. */
const countWhere = (...conditions: readonly string[]): string => `count(*) FILTER (WHERE ${conditions.join(' AND ')})`;

/**
 * Whether the counters of an original tell of hours, as the estimate of hours chooses: a younger post has not yet got most
 * of its reactions. Most were seen late enough, which spares the look-up of when their counters were read.
 */
const IS_COMPLETE = `$now - at >= ${3 * DAY}
  AND (seen_at - at >= ${3 * DAY} OR coalesce(${COUNTED_AT}, $now) - at >= ${3 * DAY})`;
const HOURS_METRICS: Readonly<Record<HoursMetric, string>> = {
  reactions: IS_COUNTED,
  impressions: 'impressions IS NOT NULL',
  clicks: 'link_clicks IS NOT NULL',
};
const hoursColumns = Object.entries(HOURS_METRICS).map(([metric, isCounted]) => {
  const filter = `FILTER (WHERE ${isCounted})`;
  return `count(usable_day) ${filter} AS ${metric}, count(DISTINCT usable_day) ${filter} AS ${metric}_days`;
});

// The limit keeps SQLite from computing the columns of the inner query anew in each count of the outer one.
const COVERAGE = `
SELECT count(*) AS posts, ${countWhere('superseded')} AS superseded, ${countWhere(IS_ORIGINAL)} AS originals,
  ${countWhere("kind = 'thread'", 'NOT superseded')} AS threads, ${countWhere("kind = 'reply'", 'NOT superseded')} AS replies,
  ${countWhere("kind = 'repost'", 'NOT superseded')} AS reposts, ${countWhere('NOT superseded', 'is_gone')} AS gone,
  min(at) AS first, max(at) AS last, ${countWhere(IS_ORIGINAL, HAS_HOUR)} AS withHour,
  ${countWhere(IS_ORIGINAL, IS_COUNTED)} AS withCounters,
  ${countWhere(IS_ORIGINAL, 'impressions IS NOT NULL')} AS withImpressions,
  ${hoursColumns.join(',\n  ')}
FROM (
  SELECT at, kind, superseded, precision, likes, reposts, impressions, link_clicks, ${GONE} AS is_gone,
    iif(${[IS_ORIGINAL, HAS_HOUR, `NOT ${GONE}`, IS_COMPLETE].join(' AND ')}, at / ${DAY}, NULL) AS usable_day
  FROM posts p LIMIT -1)`;

const WITH_LINK = `
SELECT count(DISTINCT pl.post) FROM post_links pl JOIN posts p ON p.key = pl.post
WHERE pl.link IS NOT NULL AND p.kind = 'original' AND NOT p.superseded`;

const WITH_TWO_OBSERVATIONS = `
SELECT count(*) FROM posts WHERE kind = 'original' AND NOT superseded AND key IN (
  SELECT post FROM observations WHERE certainty > 0 GROUP BY post HAVING min(instant) < max(instant))`;

/**
 * Posts that the pace is learned from, of those that decay looks at: with reactions read at a known age under 7 days (of
 * a reading whose hour is not known, from 3 days on), and with a total: that of the first reading made when the post was
 * 7 days old or older. A reading of unknown time is one when the post is
 * older now.
 */
const WITH_PACE = `
SELECT count(*) FROM (
  SELECT max(is_dated AND age BETWEEN 0 AND ${7 * DAY - 1}) AS is_early, end_age IS NOT NULL AS is_late,
    max(iif(is_dated AND age >= 0 AND age <= coalesce(end_age, age), total, 0)) AS dated_most,
    max(iif(NOT is_dated AND max(age, $now - at) >= ${7 * DAY}, total, NULL)) AS undated_most
  FROM (
    SELECT *, min(iif(is_dated AND age >= ${7 * DAY}, age, NULL)) OVER (PARTITION BY post) AS end_age
    FROM (
      SELECT o.post, p.at, coalesce(o.likes, 0) + coalesce(o.reposts, 0) AS total,
        iif(o.certainty < 0, 0, o.instant - p.at) AS age,
        o.certainty = 2 OR o.certainty = 1 AND o.instant - p.at >= ${3 * DAY} AS is_dated
      FROM (${OBSERVED_ORIGINALS}) p JOIN observations o ON o.post = p.key
      WHERE o.likes IS NOT NULL OR o.reposts IS NOT NULL))
  GROUP BY post)
WHERE is_early AND (is_late AND dated_most >= 1 OR NOT is_late AND max(dated_most, undated_most) >= 1)`;

/** The newest posts that decay learns from. @source the sample of the estimate of decay */
const PACE_SAMPLE = 1000;

type Counted = Exclude<keyof Coverage, 'withLink' | 'withTwoObservations' | 'withPace' | 'hoursFrom'>;
type Row = Readonly<Record<Counted | HoursMetric | `${HoursMetric}_days`, number | null>>;

/** How much of the history can be used for what. Reads all posts once: about a second for a million. */
export function readCoverage(database: Database, now: number): Coverage {
  const row = database.prepare<[object], Row>(COVERAGE).get({ now });
  const { first = null, last = null, ...counts }: Partial<Row> = row ?? {};
  const number = (value: number | null | undefined): number => value ?? 0;
  const usable = (metric: HoursMetric): UsableCount => ({
    posts: number(counts[metric]),
    days: number(counts[`${metric}_days`]),
  });
  return {
    posts: number(counts.posts) - number(counts.superseded),
    originals: number(counts.originals),
    threads: number(counts.threads),
    replies: number(counts.replies),
    reposts: number(counts.reposts),
    superseded: number(counts.superseded),
    gone: number(counts.gone),
    ...(first === null || last === null ? {} : { first, last }),
    withHour: number(counts.withHour),
    withCounters: number(counts.withCounters),
    withImpressions: number(counts.withImpressions),
    withLink: Number(database.prepare(WITH_LINK).pluck().get()),
    withTwoObservations: Number(database.prepare(WITH_TWO_OBSERVATIONS).pluck().get()),
    withPace: Number(database.prepare<[object], number>(WITH_PACE).pluck().get({ now, limit: PACE_SAMPLE })),
    hoursFrom: { reactions: usable('reactions'), impressions: usable('impressions'), clicks: usable('clicks') },
  };
}
