import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZone, formatLocalTime, parseLocalTime, toWeekSlot } from '#timing/clock/zone.js';
import { readFixture } from '../fixture.js';

interface ClockChange {
  readonly zone: string;
  readonly requestedTime: string;
  readonly at: string;
  readonly match: string;
  readonly localTime: string;
}

const FROM = Date.UTC(2008, 0, 1);
const UNTIL = Date.UTC(2030, 0, 1);
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];

describe('a requestedTime localTime time', () => {
  it.each(readFixture<ClockChange[]>('clock-changes'))('$requestedTime in $zone is $at ($match)', (row) => {
    const requestedTime = parseLocalTime(row.requestedTime);
    const zone = openZone(row.zone, requestedTime, requestedTime);
    const { at, match } = zone.toInstant(requestedTime);
    expect({ at: new Date(at).toISOString(), match, localTime: formatLocalTime(zone.localTimeAt(at)) }).toEqual({
      at: new Date(row.at).toISOString(),
      match: row.match,
      localTime: row.localTime,
    });
  });
});

describe.each(ZONES)('the clock of %s', (name) => {
  const zone = openZone(name, FROM, UNTIL);
  const instants = fc.integer({ min: FROM / 60_000, max: UNTIL / 60_000 }).map((minutes) => 60_000 * minutes);

  it('shows what Intl shows', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: name,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(formatLocalTime(zone.localTimeAt(instant))).toBe(format.format(instant).replace(' ', 'T'));
      }),
    );
  });

  it('goes back to the first instant that shows a localTime time', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { at, match } = zone.toInstant(zone.localTimeAt(instant));
        expect(match).not.toBe('gap');
        expect(at).toBeLessThanOrEqual(instant);
        expect(zone.localTimeAt(at)).toBe(zone.localTimeAt(instant));
        expect(match === 'overlap' || at === instant).toBe(true);
      }),
    );
  });

  it('answers a skipped localTime time with the instant at which the clock jumps over it', () => {
    fc.assert(
      fc.property(instants, (localTime) => {
        const { at, match } = zone.toInstant(localTime);
        const shown = zone.localTimeAt(at);
        expect(match === 'gap' ? shown > localTime && zone.localTimeAt(at - 1) < localTime : shown === localTime).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is no zone or date', () => {
  it('is refused with what was given and what is allowed', () => {
    expect(() => openZone('Europe/Atlantis', 0, 0)).toThrow(
      'Unknown time zone "Europe/Atlantis": give an IANA name such as Europe/Paris, America/New_York or UTC.',
    );
    expect(() => parseLocalTime('2026-02-31')).toThrow('"2026-02-31" is not a date');
    expect(() => parseLocalTime('31.02.2026')).toThrow(RangeError);
  });

  it.each([
    ['1970-01-01T00:00', 3, 0],
    ['2024-03-31T03:00', 6, 3],
    ['2026-11-23T23:59', 0, 23],
    ['1969-12-31T23:00', 2, 23],
  ])('%s is weekday %i, hour %i', (localTime, weekday, hour) => {
    expect(toWeekSlot(parseLocalTime(localTime))).toEqual({ weekday, hour });
  });
});
