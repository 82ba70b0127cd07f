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
  /** ms of processor time: what is judged, as the clock also counts whatever else the machine does. */
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

/** Times: 100 000 posts and 10 000 links, and ten times as much. */
export function speedTargets(): Target[] {
  hoursOn(1000)();
  benchDecay(200)();
  const hours = bestOf3(hoursOn(100_000));
  const moreHours = measure(hoursOn(1_000_000));
  const decay = bestOf3(benchDecay(10_000));
  const moreDecay = measure(benchDecay(100_000));
  return [
    atMost('speed', 'hours on 100 000 posts, ms of processor time', hours.cpu, 300),
    reference('speed', 'hours on 1 000 000 posts, ms', moreHours.wall),
    reference('speed', 'hours, ten times the posts: times the processor', moreHours.cpu / hours.cpu),
    atMost('speed', 'decay of 10 000 links, 5 observations each, ms of processor time', decay.cpu, 3000),
    reference('speed', 'decay of 100 000 links, ms', moreDecay.wall),
    reference('speed', 'decay, ten times the links: times the processor', moreDecay.cpu / decay.cpu),
  ];
}
