// Wall clocks checked by a library that has no line in common with ours.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { wallSlots } from '#timing/clock/slots.js';
import { openZone } from '#timing/clock/zone.js';
import { estimateHours } from '#timing/hours/hours.js';
import { planReposts } from '#timing/plan/plan.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Zones with a change of the clock, and a day of it: at midnight, by half an hour or two, of a whole day. */
const CHANGES: readonly (readonly [string, string])[] = [
  ['Europe/Paris', '2026-03-29'],
  ['Europe/Paris', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-29'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Antarctica/Troll', '2026-03-29'],
  ['America/Havana', '2026-03-08'],
  ['Asia/Beirut', '2026-03-29'],
  ['Africa/Casablanca', '2026-02-15'],
  ['America/St_Johns', '2026-11-01'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kolkata', '2026-03-29'],
];

const wallTime = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);

describe.each(CHANGES)('over the change of %s on %s', (zone, day) => {
  const middle = Date.parse(`${day}T12:00:00Z`);
  const slots = wallSlots(zone, middle - 2 * DAY, middle + 2 * DAY, {});

  it('each slot shows the wall time that Temporal reads, and none comes twice', () => {
    expect(slots.length).toBeGreaterThan(70);
    expect(slots.map(({ localTime }) => localTime)).toEqual(slots.map(({ at }) => wallTime(at, zone)));
    expect(new Set(slots.map(({ at }) => at)).size).toBe(slots.length);
  });

  it('each requested time that exists is the instant that Temporal finds, the first of two', () => {
    const asked = slots.filter(({ match }) => match !== 'gap');
    const byTemporal = asked.map(
      ({ requestedTime }) =>
        Temporal.PlainDateTime.from(requestedTime).toZonedDateTime(zone, { disambiguation: 'earlier' })
          .epochMilliseconds,
    );
    expect(asked.map(({ at }) => at)).toEqual(byTemporal);
  });

  it('a day later on the clock is the same hour', () => {
    const clock = openZone(zone, middle - 3 * DAY, middle + 3 * DAY);
    const from = Temporal.Instant.fromEpochMilliseconds(middle - DAY).toZonedDateTimeISO(zone);
    const { at } = clock.toInstant(clock.localTimeAt(middle - DAY) + DAY);
    // Apia has no such day at all: ours is the first instant after it, Temporal's a day later still.
    const isSkipped = zone === 'Pacific/Apia';
    expect(at).toBe(isSkipped ? Date.parse('2011-12-30T10:00Z') : from.add({ days: 1 }).epochMilliseconds);
  });
});

describe.each(CHANGES)('a plan with a post a day over the change of %s on %s', (zone, day) => {
  const middle = Date.parse(`${day}T12:00:00Z`);
  const [from, until] = [middle - 3 * DAY, middle + 3 * DAY];
  const { slots } = planReposts({
    link: 'example.org/guide',
    reposts: 5,
    gap: DAY,
    seed: 1,
    zone,
    from,
    until,
    hours: estimateHours([], { zone, seed: 1 }),
  });
  const zoned = slots.map(({ at }) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone));

  it('shows the wall times that Temporal reads, in the period', () => {
    expect(slots.length).toBeGreaterThanOrEqual(4);
    expect(slots.map(({ localTime }) => localTime)).toEqual(slots.map(({ at }) => wallTime(at, zone)));
    expect(slots.every(({ at }) => at >= from && at < until)).toBe(true);
  });

  it('keeps a day on the wall clock between posts, whatever number of hours that is', () => {
    const aDayLater = zoned.slice(0, -1).map((each) => each.toPlainDateTime().add({ days: 1 }));
    const next = zoned.slice(1).map((each) => each.toPlainDateTime());
    expect(aDayLater.map((earliest, i) => Temporal.PlainDateTime.compare(earliest, next[i] ?? earliest) <= 0)).toEqual(
      next.map(() => true),
    );
  });
});

describe('a window over midnight in Cairo, where the clock goes forward at midnight', () => {
  it('has 23:00 alone on that night: 0:00 does not exist, and 1:00 is outside', () => {
    const slots = wallSlots('Africa/Cairo', Date.parse('2026-04-23T18:00Z'), Date.parse('2026-04-24T18:00Z'), {
      window: { from: 23 * 60, to: 60 },
    });
    expect(slots.map(({ localTime }) => localTime)).toEqual(['2026-04-23T23:00']);
  });
});
