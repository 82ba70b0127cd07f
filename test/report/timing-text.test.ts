import { describe, expect, it } from 'vitest';
import { amountText, faultTexts, gainText, timesText, totalText } from '#report/timing-text.js';
import { buildDecay } from './html/documents.js';

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
    expect(plain(timesText({ ...around, basis: 'own', seen: null }, 'reactions', 'en'))).toBe(
      'half of the reactions after 60 min (30 min – 3 h), 90% after 20 h (5 h – 3 days)',
    );
    expect(plain(timesText({ ...around, basis: 'typical', seen: null }, 'reactions', 'fr'))).toContain(
      'valeurs typiques, pas celles de votre compte',
    );
  });

  it('of a finished post are those that were seen, with the readings around them', () => {
    const seen = {
      t50: { age: null, after: 0, before: 15 * MINUTE },
      t90: { age: 7 * HOUR, after: 6 * HOUR, before: 24 * HOUR },
    };
    expect(plain(timesText({ ...around, basis: 'own', seen }, 'reactions', 'en'))).toBe(
      'half of the reactions after under 15 min, 90% after 7 h (seen between 6 h and 24 h)',
    );
  });
});

describe('the total of a link', () => {
  const [link] = buildDecay({ detail: true }).links;
  const remaining = (mean: number, low: number, high: number) => ({ mean, low, high });

  it.each([
    [53, remaining(3.4, 0, 7), '53 to 60'],
    [53, remaining(12.4, 8, 20.2), '65 (61–73)'],
    [53, remaining(0, 0, 0), '53'],
  ])('is what it got, %i, and what is to come, %j: %s', (reactions, rest, text) => {
    if (link === undefined) throw new Error('The document has no link.');
    expect(totalText({ ...link, reactions, remaining: rest }, 'en')).toBe(text);
  });

  it('is a forecast where nothing is counted', () => {
    if (link === undefined) throw new Error('The document has no link.');
    const total = remaining(10, 4, 20);
    expect(totalText({ ...link, reactions: null, total }, 'en')).toBe('10 (4–20)');
  });
});

describe('sentences on visits', () => {
  const document = buildDecay({ detail: true });
  const [link] = document.links;
  const faults = { ...document.faults, wentDown: 2, uncounted: 1 };

  it.each([
    ['en', /visits/, /reaction/i],
    ['fr', /visites?/, /réaction/i],
  ] as const)('name them and nothing else (%s)', (locale, named, other) => {
    if (link === undefined) throw new Error('The document has no link.');
    const advice = { ...link.advice, verb: 'wait until' as const };
    const said = [
      timesText(link.times, 'visits', locale),
      gainText(advice, 'visits', locale) ?? '',
      ...faultTexts({ faults, metric: 'visits' }, locale),
    ];
    expect(said.join(' ')).toMatch(named);
    expect(said.join(' ')).not.toMatch(other);
  });
});
