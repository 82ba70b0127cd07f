/** One limit that X tells in the headers of an answer. */
export interface Limit {
  readonly window: 'quarter-hour' | 'app-day' | 'user-day';
  readonly limit: number;
  readonly remaining: number;
  /** When it is full again, ms UTC. */
  readonly resetAt: number;
}

/** The beginnings of the headers (docs.x.com, rate limits). */
const WINDOWS = [
  ['quarter-hour', 'x-rate-limit'],
  ['app-day', 'x-app-limit-24hour'],
  ['user-day', 'x-user-limit-24hour'],
] as const;

type Headers = Readonly<Record<string, unknown>>;

/** The limits that an answer tells; twitter-api-v2 overlooks those of a day when the window's is missing. */
export const limitsIn = (headers: Headers): readonly Limit[] =>
  WINDOWS.flatMap(([window, name]) => {
    const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((part) =>
      Number(headers[`${name}-${part}`] ?? NaN),
    );
    if (limit === undefined || remaining === undefined || reset === undefined) return [];
    return [limit, remaining, reset].some(Number.isNaN) ? [] : [{ window, limit, remaining, resetAt: reset * 1000 }];
  });

/** How far X's clock is ahead of ours, ms, to the second; undefined when the answer has no date. */
export function skewIn(headers: Headers, now: number): number | undefined {
  const date = Date.parse(String(headers['date'] ?? ''));
  return Number.isNaN(date) ? undefined : date - Math.floor(now / 1000) * 1000;
}
