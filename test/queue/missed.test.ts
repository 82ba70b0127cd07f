import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLate, nextSlot } from '#queue/new-slot.js';
import { openZone, formatLocalTime } from '#timing/clock/zone.js';
import { DAY, HOUR, item, SLOT } from './items.js';

const MINUTE = 60_000;

describe('an item whose slot has passed', () => {
  it.each([
    ['skip', 'skip', 15 * MINUTE, false],
    ['skip', 'skip', 16 * MINUTE, true],
    ['within two hours', { within: 2 * HOUR }, 2 * HOUR, false],
    ['within two hours', { within: 2 * HOUR }, 2 * HOUR + 1, true],
    ['within a minute, which no tick could keep', { within: MINUTE }, 14 * MINUTE, false],
    ['next slot', 'next-slot', HOUR, true],
  ] as const)('by %s', (_, missed, late, expected) => {
    expect(isLate(item({ missed }), SLOT + late)).toBe(expected);
  });

  it('is not late for what X made it wait', () => {
    expect(isLate(item({ missed: 'skip', notBefore: SLOT + HOUR }), SLOT + HOUR + MINUTE)).toBe(false);
  });
});

describe('the next slot', () => {
  const nothing = { others: [], minInterval: HOUR };

  it('is the same time of the next day on the wall clock, also when the clock changes between', () => {
    const late = item({ dueAt: Date.UTC(2026, 2, 28, 17), requestedTime: '2026-03-28T18:00' });
    // Sunday 29 March: summer time, 18:00 in Paris is 16:00 UTC.
    expect(nextSlot(late, { now: late.dueAt + HOUR, ...nothing })).toEqual({
      dueAt: Date.UTC(2026, 2, 29, 16),
      requestedTime: '2026-03-29T18:00',
      zone: 'Europe/Paris',
    });
  });

  it('is the first minute after the gap where the clock skips the time', () => {
    const late = item({ dueAt: Date.UTC(2026, 2, 28, 1, 30), requestedTime: '2026-03-28T02:30' });
    expect(nextSlot(late, { now: late.dueAt + HOUR, ...nothing })).toMatchObject({ dueAt: Date.UTC(2026, 2, 29, 1) });
  });

  it('is the first of the two where the time comes twice, in New York as well', () => {
    const late = item({
      dueAt: Date.UTC(2026, 9, 31, 5, 30),
      requestedTime: '2026-10-31T01:30',
      zone: 'America/New_York',
    });
    expect(nextSlot(late, { now: late.dueAt + HOUR, ...nothing })).toMatchObject({
      dueAt: Date.UTC(2026, 10, 1, 5, 30),
    });
  });

  it('keeps the gap to the link’s other items and some distance to all', () => {
    const others = [
      { id: 2, link: 'example.org/guide', dueAt: SLOT + 2 * DAY },
      { id: 3, link: 'example.org/other', dueAt: SLOT + 3 * DAY + 30 * MINUTE },
    ];
    expect(nextSlot(item(), { now: SLOT + HOUR, others, minInterval: HOUR })).toMatchObject({
      requestedTime: '2026-03-03T18:00',
    });
    expect(nextSlot(item({ gap: 2 * DAY }), { now: SLOT + HOUR, others, minInterval: HOUR })).toMatchObject({
      requestedTime: '2026-03-06T18:00',
    });
  });

  it('is none after the campaign’s end, nor among sixty days that are full', () => {
    expect(nextSlot(item({ until: SLOT + HOUR }), { now: SLOT + HOUR, ...nothing })).toBeUndefined();
    const others = Array.from({ length: 70 }, (_, day) => ({ id: 9 + day, link: 'b', dueAt: SLOT + day * DAY }));
    expect(nextSlot(item(), { now: SLOT + HOUR, others, minInterval: 13 * HOUR })).toBeUndefined();
  });

  it('shows the wished time on the clock of its zone, but for the hour that a change skips', () => {
    const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 1439 }), (zone, day, minute) => {
        const clock = openZone(zone, SLOT, SLOT + 800 * DAY);
        const wall = Math.floor((SLOT + day * DAY) / DAY) * DAY + minute * MINUTE;
        const { at } = clock.toInstant(wall);
        const slot = nextSlot(item({ zone, requestedTime: formatLocalTime(wall), dueAt: at }), {
          now: at + HOUR,
          ...nothing,
        });
        expect(slot?.dueAt).toBeGreaterThan(at + HOUR);
        const shown = formatLocalTime(clock.localTimeAt(slot?.dueAt ?? 0));
        const match = clock.toInstant(Date.parse(`${slot?.requestedTime}:00Z`)).match;
        expect(match === 'gap' || shown === slot?.requestedTime).toBe(true);
      }),
    );
  });
});
