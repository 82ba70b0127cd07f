import { describe, expect, it } from 'vitest';
import { type Blackout, blackoutAt, blackoutsWithin, findBlackout } from '#timing/clock/blackout.js';
import { parseLocalTime } from '#timing/clock/zone.js';

const ELECTION: Blackout = { from: '2027-04-10', until: '2027-04-11', why: 'election' };
const MOURNING: Blackout = { from: '2027-04-11T08:00', until: '2027-04-12T11:59', why: 'mourning' };
const at = (text: string): number => Date.parse(text);

describe('a blackout', () => {
  it('holds from its first day to the end of its last, or to its last minute', () => {
    const why = (localTime: string, blackouts = [ELECTION]) => blackoutAt(blackouts, parseLocalTime(localTime))?.why;
    expect(['2027-04-09T23:59', '2027-04-10', '2027-04-11T23:59', '2027-04-12'].map((time) => why(time))).toEqual([
      undefined,
      'election',
      'election',
      undefined,
    ]);
    expect([why('2027-04-12T11:59', [MOURNING]), why('2027-04-12T12:00', [MOURNING])]).toEqual(['mourning', undefined]);
  });

  it('is one of the clock of a post: it begins and ends at midnight there', () => {
    const held = (instant: string, zone: string) => findBlackout([ELECTION], at(instant), zone);
    expect(held('2027-04-09T23:00Z', 'Europe/Paris')).toEqual({ why: 'election', until: at('2027-04-11T22:00Z') });
    expect(held('2027-04-09T23:00Z', 'America/New_York')).toBeUndefined();
    expect(held('2027-04-11T22:00Z', 'Europe/Paris')).toBeUndefined();
  });

  it('is waited for with those that follow without a break', () => {
    expect(findBlackout([ELECTION, MOURNING], at('2027-04-10T10:00Z'), 'UTC')).toEqual({
      why: 'election',
      until: at('2027-04-12T12:00Z'),
    });
    expect(findBlackout([], at('2027-04-10T10:00Z'), 'UTC')).toBeUndefined();
  });

  it('is of a period that it touches', () => {
    const within = (from: string, until: string) =>
      blackoutsWithin([ELECTION], parseLocalTime(from), parseLocalTime(until)).length;
    expect([
      within('2027-04-01', '2027-04-10'),
      within('2027-04-01', '2027-04-10T00:01'),
      within('2027-04-12', '2027-04-13'),
    ]).toEqual([0, 1, 0]);
  });
});
