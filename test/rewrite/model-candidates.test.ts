import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { rankWithModelTexts } from '#rewrite/model-candidates.js';
import { searchRewrites } from '#rewrite/rewrite.js';

const LINK = 'https://example.org/guide';
const draft = { text: `Retrouvez nos 5 conseils afin de choisir un logement à Lyon, sans se tromper !!! ${LINK}` };
const GOOD = `Choisir un logement à Lyon sans se tromper : nos 5 conseils ${LINK} #logement #Lyon`;
const options = { rules, lexicons, config: { lang: 'fr' }, n: 20 };
const own = searchRewrites(draft, options);
const rank = (texts: readonly string[], change: Partial<Parameters<typeof rankWithModelTexts>[3]> = {}) =>
  rankWithModelTexts(draft, own, texts, { ...options, ...change });

describe('texts of a model among ours', () => {
  it('leave ours as they are when there are none', () => {
    expect(rank([])).toEqual({ rewrites: own.rewrites, refused: [] });
  });

  it('leave ours in their order, where one that cures scores less than one that only adds tags', () => {
    const slips = {
      text: `ive tried every sourdough recipe and didnt expect this one, 3 ingredients and no kneading ${LINK}`,
    };
    const search = searchRewrites(slips, { ...options, config: { lang: 'en' } });
    const { rewrites } = rankWithModelTexts(slips, search, [], { ...options, config: { lang: 'en' } });
    expect(rewrites).toEqual(search.rewrites);
    expect(rewrites[0]?.text).toContain("I've tried");
    expect(rewrites[0]?.score).toBeLessThan(rewrites[1]?.score ?? 0);
  });

  it('are put in front of the first that scores less, no more than asked for', () => {
    const { rewrites } = rank([GOOD]);
    expect(rewrites).toHaveLength(Math.min(20, own.rewrites.length + 1));
    expect(rewrites.filter(({ origin }) => origin === 'model').map(({ text }) => text)).toEqual([GOOD]);
    expect(rewrites.map(({ score }) => score)).toEqual(rewrites.map(({ score }) => score).sort((a, b) => b - a));
    expect(rank([GOOD], { n: 1 }).rewrites).toHaveLength(1);
  });

  it.each([
    ['what one of ours says already, in other signs', (): string => `${own.rewrites[0]?.text.replace(' !', ' .')}`, {}],
    ['what an earlier post of the link said', () => GOOD, { facts: { pastPosts: [{ text: GOOD, at: 0 }] } }],
  ])('are refused when they say %s', (_, text, change) => {
    const { rewrites, refused } = rank([text()], change);
    expect(rewrites.every(({ origin }) => origin === 'rules')).toBe(true);
    expect(refused).toEqual([{ refusal: { code: 'tooClose' }, count: 1 }]);
  });

  it('are refused, and not thrown at the user, when they are longer than is read', () => {
    expect(rank([`${GOOD} ${'a'.repeat(6000)}`]).refused).toEqual([{ refusal: { code: 'tooLong' }, count: 1 }]);
  });

  it('are refused with what they changed, each reason once', () => {
    const changed = [GOOD.replace('5', '7'), GOOD.replace('5', '8')];
    expect(rank(changed).refused).toEqual([{ refusal: { code: 'figure', what: '5' }, count: 2 }]);
  });
});
