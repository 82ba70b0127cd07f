import { describe, expect, it } from 'vitest';
import {
  localMomentReader,
  missedPolicyReader,
  parseDuration,
  parseLocalMoment,
  skippedDaysReader,
  windowReader,
} from '#cli/options/times.js';

const HOUR = 3_600_000;
const NONE = { weekdays: [], dates: [] };

describe('durations are read as either language writes them', () => {
  it.each([
    ['90m', 1.5],
    ['36h', 36],
    ['2d', 48],
    ['2 days', 48],
    ['2 jours', 48],
    ['2j', 48],
    ['1,5 h', 1.5],
    ['1 semaine', 168],
    ['1w', 168],
  ])('%s', (text, hours) => {
    expect(parseDuration(text)).toBe(hours * HOUR);
  });

  it.each(['', '2', 'jours', '-2d', '2 mois', '2d3h', '2 constructor'])('%j is not one', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('days and times of the clock', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026-12-31T09:00', '2026-12-31T09:00'],
    ['2026-12-31 9:30', '2026-12-31T09:30'],
    ['31/12/2026', '2026-12-31'],
    ['3/4/2026 à 8h', '2026-04-03T08:00'],
    ['31/12/2026 9h30', '2026-12-31T09:30'],
  ])('%s is read in French', (text, moment) => {
    expect(parseLocalMoment(text, 'fr')).toBe(moment);
  });

  it.each(['31/02/2026', '2026-02-30', '2026-12-31T25:00', '2026-12-31T24:00', '2026-12-31 9', 'demain', '12/31/2026'])(
    '%s is not one',
    (text) => {
      expect(parseLocalMoment(text, 'fr')).toBeUndefined();
    },
  );

  it('with slashes are refused in English, which reads them the other way round', () => {
    expect(() => localMomentReader('en')('03/04/2026')).toThrow('use a date such as 2026-12-31');
  });
});

describe('ranges of the day', () => {
  it.each([
    ['08:00-20:00', 480, 1200],
    ['8h-20h', 480, 1200],
    ['8 h 30 – 20 h', 510, 1200],
    ['20:00-02:00', 1200, 120],
    ['0h-24h', 0, 1440],
    ['8-20', 480, 1200],
    ['9am-6:30 pm', 540, 1110],
    ['12am-12pm', 0, 720],
  ])('%s', (text, from, to) => {
    expect(windowReader('fr')(text)).toEqual({ from, to });
  });

  it.each(['8-', '8-25', '13am-8pm', '0pm-1pm', '8x-9x', '08:00', '24:00-08:00', '8h-20h-22h', '8h-25h', '8h60-9h'])(
    '%s is not one',
    (text) => {
      expect(() => windowReader('fr')(text)).toThrow('indiquez une plage horaire, par exemple 8h-20h');
    },
  );
});

describe('days to skip', () => {
  it.each([
    ['sat,sun', [5, 6], []],
    ['Samedi, dimanches', [5, 6], []],
    ['fri-mon', [4, 5, 6, 0], []],
    ['lun..mer', [0, 1, 2], []],
    ['2026-12-25', [], ['2026-12-25']],
    ['2026-12-30..2027-01-01', [], ['2026-12-30', '2026-12-31', '2027-01-01']],
    ['24/12/2026-25/12/2026', [], ['2026-12-24', '2026-12-25']],
    ['dim,2026-12-25', [6], ['2026-12-25']],
  ])('%s', (text, weekdays, dates) => {
    expect(skippedDaysReader('fr')(text, NONE)).toEqual({ weekdays, dates });
  });

  it('add up over several options', () => {
    const read = skippedDaysReader('en');
    expect(read('2026-12-25', read('sun', NONE))).toEqual({ weekdays: [6], dates: ['2026-12-25'] });
  });

  it.each(['sunny', 'marvelous', '', 'sun,', '2026-12-31..2026-12-01', '2026-01-01..2028-01-01', 'sun..2026-12-25'])(
    '%j is none of them',
    (text) => {
      expect(() => skippedDaysReader('en')(text, NONE)).toThrow('use weekdays, dates or ranges');
    },
  );
});

describe('what becomes of a missed post', () => {
  it('is skipped, moved, or sent late within a duration', () => {
    const read = missedPolicyReader('fr');
    expect([read('skip'), read('next-slot'), read('2 h')]).toEqual(['skip', 'next-slot', { within: 2 * HOUR }]);
    expect(() => read('later')).toThrow('indiquez skip, next-slot ou une durée');
  });
});
