import { cpuUsage } from 'node:process';
import { beforeAll, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { lint } from '#lint/engine.js';
import { languageByModel } from '#tweet/language-model.js';

const judge = (text: string): number => {
  const before = cpuUsage();
  lint({ text }, { rules, lexicons, languageModel: languageByModel, config: { limit: 25_000 } });
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
};
const best = (text: string): number => Math.min(judge(text), judge(text), judge(text));

beforeAll(() => {
  for (let turn = 0; turn < 20; turn += 1)
    judge('Choisir son logement : 5 points https://example.org/guide #lyon #parc');
});

// Each took time with the square or the cube of its length once. A square would be 16 times as much, an exponent of 1.3 is 6.1 times.
it.each([
  '#a ',
  '🙂',
  '👩\u200d',
  'a.',
  '1.',
  'a\n',
  '@a ',
  'WORD ',
  '$A ',
  '$AA',
  '$AA ',
  'http://',
  '日本',
  'été.\u200d',
  '#a‧',
  '[a](',
  'a#b ',
])('four times as much of %j takes no more than six times as long', (unit) => {
  const [short, long] = [4000, 16_000].map((length) => best(unit.repeat(Math.ceil(length / unit.length))));
  expect(long).toBeLessThan(4 ** 1.3 * Math.max(short ?? 0, 15));
});

it.each(['©', '®', '©\ud83e'])('a row of %j before a letter that is not Latin is read at once', (sign) => {
  expect(best(`${sign.repeat(60)}日`)).toBeLessThan(200);
});
