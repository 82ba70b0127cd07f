import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleResult } from '#lint/finding.js';
import { computeScore, toScoreTerms } from '#lint/score.js';

const result = (id: string, weight: number, score: number | null): RuleResult => ({
  id,
  number: 1,
  title: id,
  weight,
  score,
  evidence: { grade: 'advice', source: 'this test' },
  turnedOff: false,
  reasons: [],
});

const results = fc.array(
  fc.record({
    weight: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 100, noNaN: true })),
    score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  }),
  { maxLength: 12 },
);
const numbered = results.map((list) => list.map(({ weight, score }, index) => result(`r${index}`, weight, score)));

describe('the score', () => {
  it('is the weighted mean of what was judged, in hundredths', () => {
    expect(computeScore([result('a', 15, 1), result('b', 5, 0.2), result('c', 80, null)])).toBe(80);
  });

  it.each([
    ['there is no rule', []],
    ['no rule could judge', [result('a', 15, null), result('b', 5, null)]],
    ['those that judged weigh nothing', [result('a', 0, 1), result('b', 5, null)]],
  ])('is null when %s', (_, list) => {
    expect(computeScore(list)).toBeNull();
    expect(toScoreTerms(list)).toEqual([]);
  });

  it('lies within 0 and 100, is whole, and does not change when all weights are doubled', () => {
    fc.assert(
      fc.property(numbered, (list) => {
        const score = computeScore(list);
        fc.pre(score !== null);
        expect(Number.isInteger(score)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(computeScore(list.map((one) => ({ ...one, weight: one.weight * 2 })))).toBe(score);
      }),
    );
  });

  it('never falls when one rule does better', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), (list, pick) => {
        const judged = list.filter(({ score }) => score !== null);
        fc.pre(judged.length > 0);
        const better = judged[pick % judged.length];
        const after = list.map((one) => (one === better ? { ...one, score: 1 } : one));
        expect(computeScore(after) ?? 0).toBeGreaterThanOrEqual(computeScore(list) ?? 0);
      }),
    );
  });
});

describe('its terms', () => {
  it('add up to it, and what was possible to 100', () => {
    fc.assert(
      fc.property(numbered, (list) => {
        const score = computeScore(list);
        fc.pre(score !== null);
        const terms = toScoreTerms(list);
        const sum = (part: 'points' | 'possible') => terms.reduce((total, term) => total + term[part], 0);
        expect(Math.abs(sum('points') - score)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(sum('possible')).toBeCloseTo(100, 6);
        expect(terms.map(({ id }) => id)).toEqual(list.flatMap(({ id, score: own }) => (own === null ? [] : [id])));
      }),
    );
  });
});
