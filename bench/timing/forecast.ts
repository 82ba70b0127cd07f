import { estimateDecay, type DecayEstimate } from '#timing/decay/decay.js';
import type { LearnedDecay } from '#timing/decay/learn.js';
import type { Observation } from '#timing/decay/observation.js';
import type { Cascade } from './data.js';
import { computeMean } from './statistics.js';

export const HOUR = 3600;
export const HORIZON = 168 * HOUR;
export const AGES = [0.5, 1, 3, 6, 24] as const;
export const FULL = [
  60, 120, 300, 600, 900, 1800, 2700, 3600, 5400, 7200, 10_800, 14_400, 21_600, 28_800, 43_200, 64_800, 86_400, 129_600,
  172_800, 259_200, 345_600, 432_000, 604_800,
];
export const countInHorizon = (cascade: Cascade): number => cascade.times.filter((time) => time <= HORIZON).length;

/** Counts at the edges below an age, and at the age itself: bins are half-open, the last one closed. */
export function observe({ times }: Cascade, edges: readonly number[], until: number): Observation[] {
  const ages = [...edges.filter((edge) => edge < until), until];
  return ages.map((edge) => ({
    age: 1000 * edge,
    count: times.filter((time) => (edge === until ? time <= edge : time < edge)).length,
  }));
}

export interface Forecast {
  readonly cascade: Cascade;
  readonly total: number;
  readonly n: number;
  readonly estimate: DecayEstimate;
}

export const coverage = (forecasts: readonly Forecast[]): number =>
  computeMean(
    forecasts.map(({ estimate, total }) => (estimate.final.low <= total && total <= estimate.final.high ? 1 : 0)),
  );

export function forecast(
  cascades: readonly Cascade[],
  edges: readonly number[],
  hours: number,
  learned: (cascade: Cascade) => LearnedDecay | undefined,
  hourOf?: (cascade: Cascade) => number,
  firstSeed = 0,
): Forecast[] {
  return cascades.map((cascade, index) => {
    const observations = observe(cascade, edges, hours * HOUR);
    const estimate = estimateDecay(observations, {
      seed: firstSeed + index,
      ...learned(cascade),
      ...(hourOf && { hour: hourOf(cascade) }),
    });
    return { cascade, total: countInHorizon(cascade), n: observations.at(-1)?.count ?? 0, estimate };
  });
}
