// How a history stands in rows: fingerprints, trust in sources, counters and observations.
import type { Source, Provenance, Observation, ObservedAt } from '#history/ports.js';
import type { Database, Statement } from '../driver/port.js';
import { METRICS, type Metric } from '#tweet/counters.js';

const PRIME = 0x0100_0193;
const LOW_21 = 0x1f_ffff;

/**
 * A number of 53 bits for a text: two passes of FNV-1a over its UTF-16 units from different beginnings.
 * For telling texts apart inside one database, not for safety against an attacker.
 */
export function hashText(text: string): number {
  let low = 0x811c_9dc5;
  let high = 0x9747_b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, PRIME);
    high = Math.imul(high ^ unit ^ (low >>> 15), PRIME);
  }
  return join53(low, high);
}

/** A number of 53 bits for the figures at the end of a row, from an index on; `presentColumns` says which figures they are. */
export function hashFigures(presentColumns: number, row: readonly unknown[], from: number, more: number): number {
  let low = Math.imul(0x811c_9dc5 ^ presentColumns, PRIME);
  let high = Math.imul(0x9747_b28c ^ more, PRIME) ^ (more / 0x1_0000_0000);
  for (let index = from; index < row.length; index += 1) {
    const figure = Number(row[index]);
    low = Math.imul(low ^ figure, PRIME);
    high = Math.imul(high ^ (figure / 0x1_0000_0000) ^ (low >>> 15) ^ figure, PRIME);
  }
  return join53(low, high);
}

function join53(low: number, high: number): number {
  // The last steps spread the final characters, which FNV leaves in the low bits.
  const spread = low ^ (low >>> 13);
  return (((high ^ (high >>> 16)) >>> 0) & LOW_21) * 0x1_0000_0000 + (spread >>> 0);
}

/** Trust in what a source tells of a post, lowest first. The place in this list goes into the database: append only. */
const TRUST: readonly Source[] = [
  'table',
  'analytics-old',
  'analytics',
  'grailbird-csv',
  'grailbird',
  'record',
  'archive',
  'api',
];

/** More than any instant in ms until the year 2248: ranks are compared by level first, then by instant. */
const LEVEL = 2 ** 43;
const LEVELS = 16;

/**
 * A number by which two statements about the same thing are compared: the complete one first, then the more trusted
 * source, then the later one. The order of imports plays no part, so any order gives the same history.
 */
export const toRank = (provenance: Provenance, complete: boolean | number): number =>
  (Number(complete) * LEVELS + TRUST.indexOf(provenance.source)) * LEVEL + (provenance.at ?? 0);

/** What `toRank` was made from. */
export function readRank(rank: number): { readonly provenance: Provenance; readonly complete: number } {
  const level = Math.floor(rank / LEVEL);
  const at = rank - level * LEVEL;
  const source = TRUST[level % LEVELS];
  if (source === undefined) throw new RangeError(`no source has the rank ${rank}`);
  return { provenance: at === 0 ? { source } : { source, at }, complete: Math.floor(level / LEVELS) };
}

