import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSpaced } from '#timing/plan/choice.js';

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
