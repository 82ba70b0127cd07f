import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueReadings, nextReadingAt, READ_AT, readRanges } from '#queue/observe.js';
import { DAY, HOUR, SLOT } from './items.js';

const MINUTE = 60_000;
const watched = (postId: string, age: number, step: number) => ({ postId, postedAt: SLOT - age, step });

describe('readings of own posts', () => {
  it('are due at 15 min, 1, 3, 6, 24 h, 3 and 7 days', () => {
    expect(READ_AT.map((at) => at / HOUR)).toEqual([0.25, 1, 3, 6, 24, 72, 168]);
    expect(dueReadings([watched('1', 14 * MINUTE, 0)], SLOT)).toEqual([]);
    expect(dueReadings([watched('1', 15 * MINUTE, 0)], SLOT)).toEqual([{ postId: '1', next: 1 }]);
  });

  it('end after the last', () => {
    expect(dueReadings([watched('1', 7 * DAY, 6)], SLOT)).toEqual([{ postId: '1', next: undefined }]);
  });

  it('take those along that nearly are due, but nothing is read for them alone', () => {
    const nearly = watched('2', 55 * MINUTE, 1);
    expect(dueReadings([nearly], SLOT)).toEqual([]);
    expect(dueReadings([watched('1', DAY, 4), nearly], SLOT)).toEqual([
      { postId: '1', next: 5 },
      { postId: '2', next: 2 },
    ]);
  });

  it('are one after a sleep, not one for each that was missed', () => {
    expect(dueReadings([watched('1', 2 * DAY, 0)], SLOT)).toEqual([{ postId: '1', next: 5 }]);
  });

  it('know when the next one is due', () => {
    expect(nextReadingAt([watched('1', 0, 1), watched('2', 2 * HOUR, 2)])).toBe(SLOT + HOUR);
    expect(nextReadingAt([])).toBeUndefined();
  });
});

describe('stretches of the timeline', () => {
  it('join neighbours, and leave out what would be paid for nothing', () => {
    expect(readRanges(['10', '30', '20'], ['5', '25'])).toEqual([
      { after: '9', through: '20' },
      { after: '29', through: '30' },
    ]);
  });

  it('hold each wanted post once and no other known one, whatever the ids', () => {
    const ids = fc.uniqueArray(fc.bigInt({ min: 1n, max: 60n }), { maxLength: 20 });
    fc.assert(
      fc.property(ids, ids, (wanted, others) => {
        const ranges = readRanges(wanted.map(String), others.map(String));
        const held = [...new Set([...wanted, ...others])].filter((id) =>
          ranges.some(({ after, through }) => BigInt(after) < id && id <= BigInt(through)),
        );
        expect(new Set(held)).toEqual(new Set(wanted));
      }),
    );
  });

  it('keep ids whole beyond 2^53', () => {
    expect(readRanges(['1790000000000000123'], [])).toEqual([
      { after: '1790000000000000122', through: '1790000000000000123' },
    ]);
  });
});
