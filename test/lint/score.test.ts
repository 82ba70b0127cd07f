import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleResult } from '#lint/finding.js';
import { computeScore } from '#lint/score.js';

const result = (id: string, weight: number, score: number | null, more: Partial<RuleResult> = {}): RuleResult => ({
  id,
  number: 1,
  title: id,
  weight,
  score,
  judged: score === null ? 0 : 1,
  open: false,
  losses: [],
  evidence: { grade: 'advice', source: 'this test' },
  turnedOff: false,
  reasons: [],
  ...more,
});
const onPlan = (id: string, weight: number, score: number | null): RuleResult =>
  result(id, weight, score, { number: 7 });
const open = (id: string, weight: number): RuleResult => result(id, weight, null, { number: 8, open: true });

const results = fc
  .array(
    fc.record({
      weight: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 100, noNaN: true })),
      score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      number: fc.integer({ min: 1, max: 10 }),
      open: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map((one, index) => {
      const isOpen = one.open && one.number > 6;
      const score = isOpen ? null : one.score;
      return result(`r${index}`, one.weight, score, { number: one.number, open: isOpen });
    }),
  );
const caps = fc
  .array(fc.integer({ min: 0, max: 100 }), { maxLength: 2 })
  .map((list) => list.map((at) => ({ rule: 'quality', messageId: 'order', at })));

describe('the score', () => {
  it('of the text is what its rules earned of what they could judge', () => {
    const list = [result('a', 15, 1), result('b', 5, 0.2), result('c', 80, null), onPlan('d', 30, 0)];
    expect(computeScore(list).textScore).toBe(80);
  });

  it('of the whole is three quarters text and one quarter plan', () => {
    expect(computeScore([result('a', 50, 0.8), onPlan('p', 10, 0.5), onPlan('q', 15, 1)])).toMatchObject({
      textScore: 80,
      score: 80,
    });
  });

  it('takes nothing away for what is open, and says what it can bring', () => {
    const { textScore, score, open: left } = computeScore([result('a', 50, 0.8), open('p', 10), open('q', 15)]);
    expect([textScore, score]).toEqual([80, 60]);
    expect(left).toEqual([
      { id: 'p', points: 10 },
      { id: 'q', points: 15 },
    ]);
  });

  it('counts a rule that judged half of itself by half', () => {
    const half = result('b', 20, 0, { judged: 0.5 });
    expect(computeScore([result('a', 30, 1), half]).textScore).toBe(75);
  });

  it('is held down by the lowest cap, which is a term below zero', () => {
    const found = [30, 25].map((at) => ({ rule: 'quality', messageId: 'order', at }));
    const { textScore, caps: terms } = computeScore([result('quality', 10, 0.9), onPlan('p', 5, 1)], found);
    expect(textScore).toBe(25);
    expect(terms).toEqual([{ rule: 'quality', messageId: 'order', at: 25, points: -48.75 }]);
    expect(computeScore([result('quality', 10, 0.2)], found).caps).toEqual([]);
  });

  it.each([
    ['there is no rule', []],
    ['no rule could judge', [result('a', 15, null), result('b', 5, null)]],
    ['those that judged weigh nothing', [result('a', 0, 1), result('b', 5, null)]],
    ['rules judged the plan alone', [onPlan('a', 10, 1)]],
  ])('is null when %s', (_, list) => {
    expect(computeScore(list)).toMatchObject({ textScore: null, score: null, terms: [] });
  });

  it('lies within 0 and 100, is whole, and does not change when all weights are doubled', () => {
    fc.assert(
      fc.property(results, caps, (list, found) => {
        const { textScore, score } = computeScore(list, found);
        fc.pre(textScore !== null && score !== null);
        for (const one of [textScore ?? -1, score ?? -1]) {
          expect(Number.isInteger(one)).toBe(true);
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(100);
        }
        const doubled = computeScore(
          list.map((one) => ({ ...one, weight: one.weight * 2 })),
          found,
        );
        expect([doubled.textScore, doubled.score]).toEqual([textScore, score]);
      }),
    );
  });

  it('never falls when one rule does better, or when something open is planned', () => {
    fc.assert(
      fc.property(results, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (list, pick, earned) => {
        const able = list.filter(({ score, open: isOpen }) => score !== null || isOpen);
        fc.pre(able.length > 0);
        const better = able[pick % able.length];
        const after = list.map((one) =>
          one !== better ? one : { ...one, open: false, judged: 1, score: Math.max(one.score ?? 0, earned) },
        );
        expect(computeScore(after).score ?? 0).toBeGreaterThanOrEqual(computeScore(list).score ?? 0);
      }),
    );
  });
});

describe('its terms', () => {
  it('add up to it with the caps, and what was possible with what is open to 100', () => {
    fc.assert(
      fc.property(results, caps, (list, found) => {
        const { score, terms, caps: below, open: left } = computeScore(list, found);
        fc.pre(score !== null);
        const points = [...terms, ...below].reduce((sum, term) => sum + term.points, 0);
        // The text score is rounded before it counts for three quarters or all of the whole.
        expect(Math.abs(points - (score ?? 0))).toBeLessThanOrEqual(1 + 1e-6);
        const possible = terms.reduce((sum, term) => sum + term.possible, 0);
        expect(possible + left.reduce((sum, term) => sum + term.points, 0)).toBeCloseTo(100, 6);
      }),
    );
  });
});
