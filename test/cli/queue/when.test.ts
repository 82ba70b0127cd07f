import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveSlot, whenReader } from '#cli/queue/when.js';
import { createClocks } from '#cli/queue/open.js';

const readWhen = whenReader('en');

const clocks = createClocks();
const PARIS = 'Europe/Paris';
const SATURDAY = Date.UTC(2026, 2, 28, 17); // 18:00 in Paris, the day before the clock goes forward.
const DAY = 86_400_000;
const ITEM = { dueAt: SATURDAY, requestedTime: '2026-03-28T18:00' };

describe('a time as it is given', () => {
  it.each([
    ['2026-03-05T09:00', PARIS, '2026-03-05T08:00:00.000Z', '2026-03-05T09:00', 'exact'],
    ['2026-03-05 09:00', 'America/New_York', '2026-03-05T14:00:00.000Z', '2026-03-05T09:00', 'exact'],
    ['2026-03-29T02:30', PARIS, '2026-03-29T01:00:00.000Z', '2026-03-29T02:30', 'gap'],
    ['2026-10-25T02:30', PARIS, '2026-10-25T00:30:00.000Z', '2026-10-25T02:30', 'overlap'],
    ['2031-10-26T02:30', PARIS, '2031-10-26T00:30:00.000Z', '2031-10-26T02:30', 'overlap'],
    ['+90m', PARIS, '2026-03-28T18:30:00.000Z', '2026-03-28T19:30', 'exact'],
    ['+24h', PARIS, '2026-03-29T17:00:00.000Z', '2026-03-29T19:00', 'exact'],
    ['+1d', PARIS, '2026-03-29T16:00:00.000Z', '2026-03-29T18:00', 'exact'],
    ['+1w', PARIS, '2026-04-04T16:00:00.000Z', '2026-04-04T18:00', 'exact'],
    ['-1h', PARIS, '2026-03-28T16:00:00.000Z', '2026-03-28T17:00', 'exact'],
    ['− 30 min', PARIS, '2026-03-28T16:30:00.000Z', '2026-03-28T17:30', 'exact'],
    ['-1d', PARIS, '2026-03-27T17:00:00.000Z', '2026-03-27T18:00', 'exact'],
    // It is Friday 2026-03-27, 18:00 in Paris.
    ['now', PARIS, '2026-03-27T17:00:00.000Z', '2026-03-27T18:00', 'exact'],
    ['tomorrow', PARIS, '2026-03-28T17:00:00.000Z', '2026-03-28T18:00', 'exact'],
    ['tomorrow 9:00', PARIS, '2026-03-28T08:00:00.000Z', '2026-03-28T09:00', 'exact'],
    ['tomorrow at 9:00', 'America/New_York', '2026-03-28T13:00:00.000Z', '2026-03-28T09:00', 'exact'],
    ['today 21:00', PARIS, '2026-03-27T20:00:00.000Z', '2026-03-27T21:00', 'exact'],
    ['sunday 2:30', PARIS, '2026-03-29T01:00:00.000Z', '2026-03-29T02:30', 'gap'],
    ['fri 18:30', PARIS, '2026-03-27T17:30:00.000Z', '2026-03-27T18:30', 'exact'],
    ['fri 17:30', PARIS, '2026-04-03T15:30:00.000Z', '2026-04-03T17:30', 'exact'],
    ['monday', PARIS, '2026-03-30T16:00:00.000Z', '2026-03-30T18:00', 'exact'],
    ['19:15', PARIS, '2026-03-27T18:15:00.000Z', '2026-03-27T19:15', 'exact'],
    ['8:00', PARIS, '2026-03-28T07:00:00.000Z', '2026-03-28T08:00', 'exact'],
  ])('%s in %s', (given, zone, at, requestedTime, match) => {
    const slot = resolveSlot(readWhen(given), zone, ITEM, SATURDAY - DAY, clocks);
    expect({ ...slot, dueAt: new Date(slot.dueAt).toISOString() }).toEqual({
      dueAt: at,
      requestedTime,
      zone,
      match,
    });
  });

  it.each([
    '',
    'tomorow 9:00',
    'tomorrow 25:00',
    'tomorrow at',
    'monkey 9:00',
    '+',
    '+0h',
    '2h',
    '-0h',
    '2026-02-30T09:00',
    '2026-03-05',
    '2026-03-05T24:00',
    '+1y',
    '+99999d',
  ])('"%s" is none', (given) => expect(() => readWhen(given)).toThrow(/use a time such as/));

  it('keeps the hour on the clock, by days, over any change of it', () => {
    const zones = fc.constantFrom(PARIS, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    const noon = 12 * 3_600_000;
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 400 }), (zone, start, days) => {
        const wall = Date.UTC(2026, 0, 1) + start * 2 * noon + noon;
        const from = clocks.zone(zone, wall).toInstant(wall).at;
        const item = { dueAt: from, requestedTime: clocks.formatLocalTime(from, zone) };
        const { dueAt } = resolveSlot(readWhen(`+${days}d`), zone, item, from, clocks);
        expect(clocks.formatLocalTime(dueAt, zone).slice(11)).toBe('12:00');
        expect(dueAt).toBeGreaterThan(from);
      }),
    );
  });
});

