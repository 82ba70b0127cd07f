import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#base/locale.js';
import {
  colon,
  correlation,
  count,
  date,
  decimal,
  hourRange,
  list,
  moment,
  money,
  percent,
  plural,
  share,
  slotText,
  span,
  weekdayName,
} from '#locale/format.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Blanks that break no line are tested on their own. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const both = (format: (locale: 'en' | 'fr') => string): string[] => LOCALES.map((locale) => plain(format(locale)));

describe('durations', () => {
  it.each([
    [30_000, 'under 1 min', 'moins d’1 min'],
    [52 * MINUTE, '52 min', '52 min'],
    [1.75 * HOUR, '2 h', '2 h'],
    [2.4 * HOUR, '2.5 h', '2,5 h'],
    [13.2 * HOUR, '13 h', '13 h'],
    [50 * HOUR, '2 days', '2 jours'],
    [24_000 * HOUR, '1,000 days', '1 000 jours'],
  ])('%d ms read %s and %s', (ms, en, fr) => {
    expect(both((locale) => span(ms, locale))).toEqual([en, fr]);
  });
});

describe('numbers', () => {
  it.each([
    ['a count', (l) => count(1_234_567, l), '1,234,567', '1 234 567'],
    ['a negative count', (l) => count(-12, l), '−12', '−12'],
    ['a decimal', (l) => decimal(78.5, l), '78.5', '78,5'],
    ['a gain', (l) => percent(12, l), '+12%', '+12 %'],
    ['a loss', (l) => percent(-3, l), '−3%', '−3 %'],
    ['next to no loss', (l) => percent(-0.2, l), '0%', '0 %'],
    ['almost all', (l) => share(999, 1000, l), '99%', '99 %'],
    ['all', (l) => share(3, 3, l), '100%', '100 %'],
    ['a part of nothing', (l) => share(0, 0, l), '0%', '0 %'],
    ['a correlation', (l) => correlation(0.123, l), '+0.12', '+0,12'],
    ['a negative correlation', (l) => correlation(-0.5, l), '−0.50', '−0,50'],
    ['next to no correlation', (l) => correlation(-0.001, l), '0.00', '0,00'],
    ['a price', (l) => money(15, l), '$0.015', '0,015 $US'],
    ['a sum', (l) => money(1000, l), '$1.00', '1,00 $US'],
    ['nought posts', (l) => plural(0, 'post', 'posts', l), '0 posts', '0 post'],
    ['one post', (l) => plural(1, 'post', 'posts', l), '1 post', '1 post'],
  ] as const satisfies readonly (readonly [string, (locale: 'en' | 'fr') => string, string, string])[])(
    '%s',
    (_what, format, en, fr) => {
      expect(both(format)).toEqual([en, fr]);
    },
  );

  it('under a thousand read as Intl writes them, though Intl is not loaded for them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.constantFrom(...LOCALES), (value, locale) => {
        expect(count(value, locale)).toBe(new Intl.NumberFormat(locale).format(value));
      }),
    );
  });

  it('of money read as Intl writes them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_200_000 }), fc.constantFrom(...LOCALES), (thousandths, locale) => {
        const format = { style: 'currency', currency: 'USD', maximumFractionDigits: 3 } as const;
        expect(money(thousandths, locale)).toBe(new Intl.NumberFormat(locale, format).format(thousandths / 1000));
      }),
    );
  });

  it('keep to their signs: French has a narrow blank before % and a fixed one before a colon', () => {
    expect([percent(12, 'fr'), colon('fr')]).toEqual(['+12\u202f%', '\u00a0: ']);
  });
});

describe('dates and times', () => {
  it.each([
    ['a day', (l) => date('2026-11-29', l), 'Nov 29, 2026', '29 nov. 2026'],
    ['a moment', (l) => moment('2026-11-29T20:00', l), 'Sun, Nov 29, 2026, 20:00', 'dim. 29 nov. 2026 à 20 h'],
    ['a half hour', (l) => moment('2026-03-05T08:30', l), 'Thu, Mar 5, 2026, 08:30', 'jeu. 5 mars 2026 à 8 h 30'],
    ['a weekday', (l) => weekdayName(0, l), 'Mon', 'lun.'],
    ['the last weekday', (l) => weekdayName(6, l), 'Sun', 'dim.'],
    ['the last hour of a day', (l) => hourRange(23, l), '23:00–00:00', '23 h–0 h'],
    [
      'a slot',
      (l) => slotText({ localTime: '2026-11-29T20:00', zone: 'Europe/Paris' }, l),
      'Sun, Nov 29, 2026, 20:00 (Europe/Paris)',
      'dim. 29 nov. 2026 à 20 h (Europe/Paris)',
    ],
  ] as const satisfies readonly (readonly [string, (locale: 'en' | 'fr') => string, string, string])[])(
    '%s',
    (_what, format, en, fr) => {
      expect(both(format)).toEqual([en, fr]);
    },
  );
});

describe('lists', () => {
  it('have the conjunction of their language', () => {
    expect(both((locale) => list(['1', '2', '3'], locale))).toEqual(['1, 2, and 3', '1, 2 et 3']);
    expect(both((locale) => list(['1', '2'], locale, 'or'))).toEqual(['1 or 2', '1 ou 2']);
  });
});
