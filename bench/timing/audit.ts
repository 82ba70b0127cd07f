import { auditScore, type ScoredPost } from '#evidence/audit.js';
import { createRandom, type Random } from '#timing/math/random.js';
import { atLeast, atMost, type Target } from './target.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2024, 0, 1);

/** What moves score and reactions of a post in a world where the score itself does nothing, but for `effect`. */
interface Confounding {
  /** Scores of one day are alike. */
  readonly days?: boolean;
  readonly drift?: boolean;
  readonly evenings?: boolean;
  readonly weekends?: boolean;
  /** Partial correlation of the score with what posts get. */
  readonly effect?: number;
}

const WORLDS: readonly (readonly [string, Confounding])[] = [
  ['score tells nothing', {}],
  ['scores alike within a day', { days: true }],
  ['score and level both grow', { drift: true }],
  ['evening posts score higher and do better', { evenings: true }],
  ['weekend posts score higher and do better', { weekends: true }],
];
/** Posts, and the days that they spread over. */
const SIZES: readonly (readonly [number, number])[] = [
  [30, 10],
  [30, 30],
  [60, 20],
  [200, 100],
  [1000, 300],
];

function drawPosts(random: Random, n: number, days: number, world: Confounding): ScoredPost[] {
  const shocks = Array.from({ length: days }, () => [random.normal(), random.normal()] as const);
  return Array.from({ length: n }, (_, i) => {
    const day = Math.floor((i * days) / n);
    const [ofScore, ofValue] = shocks[day] ?? [0, 0];
    const hour = 8 + Math.floor(14 * random.uniform());
    const isLate = world.evenings === true && hour >= 18;
    // 2024-01-01 was a Monday.
    const isWeekend = world.weekends === true && day % 7 >= 5;
    const share = world.drift === true ? day / days : 0;
    const own = world.days === true ? 0.7 * ofScore + 0.7 * random.normal() : random.normal();
    const score = Math.round(70 + 6 * own + 12 * share + (isLate ? 6 : 0) + (isWeekend ? 6 : 0));
    const effect = (world.effect ?? 0) * 0.85 * own;
    const ln =
      2.5 + 0.4 * ofValue + 0.7 * random.normal() + effect + 1.5 * share + (isLate ? 0.4 : 0) + (isWeekend ? 0.4 : 0);
    const at = START + day * DAY + hour * HOUR + Math.floor(HOUR * random.uniform());
    return { at, value: random.poisson(Math.exp(ln)), score, rules: {} };
  });
}

/** One account after the other: whether the audit of its posts says that the score tells something. */
function createVerdicts(n: number, days: number, world: Confounding): () => boolean {
  const random = createRandom(n + days);
  return () => auditScore(drawPosts(random, n, days, world), 1).verdict.startsWith('predicts');
}

function shareOfVerdicts(n: number, days: number, world: Confounding, accounts: number): number {
  const next = createVerdicts(n, days, world);
  return Array.from({ length: accounts }, next).filter(Boolean).length / accounts;
}

const FALSE_VERDICTS = 0.07;
/** Where a first look leaves a share within its standard error of the bar, so many times as many accounts decide. */
const CLOSER_LOOK = 5;

function falseVerdicts(name: string, n: number, days: number, world: Confounding, accounts: number): Target {
  const next = createVerdicts(n, days, world);
  let [seen, wrong, share, se] = [0, 0, 0, 0];
  const lookAt = (many: number): void => {
    for (; seen < many; seen += 1) wrong += Number(next());
    share = wrong / seen;
    se = Math.sqrt((share * (1 - share)) / seen);
  };
  lookAt(accounts);
  if (Math.abs(share - FALSE_VERDICTS) <= se) lookAt(CLOSER_LOOK * accounts);
  return atMost('A1', `${name}, n=${n} on ${days} days, ${seen} accounts: false`, share, FALSE_VERDICTS, se);
}

/** How many accounts with ten rules that tell nothing have one that is said to. */
function shareOfRules(accounts: number): number {
  const random = createRandom(4);
  const named = Array.from({ length: accounts }, () => {
    const posts = drawPosts(random, 200, 100, {}).map((post) => ({
      ...post,
      rules: Object.fromEntries([...'abcdefghij'].map((rule) => [rule, Math.round(10 * random.uniform()) / 10])),
    }));
    return auditScore(posts, 1).rules.some(({ part }) => part !== 'nothing');
  });
  return named.filter(Boolean).length / accounts;
}

/** The audit where the score tells nothing, and where it tells something. */
export function auditTargets(accounts = 400): Target[] {
  return [
    ...WORLDS.flatMap(([name, world]) => SIZES.map(([n, days]) => falseVerdicts(name, n, days, world, accounts))),
    atMost('A2', 'ten rules that tell nothing, n=200: one is named', shareOfRules(accounts / 4), 0.07),
    atLeast(
      'A3',
      'a partial correlation of .15, n=1000: found',
      shareOfVerdicts(1000, 300, { effect: 0.16 }, accounts / 2),
      0.8,
    ),
  ];
}
