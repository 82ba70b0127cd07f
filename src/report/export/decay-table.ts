// Links with their decay as a table. Apart from the document's schema, whose library a command need not load.
import type { DecayLink } from '../documents/decay.js';
import type { CsvCell } from '#base/csv.js';

/** The columns of decay as a table; instants in UTC, times in milliseconds. */
export const DECAY_COLUMNS = [
  'link',
  'label',
  'posts',
  'first',
  'last',
  'reactions',
  'total',
  'totalLow',
  'totalHigh',
  'remaining',
  'basis',
  't50',
  't90',
  'advice',
  'cause',
  'at',
] as const;

/** Links with their decay as rows of that table. */
export function* decayRows(links: Iterable<DecayLink>): Generator<readonly CsvCell[]> {
  for (const {
    link: identity,
    label,
    posts,
    first,
    last,
    reactions: soFar,
    total,
    remaining,
    times: t,
    advice,
  } of links) {
    yield [
      identity,
      label,
      posts,
      first,
      last,
      soFar ?? undefined,
      total.mean,
      total.low,
      total.high,
      remaining.mean,
      t.basis,
      t.t50.median,
      t.t90.median,
      advice.verb,
      advice.cause,
      advice.at ?? undefined,
    ];
  }
}
