import { describe, expect, it } from 'vitest';
import { lint } from '#lint/engine.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { readEditedPairs } from '../judged-drafts.js';
import { nonsenseMakers } from './nonsense-kinds.js';

const TEXTS = 120;
/** What a cheap test cannot know: words of the language in an order that could be one. */
const NOT_CLAIMED = ['random words', 'random words, tags and a figure'];

const textScore = (text: string, lang: string): number =>
  lint({ text }, { rules, lexicons, config: { lang } }).textScore ?? 0;

describe.each(['en', 'fr'] as const)('nonsense in %s', (language) => {
  const makers = Object.entries(nonsenseMakers(language, 20_160)).filter(([kind]) => !NOT_CLAIMED.includes(kind));

  it.each(makers)('stays at the bottom: %s', (_, make) => {
    const scores = Array.from({ length: TEXTS }, () => textScore(make(), language)).sort((a, b) => a - b);
    expect(scores[TEXTS / 2]).toBeLessThanOrEqual(30);
  });
});

it('a text of an editor scores above its draft in 95 % of the pairs', () => {
  const pairs = readEditedPairs('tuning');
  const above = pairs.filter(({ draft, edited, lang }) => textScore(edited, lang) > textScore(draft, lang));
  expect(pairs.length).toBeGreaterThanOrEqual(45);
  expect(above.length / pairs.length).toBeGreaterThanOrEqual(0.95);
});
