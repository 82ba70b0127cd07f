import type { Observation, ObservedAt, Source } from '#history/ports.js';
import { toCounters } from './posts.js';

/** A row of `observations`. */
export type ObservationRow = Readonly<Record<string, unknown>> & {
  readonly instant: number;
  readonly certainty: number;
  readonly source: Source;
  readonly more: string | null;
};

const CERTAINTIES: Readonly<Record<number, 'exact' | 'day' | 'after'>> = { 2: 'exact', 1: 'day', 0: 'after' };

function toObservedAt({ certainty, instant }: ObservationRow): ObservedAt {
  const name = CERTAINTIES[certainty];
  return name === undefined ? { certainty: 'unknown' } : { certainty: name, instant };
}

/** A row as an observation. */
export function toObservation(row: ObservationRow): Observation {
  const more = row.more === null ? {} : { more: JSON.parse(row.more) as Readonly<Record<string, number>> };
  return { source: row.source, observed: toObservedAt(row), counters: { ...toCounters(row), ...more } };
}
