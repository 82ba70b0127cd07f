// How many visits each post of a link had brought by when, from what web statistics count of its page.
import type { LinkVisits, ObservedPost } from '#history/query-ports.js';
import type { VisitCount } from '#history/visits.js';
import { tagKey } from '#tweet/campaign-tag.js';
import type { Counters } from '#tweet/counters.js';

/** A post of the link. */
interface VisitedLinkPost {
  readonly id: string;
  /** ms UTC. */
  readonly at: number;
}

/** Visits that a post had brought by an instant, ms UTC. */
interface Arrival {
  readonly post: string;
  readonly end: number;
  readonly visits: number;
}

const sum = (rows: readonly VisitCount[]): number => rows.reduce((total, { visits }) => total + visits, 0);

const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};

/** One way to count a day, of which each counts a visit once: by hour or whole, of the page or by campaign. */
const wayOf = ({ span, scope, link }: VisitCount): string => `${span} ${scope} ${link === ''}`;

/** The way that counts most; of equal ones that with the shorter spans. */
const fullest = (rows: readonly VisitCount[]): readonly VisitCount[] =>
  [...groupBy(rows, wayOf).values()].sort(
    (a, b) => sum(b) - sum(a) || Math.max(...a.map(({ span }) => span)) - Math.max(...b.map(({ span }) => span)),
  )[0] ?? [];

const byDay = (rows: readonly VisitCount[]): readonly VisitCount[][] => [...groupBy(rows, ({ day }) => day).values()];

/** The program that saw most: several saw the same visits. */
function ofFullestTool(counts: readonly VisitCount[]): readonly VisitCount[] {
  const total = (rows: readonly VisitCount[]): number => byDay(rows).reduce((most, day) => most + sum(fullest(day)), 0);
  return [...groupBy(counts, ({ tool }) => tool).values()].sort((a, b) => total(b) - total(a))[0] ?? [];
}

/** A day's visits: with a post's own tag they are that post's, the rest belongs to the newest post of its time. */
function arrivalsOf(
  day: readonly VisitCount[],
  posts: readonly VisitedLinkPost[],
  owners: LinkVisits['owners'],
): Arrival[] {
  const ownerOf = (row: VisitCount): string | undefined => owners.get(tagKey(row));
  const tagged = [...groupBy(day.filter(ownerOf), tagKey).values()].flatMap((rows) =>
    fullest(rows).flatMap((row): Arrival[] => {
      const post = ownerOf(row);
      return post === undefined ? [] : [{ post, end: row.start + row.span, visits: row.visits }];
    }),
  );
  const whole = fullest(day);
  const others = whole.filter((row) => ownerOf(row) === undefined).sort((a, b) => a.start - b.start);
  const rest = Math.max(0, sum(whole) - tagged.reduce((total, { visits }) => total + visits, 0));
  const spread = rest / Math.max(1, sum(others));
  let seen = 0;
  let given = 0;
  const untagged = others.flatMap(({ start, span, visits }): Arrival[] => {
    seen += visits;
    const share = Math.round(seen * spread) - given;
    given += share;
    const newest = posts.findLast(({ at }) => at < start + span);
    return newest === undefined ? [] : [{ post: newest.id, end: start + span, visits: share }];
  });
  return [...tagged, ...untagged];
}

/** The visits of a reading whose counters are visits; undefined of any other. */
export const readVisits = ({ more }: Counters): number | undefined => more?.['visits'];

/**
 * The readings of each post of a link, as `visits` among the further counters. No visit is counted twice: what carries the
 * tag of one post is taken from the whole of the day first. Visits before the first post belong to none.
 * @param posts oldest first.
 * @param now ms UTC; what is counted up to a later instant was read now.
 */
export function observeVisits<Post extends VisitedLinkPost>(
  posts: readonly Post[],
  { counts, owners }: LinkVisits,
  now: number,
): (Post & ObservedPost)[] {
  const rows = ofFullestTool(counts);
  const arrivals = groupBy(
    byDay(rows)
      .flatMap((day) => arrivalsOf(day, posts, owners))
      .sort((a, b) => a.end - b.end),
    ({ post }) => post,
  );
  const until = rows.reduce((last, { start, span }) => Math.max(last, start + span), 0);
  return posts.map((post) => {
    const readings = new Map<number, number>();
    let visits = 0;
    for (const arrival of arrivals.get(post.id) ?? []) {
      visits += arrival.visits;
      readings.set(Math.min(now, arrival.end), visits);
    }
    // Hours and days without a row had no visits.
    readings.set(Math.min(now, until), visits);
    return {
      ...post,
      observations: [...readings].flatMap(([instant, count]) =>
        instant <= post.at
          ? []
          : [
              {
                source: 'table' as const,
                observed: { certainty: 'exact' as const, instant },
                counters: { more: { visits: count } },
              },
            ],
      ),
    };
  });
}
