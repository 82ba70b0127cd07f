import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { slotNames, type Localized } from '#lint/message.js';
import { optionFault } from '#lint/options.js';
import { judgeCase } from './table.js';

const listTexts = (rule: (typeof rules)[number]): [string, Localized][] => [
  ...Object.entries(rule.messages),
  ...Object.entries(rule.fixes),
  ...Object.entries(rule.reasons),
];

it('the ten rules stand in the article’s order and weigh 100 together', () => {
  expect(rules.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(rules.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

it('the folder holds these rules, each in the file of its name', () => {
  const files = readdirSync('rules').filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  expect(files.sort()).toEqual(rules.map(({ id }) => `${id}.ts`).sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('says everything in English and in French, with the same slots', () => {
    const texts = listTexts(rule);
    expect(texts.length).toBeGreaterThan(0);
    for (const [name, text] of texts) {
      expect(slotNames(text.fr).sort(), name).toEqual(slotNames(text.en).sort());
      expect(text.fr, name).not.toBe('');
    }
  });

  it('has defaults that its own bounds allow', () => {
    for (const [name, spec] of Object.entries(rule.options))
      expect(optionFault(spec, spec.default), name).toBeUndefined();
  });

  it('finds nothing to mend in its good examples', () => {
    expect(rule.examples.good.length).toBeGreaterThan(0);
    for (const { draft } of rule.examples.good) {
      const { findings } = judgeCase(id, { draft });
      expect(
        findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
        draft,
      ).toEqual([]);
    }
  });

  it('finds in each bad example what the example is for', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    for (const { draft, finding } of rule.examples.bad) {
      const found = judgeCase(id, { draft }).findings.map(({ messageId }) => messageId);
      expect(found, draft).toContain(finding);
    }
  });
});
