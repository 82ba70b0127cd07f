import { describe, expect, it } from 'vitest';
import { firstProposals, HELD_OUT, readVerdicts, TUNING, type FirstProposal } from '../../bench/rewrites/judged.js';

const verdicts = readVerdicts();
const keyOf = ({ part, id, proposal }: Pick<FirstProposal, 'part' | 'id' | 'proposal'>): string =>
  JSON.stringify([part, id, proposal]);
const read = new Map(verdicts.map((verdict) => [keyOf(verdict), verdict]));

describe.each([...TUNING, ...HELD_OUT])('first proposals for %s', (part) => {
  const proposals = firstProposals(part).filter(({ proposal }) => proposal !== undefined);

  it('were all read as they stand', () => {
    expect(proposals.length).toBeGreaterThan(0);
    expect(proposals.filter((each) => !read.has(keyOf(each))).map(({ id, proposal }) => ({ id, proposal }))).toEqual(
      [],
    );
  });

  it('are all still made', () => {
    const made = new Set(proposals.map(keyOf));
    expect(verdicts.filter((each) => each.part === part && !made.has(keyOf(each))).map(({ id }) => id)).toEqual([]);
  });
});

it('of the tuning parts, no fewer are accepted than when a second reader read them, and no more rejected', () => {
  const own = verdicts.filter(({ part }) => TUNING.some((name) => name === part));
  const share = (verdict: string): number => own.filter((each) => each.verdict === verdict).length / own.length;
  expect(share('accepted')).toBeGreaterThanOrEqual(0.9);
  expect(share('rejected')).toBeLessThanOrEqual(0.02);
});
