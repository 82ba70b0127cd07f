import type { Database } from '../driver/port.js';
import type { Coverage } from '#history/ports.js';

/**
 * A post that is missing from a later complete export was probably deleted, and one that X said is gone surely, unless
 * it was seen after that. For a WHERE over `posts p`.
 */
export const GONE = `(
  coalesce(p.at < (SELECT max(generated_at) FROM imports WHERE complete) AND
    p.seen_at < (SELECT max(generated_at) FROM imports WHERE complete), 0)
  OR p.key IN (SELECT post FROM absences) AND
    p.seen_at < (SELECT max(a.instant) FROM absences a WHERE a.post = p.key))`;

const IS_ORIGINAL = "kind = 'original' AND NOT superseded";
const HAS_HOUR = "at IS NOT NULL AND precision <> 'day'";
const IS_COUNTED = '(likes IS NOT NULL OR reposts IS NOT NULL)';
/** Filters end at their first false part: half the time of sums over flags. */
const countWhere = (...conditions: readonly string[]): string => `count(*) FILTER (WHERE ${conditions.join(' AND ')})`;

const COVERAGE = `
SELECT count(*) AS posts, ${countWhere('superseded')} AS superseded, ${countWhere(IS_ORIGINAL)} AS originals,
  ${countWhere("kind = 'thread'", 'NOT superseded')} AS threads, ${countWhere("kind = 'reply'", 'NOT superseded')} AS replies,
  ${countWhere("kind = 'repost'", 'NOT superseded')} AS reposts, ${countWhere('NOT superseded', GONE)} AS gone,
  min(at) AS first, max(at) AS last, ${countWhere(IS_ORIGINAL, HAS_HOUR)} AS withHour,
  ${countWhere(IS_ORIGINAL, IS_COUNTED)} AS withCounters,
  ${countWhere(IS_ORIGINAL, 'impressions IS NOT NULL')} AS withImpressions,
  ${countWhere(IS_ORIGINAL, 'impressions IS NOT NULL', HAS_HOUR)} AS hoursFromImpressions,
  ${countWhere(IS_ORIGINAL, IS_COUNTED, HAS_HOUR)} AS hoursFromCounters
FROM posts p`;

const WITH_LINK = `
SELECT count(DISTINCT pl.post) FROM post_links pl JOIN posts p ON p.key = pl.post
WHERE pl.link IS NOT NULL AND p.kind = 'original' AND NOT p.superseded`;

const WITH_TWO_OBSERVATIONS = `
SELECT count(*) FROM posts WHERE kind = 'original' AND NOT superseded AND key IN (
  SELECT post FROM observations WHERE certainty > 0 GROUP BY post HAVING min(instant) < max(instant))`;

/** The pace of a post is learned from a reading in its first 7 days, at a known time, and its total from one after. */
const WITH_PACE = `
SELECT count(*) FROM (
  SELECT o.post FROM observations o JOIN posts p ON p.key = o.post
  WHERE o.certainty > 0 AND p.kind = 'original' AND NOT p.superseded AND p.at IS NOT NULL
  GROUP BY o.post HAVING min(o.instant - p.at) < ${7 * 86_400_000} AND max(o.instant - p.at) >= ${7 * 86_400_000})`;

type Counted = Exclude<keyof Coverage, 'withLink' | 'withTwoObservations' | 'withPace'>;
type Row = Readonly<Record<Counted, number | null>>;

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
    withPace: Number(database.prepare(WITH_PACE).pluck().get()),
    hoursFromImpressions: number(counts.hoursFromImpressions),
    hoursFromCounters: number(counts.hoursFromCounters),
  };
}
