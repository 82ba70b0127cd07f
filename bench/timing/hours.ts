import { clockTest, sumByDay } from '#timing/hours/hour-of-day-test.js';
import { estimateHours, type HoursEstimate } from '#timing/hours/hours.js';
import { completePrior, type HoursPrior, priorMean } from '#timing/hours/prior.js';
import { mulberry32, seedFor } from '#timing/math/random.js';
import { slotIndex } from '#timing/clock/slots.js';
import { bestSlots } from '#timing/plan/slot-choice.js';
import { computeResiduals } from '#timing/hours/trend.js';
import { toDayNumber, openZone, toWeekSlot, type Zone } from '#timing/clock/zone.js';
import type { Author } from './data.js';
import { computeMean, standardError } from './statistics.js';
import { atLeast, atMost, between, reference, type Target } from './target.js';

const SIZES = [50, 200, 1000] as const;
const ROTATIONS = 8;
/** Slots that the benchmark recommends, without spacing. */
const RECOMMENDED = 21;
const BARS = {
  50: { delivered: 0.08, r2: 0.005, detected: 0 },
  200: { delivered: 0.135, r2: 0, detected: 0.2 },
  1000: { delivered: 0.175, r2: 0, detected: 0.5 },
} as const;

type Posts = Author['posts'];
interface Gain {
  readonly count: number;
  readonly mean: number;
}
interface WindowResult {
  readonly gains: Readonly<Record<Method, Gain>>;
  readonly claim: number;
  readonly r2: number;
  readonly coverage: number | undefined;
  readonly detected: number;
  readonly falseAlarms: number;
}
interface AuthorResult {
  readonly windows: readonly WindowResult[];
  readonly meanReactions: number;
}
type Method = 'proposed' | 'default' | 'typical' | 'hourOfDay' | 'hourOfWeek';
const METHODS: readonly Method[] = ['proposed', 'default', 'typical', 'hourOfDay', 'hourOfWeek'];

const spread = (values: Float64Array): number => {
  const list = [...values];
  const centre = computeMean(list);
  return Math.sqrt(computeMean(list.map((value) => (value - centre) ** 2)));
};

const arrays = (posts: Posts): [Float64Array, Float64Array] => [
  Float64Array.from(posts, (post) => post.at),
  Float64Array.from(posts, (post) => post.value),
];

/** Starts of an author's windows: at most 8, evenly chosen. */
function windowStarts(total: number, n: number): number[] {
  const starts: number[] = [];
  for (let start = 0; start <= total - n - 100; start += n + 300) starts.push(start);
  if (starts.length <= 8) return starts;
  return Array.from({ length: 8 }, (_, i) => starts[Math.floor((i * (starts.length - 1)) / 7)] ?? 0);
}

function topByRawMean(keys: readonly number[], posts: Posts, count: number): Set<number> {
  const sums = new Map<number, { total: number; n: number }>();
  for (const [i, { value }] of posts.entries()) {
    const entry = sums.get(keys[i] ?? 0) ?? { total: 0, n: 0 };
    sums.set(keys[i] ?? 0, { total: entry.total + value, n: entry.n + 1 });
  }
  const ranked = [...sums].sort(([a, x], [b, y]) => y.total / y.n - x.total / x.n || a - b);
  return new Set(ranked.slice(0, count).map(([key]) => key));
}

function measureGain(chosen: ReadonlySet<number>, keys: readonly number[], u: Float64Array): Gain {
  const hits = keys.flatMap((key, i) => (chosen.has(key) ? [u[i] ?? 0] : []));
  return { count: hits.length, mean: hits.length === 0 ? 0 : computeMean(hits) };
}

