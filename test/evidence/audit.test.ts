import { describe, expect, it } from 'vitest';
import { auditScore, type ScoredPost } from '#evidence/audit.js';
import { createRandom } from '#timing/math/random.js';

/** Posts whose ln(1 + value) follows the score by a weight, plus noise. */
function posts(count: number, weight: number, seed = 3): ScoredPost[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const score = Math.round(100 * random.uniform());
    const ln = 3 + (weight * (score - 50)) / 50 + 0.5 * random.normal();
    const rules = { length: score / 100, photos: 1, ...(i % 2 === 0 ? { links: random.uniform() } : {}) };
    return { at: i * 5 * 3_600_000, value: Math.max(0, Math.expm1(ln)), score, rules };
  });
}

describe('the audit', () => {
  it.each([
    [1, 'predicts'],
    [-1, 'predicts the opposite'],
    [0, 'does not predict'],
  ])('with a true weight of %i says "%s"', (weight, verdict) => {
    const audit = auditScore(posts(300, weight), 1);
    expect(audit.verdict).toBe(verdict);
    expect(audit.score?.low).toBeLessThan(audit.score?.correlation ?? NaN);
    expect(audit.score?.high).toBeGreaterThan(audit.score?.correlation ?? NaN);
  });

  it('gives each rule its own association, but for those that judge all posts alike', () => {
    const { rules } = auditScore(posts(300, 1), 1);
    expect(rules.map(({ rule, n }) => [rule, n])).toEqual([
      ['length', 300],
      ['links', 150],
    ]);
    expect(rules[0]?.low).toBeGreaterThan(0.5);
  });

  it('says when posts are too few, and never a figure then', () => {
    expect(auditScore([], 1)).toEqual({ verdict: 'too few posts', score: undefined, rules: [], n: 0 });
    expect(auditScore(posts(29, 1), 1)).toMatchObject({ verdict: 'too few posts', score: undefined, rules: [] });
  });

  it('of equal scores, or of posts without any reaction, predicts nothing', () => {
    const equal = posts(100, 1).map(({ at, value }) => ({ at, value, score: 50, rules: {} }));
    const silent = posts(100, 1).map(({ at, score }) => ({ at, value: 0, score, rules: {} }));
    expect(auditScore(equal, 1)).toMatchObject({ verdict: 'does not predict', score: undefined });
    expect(auditScore(silent, 1)).toMatchObject({ verdict: 'does not predict', score: undefined });
  });

  it('raises a false alarm about once in twenty accounts', () => {
    const alarms = Array.from({ length: 60 }, (_, seed) => auditScore(posts(80, 0, seed + 100), 1).verdict);
    expect(alarms.filter((verdict) => verdict !== 'does not predict').length).toBeLessThanOrEqual(9);
  });

  it('is not taken in by evenings that do better and have better texts', () => {
    const random = createRandom(8);
    const late = Array.from({ length: 400 }, (_, i): ScoredPost => {
      const hour = 8 + Math.floor(14 * random.uniform());
      const lift = hour >= 18 ? 1 : 0;
      const ln = 2.5 + 0.6 * lift + 0.6 * random.normal();
      const score = Math.round(60 + 12 * lift + 6 * random.normal());
      return {
        at: Date.UTC(2026, 0, 1 + Math.floor(i / 3), hour),
        value: random.poisson(Math.exp(ln)),
        score,
        rules: {},
      };
    });
    const { verdict, score } = auditScore(late, 1);
    expect(verdict).toBe('does not predict');
    expect(score?.raw).toBeGreaterThan(0.15);
  });

  it('judges rules together: the chance of each is raised for the others', () => {
    const { rules } = auditScore(posts(300, 1), 1);
    expect(rules.map(({ rule, part }) => [rule, part])).toEqual([
      ['length', 'with'],
      ['links', 'nothing'],
    ]);
    expect(rules.every(({ pValue, adjustedP }) => adjustedP >= pValue)).toBe(true);
  });

  it.each([
    [{ at: NaN }, /at: NaN/],
    [{ at: 1e300 }, /at: 1e\+300/],
    [{ value: NaN }, /value: NaN/],
    [{ value: -1 }, /value: -1/],
    [{ score: Infinity }, /score: Infinity/],
    [{ rules: { quality: NaN } }, /rules of a post/],
  ])('refuses %j', (wrong, message) => {
    const list = posts(40, 1);
    const [first] = list;
    if (first === undefined) throw new Error('no posts');
    expect(() => auditScore([{ ...first, ...wrong }, ...list], 1)).toThrow(RangeError);
    expect(() => auditScore([{ ...first, ...wrong }, ...list], 1)).toThrow(message);
  });

  it('counts the days and hours of a time zone, and refuses one that is unknown', () => {
    expect(auditScore(posts(100, 1), 1, { zone: 'Asia/Tokyo' }).verdict).toBe('predicts');
    expect(() => auditScore(posts(100, 1), 1, { zone: 'Mars/Base' })).toThrow(/Mars/);
  });

  it('does not depend on the order of posts', () => {
    const list = posts(60, 1);
    expect(auditScore(list.toReversed(), 1)).toEqual(auditScore(list, 1));
  });
});
