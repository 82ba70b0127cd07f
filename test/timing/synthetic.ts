import { HORIZON } from '#timing/decay/curve.js';
import { estimateDecay } from '#timing/decay/decay.js';
import { type DecayPrior, NU, SMALL_ACCOUNT } from '#timing/decay/prior.js';
import type { Observation } from '#timing/decay/observation.js';
import { createRandom, type Random } from '#timing/math/random.js';

/** The schedule at which counters are read: 15 min, 1 h, 3 h, 6 h, 24 h, 72 h, 7 d; in seconds. */
export const SCHEDULE: readonly number[] = [900, 3600, 10_800, 21_600, 86_400, 259_200, HORIZON];

/** A post whose truth is known. */
export interface KnownLife {
  readonly observations: readonly Observation[];
  /** True half-life in ms. */
  readonly t50: number;
}

const shareAtAge = (age: number, lnMedian: number, beta: number): number =>
  1 / (1 + Math.exp(-beta * (Math.log(age) - lnMedian)));

/** A multinomial draw of `total` over shares, one binomial after the other (by its normal beyond 200 left). */
function multinomial(random: Random, total: number, shares: readonly number[]): number[] {
  let left = total;
  let rest = shares.reduce((whole, share) => whole + share, 0);
  return shares.map((share) => {
    const chance = rest <= 0 ? 1 : Math.min(1, share / rest);
    rest -= share;
    const count = binomial(random, left, chance);
    left -= count;
    return count;
  });
}

function binomial(random: Random, n: number, chance: number): number {
  if (n > 200) {
    const drawn = n * chance + Math.sqrt(n * chance * (1 - chance)) * random.normal();
    return Math.max(0, Math.min(n, Math.round(drawn)));
  }
  let count = 0;
  for (let trial = 0; trial < n; trial += 1) if (random.uniform() < chance) count += 1;
  return count;
}

/** Draws a post's life by the model: shape from the prior, counts Dirichlet-multinomial with nu = 12 over the reads. */
export function drawLife(random: Random, total: number, { mu, sd, rho }: DecayPrior = SMALL_ACCOUNT): KnownLife {
  const [x, y] = [random.normal(), random.normal()];
  const lnMedian = mu[0] + sd[0] * x;
  const beta = Math.exp(mu[1] + sd[1] * (rho * x + Math.sqrt(1 - rho ** 2) * y));
  const whole = shareAtAge(HORIZON, lnMedian, beta);
  const reached = SCHEDULE.map((age) => shareAtAge(age, lnMedian, beta) / whole);
  const gammas = reached.map((share, k) => random.gamma(Math.max(NU * (share - (reached[k - 1] ?? 0)), 1e-6)));
  const counts = multinomial(random, total, gammas);
  let n = 0;
  const observations = counts.map((count, k) => {
    n += count;
    return { age: 1000 * (SCHEDULE[k] ?? HORIZON), count: n };
  });
  const half = 0.5 * whole;
  return { observations, t50: 1000 * Math.exp(lnMedian + Math.log(half / (1 - half)) / beta) };
}

/** Of synthetic posts with at least 5 reactions by an age, the share whose half-life lies in its 80 % interval. */
export function recovery(total: number, until: number, posts: number, seed: number): number {
  const random = createRandom(seed);
  let seen = 0;
  let inside = 0;
  while (seen < posts) {
    const life = drawLife(random, total);
    const observations = life.observations.filter(({ age }) => age <= 1000 * until);
    if ((observations.at(-1)?.count ?? 0) < 5) continue;
    const { t50 } = estimateDecay(observations, { seed: 1, level: { a: 1, b: 1 / total } });
    seen += 1;
    if (t50.low <= life.t50 && life.t50 <= t50.high) inside += 1;
  }
  return inside / posts;
}
