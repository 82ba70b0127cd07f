import { estimateHours, type ValuedPost, type Verdict } from '#timing/hours/hours.js';
import { atMost, type Target } from './target.js';

const HOUR = 3_600_000;
/** A few days before Europe's clocks go forward. */
const START = Date.UTC(2024, 2, 20);

const every = (count: number, hours: number, value: number): ValuedPost[] =>
  Array.from({ length: count }, (_, i) => ({ at: START + i * hours * HOUR, value }));

const CASES: readonly [string, readonly ValuedPost[], readonly Verdict[]][] = [
  ['empty history', [], ['typical only']],
  ['one post', every(1, 1, 5), ['typical only']],
  ['all in one hour', every(40, 24, 5), ['typical only', 'no detectable best hour']],
  ['all zeros', every(60, 31, 0), ['typical only', 'no detectable best hour']],
  ['over a change of the clock', every(29, 13, 3), ['typical only']],
];

const isSound = (posts: readonly ValuedPost[], zone: string, verdicts: readonly Verdict[]): boolean => {
  const { verdict, pValue, bins } = estimateHours(posts, { zone, seed: 1 });
  const figures = [pValue, ...bins.flatMap(({ n, effect, sd }) => [n, effect, sd])];
  return verdicts.includes(verdict) && figures.every(Number.isFinite);
};

/** H6: histories that hold nothing give no figure that is none, and no verdict that claims something. */
export const edgeTargets = (): Target[] =>
  CASES.map(([what, posts, verdicts]) => {
    const wrong = ['Europe/Paris', 'America/New_York'].filter((zone) => !isSound(posts, zone, verdicts)).length;
    return atMost('H6', `${what}: zones of two with a wrong answer`, wrong, 0);
  });
