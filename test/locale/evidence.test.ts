import { describe, expect, it } from 'vitest';
import { evidenceSentences } from '#locale/evidence.js';
import { rules } from '#rules/index.js';

describe.each(['en', 'fr'] as const)('what is known of the rules, in %s', (locale) => {
  const { rules: known, limits } = evidenceSentences(locale);

  it('has a part for each rule, and for no other', () => {
    expect(Object.keys(known).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('gives every effect in percent with its interval, and promises nothing', () => {
    for (const sentence of [...Object.values(known).flat(), limits]) {
      expect(sentence).not.toMatch(/will get|brings|rapporte|obtiendra/);
      const effects = sentence.replace(/\[[^\]]*\]/g, '[]').match(/[+−]\d+ ?%[^+−%]*/g) ?? [];
      for (const effect of effects) expect(effect).toContain('[]');
    }
  });

  it('says the same in the same number of sentences as the other language', () => {
    const other = evidenceSentences(locale === 'en' ? 'fr' : 'en');
    for (const [id, sentences] of Object.entries(known)) expect(sentences).toHaveLength(other.rules[id]?.length ?? 0);
  });
});
