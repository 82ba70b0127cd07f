import { describe, expect, it } from 'vitest';
import { amountText, timesText } from '#report/timing-text.js';

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
      'half of the reactions after 60 min (30 min – 3 h), 90% after 20 h (5 h – 3 days)',
    );
    expect(plain(timesText({ ...around, basis: 'typical', seen: null }, 'fr'))).toContain(
      'valeurs typiques, pas celles de votre compte',
    );
  });

  it('of a finished post are those that were seen, with the readings around them', () => {
    const seen = {
      t50: { age: null, after: 0, before: 15 * MINUTE },
      t90: { age: 7 * HOUR, after: 6 * HOUR, before: 24 * HOUR },
    };
    expect(plain(timesText({ ...around, basis: 'own', seen }, 'en'))).toBe(
      'half of the reactions after under 15 min, 90% after 7 h (seen between 6 h and 24 h)',
    );
  });
});
