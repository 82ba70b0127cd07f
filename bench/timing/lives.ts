import { HORIZON, HORIZON_MS } from '#timing/decay/curve.js';
import { estimateDecay } from '#timing/decay/decay.js';
import { learnDecay } from '#timing/decay/learn.js';
import type { Observation } from '#timing/decay/observation.js';
import { createRandom, type Random } from '#timing/math/random.js';
import { atLeast, reference, type Target } from './target.js';

const HOUR = 3600;
/** Reads of a complete post, and of one that has just been posted, in seconds. */
const READS = [900, HOUR, 3 * HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR];
const EARLY = READS.slice(0, 2);
const MEAN = 15;
/** Reactions come in bunches, as if so many of them were independent. */
const BURSTINESS = 12;
const ACCOUNTS_DRAWN = 8;
const POSTS_TESTED = 150;

const HALF_LIVES: readonly [string, number][] = [
  ['half-life 5 min', Math.log(300)],
  ['half-life 1 h', Math.log(HOUR)],
  ['half-life 12 h', Math.log(12 * HOUR)],
];

/** A log-logistic life: the share of the 7-day total by an age, and the age of half of it, both in seconds. */
interface Life {
  readonly reached: (age: number) => number;
  readonly half: number;
}

function drawLife(random: Random, lnHalf: number): Life {
  const lnMedian = lnHalf + 0.7 * random.normal();
  const steepness = Math.exp(-0.26 + 0.2 * random.normal());
  const curve = (age: number): number => 1 / (1 + Math.exp(-steepness * (Math.log(age) - lnMedian)));
  const whole = curve(HORIZON);
  const half = Math.exp(lnMedian - Math.log(1 / (whole / 2) - 1) / steepness);
  return { reached: (age) => curve(age) / whole, half };
}

/** Counts of a post at its reads and its total: bursty shares of a Gamma-Poisson total. */
function drawCounts(random: Random, { reached }: Life, reads: readonly number[]) {
  const total = random.poisson(MEAN * random.gamma(1));
  const ages = [...reads, HORIZON];
  const weights = ages.map((age, k) => {
    const share = reached(age) - (k === 0 ? 0 : reached(ages[k - 1] ?? 0));
    return random.gamma(Math.max(BURSTINESS * share, 1e-4));
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const fresh = weights.map(() => 0);
  for (let event = 0; event < total; event += 1) {
    let left = random.uniform() * whole;
    const place = weights.findIndex((weight) => (left -= weight) < 0);
    const k = place < 0 ? fresh.length - 1 : place;
    fresh[k] = (fresh[k] ?? 0) + 1;
  }
  let n = 0;
  const observations = reads.map((age, k): Observation => ({ age: 1000 * age, count: (n += fresh[k] ?? 0) }));
  return { observations, total };
}

/** How often the half-life of a post lies in its interval, for accounts that have so many complete posts. */
function halfLifeCoverage(lnHalf: number, complete: number): number {
  const random = createRandom(31);
  let [own, held] = [0, 0];
  for (let account = 0; account < ACCOUNTS_DRAWN; account += 1) {
    const finished = Array.from({ length: complete }, () => {
      const { observations, total } = drawCounts(random, drawLife(random, lnHalf), READS);
      return { observations: [...observations, { age: HORIZON_MS, count: total }] };
    });
    const learned = learnDecay(finished);
    for (let seed = 0; seed < POSTS_TESTED; seed += 1) {
      const life = drawLife(random, lnHalf);
      const { t50, basis } = estimateDecay(drawCounts(random, life, EARLY).observations, { ...learned, seed });
      if (basis !== 'own') continue;
      own += 1;
      if (t50.low <= 1000 * life.half && 1000 * life.half <= t50.high) held += 1;
    }
  }
  return held / own;
}

/** An account whose lives are far from the usual is its own after 50 complete posts. */
export const livesTargets = (): Target[] =>
  HALF_LIVES.flatMap(([what, lnHalf]) =>
    [25, 50, 200].map((complete) => {
      const name = `${what}, ${complete} complete posts: t50 in its interval`;
      const value = halfLifeCoverage(lnHalf, complete);
      return complete === 25 ? reference('D9', name, value) : atLeast('D9', name, value, 0.7);
    }),
  );