function rotatedTest(train: Posts, zone: Zone, residuals: Float64Array, seed: number): number {
  const uniform = mulberry32(seed);
  const offsets = new Map<number, number>();
  const walls = train.map(({ at }) => zone.localTimeAt(at));
  const days = walls.map(toDayNumber);
  const hours = walls.map((wall, i) => {
    const day = days[i] ?? 0;
    const offset = offsets.get(day) ?? 24 * uniform();
    offsets.set(day, offset);
    return Math.floor(((wall / 3_600_000 - 24 * day + offset) % 24) + 24) % 24;
  });
  return clockTest(sumByDay(Float64Array.from(days), Float64Array.from(hours), residuals), seedFor(seed, 'rotated'));
}

function runWindow(author: Author, prior: HoursPrior, zone: Zone, start: number, n: number): WindowResult | undefined {
  const train = author.posts.slice(start, start + n);
  const test = author.posts.slice(start + n, start + n + 300);
  const r = computeResiduals(...arrays(train));
  const u = computeResiduals(...arrays(test), 4).values;
  if (spread(r.values) < 0.05 || spread(u) < 0.05) return undefined;

  const toSlots = (posts: Posts): number[] => posts.map(({ at }) => slotIndex(toWeekSlot(zone.localTimeAt(at))));
  const [trainSlots, testSlots] = [toSlots(train), toSlots(test)];
  const estimate = estimateHours(train, { zone: author.zone, seed: 1, prior });
  const effects = (from: HoursEstimate): Float64Array => Float64Array.from(from.bins, (bin) => bin.effect);
  const f = effects(estimate);
  const top = (values: Float64Array): Set<number> => new Set(bestSlots(values, estimate.candidates, RECOMMENDED, 0));
  const chosen = top(f);
  const toHours = (slots: readonly number[]): number[] => slots.map((slot) => slot % 24);
  const byDefault = estimateHours(train, { zone: author.zone, seed: 1 });

  const predicted = testSlots.map((slot) => f[slot] ?? 0);
  const level = computeMean(predicted);
  const errors = predicted.map((value, i) => ((u[i] ?? 0) - (value - level)) ** 2);
  const squares = [...u].map((value) => value ** 2);
  const claimed = predicted.filter((_, i) => chosen.has(testSlots[i] ?? 0));
  const variance = spread(u) ** 2;
  const covered = estimate.bins.flatMap((bin, slot) => {
    const values = testSlots.flatMap((testSlot, i) => (testSlot === slot ? [u[i] ?? 0] : []));
    if (values.length < 8) return [];
    const reach = 1.2816 * 1.2 * Math.sqrt(bin.sd ** 2 + (1.5 * variance) / values.length);
    return [Math.abs(computeMean(values) - (bin.effect - level)) <= reach ? 1 : 0];
  });
  const alarms = Array.from({ length: ROTATIONS }, (_, k) =>
    rotatedTest(train, zone, r.values, seedFor(start, author.name, k)) < 0.05 ? 1 : 0,
  );
  return {
    gains: {
      proposed: measureGain(chosen, testSlots, u),
      default: measureGain(top(effects(byDefault)), testSlots, u),
      typical: measureGain(top(priorMean(completePrior(prior))), testSlots, u),
      hourOfDay: measureGain(topByRawMean(toHours(trainSlots), train, 3), toHours(testSlots), u),
      hourOfWeek: measureGain(topByRawMean(trainSlots, train, 21), testSlots, u),
    },
    claim: claimed.length === 0 ? NaN : computeMean(claimed),
    r2: 1 - computeMean(errors) / computeMean(squares),
    coverage: covered.length === 0 ? undefined : computeMean(covered),
    detected: estimate.pValue < 0.05 ? 1 : 0,
    falseAlarms: computeMean(alarms),
  };
}

/** An author's gain by one method over its windows, and what it weighs. */
function authorGain(author: AuthorResult, method: Method): { value: number; weight: number } {
  const gains = author.windows.map(({ gains: all }) => all[method]);
  const count = gains.reduce((total, gain) => total + gain.count, 0);
  const value = gains.reduce((total, gain) => total + gain.count * gain.mean, 0) / Math.max(1, count);
  return { value, weight: count / (count + 20) };
}

