import { describe, expect, it } from 'vitest';
import { createRandom, mulberry32, type Random, seedFor } from '#timing/math/random.js';

const DRAWS = 40_000;

function sampleMoments(draw: () => number): { mean: number; variance: number } {
  const values = Array.from({ length: DRAWS }, draw);
  const mean = values.reduce((total, value) => total + value, 0) / DRAWS;
  return { mean, variance: values.reduce((total, value) => total + (value - mean) ** 2, 0) / DRAWS };
}

describe('mulberry32', () => {
  it('starts with the known numbers of seed 1', () => {
    const uniform = mulberry32(1);
    for (const expected of [0.6270739406, 0.0027357212, 0.52744704, 0.9810509675]) {
      expect(uniform()).toBeCloseTo(expected, 9);
    }
  });
});

describe('draws', () => {
  const laws: readonly [string, (random: Random) => number, number, number][] = [
    ['normal', (random) => random.normal(), 0, 1],
    ['gamma of shape 2.5', (random) => random.gamma(2.5), 2.5, 2.5],
    ['gamma of shape 0.3', (random) => random.gamma(0.3), 0.3, 0.3],
    ['beta (3, 9)', (random) => random.beta(3, 9), 0.25, (3 * 9) / (144 * 13)],
    ['Poisson of mean 4', (random) => random.poisson(4), 4, 4],
    ['Poisson of mean 50', (random) => random.poisson(50), 50, 50],
    ['negative binomial (3, 0.2)', (random) => random.negativeBinomial(3, 0.2), 12, 60],
  ];

  it.each(laws)('of the law %s have its mean and variance', (_, draw, mean, variance) => {
    const random = createRandom(5);
    const moments = sampleMoments(() => draw(random));
    expect(Math.abs(moments.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
    expect(moments.variance / variance).toBeGreaterThan(0.93);
    expect(moments.variance / variance).toBeLessThan(1.07);
  });

  it('stay numbers where shapes are tiny and chances certain', () => {
    const random = createRandom(5);
    for (let i = 0; i < 1000; i += 1) {
      expect(random.beta(0.01, 0.01)).toBeGreaterThanOrEqual(0);
      expect(random.beta(0.01, 12)).toBeLessThanOrEqual(1);
    }
    expect(random.negativeBinomial(1, 1)).toBe(0);
    expect(random.poisson(0)).toBe(0);
  });
});

describe('the seed of a purpose', () => {
  it('differs by seed, purpose and item', () => {
    const seeds = [seedFor(1, 'a'), seedFor(2, 'a'), seedFor(1, 'b'), seedFor(1, 'a', 1), seedFor(1, 'a', 2)];
    expect(new Set(seeds).size).toBe(seeds.length);
  });
});
