import { estimateHours } from '#timing/hours/hours.js';
import { estimateLink } from '#timing/decay/link-decay.js';
import { createRandom } from '#timing/math/random.js';
import { SCHEDULE } from '../../test/timing/synthetic.js';
import { atMost, reference, type Target } from './target.js';

const DAY = 86_400_000;
const START = Date.UTC(2012, 0, 1);

interface Cost {
  /** ms on the clock. */
  readonly wall: number;
  /** ms of processor time: what scaling is judged by, as the clock also counts whatever else the machine does. */
  readonly cpu: number;
}

function measure(work: () => void): Cost {
  const before = performance.now();
  const used = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - before, cpu: (user + system) / 1000 };
}

/** Best of three, for clock and processor each. */
function bestOf3(work: () => void): Cost {
  const runs = [measure(work), measure(work), measure(work)];
  return { wall: Math.min(...runs.map(({ wall }) => wall)), cpu: Math.min(...runs.map(({ cpu }) => cpu)) };
}

/** A machine on which so many square roots take this long, ms, is the one that bars are for: others are scaled by it. */
const UNIT = { roots: 3e7, ms: 70 };

/** The sum in a variable of its own: one that is shared with a closure would take four times as long. */
function sumOfRoots(): number {
  let total = 0;
  for (let k = 0; k < UNIT.roots; k += 1) total += Math.sqrt(k);
  return total;
}

function unitCost(): number {
  let sums = sumOfRoots();
  const { cpu } = bestOf3(() => {
    sums += sumOfRoots();
  });
  return sums > 0 ? cpu : NaN;
}

function hoursOn(count: number): () => void {
  const random = createRandom(11);
  const posts = Array.from({ length: count }, () => ({
    at: START + Math.floor(random.uniform() * 4000 * DAY),
    value: random.negativeBinomial(1, 0.1),
  }));
  return () => void estimateHours(posts, { zone: 'Europe/Paris', seed: 1 });
}

function benchDecay(count: number): () => void {
  const random = createRandom(12);
  const links = Array.from({ length: count }, () => {
    let n = 0;
    const observations = SCHEDULE.slice(0, 5).map((age) => {
      n += random.poisson(random.gamma(1) * 4);
      return { age: 1000 * age + Math.floor(600_000 * random.uniform()), count: n };
    });
    return { at: START, observations };
  });
  const now = START + 2 * DAY;
  return () => {
    for (const [seed, link] of links.entries()) estimateLink([link], now, { seed });
  };
}

/** Processor time in ms, scaled to the machine of the bars: 100 000 posts and 10 000 links, and ten times as much. */
export function speedTargets(): Target[] {
  const scale = UNIT.ms / unitCost();
  const few = hoursOn(900);
  few();
  benchDecay(200)();
  const small = Math.min(...[1, 2, 3].map(() => bestOf3(few).cpu));
  const hours = bestOf3(hoursOn(100_000));
  const moreHours = measure(hoursOn(1_000_000));
  const decay = bestOf3(benchDecay(10_000));
  const moreDecay = measure(benchDecay(100_000));
  return [
    reference('speed', 'this machine beside that of the bars: times as fast', scale),
    atMost('speed', 'hours on 900 posts, ms', scale * small, 20),
    atMost('speed', 'hours on 100 000 posts, ms', scale * hours.cpu, 300),
    reference('speed', 'hours on 1 000 000 posts, ms', scale * moreHours.cpu),
    reference('speed', 'hours, ten times the posts: times the processor', moreHours.cpu / hours.cpu),
    atMost('speed', 'decay of a link with 5 observations, ms', (scale * decay.cpu) / 10_000, 0.2),
    reference('speed', 'decay of 100 000 links, ms', scale * moreDecay.cpu),
    reference('speed', 'decay, ten times the links: times the processor', moreDecay.cpu / decay.cpu),
  ];
}
