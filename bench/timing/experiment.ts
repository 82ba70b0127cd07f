import { analyzeExperiment, type PairOutcome } from '#timing/experiment/analysis.js';
import { assignOrders } from '#timing/experiment/design.js';
import { createRandom } from '#timing/math/random.js';
import { atLeast, atMost, between, reference, type Target } from './target.js';

const SIMULATED = 2000;
/** Standard deviation of ln of one post, of which links share a part. */
const SD = 0.85;
const MEAN = 20;
/** What a second post of a link gets of the first. */
const SECOND = 0.86;

function simulate(links: number, correlation: number, effect: number, seed: number): readonly PairOutcome[] {
  const random = createRandom(seed);
  return assignOrders(links, seed).map(({ block, bestFirst }): PairOutcome => {
    const strength = Math.sqrt(correlation) * SD * random.normal();
    const count = (isBest: boolean, share: number): number => {
      const own = Math.sqrt(1 - correlation) * SD * random.normal();
      return random.poisson(MEAN * share * Math.exp(strength + own + (isBest ? effect : 0)));
    };
    return { block, bestFirst, first: count(bestFirst, 1), second: count(!bestFirst, SECOND) };
  });
}

interface Outcome {
  readonly covered: number;
  readonly found: number;
  readonly needed: number;
}

/** Shares of experiments whose interval holds the effect and that find one, and the pairs that they call for. */
function run(links: number, correlation: number, effect: number): Outcome {
  let [covered, found, needed] = [0, 0, 0];
  // In counts an effect on ln(1 + count) is a little less than on ln of the mean.
  const truth = effect === 0 ? 0 : effectOnCounts(effect);
  for (let seed = 1; seed <= SIMULATED; seed += 1) {
    const result = analyzeExperiment(simulate(links, correlation, effect, seed), seed);
    if ((result.low ?? NaN) <= truth && truth <= (result.high ?? NaN)) covered += 1;
    if (result.pValue <= 0.05) found += 1;
    needed += result.needed ?? 0;
  }
  return { covered: covered / SIMULATED, found: found / SIMULATED, needed: needed / SIMULATED };
}

/** The effect on the mean of ln(1 + count), over posts of all strengths. */
function effectOnCounts(effect: number): number {
  const random = createRandom(5);
  let total = 0;
  const draws = 400_000;
  for (let k = 0; k < draws; k += 1) {
    const ln = SD * random.normal() + (k % 2 === 0 ? 0 : Math.log(SECOND));
    total += Math.log1p(random.poisson(MEAN * Math.exp(ln + effect))) - Math.log1p(random.poisson(MEAN * Math.exp(ln)));
  }
  return total / draws;
}

/** Links between two looks at an experiment without an effect, and the most that it is carried on to. */
const LOOK = 8;
const LONGEST = 240;

/** How often a difference is found where there is none, at the first look at which as many links are counted as it takes. */
function foundAtFirstResult(correlation: number): number {
  let found = 0;
  for (let seed = 1; seed <= SIMULATED / 2; seed += 1) {
    const all = simulate(LONGEST, correlation, 0, seed);
    for (let links = LOOK; links <= LONGEST; links += LOOK) {
      const { needed = Infinity, pValue } = analyzeExperiment(all.slice(0, links), seed);
      if (needed > links) continue;
      if (pValue <= 0.05) found += 1;
      break;
    }
  }
  return found / (SIMULATED / 2);
}

/** The experiment of best hours against usual ones, in worlds of known effect. */
export function experimentTargets(): Target[] {
  const at8 = run(110, 0.8, 0.2);
  const at4 = run(110, 0.4, 0.2);
  const none = run(110, 0.8, 0);
  const few = run(40, 0.8, 0);
  return [
    between('E1', '110 links that correlate .8: the interval holds the effect', at8.covered, 0.94, 0.96),
    between('E1', '110 links that correlate .4: the interval holds the effect', at4.covered, 0.94, 0.96),
    between('E1', '40 links, no effect: the interval holds 0', few.covered, 0.94, 0.96),
    atMost('E2', '110 links, no effect: one is found', none.found, 0.06),
    atMost('E2', '40 links, no effect: one is found', few.found, 0.06),
    atMost('E2', 'no effect, first result of looks each 8 links: one is found', foundAtFirstResult(0.8), 0.06),
    atLeast('E3', '110 links that correlate .8, +.20: found', at8.found, 0.8),
    reference('E3', 'links that it takes at a correlation of .8, on average', at8.needed),
    reference('E3', '110 links that correlate .4, +.20: found', at4.found),
    reference('E3', 'links that it takes at a correlation of .4, on average', at4.needed),
  ];
}
