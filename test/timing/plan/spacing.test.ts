import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTooNear, nextFreeInstant, sendableFrom, SPACING } from '#timing/plan/spacing.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 2, 2, 9);

describe('posts keep their distance', () => {
  it('an hour from any other, a day from one of the same link', () => {
    const post = { at: NOW, link: 'example.org/a' };
    const near = (at: number, link?: string) => findTooNear(post, [{ at: NOW + at, link }], SPACING) !== undefined;
    expect([near(HOUR - 1), near(-HOUR + 1), near(HOUR)]).toEqual([true, true, false]);
    expect([near(DAY - 1, 'example.org/a'), near(DAY, 'example.org/a'), near(2 * HOUR, 'example.org/b')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('two posts without a link are not posts of one link', () => {
    expect(findTooNear({ at: NOW }, [{ at: NOW + 2 * HOUR }], SPACING)).toBeUndefined();
  });

  it('the next free instant keeps it from all, and every earlier one does not', () => {
    const others = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 100 }),
        link: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        others,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 4 }),
        (list, at, gap, minInterval) => {
          const spacing = { gap, minInterval };
          const isFree = (instant: number) => findTooNear({ at: instant, link: 'a' }, list, spacing) === undefined;
          const free = nextFreeInstant({ at, link: 'a' }, list, spacing);
          expect(isFree(free)).toBe(true);
          for (let earlier = at; earlier < free; earlier += 1) expect(isFree(earlier)).toBe(false);
        },
      ),
    );
  });
});

describe('a post is sent', () => {
  it('an hour after the last one and a day after that of its link, less ten minutes at most', () => {
    const from = sendableFrom({ ofAccount: NOW, ofLink: NOW - 2 * HOUR }, SPACING, NOW);
    expect(from).toBe(NOW - 2 * HOUR + DAY - HOUR / 6);
    expect(sendableFrom({ ofAccount: NOW, ofLink: undefined }, SPACING, NOW)).toBe(NOW + HOUR - HOUR / 10);
  });

  it('without waiting for a post of the future, or where no distance is asked for', () => {
    expect(sendableFrom({ ofAccount: NOW + DAY, ofLink: undefined }, SPACING, NOW)).toBe(-Infinity);
    expect(sendableFrom({ ofAccount: NOW, ofLink: NOW }, { gap: 0, minInterval: 0 }, NOW)).toBe(-Infinity);
  });
});
