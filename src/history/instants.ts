import { idToInstant } from '#tweet/snowflake.js';
import type { Precision } from './ports.js';

/** An instant in ms UTC, with how exactly it is known. */
export interface Dated {
  readonly at: number | undefined;
  readonly precision: Precision;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `Tue Sep 16 07:30:04 +0000 2025`, always UTC. */
const OF_X = /^\w{3} (\w{3}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000 (\d{4})$/;
/** `2013-10-30 18:21:40 +0000` and `2021-01-05 20:15 +0000`, always UTC. */
const SPACED = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})(?::(\d{2}))? \+0000$/;
/** ISO 8601 with its offset: without one it would be anybody's time. */
const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const NOTHING: Dated = { at: undefined, precision: 'second' };

/** Reads a time as any export writes it. `at` is undefined for anything else. */
export function readInstant(text: unknown): Dated {
  if (typeof text !== 'string') return NOTHING;
  const spaced = SPACED.exec(text);
  if (spaced) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second] = spaced
      .slice(1)
      .map((part) => part && Number(part)) as number[];
    return {
      at: Date.UTC(year, month - 1, day, hour, minute, second ?? 0),
      precision: second === undefined ? 'minute' : 'second',
    };
  }
  const ofX = OF_X.exec(text);
  if (ofX) {
    const [, month = '', ...numbers] = ofX;
    const [day = 0, hour = 0, minute = 0, second = 0, year = 0] = numbers.map(Number);
    return { at: Date.UTC(year, MONTHS.indexOf(month), day, hour, minute, second), precision: 'second' };
  }
  if (ISO.test(text)) {
    const at = Date.parse(text.replace(' ', 'T'));
    return Number.isNaN(at) ? NOTHING : { at, precision: 'second' };
  }
  if (ISO_DAY.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? NOTHING : { at, precision: 'day' };
  }
  return NOTHING;
}

/** The old archive tells no hour before this instant: all its times are midnight. */
const LAST_MIDNIGHT = Date.UTC(2010, 10, 5);
const DAY = 86_400_000;

/**
 * The instant of a post: that of its id, to the ms, when the id holds one; else as the source tells.
 * `midnightTrap` is for the old archive, whose times up to 2010-11-04 are days only.
 */
export function datePost(id: string, reported: unknown, midnightTrap = false): Dated {
  const ofId = idToInstant(id);
  if (ofId !== undefined) return { at: ofId, precision: 'ms' };
  const dated = readInstant(reported);
  const isDay = midnightTrap && dated.at !== undefined && dated.at < LAST_MIDNIGHT && dated.at % DAY === 0;
  return isDay ? { ...dated, precision: 'day' } : dated;
}
