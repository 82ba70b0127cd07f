import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZone, printWall, readWall, slotOfWall } from '#timing/clock/zone.js';
import { readFixture } from '../fixture.js';

interface ClockChange {
  readonly zone: string;
  readonly wished: string;
  readonly at: string;
  readonly match: string;
  readonly wall: string;
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

describe('a wished wall time', () => {
  it.each(readFixture<ClockChange[]>('clock-changes'))('$wished in $zone is $at ($match)', (row) => {
    const wished = readWall(row.wished);
    const zone = openZone(row.zone, wished, wished);
    const { at, match } = zone.instantOf(wished);
    expect({ at: new Date(at).toISOString(), match, wall: printWall(zone.wallAt(at)) }).toEqual({
      at: new Date(row.at).toISOString(),
      match: row.match,
      wall: row.wall,
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
        expect(printWall(zone.wallAt(instant))).toBe(format.format(instant).replace(' ', 'T'));
      }),
    );
  });

  it('goes back to the first instant that shows a wall time', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { at, match } = zone.instantOf(zone.wallAt(instant));
        expect(match).not.toBe('gap');
        expect(at).toBeLessThanOrEqual(instant);
        expect(zone.wallAt(at)).toBe(zone.wallAt(instant));
        expect(match === 'overlap' || at === instant).toBe(true);
      }),
    );
  });

  it('answers a skipped wall time with the instant at which the clock jumps over it', () => {
    fc.assert(
      fc.property(instants, (wall) => {
        const { at, match } = zone.instantOf(wall);
        const shown = zone.wallAt(at);
        expect(match === 'gap' ? shown > wall && zone.wallAt(at - 1) < wall : shown === wall).toBe(true);
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
    expect(() => readWall('2026-02-31')).toThrow('"2026-02-31" is no date');
    expect(() => readWall('31.02.2026')).toThrow(RangeError);
  });

  it.each([
    ['1970-01-01T00:00', 3, 0],
    ['2024-03-31T03:00', 6, 3],
    ['2026-11-23T23:59', 0, 23],
    ['1969-12-31T23:00', 2, 23],
  ])('%s is weekday %i, hour %i', (wall, weekday, hour) => {
    expect(slotOfWall(readWall(wall))).toEqual({ weekday, hour });
  });
});
