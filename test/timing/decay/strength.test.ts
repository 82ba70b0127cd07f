import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateStrength, learnLinkSpread } from '#timing/decay/strength.js';
import { createRandom } from '#timing/math/random.js';

const usualOf = (mean: number) => ({ points: [{ at: 0, mean }], spread: 0.72 });
const strengthOf = (mean: number, ...counts: readonly number[]) => {
  const usual = usualOf(mean);
  const posts = counts.map((count, at) => ({ at, count, share: 1 }));
  return estimateStrength(posts, usual, learnLinkSpread(usual), mean);
};

describe('the strength of a link', () => {
  it('is that of the usual post before anything is seen', () => {
    expect(strengthOf(5).times).toBeCloseTo(1, 2);
    expect(strengthOf(5).posts).toBe(0);
  });

  it('carries over less of one count the smaller the account is', () => {
    const lost = [1, 3, 10, 100].map((mean) => 1 - strengthOf(mean, 0).times);
    expect(lost).toEqual([...lost].sort((a, b) => a - b));
    expect(lost[0]).toBeLessThan(0.4);
    expect(lost[3]).toBeGreaterThan(0.8);
  });

  it('agrees with what reposts of 9 newsrooms showed once they were thinned to small counts', () => {
    // Slopes of one count on the next, in ln(1 + count): .22, .39, .49, .64 at these means.
    const random = createRandom(3);
    const slopes = [0.5, 1.6, 3, 10].map((mean) => {
      const { link, post } = learnLinkSpread(usualOf(mean));
      const pairs = Array.from({ length: 12_000 }, () => {
        const strength = Math.sqrt(link) * random.normal() - link / 2;
        const draw = () =>
          Math.log1p(random.poisson(mean * Math.exp(strength + Math.sqrt(post) * random.normal() - post / 2)));
        return [draw(), draw()] as const;
      });
      const center = pairs.reduce((sum, [x, y]) => sum + x + y, 0) / (2 * pairs.length);
      const cross = pairs.reduce((sum, [x, y]) => sum + (x - center) * (y - center), 0);
      return cross / pairs.reduce((sum, [x]) => sum + (x - center) ** 2, 0);
    });
    for (const [index, measured] of [0.22, 0.39, 0.49, 0.64].entries()) {
      expect(Math.abs((slopes[index] ?? 0) - measured)).toBeLessThan(0.05);
    }
  });

  it('rises with every count', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 500, noNaN: true }), fc.nat(1000), fc.nat(1000), (mean, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        return strengthOf(mean, less).times <= strengthOf(mean, more).times + 1e-9;
      }),
    );
  });

  it('waits for a post that has shown next to nothing of its total', () => {
    const usual = usualOf(5);
    const young = [{ at: 0, count: 0, share: 0.01 }];
    expect(estimateStrength(young, usual, learnLinkSpread(usual), 5).posts).toBe(0);
  });

  it('learns from the reposts of the account how far a link explains what its posts get', () => {
    const alike = Array.from({ length: 400 }, (_, i) => ({ first: i % 2 ? 3 : 0.1, second: i % 2 ? 3 : 0.1 }));
    const apart = Array.from({ length: 400 }, (_, i) => ({ first: i % 2 ? 3 : 0.1, second: i % 4 < 2 ? 3 : 0.1 }));
    const usual = usualOf(20);
    expect(learnLinkSpread(usual, alike).link).toBeGreaterThan(learnLinkSpread(usual).link);
    expect(learnLinkSpread(usual, apart).link).toBeLessThan(learnLinkSpread(usual).link);
  });
});

describe('advice on small accounts, by simulation', () => {
  it.each([1, 1.6, 3, 10])('does not advise four in five links that are worth under a quarter, at mean %d', (mean) => {
    const random = createRandom(11);
    const { link, post } = learnLinkSpread(usualOf(mean));
    const worth = new Map<number, number>();
    let [weak, kept] = [0, 0];
    for (let i = 0; i < 6000; i += 1) {
      const strength = Math.sqrt(link) * random.normal() - link / 2;
      if (Math.exp(strength) >= 0.25) continue;
      const count = random.poisson(mean * Math.exp(strength + Math.sqrt(post) * random.normal() - post / 2));
      const times = worth.get(count) ?? strengthOf(mean, count).times;
      worth.set(count, times);
      weak += 1;
      if (times < 0.85) kept += 1;
    }
    expect(kept / weak).toBeGreaterThanOrEqual(0.8);
  });
});
