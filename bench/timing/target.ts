/** One measured figure against its bar. */
export interface Target {
  /** H1–H9, D1–D9, A, E, or `speed`. */
  readonly id: string;
  readonly what: string;
  readonly value: number;
  /** Standard error; undefined where the figure has none. */
  readonly se?: number | undefined;
  /** The bar in words, e.g. `>= 0.08`. Undefined: shown for reference only. */
  readonly bar?: string;
  readonly passed?: boolean;
}

/** A target that passes at or above a bar. */
export const atLeast = (id: string, what: string, value: number, bar: number, se?: number): Target => ({
  id,
  what,
  value,
  se,
  bar: `>= ${bar}`,
  passed: value >= bar,
});

/** A target that passes at or below a bar. */
export const atMost = (id: string, what: string, value: number, bar: number, se?: number): Target => ({
  id,
  what,
  value,
  se,
  bar: `<= ${bar}`,
  passed: value <= bar,
});

/** A target that passes between two bars. */
export const between = (id: string, what: string, value: number, low: number, high: number): Target => ({
  id,
  what,
  value,
  bar: `${low} .. ${high}`,
  passed: value >= low && value <= high,
});

/** A figure without a bar. */
export const reference = (id: string, what: string, value: number, se?: number): Target => ({ id, what, value, se });
