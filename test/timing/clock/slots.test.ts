import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences, wallSlots, isInWindow, readWindow } from '#timing/clock/slots.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const walls = (slots: readonly { readonly localTime: string }[]): string[] => slots.map(({ localTime }) => localTime);

describe('slots of a period', () => {
  const noon = Date.UTC(2026, 2, 27, 12);

  it('are the full hours of the window, and what is left of the hour that has begun', () => {
    const slots = wallSlots('Europe/Paris', noon + 90_000, noon + DAY, { window: readWindow('12:30-15:00') });
    expect(walls(slots)).toEqual(['2026-03-27T13:02', '2026-03-27T14:00', '2026-03-28T12:30']);
  });

  it('go past midnight with the window', () => {
    const slots = wallSlots('UTC', noon, noon + DAY, { window: readWindow('22:00-01:00') });
    expect(walls(slots)).toEqual(['2026-03-27T22:00', '2026-03-27T23:00', '2026-03-28T00:00']);
  });

  it('leave out weekdays and dates', () => {
    const window = readWindow('09:00-10:00');
    const blackouts = { weekdays: [6], dates: ['2026-03-30', '2026-04-01'] };
    const slots = wallSlots('Europe/Paris', noon, noon + 7 * DAY, { window, blackouts });
    expect(walls(slots)).toEqual(['2026-03-28T09:00', '2026-03-31T09:00', '2026-04-02T09:00', '2026-04-03T09:00']);
  });

  it('leave a skipped hour out, or move it to the first minute after where the window has no other', () => {
    const slots = wallSlots('Europe/Paris', noon, noon + 3 * DAY, { window: readWindow('02:00-03:00') });
    expect(walls(slots)).toEqual(['2026-03-28T02:00', '2026-03-30T02:00']);
    const day = wallSlots('Europe/Paris', noon + 1.5 * DAY, noon + 2 * DAY, { window: readWindow('02:00-03:00') });
    expect(day).toMatchObject([{ localTime: '2026-03-29T03:00', requestedTime: '2026-03-29T02:00', match: 'gap' }]);
  });

  it('use a doubled hour once, the first time, and say so', () => {
    const from = Date.UTC(2026, 9, 24, 22);
    const slots = wallSlots('Europe/Paris', from, from + 6 * HOUR, { window: readWindow('01:00-04:00') });
    expect(slots.map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual(['23:00', '00:00', '02:00']);
    expect(slots.map(({ match }) => match)).toEqual(['exact', 'overlap', 'exact']);
  });

  it('are none on a day that a zone skips', () => {
    const from = Date.UTC(2011, 11, 29, 10);
    const slots = wallSlots('Pacific/Apia', from, from + 3 * DAY, { window: readWindow('09:00-10:00') });
    expect(walls(slots)).toEqual(['2011-12-29T09:00', '2011-12-31T09:00', '2012-01-01T09:00']);
  });

  it('come in order, once each, inside period and window, in every zone', () => {
    const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        fc.integer({ min: 0, max: 23 }),
        (zone, minute, hour) => {
          const from = Date.UTC(2026, 0, 1) + minute * 60_000 + 17;
          const window = { from: 60 * hour, to: (60 * hour + 150) % 1440 };
          const slots = wallSlots(zone, from, from + 5 * DAY, { window });
          expect(slots.length).toBeGreaterThanOrEqual(9);
          for (const [i, slot] of slots.entries()) {
            const shown = Number(slot.localTime.slice(11, 13)) * 60 + Number(slot.localTime.slice(14));
            expect(slot.at).toBeGreaterThan(slots[i - 1]?.at ?? from);
            expect(slot.at).toBeLessThan(from + 5 * DAY);
            expect(slot.match === 'gap' || isInWindow(window, shown)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuse weekdays and dates that are none', () => {
    expect(() => wallSlots('UTC', noon, noon, { blackouts: { weekdays: [7] } })).toThrow('Weekday 7: give 0 (Monday)');
    expect(() => wallSlots('UTC', noon, noon, { blackouts: { dates: ['25/12/2026'] } })).toThrow('is not a date');
  });
});

describe('occurrences', () => {
  it('follow the wall clock over changes, once a day', () => {
    const daily = { zone: 'Europe/Paris', time: '02:30' };
    const spring = occurrences(daily, Date.UTC(2026, 2, 28), 3);
    expect(spring.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    const autumn = occurrences(daily, Date.UTC(2026, 9, 24, 12), 2);
    expect(autumn.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
    expect(autumn.map(({ match }) => match)).toEqual(['overlap', 'exact']);
  });

  it('keep to their weekdays', () => {
    const slots = occurrences({ zone: 'UTC', time: '09:00', weekdays: [0, 3] }, Date.UTC(2026, 10, 23, 9), 3);
    expect(walls(slots)).toEqual(['2026-11-23T09:00', '2026-11-26T09:00', '2026-11-30T09:00']);
  });

  it('come to an end where there is none', () => {
    expect(occurrences({ zone: 'UTC', time: '09:00', weekdays: [] }, 0, 3)).toEqual([]);
    expect(() => occurrences({ zone: 'UTC', time: '9h' }, 0, 1)).toThrow('"9h" is not a time of day');
  });
});

describe('a window', () => {
  it.each([
    ['08:00-20:00', 480, 1200],
    ['8:00 – 20:30', 480, 1230],
    ['20:00-24:00', 1200, 1440],
  ])('reads %s', (text, from, to) => {
    expect(readWindow(text)).toEqual({ from, to });
  });

  it.each(['8-20', '25:00-26:00', '08:60-09:00', '08:00-24:30', ''])('refuses "%s"', (text) => {
    expect(() => readWindow(text)).toThrow('such as 08:00-20:00');
  });
});

describe('a midnight that the clock skips', () => {
  it('gives no slot outside of the window, as in Cairo on 2026-04-24', () => {
    const [from, until] = [Date.parse('2026-04-23T12:00Z'), Date.parse('2026-04-24T12:00Z')];
    const window = readWindow('23:00-01:00');
    expect(walls(wallSlots('Africa/Cairo', from, until, { window }))).toEqual(['2026-04-23T23:00']);
  });
});
