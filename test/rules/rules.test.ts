import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#base/locale.js';
import { rules } from '#rules/index.js';
import { rulesIn } from '#rules/locales/rules-in.js';
import { slotNames } from '#lint/message.js';
import { optionFault } from '#lint/options.js';
import type { Rule } from '#lint/rule.js';
import { judgeCase } from './table.js';

/** The texts with slots of a rule, by a name of each. */
const listTexts = (rule: Rule): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(rule.messages).map(([id, { text }]): [string, string] => [`message ${id}`, text]),
    ...Object.entries(rule.fixes).map(([id, { text }]): [string, string] => [`fix ${id}`, text]),
    ...Object.entries(rule.reasons).map(([id, text]): [string, string] => [`reason ${id}`, text]),
  ]);
const uniqueSlots = (text: string | undefined): string[] => [...new Set(slotNames(text ?? ''))].sort();

it('the ten rules stand in the article’s order and weigh 100 together', () => {
  expect(rules.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(rules.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

it('the folder holds these rules, each in the file of its name', () => {
  const files = readdirSync('rules').filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  expect(files.sort()).toEqual(rules.map(({ id }) => `${id}.ts`).sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(LOCALES.filter((locale) => locale !== 'en'))('has all its texts in %s, with the same slots', (locale) => {
    const translated = rulesIn(locale).find((other) => other.id === id);
    if (translated === undefined) throw new Error('the rule is missing');
    const [texts, others] = [listTexts(rule), listTexts(translated)];
    expect(texts.size).toBeGreaterThan(0);
    expect([...others.keys()]).toEqual([...texts.keys()]);
    for (const [name, text] of texts) expect(uniqueSlots(others.get(name)), name).toEqual(uniqueSlots(text));
    expect(translated.title).not.toBe('');
    expect(translated.summary).not.toBe(rule.summary);
    expect(translated.evidence.source).not.toBe(rule.evidence.source);
    for (const [name, { description }] of Object.entries(translated.options)) {
      expect(description, name).not.toBe((rule as Rule).options[name]?.description);
    }
  });

  it('has defaults that its own bounds allow', () => {
    for (const [name, spec] of Object.entries(rule.options))
      expect(optionFault(spec, spec.default), name).toBeUndefined();
  });

  it('finds nothing to fix in its good examples', () => {
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
