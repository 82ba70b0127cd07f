import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZone } from '#timing/clock/zone.js';
import {
  distanceTest,
  findTooNear,
  nextFreeInstant,
  sendableFrom,
  SPACING,
  chooseSpaced,
} from '#timing/plan/spacing.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 2, 2, 9);

const utc = (text: string): number => Date.parse(text);
const paris = openZone('Europe/Paris', utc('2026-03-01T00:00Z'), utc('2026-11-30T00:00Z'));

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

describe('a gap of a day', () => {
  const isNear = (first: string, second: string, gap = DAY): boolean =>
    findTooNear({ at: utc(second), link: 'a' }, [{ at: utc(first), link: 'a' }], {
      gap,
      minInterval: 0,
      zone: paris,
    }) !== undefined;

  it('is the same hour of the next day, whether that day has 23 hours or 25', () => {
    expect(isNear('2026-03-28T08:00Z', '2026-03-29T07:00Z')).toBe(false);
    expect(isNear('2026-03-28T08:00Z', '2026-03-29T06:59Z')).toBe(true);
    expect(isNear('2026-10-24T07:00Z', '2026-10-25T07:59Z')).toBe(true);
    expect(isNear('2026-10-24T07:00Z', '2026-10-25T08:00Z')).toBe(false);
  });

  it('of hours is one of hours', () => {
    expect(isNear('2026-03-28T22:00Z', '2026-03-29T09:00Z', 12 * HOUR)).toBe(true);
    expect(isNear('2026-03-28T22:00Z', '2026-03-29T10:00Z', 12 * HOUR)).toBe(false);
  });

  it('ends at that hour for the next free instant and for sending', () => {
    const spacing = { gap: DAY, minInterval: 0, zone: paris };
    const [first, next] = [utc('2026-10-24T07:00Z'), utc('2026-10-25T08:00Z')];
    expect(nextFreeInstant({ at: first + HOUR, link: 'a' }, [{ at: first, link: 'a' }], spacing)).toBe(next);
    expect(sendableFrom({ ofAccount: undefined, ofLink: first }, spacing, first)).toBe(next - HOUR / 6);
  });
});

describe('the test of many instants', () => {
  it('says the same as a look at every other post', () => {
    const hours = fc.array(fc.record({ hour: fc.integer({ min: 0, max: 200 }), link: fc.constantFrom('a', 'b') }));
    const start = utc('2026-03-26T00:00Z');
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), (posts, gap, interval) => {
        const spacing = { gap: gap * HOUR, minInterval: interval * HOUR, zone: paris };
        const others = posts.map(({ hour, link }) => ({ at: start + hour * HOUR, link }));
        const keepsDistance = distanceTest('a', others, spacing);
        for (let hour = -20; hour <= 220; hour += 1) {
          const post = { at: start + hour * HOUR, link: 'a' };
          expect(keepsDistance(post.at)).toBe(findTooNear(post, others, spacing) === undefined);
        }
      }),
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

interface Place {
  readonly at: number;
  readonly worth: number;
}
const getWorth = ({ worth }: Place): number => worth;
const sumWorth = (places: readonly Place[]): number => places.reduce((total, { worth }) => total + worth, 0);

/** Tries every choice. */
function bestByTrying(places: readonly Place[], count: number, gap: number): { size: number; worth: number } {
  let best = { size: 0, worth: 0 };
  const extend = (chosen: readonly Place[], from: number): void => {
    const worth = sumWorth(chosen);
    if (chosen.length > best.size || (chosen.length === best.size && worth > best.worth)) {
      best = { size: chosen.length, worth };
    }
    if (chosen.length === count) return;
    for (const [i, place] of places.entries()) {
      const last = chosen.at(-1);
      if (i >= from && (last === undefined || place.at - last.at >= gap)) extend([...chosen, place], i + 1);
    }
  };
  extend([], 0);
  return best;
}

describe('the choice of spaced slots', () => {
  it('is as good as the best of all choices', () => {
    const steps = fc.array(fc.record({ step: fc.integer({ min: 1, max: 5 }), worth: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 11,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 }), (list, count, gap) => {
        let at = 0;
        const places = list.map(({ step, worth }) => ({ at: (at += step), worth }));
        const chosen = chooseSpaced(places, count, gap, getWorth);
        const best = bestByTrying(places, count, gap);
        expect({ size: chosen.length, worth: sumWorth(chosen) }).toEqual(best);
        expect(chosen.every((place, i) => i === 0 || place.at - (chosen[i - 1]?.at ?? 0) >= gap)).toBe(true);
      }),
    );
  });

  it('takes the earlier of equal slots', () => {
    const places = [1, 2, 3, 4, 5, 6].map((at) => ({ at, worth: 1 }));
    expect(chooseSpaced(places, 2, 3, getWorth).map(({ at }) => at)).toEqual([1, 4]);
  });

  it('gives up a better slot for two good ones', () => {
    const places = [
      { at: 0, worth: 4 },
      { at: 5, worth: 5 },
      { at: 10, worth: 4 },
    ];
    expect(chooseSpaced(places, 1, 6, getWorth).map(({ at }) => at)).toEqual([5]);
    expect(chooseSpaced(places, 2, 6, getWorth).map(({ at }) => at)).toEqual([0, 10]);
    expect(chooseSpaced([], 2, 6, getWorth)).toEqual([]);
  });
});