const weighted = (pairs: readonly { value: number; weight: number }[]): number =>
  pairs.reduce((total, { value, weight }) => total + value * weight, 0) /
  pairs.reduce((total, { weight }) => total + weight, 0);

const delivered =
  (method: Method) =>
  (authors: readonly AuthorResult[]): number =>
    weighted(authors.map((author) => authorGain(author, method)));

const averageClaim = (authors: readonly AuthorResult[]): number =>
  weighted(
    authors.flatMap((author) => {
      const claims = author.windows.map(({ claim }) => claim).filter(Number.isFinite);
      return claims.length === 0 ? [] : [{ value: computeMean(claims), weight: authorGain(author, 'proposed').weight }];
    }),
  );

function buildTargets(n: (typeof SIZES)[number], authors: readonly AuthorResult[]): Target[] {
  const bars = BARS[n];
  const windows = authors.flatMap((author) => author.windows);
  const value = delivered('proposed')(authors);
  const error = (statistic: (sample: readonly AuthorResult[]) => number): number => standardError(authors, statistic);
  const displayed = Math.log1p(0.8 * (Math.exp(averageClaim(authors)) - 1));
  const differences = (['hourOfDay', 'hourOfWeek'] as const).map((method): Target => {
    const difference = (sample: readonly AuthorResult[]): number =>
      delivered('proposed')(sample) - delivered(method)(sample);
    const gain = difference(authors);
    const se = error(difference);
    return { id: 'H1', what: `n=${n} proposed minus ${method}`, value: gain, se, bar: '> 2 SE', passed: gain > 2 * se };
  });
  const small = authors.filter(({ meanReactions }) => meanReactions < 10);
  const over = displayed - value;
  return [
    reference('H', `n=${n} windows`, windows.length),
    reference('H', `n=${n} authors`, authors.length),
    atLeast('H1', `n=${n} delivered`, value, bars.delivered, error(delivered('proposed'))),
    ...METHODS.slice(1).map((method) =>
      reference('H', `n=${n} delivered by ${method}`, delivered(method)(authors), error(delivered(method))),
    ),
    reference(
      'H',
      `n=${n} delivered, authors below 10 reactions`,
      delivered('proposed')(small),
      standardError(small, delivered('proposed')),
    ),
    ...differences,
    reference('H', `n=${n} claim`, averageClaim(authors)),
    reference('H', `n=${n} displayed claim`, displayed),
    between('H2', `n=${n} displayed minus delivered`, over, -0.09, 0.06),
    { ...atLeast('H3', `n=${n} R2`, computeMean(windows.map(({ r2 }) => r2)), bars.r2) },
    atMost('H4', `n=${n} false alarms`, computeMean(windows.map(({ falseAlarms }) => falseAlarms)), 0.08),
    atLeast('H4', `n=${n} detected`, computeMean(windows.map(({ detected }) => detected)), bars.detected),
    between('H5', `n=${n} coverage`, computeMean(windows.flatMap(({ coverage }) => coverage ?? [])), 0.72, 0.9),
  ];
}

/** The hours protocol: windows of n posts, judged on the posts after them. */
export function hoursTargets(authors: readonly Author[], priors: readonly HoursPrior[]): Target[] {
  return SIZES.flatMap((n) => {
    const results = authors.flatMap((author): AuthorResult[] => {
      const prior = priors[author.fold];
      if (prior === undefined || author.posts.length < n + 100) return [];
      const zone = openZone(author.zone, author.posts[0]?.at ?? 0, author.posts.at(-1)?.at ?? 0);
      const windows = windowStarts(author.posts.length, n).flatMap(
        (start) => runWindow(author, prior, zone, start, n) ?? [],
      );
      const meanReactions = computeMean(author.posts.map(({ value }) => value));
      return windows.length === 0 ? [] : [{ windows, meanReactions }];
    });
    return buildTargets(n, results);
  });
}
