import { describe, expect, it } from 'vitest';
import { BIG_ACCOUNT, builtInPrior, learnDecayPrior, SMALL_ACCOUNT } from '#timing/decay/prior.js';
import { DEFAULT_LEVEL, fitEngagementLevel, learnEngagementLevel } from '#timing/decay/level.js';
import { createRandom } from '#timing/math/random.js';
import { drawLife } from '../synthetic.js';

const lives = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => drawLife(random, 300).observations);
};

describe('learning the shape of lives', () => {
  const finished = lives(150, 4);

  it('finds the shape that the posts were drawn from', () => {
    const { mu, sd, rho, learnedFrom } = learnDecayPrior(finished, { base: BIG_ACCOUNT });
    expect(Math.abs(mu[0] - SMALL_ACCOUNT.mu[0])).toBeLessThan(0.3);
    expect(Math.abs(mu[1] - SMALL_ACCOUNT.mu[1])).toBeLessThan(0.15);
    expect(sd[0]).toBeGreaterThan(0.7);
    expect(sd[0]).toBeLessThan(1.4);
    expect(rho).toBeLessThan(0);
    expect(learnedFrom).toBe(150);
  });

  it('stays nearer to its base with few posts than with many', () => {
    const distance = (posts: number): number =>
      Math.abs(learnDecayPrior(finished.slice(0, posts), { base: BIG_ACCOUNT }).mu[0] - BIG_ACCOUNT.mu[0]);
    expect(distance(25)).toBeLessThan(distance(150));
  });

  it.each([
    ['5 minutes', 5.7],
    ['12 hours', 10.7],
  ])('leaves an account with a half-life of %s its own pace after 50 posts', (_, lnMedian) => {
    const random = createRandom(8);
    const posts = Array.from({ length: 50 }, () =>
      drawLife(random, 60, { mu: [lnMedian, -0.26], sd: [0.7, 0.2], rho: 0 }),
    );
    const { mu } = learnDecayPrior(posts.map(({ observations }) => observations));
    expect(Math.abs(mu[0] - lnMedian)).toBeLessThan(0.6);
  });

  it('does not depend on the order of posts', () => {
    const { mu } = learnDecayPrior(finished.toReversed());
    expect(mu[0]).toBeCloseTo(learnDecayPrior(finished).mu[0], 9);
  });

  it('leaves its base alone below 20 finished posts with reactions', () => {
    const unfinished = finished.map((observations) => observations.filter(({ age }) => age < 86_400_000));
    const silent = finished.map((observations) => observations.map(({ age }) => ({ age, count: 0 })));
    expect(learnDecayPrior(finished.slice(0, 19))).toBe(SMALL_ACCOUNT);
    expect(learnDecayPrior(unfinished)).toBe(SMALL_ACCOUNT);
    expect(learnDecayPrior(silent, { base: BIG_ACCOUNT })).toBe(BIG_ACCOUNT);
    expect(learnDecayPrior([])).toBe(SMALL_ACCOUNT);
  });

  it('starts from the big accounts at a median of 500 reactions', () => {
    expect(builtInPrior(499)).toBe(SMALL_ACCOUNT);
    expect(builtInPrior(500)).toBe(BIG_ACCOUNT);
  });
});

describe('the level', () => {
  it('of greatest likelihood is a 1.1089, b 0.4621 for ten known totals', () => {
    const { a, b } = fitEngagementLevel([0, 0, 1, 2, 3, 5, 8, 0, 1, 4]);
    expect(Math.abs(a - 1.1089)).toBeLessThan(1e-3);
    expect(Math.abs(b - 0.4621)).toBeLessThan(1e-3);
  });

  it.each([
    [[], DEFAULT_LEVEL.b],
    [[4, 6], 1 / 5],
    [[0, 0, 0], 1 / 0.05],
    [[...Array<number>(300).fill(1000), ...Array<number>(200).fill(2)], 1 / 2],
  ])('is the mean of the newest 200 posts', (totals, b) => {
    expect(learnEngagementLevel(totals)).toMatchObject({ a: 1, b });
  });
});
