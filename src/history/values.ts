import { idToInstant } from '#tweet/snowflake.js';
import type { Precision } from './ports.js';

/** An instant in ms UTC, with how exactly it is known. */
interface Dated {
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

/** `480`, `100.0`, `3.3E-5`, `1,234`: thousands are parted by a comma or a blank of any width. */
const FIGURE = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const THOUSANDS = /^-?\d{1,3}(?:[,\u0020\u00a0\u202f]\d{3})+(?:\.\d+)?$/;

/** `435,0`, `1 234,0`, `1.234,50`: a comma before one or two digits is that of a decimal. */
const DECIMAL_COMMA = /^-?(?:\d+|\d{1,3}(?:[.\u0020\u00a0\u202f]\d{3})+),\d{1,2}$/;
/** `1.2K`, `3,4 M`. */
const COMPACT = /^(\d+(?:[.,]\d+)?)\s?([KM])$/i;

/**
 * A figure of an export; undefined when it is none. `-` and nothing mean "not applicable": undefined, never 0.
 */
export function readFigure(cell: unknown): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(/[.\u0020\u00a0\u202f]/g, '').replace(',', '.'));
  const [, amount = '', unit = ''] = COMPACT.exec(text) ?? [];
  if (unit !== '') return Math.round(Number(amount.replace(',', '.')) * (unit.toUpperCase() === 'M' ? 1e6 : 1e3));
  const plain = THOUSANDS.test(text) ? text.replace(/[,\u0020\u00a0\u202f]/g, '') : text;
  return FIGURE.test(plain) ? Number(plain) : undefined;
}

/** What nearly all counters are: digits that no number is too small for. */
const DIGITS = /^\d{1,15}$/;

/** What stands where a counter does not apply. */
const NOT_APPLICABLE = /^\s*[-–]?\s*$/;

/** Whether a cell holds something that should be a counter and is not: neither a count nor "not applicable". */
export const isUnreadableCount = (cell: unknown): boolean =>
  (typeof cell === 'string' ? !NOT_APPLICABLE.test(cell) : cell !== undefined && cell !== null) &&
  readCount(cell) === undefined;

/** A counter: a whole number that is not negative and safe to compute with. Undefined when it is none. */
export function readCount(cell: unknown): number | undefined {
  if (typeof cell === 'string' && DIGITS.test(cell)) return Number(cell);
  const figure = readFigure(cell);
  return figure !== undefined && Number.isSafeInteger(figure) && figure >= 0 ? figure : undefined;
}
