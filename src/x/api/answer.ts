import type { IncomingHttpHeaders } from 'node:http';

/** Which span a limit of X counts over: 15 minutes, or 24 hours for the app or for the account. */
type LimitWindow = 'quarter-hour' | 'app-day' | 'user-day';

/** A limit as X told it last. */
export interface Limit {
  /** Method and path with its variables, such as `POST /2/tweets`. */
  readonly endpoint: string;
  readonly window: LimitWindow;
  readonly limit: number;
  readonly remaining: number;
  /** When it is whole again, ms UTC by X's clock. */
  readonly resetAt: number;
}

/** Beginnings of the names of X's headers (docs.x.com, rate limits). */
const WINDOWS: readonly { readonly window: LimitWindow; readonly name: string }[] = [
  { window: 'quarter-hour', name: 'x-rate-limit' },
  { window: 'app-day', name: 'x-app-limit-24hour' },
  { window: 'user-day', name: 'x-user-limit-24hour' },
];

const countIn = (headers: IncomingHttpHeaders, name: string): number | undefined => {
  const value = headers[name];
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
};

/**
 * The limits in the headers of an answer. twitter-api-v2 shows those of 24 hours only where one of 15 minutes stands
 * beside them, so the headers are read here. One without its three numbers is left out.
 */
export function readLimits(endpoint: string, headers: IncomingHttpHeaders): readonly Limit[] {
  return WINDOWS.flatMap(({ window, name }) => {
    const limit = countIn(headers, `${name}-limit`);
    const remaining = countIn(headers, `${name}-remaining`);
    const reset = countIn(headers, `${name}-reset`);
    if (limit === undefined || remaining === undefined || reset === undefined) return [];
    return [{ endpoint, window, limit, remaining, resetAt: reset * 1000 }];
  });
}

/**
 * How far X's clock is ahead of ours, ms, by the `Date` header of an answer that came at `now` (ms UTC by our clock);
 * up to a second too small, as the header has whole seconds, and by the way of the answer. Undefined without a date.
 */
export function clockSkew(headers: IncomingHttpHeaders, now: number): number | undefined {
  const at = Date.parse(headers.date ?? '');
  return Number.isNaN(at) ? undefined : at - now;
}

/** Below this a skew is the header's rounding and the way of the answer, ms. @source own choice */
const NOISE = 5000;

/** A skew, or 0 where it is too small to be one. */
export const realSkew = (skew: number | undefined): number => (skew === undefined || Math.abs(skew) < NOISE ? 0 : skew);

type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list under a key, its objects only; empty without one. */
export const objectsIn = (value: unknown, key: string): readonly Json[] => {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
};

/** The text under a key; empty without one. */
export const textIn = (value: unknown, key: string): string => {
  const text = isObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
};

/** Longest detail, in characters. @source own choice: one line of a log or a list. */
const MAX_LENGTH = 200;

/** A text of X's as one short line, without control and invisible direction characters. */
export function oneLine(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= MAX_LENGTH ? line : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
}
