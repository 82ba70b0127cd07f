import { learnDecay, type LearnedDecay } from '#timing/decay/learn.js';
import type { Cascade } from './data.js';
import { AGES, countInHorizon, coverage, forecast, type Forecast, FULL, HORIZON, HOUR, observe } from './forecast.js';
import { computeMean, standardError } from './statistics.js';
import { atMost, between, reference, type Target } from './target.js';

/** What an account learns is renewed with its posts: here after so many, as a history read now and then would be. */
const RENEWED = 100;

/** For each post from a place on, what was learned of those that were complete by then, at most `RENEWED` posts ago. */
function learnAsTimePasses(posts: readonly Cascade[], from: number, hourOf: (post: Cascade) => number) {
  const learnedAt = new Map<Cascade, LearnedDecay>();
  for (let block = from; block < posts.length; block += RENEWED) {
    const now = posts[block]?.start ?? 0;
    const complete = posts.slice(0, block).filter(({ start }) => start + HORIZON <= now);
    const learned = learnDecay(
      complete.slice(-1200).map((post) => ({ observations: observe(post, FULL, HORIZON), hour: hourOf(post) })),
    );
    for (const post of posts.slice(block, block + RENEWED)) learnedAt.set(post, learned);
  }
  return learnedAt;
}

/** The hours at which the small account must also beat scaling up. */
const BEATS_SCALING = new Set<number>([0.5, 1]);

/** The posts of one small account: the newer half, forecast from the older one. */
export function smallAccountTargets(posts: readonly Cascade[]): Target[] {
  const bars: Record<(typeof AGES)[number], number> = { 0.5: 1.42, 1: 1.23, 3: 1, 6: 0.81, 24: 0.38 };
  const half = Math.floor(posts.length / 2);
  const train = posts.slice(Math.max(0, half - 1200), half);
  const test = posts.slice(half).filter((_, index) => index % 2 === 0);
  const hourOf = ({ start }: Cascade): number => Math.floor((start % 86_400) / HOUR);
  const learned = learnDecay(train.map((post) => ({ observations: observe(post, FULL, HORIZON), hour: hourOf(post) })));
  const { level } = learned;
  const learnedAt = learnAsTimePasses(posts, half, hourOf);
  /** Thirds of the day by the hour of publication, UTC. */
  const inThird = (third: number) => (one: Forecast) => Math.floor(hourOf(one.cascade) / 8) === third;
  const everyPostAt = new Map(
    AGES.map((hours) => [hours, forecast(posts.slice(half), FULL, hours, (post) => learnedAt.get(post), hourOf)]),
  );
  const byAge = AGES.flatMap((hours) => {
    const own = forecast(test, FULL, hours, () => learned, hourOf);
    const everyPost = everyPostAt.get(hours) ?? [];
    const seen = (post: Cascade): number => post.times.filter((time) => time <= hours * HOUR).length;
    const g =
      train.reduce((total, post) => total + seen(post), 0) /
      train.reduce((total, post) => total + countInHorizon(post), 0);
    const mae =
      (predict: (one: Forecast) => number) =>
      (sample: readonly Forecast[]): number =>
        computeMean(sample.map((one) => Math.abs(predict(one) - one.total)));
    const proposed = mae(({ estimate }) => estimate.final.point);
    const scaled = mae(({ n }) => n / g)(own);
    const gammaPoisson = mae(({ n }) => n + ((level.a + n) / (level.b + g)) * (1 - g))(own);
    const value = proposed(own);
    return [
      atMost('D3', `small account MAE at ${hours} h`, value, bars[hours], standardError(own, proposed, 200)),
      {
        ...reference('D3', `small account at ${hours} h minus n/G`, value - scaled),
        ...(BEATS_SCALING.has(hours) ? { bar: '< 0', passed: value < scaled } : {}),
      },
      reference('D', `small account at ${hours} h, no growth`, mae(({ n }) => n)(own)),
      reference('D', `small account at ${hours} h, n/G`, scaled),
      reference('D', `small account at ${hours} h, Gamma-Poisson`, gammaPoisson),
      between('D4', `small account coverage at ${hours} h`, coverage(own), 0.72, 0.9),
      ...[0, 1, 2].flatMap((third) =>
        thirdTargets(
          `small account ${8 * third}-${8 * third + 8} h UTC`,
          hours,
          everyPost.filter(inThird(third)),
          dispersionOf(everyPost),
        ),
      ),
    ];
  });
  const ofAllAges = [0, 1, 2].map((third) => {
    const { got, expected } = rests([...everyPostAt.values()].flatMap((some) => some.filter(inThird(third))));
    const name = `small account ${8 * third}-${8 * third + 8} h UTC, all ages: true / predicted of ${got}`;
    return between('D8', name, got / expected, 0.9, 1.1);
  });
  return [...byAge, ...ofAllAges];
}

/** Reactions still to come: in truth, and as expected. */
const rests = (some: readonly Forecast[]): { readonly got: number; readonly expected: number } => ({
  got: some.reduce((sum, { total, n }) => sum + total - n, 0),
  expected: some.reduce((sum, { estimate }) => sum + estimate.remaining.mean, 0),
});

/** Variance of what came around what was expected, in units of a Poisson law's. */
const dispersionOf = (some: readonly Forecast[]): number =>
  some.reduce((sum, { total, n, estimate }) => sum + (total - n - estimate.remaining.mean) ** 2, 0) /
  rests(some).expected;

/** Where a standard error is larger, a tenth cannot be distinguished from chance: its interval is judged. */
const DISTINCT = 0.065;

/**
 * True over predicted rest, and coverage, of posts of a third of the day. The error comes from the dispersion of all
 * posts, as a few quiet ones know nothing of the loud ones that they lack.
 */
function thirdTargets(name: string, hours: number, some: readonly Forecast[], dispersion: number): Target[] {
  const { got, expected } = rests(some);
  const what = `${name} at ${hours} h, ${some.length} posts`;
  const ratio = got / expected;
  if (some.length < 50) return [reference('D', `${what}: true / predicted rest`, ratio)];
  const se = Math.sqrt(dispersion / expected);
  const [low, high] = [ratio - 1.96 * se, ratio + 1.96 * se];
  const byPoint = between('D8', `${what}: true / predicted of ${got}`, ratio, 0.9, 1.1);
  // An interval that holds what is counted covers each post that gets nothing more.
  const quiet = some.filter(({ total, n }) => total === n).length / some.length;
  const ofQuiet = Math.sqrt((quiet * (1 - quiet)) / some.length);
  const most = quiet > 0.9 ? Number((quiet + ofQuiet).toFixed(3)) : 0.9;
  return [
    se <= DISTINCT
      ? { ...byPoint, se }
      : {
          ...byPoint,
          se,
          bar: `95 % holds ${byPoint.bar ?? ''}`,
          passed: low <= 1.1 && high >= 0.9,
        },
    between(
      'D8',
      `${what}: coverage${quiet > 0.9 ? `, ${Math.round(100 * quiet)} % got no more` : ''}`,
      coverage(some),
      0.72,
      most,
    ),
  ];
}
