import type { Database } from 'better-sqlite3';
import type { Coverage } from '../history/ports.js';

/**
 * A post that is missing from a later complete export was probably deleted, and one that X said is gone surely, unless
 * it was seen after that. For a WHERE over `posts p`.
 */
export const GONE = `(
  coalesce(p.at < (SELECT max(generated_at) FROM imports WHERE complete) AND
    p.seen_at < (SELECT max(generated_at) FROM imports WHERE complete), 0)
  OR p.key IN (SELECT post FROM absences) AND
    p.seen_at < (SELECT max(a.instant) FROM absences a WHERE a.post = p.key))`;

const COVERAGE = `
SELECT count(*) AS posts, sum(superseded) AS superseded,
  sum(NOT superseded AND kind = 'original') AS originals, sum(NOT superseded AND kind = 'thread') AS threads,
  sum(NOT superseded AND kind = 'reply') AS replies, sum(NOT superseded AND kind = 'repost') AS reposts,
  sum(NOT superseded AND ${GONE}) AS gone, min(at) AS first, max(at) AS last,
  sum(o AND hour) AS withHour, sum(o AND counted) AS withCounters, sum(o AND impressions IS NOT NULL) AS withImpressions,
  sum(o AND hour AND impressions IS NOT NULL) AS hoursFromImpressions, sum(o AND hour AND counted) AS hoursFromCounters
FROM (SELECT *, kind = 'original' AND NOT superseded AS o, at IS NOT NULL AND precision <> 'day' AS hour,
  (likes IS NOT NULL OR reposts IS NOT NULL) AS counted FROM posts) p`;

const WITH_LINK = `
SELECT count(DISTINCT pl.post) FROM post_links pl JOIN posts p ON p.key = pl.post
WHERE pl.link IS NOT NULL AND p.kind = 'original' AND NOT p.superseded`;

const WITH_TWO_OBSERVATIONS = `
SELECT count(*) FROM posts WHERE kind = 'original' AND NOT superseded AND key IN (
  SELECT post FROM observations WHERE certainty > 0 GROUP BY post HAVING min(instant) < max(instant))`;

type Row = Readonly<Record<Exclude<keyof Coverage, 'withLink' | 'withTwoObservations'>, number | null>>;

/** How much of the history can be used for what. Reads all posts once: about a quarter of a second for a million. */
export function readCoverage(database: Database): Coverage {
  const row = database.prepare<[], Row>(COVERAGE).get();
  const { first = null, last = null, ...counts }: Partial<Row> = row ?? {};
  const number = (value: number | null | undefined): number => value ?? 0;
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
    hoursFromImpressions: number(counts.hoursFromImpressions),
    hoursFromCounters: number(counts.hoursFromCounters),
  };
}
