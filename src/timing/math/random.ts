import { clamp } from './vector.js';

/** A stream of numbers in [0, 1). */
type Uniform = () => number;

/** Draws from the distributions that the estimates need, all from one stream. */
export interface Random {
  readonly uniform: Uniform;
  /** Standard normal. */
  readonly normal: () => number;
  /** Gamma of a shape > 0 and scale 1. */
  readonly gamma: (shape: number) => number;
  /** Beta of two shapes > 0. */
  readonly beta: (a: number, b: number) => number;
  /** Poisson of a mean >= 0. */
  readonly poisson: (mean: number) => number;
  /** Failures before the r-th success of chance p: mean r (1 - p) / p; r > 0 need not be whole, 0 < p <= 1. */
  readonly negativeBinomial: (r: number, p: number) => number;
}

/** Tommy Ettinger's mulberry32: 32 bits of state, the same stream on every machine for the same seed. */
export function mulberry32(seed: number): Uniform {
  // In a typed array: a plain captured variable is boxed whenever it leaves the range of small integers.
  const memory = Int32Array.of(seed);
  return () => {
    const state = ((memory[0] ?? 0) + 0x6d2b79f5) | 0;
    memory[0] = state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Below this mean a Poisson draw is found by inversion; above it a rounded normal is close enough. */
const POISSON_BY_INVERSION = 30;

/** A seeded source of draws. */
export function createRandom(seed: number): Random {
  const uniform = mulberry32(seed);
  let spare: number | undefined;

  // Box-Muller in Marsaglia's polar form, which needs no sine: draws come in pairs.
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };

  // Marsaglia and Tsang 2000; a shape below 1 is lifted by 1 and brought back by a power of a uniform draw.
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * Math.exp(Math.log(1 - uniform()) / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      // Products, not powers: this is the innermost loop of all forecasts.
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = 1 - uniform();
      const square = x * x;
      if (u < 1 - 0.0331 * square * square || Math.log(u) < square / 2 + d * (1 - v + Math.log(v))) return d * v;
    }
  };

  const beta = (a: number, b: number): number => {
    const x = gamma(a);
    const total = x + gamma(b);
    // Two tiny shapes can both underflow to 0.
    return total > 0 ? x / total : a / (a + b);
  };

  const poisson = (mean: number): number => {
    if (mean >= POISSON_BY_INVERSION) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let left = uniform();
    let chance = Math.exp(-mean);
    let count = 0;
    // The bound only matters when rounding leaves a rest that no term covers.
    while (left > chance && count < 1000) {
      left -= chance;
      count += 1;
      chance *= mean / count;
    }
    return count;
  };

  const negativeBinomial = (r: number, p: number): number =>
    p >= 1 ? 0 : poisson((gamma(r) * (1 - p)) / clamp(p, Number.MIN_VALUE, 1));

  return { uniform, normal, gamma, beta, poisson, negativeBinomial };
}

/**
 * The seed of one purpose (and of one item within it), made from the user's seed: each purpose draws from a stream of
 * its own, so that adding a feature never shifts the figures of another. FNV-1a over the purpose, then each number
 * mixed in by murmur3's finaliser, so that neighboring seeds and items share nothing.
 */
export function seedFor(seed: number, purpose: string, item = 0): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < purpose.length; index += 1) {
    hash = Math.imul(hash ^ purpose.charCodeAt(index), 0x01000193);
  }
  return scramble(scramble(scramble(hash) ^ seed) ^ item);
}

function scramble(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Standard deviations either side of a normal law's mean that hold 80 % of it. */
export const Z80 = 1.2816;

/** The standard normal law's cumulative chance, to 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return x >= 0 ? 1 - upper : upper;
}