it('an hour is kept on the clock where the clock was last read half a year before', () => {
  const zone = 'Australia/Lord_Howe';
  const read = createClocks();
  read.zone(zone, Date.UTC(2026, 6, 8));
  const dueAt = Date.UTC(2027, 0, 5, 1);
  const item = { dueAt, requestedTime: '2027-01-05T12:00' };
  const slot = resolveSlot(readWhen('+90d'), zone, item, dueAt, read);
  // The clock went back by half an hour the day before.
  expect(new Date(slot.dueAt).toISOString()).toBe('2027-04-05T01:30:00.000Z');
});

const HOUR = 3_600_000;

describe('a time for an item is read as either language writes it', () => {
  it.each([
    ['2026-03-05T09:00', { kind: 'local', text: '2026-03-05T09:00' }],
    ['05/03/2026 9h', { kind: 'local', text: '2026-03-05T09:00' }],
    ['+2h', { kind: 'shift', unit: 'time', amount: 2 * HOUR }],
    ['+90 minutes', { kind: 'shift', unit: 'time', amount: 1.5 * HOUR }],
    ['+1 jour', { kind: 'shift', unit: 'days', amount: 1 }],
    ['+2d', { kind: 'shift', unit: 'days', amount: 2 }],
    ['+1 semaine', { kind: 'shift', unit: 'days', amount: 7 }],
    ['+1w', { kind: 'shift', unit: 'days', amount: 7 }],
    ['-1h', { kind: 'shift', unit: 'time', amount: -HOUR }],
    ['-2 jours', { kind: 'shift', unit: 'days', amount: -2 }],
    ['demain', { kind: 'day', days: 1 }],
    ['demain 9h', { kind: 'day', days: 1, time: '09:00' }],
    ['demain à 9 h 30', { kind: 'day', days: 1, time: '09:30' }],
    ['après-demain 8h', { kind: 'day', days: 2, time: '08:00' }],
    ['aujourd’hui 17h', { kind: 'day', days: 0, time: '17:00' }],
    ['lundi 8h30', { kind: 'weekday', weekday: 0, time: '08:30' }],
    ['17h30', { kind: 'clock', time: '17:30' }],
    ['maintenant', { kind: 'now' }],
  ])('%s', (text, when) => {
    expect(whenReader('fr')(text)).toEqual(when);
  });

  it.each(['2026-03-05', '05/03/2026', '+0h', '2h', '+2s', '+h', 'demin'])('%s is not one', (text) => {
    expect(() => whenReader('fr')(text)).toThrow('donnez une date et une heure');
  });
});

describe('a shift', () => {
  it('counts from the slot that is to come, and from now once that has passed', () => {
    const later = resolveSlot(readWhen('+2h'), PARIS, ITEM, SATURDAY + DAY, clocks);
    expect(later.dueAt).toBe(SATURDAY + DAY + 2 * HOUR);
    expect(resolveSlot(readWhen('+2h'), PARIS, ITEM, SATURDAY - DAY, clocks).dueAt).toBe(SATURDAY + 2 * HOUR);
  });
});
