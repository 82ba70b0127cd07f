import { estimateHours } from '#timing/hours/hours.js';
import { around, drawAccount, type World, ZONE } from './world.js';
import { atLeast, atMost, reference, type Target } from './target.js';

const ACCOUNTS = 400;
const SIZES = [30, 60, 200, 1000];
const step = (share: number): number => (share > 0.5 ? 1 : 0);

/** Worlds in which the hour makes no difference. */
const WORLDS: Readonly<Record<string, World>> = {
  'mean 20, days alike': {},
  'mean .7': { mean: 0.7, sd: 0.5 },
  'mean .25, most posts get nothing': { mean: 0.25, sd: 0.4 },
  '60 % zeros, at most 3': { mean: 1.5, zeros: 0.6, cap: 3 },
  'heavy tails, growth x20': {
    noise: (random) => (0.6 * random.normal()) / Math.sqrt(random.gamma(1)),
    trend: (share) => 3 * share,
  },
  'viral weeks': { dayCorrelation: 0.8, daySd: 0.7 },
  'viral weeks, 4 posts a day': { dayCorrelation: 0.8, daySd: 0.7, postsPerDay: 4 },
  'one hour with 2.7 times the spread': { noise: (random, hour) => (hour === 18 ? 1.6 : 0.6) * random.normal() },
  'skewed noise': { noise: (random) => -Math.log(1 - random.uniform()) - 1 },
  'months missing': { gaps: true, trend: (share) => 2 * share },
  'two hours only': { hours: () => Array.from({ length: 24 }, (_, hour) => Number(hour === 9 || hour === 18)) },
  'bursts of 4': { burst: { size: 4, share: 0.3, sd: 0.7 } },
  'bursts of 4, mean .7': { burst: { size: 4, share: 0.3, sd: 0.7 }, mean: 0.7 },
  'bursts of 12': { burst: { size: 12, share: 0.3, sd: 0.7 } },
  'every row twice': { copies: 2 },
  'habit moves from 9 to 19 h, level x3 at once': {
    trend: (share) => 1.1 * step(share),
    hours: (share) => around(9 + 10 * step(share), 4),
  },
  'habit moves from 9 to 19 h, growth x10': {
    trend: (share) => 2.3 * share,
    hours: (share) => around(9 + 10 * share, 4),
  },
  'weekends +.35 and at other hours': {
    effect: (slot) => (slot >= 120 ? 0.35 : 0),
    hours: (_, weekday) => around(weekday >= 5 ? 11 : 18, 6),
  },
};

/** Share of accounts of a world that are told of best hours. */
function shareOfAlarms(world: World, n: number, accounts: number): number {
  let alarmed = 0;
  for (let account = 0; account < accounts; account += 1) {
    const posts = drawAccount(world, n, 1000 * account + n + 7);
    if (estimateHours(posts, { zone: ZONE, seed: 1 }).verdict === 'best hours') alarmed += 1;
  }
  return alarmed / accounts;
}

/** How many of the 80 % intervals of the recommended slots hold 0 where nothing but bursts makes them differ. */
function shareHoldingNothing(size: number, n: number, accounts: number): number {
  const world: World = { burst: { size, share: 1, sd: 0.7 } };
  const slots = Array.from({ length: accounts }, (_, k) => drawAccount(world, n, 17 * k + n)).flatMap(
    (posts) => estimateHours(posts, { zone: ZONE, seed: 1 }).slots,
  );
  return slots.filter(({ low, high }) => low <= 0 && high >= 0).length / slots.length;
}

/** Weekends +.35, other days -.35. */
function shareOfWeekdaysFound(n: number, accounts: number): number {
  const world: World = { effect: (slot) => (slot >= 120 ? 0.35 : -0.35) };
  const found = Array.from({ length: accounts }, (_, k) =>
    estimateHours(drawAccount(world, n, 23 * k + n), { zone: ZONE, seed: 1 }),
  ).filter(({ weekdayPValue }) => weekdayPValue < 0.05);
  return found.length / accounts;
}

/** False alarms in worlds without an effect of the hour, what bursts make of intervals, and whether a weekday is found. */
export function falseAlarmTargets(accounts = ACCOUNTS): Target[] {
  const alarms = Object.entries(WORLDS).flatMap(([what, world]) =>
    SIZES.map((n) => {
      const share = shareOfAlarms(world, n, accounts);
      return atMost('H7', `${what}, n=${n}: false alarms`, share, 0.08, Math.sqrt((share * (1 - share)) / accounts));
    }),
  );
  const intervals = [4, 12].flatMap((size) =>
    [200, 1000].map((n) => {
      const what = `bursts of ${size}, n=${n}: intervals of the top slots that hold 0`;
      const share = shareHoldingNothing(size, n, accounts / 8);
      return size === 12 ? atLeast('H8', what, share, 0.7) : reference('H8', what, share);
    }),
  );
  const found = shareOfWeekdaysFound(200, accounts / 4);
  return [...alarms, ...intervals, atLeast('H9', 'weekends +.35, other days -.35, n=200: found', found, 0.8)];
}