const COLUMNS = Object.fromEntries(
  METRICS.map((metric) => [metric, metric.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
) as Readonly<Record<Metric, string>>;

/** The column of a counter: `linkClicks` is kept as `link_clicks`. */
export const columnName = (metric: Metric): string => COLUMNS[metric];

/** The columns of all counters, in the order of METRICS. */
export const METRIC_COLUMNS: readonly string[] = METRICS.map(columnName);

/** SQL of a post's current figure from SQL of what was counted: what a repost counts is its author's. */
export const ownFigure = (counted: string): string => `iif(kind = 'repost', NULL, ${counted})`;

/** The counters that a row has, by their names. */
export function toCounters(row: Readonly<Record<string, unknown>>): Partial<Record<Metric, number>> {
  const counters: Partial<Record<Metric, number>> = {};
  for (const metric of METRICS) {
    const figure = row[columnName(metric)];
    if (typeof figure === 'number') counters[metric] = figure;
  }
  return counters;
}

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

/** Columns of an observation besides its post. In the stage they are null where a source tells no counters. */
export const OBSERVATION_COLUMNS = ['instant', 'certainty', 'source', 'fingerprint', ...METRIC_COLUMNS, 'more'];

/** The same with their types, for a table. */
export const OBSERVATION_TYPES = `instant INTEGER, certainty INTEGER, source TEXT, fingerprint INTEGER,
  ${METRIC_COLUMNS.map((column) => `${column} INTEGER`).join(', ')}, more TEXT`;

/** What is known of the instant of an observation, as the database keeps it. */
export const CERTAINTY = { exact: 2, day: 1, after: 0, unknown: -1 } as const;

type Cell = number | string | null;

/**
 * Inserts rows that end in an observation. A source tells few of the counters: a statement for each set of them binds
 * only what is there, which is a third of the time of binding them all.
 */
export function createRowInsert(
  database: Database,
  sql: (columns: readonly string[]) => string,
): (observation: Observation | undefined, cells: Cell[]) => { readonly changes: number } {
  const statements = new Map<number, Statement>();
  const prepare = (presentColumns: number, columns: readonly string[]): Statement => {
    const statement = database.prepare(sql(columns));
    statements.set(presentColumns, statement);
    return statement;
  };
  return (observation, cells) => {
    if (observation === undefined) return (statements.get(NOTHING) ?? prepare(NOTHING, [])).run(...cells);
    const { source, observed, counters } = observation;
    cells.push(observed.certainty === 'unknown' ? 0 : observed.instant, CERTAINTY[observed.certainty], source, 0);
    const fingerprintAt = cells.length - 1;
    const more = counters.more ? JSON.stringify(sorted(counters.more)) : null;
    cells.push(more);
    let presentColumns = 0;
    let bit = 1;
    for (const metric of METRICS) {
      const figure = counters[metric];
      if (figure !== undefined) {
        presentColumns |= bit;
        cells.push(figure);
      }
      bit <<= 1;
    }
    cells[fingerprintAt] = hashFigures(presentColumns, cells, fingerprintAt + 2, more === null ? 0 : hashText(more));
    return (statements.get(presentColumns) ?? prepare(presentColumns, insertColumns(presentColumns))).run(...cells);
  };
}

/** No set of counters, which are numbers of bits. */
const NOTHING = -1;
const insertColumns = (presentColumns: number): string[] => [
  'instant',
  'certainty',
  'source',
  'fingerprint',
  'more',
  ...METRIC_COLUMNS.filter((_, index) => (presentColumns & (1 << index)) !== 0),
];

const sorted = (figures: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * A post that is missing from a later complete export was probably deleted, and one that X said is gone surely, unless
 * it was seen after that. It is listed, and counted nowhere. For a WHERE over `posts p`.
 */
export const GONE = `(
  coalesce(p.at < (SELECT max(generated_at) FROM imports WHERE complete) AND
    p.seen_at < (SELECT max(generated_at) FROM imports WHERE complete), 0)
  OR p.key IN (SELECT post FROM absences) AND
    p.seen_at < (SELECT max(a.instant) FROM absences a WHERE a.post = p.key))`;

/**
 * When the latest counters of a post `p` were read at the latest. Only a certainty of 1 or 2 tells: the others are lower
 * bounds, or nothing.
 */
export const COUNTED_AT = `(SELECT iif(o.certainty >= 1, o.instant, NULL) FROM observations o WHERE o.post = p.key
    ORDER BY o.instant DESC, o.certainty DESC LIMIT 1)`;

/**
 * The newest `$limit` originals of a known hour that were observed. Edited posts are left out: each of their versions
 * has counters of its own.
 */
export const OBSERVED_ORIGINALS = `
  SELECT p.key, p.id, p.at FROM posts p WHERE p.superseded = 0 AND p.first_version = 0 AND p.kind = 'original'
    AND p.at IS NOT NULL AND p.precision <> 'day' AND EXISTS (SELECT 1 FROM observations WHERE post = p.key) AND NOT ${GONE}
  ORDER BY key DESC LIMIT $limit`;
