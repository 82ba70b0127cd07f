import { describe, expect, it } from 'vitest';
import { amountText, timesText } from '#report/decay-texts.js';
import { planCost } from '#report/documents/plan.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

describe('expected reactions', () => {
  it.each([
    [{ mean: 12.4, low: 8, high: 20.2 }, '12 (8–20)'],
    [{ mean: 4.9, low: 1, high: 9 }, '1 to 9'],
    [{ mean: 24, low: 24, high: 24 }, '24'],
    [{ mean: 0.2, low: 0, high: 0 }, '0'],
  ])('%j: a point with its interval, below 5 the interval alone, what is certain alone', (amount, text) => {
    expect(amountText(amount, 'en')).toBe(text);
  });
});

describe('times', () => {
  const around = {
    t50: { median: HOUR, low: HOUR / 2, high: 3 * HOUR },
    t90: { median: 20 * HOUR, low: 5 * HOUR, high: 60 * HOUR },
  };

  it('never come without their range, and say whose they are', () => {
    expect(plain(timesText({ ...around, basis: 'own', seen: null }, 'en'))).toBe(
      'half of the reactions after 60 min (30 min – 3 h), 90 % after 20 h (5 h – 3 days)',
    );
    expect(plain(timesText({ ...around, basis: 'typical', seen: null }, 'fr'))).toContain('typique, pas à vous');
  });

  it('of a finished post are those that were seen, with the readings around them', () => {
    const seen = {
      t50: { age: null, after: 0, before: 15 * MINUTE },
      t90: { age: 7 * HOUR, after: 6 * HOUR, before: 24 * HOUR },
    };
    expect(plain(timesText({ ...around, basis: 'own', seen }, 'en'))).toBe(
      'half of the reactions after under 15 min, 90 % after 7 h (seen between 6 h and 24 h)',
    );
  });
});

describe('the cost of a plan', () => {
  const prices = { withLink: 200, without: 15 };
  it.each([
    ['api', { withLink: 3, without: 0 }, 600, 'api: 3 posts with a link at $0.200 = $0.600'],
    ['api', { withLink: 1, without: 2 }, 230, 'api: 1 post with a link at $0.200 + 2 posts at $0.015 = $0.230'],
    ['api', { withLink: 0, without: 0 }, 0, 'api: 0 posts, no cost'],
    ['remind', { withLink: 3, without: 0 }, 0, 'remind: 3 posts, no cost'],
  ] as const)('by %s for %j', (mode, posts, total, text) => {
    expect(planCost(mode, posts, prices, 'en')).toMatchObject({ total, text });
  });
});
