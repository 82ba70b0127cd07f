import type { Source, Provenance } from '#history/ports.js';

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

/** What `rankOf` was made from. */
export function readRank(rank: number): { readonly provenance: Provenance; readonly complete: number } {
  const level = Math.floor(rank / LEVEL);
  const at = rank - level * LEVEL;
  const source = TRUST[level % LEVELS];
  if (source === undefined) throw new RangeError(`no source has the rank ${rank}`);
  return { provenance: at === 0 ? { source } : { source, at }, complete: Math.floor(level / LEVELS) };
}
