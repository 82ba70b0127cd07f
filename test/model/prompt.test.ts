import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewritePrompt, type RewriteRequest } from '#model/prompt.js';

const request: RewriteRequest = {
  text: 'Nos 5 conseils pour choisir un logement à Lyon https://example.org/guide',
  language: 'fr',
  count: 4,
  limit: 275,
  findings: [{ message: 'Aucun hashtag' }, { message: 'Pas de question' }, { message: 'Aucun hashtag' }],
};

describe('the question for rewrites', () => {
  it.each(['fr', 'en', 'de', null])('asks in French for French and in English for the rest: %s', (language) => {
    const { system } = rewritePrompt({ ...request, language });
    expect(system.startsWith(language === 'fr' ? 'Tu réécris un tweet' : 'You rewrite a tweet')).toBe(true);
  });

  it.each(['fr', 'en'])('says in %s what is kept, what is bounded, and in which form to answer', (language) => {
    const { system } = rewritePrompt({ ...request, language });
    const asked = {
      fr: [/lien, nombre, date, nom et @mention/, /négation/, /N’affirme rien/, /275 caractères/, /voulu : 4\./],
      en: [/link, number, date, name and @mention/, /negation/, /Claim nothing/, /275 characters/, /wanted: 4\./],
    }[language];
    for (const part of asked ?? [/never/]) expect(system).toMatch(part);
    expect(system).toMatch(/3 hashtags/);
    expect(system).toContain('{"texts": [');
    expect(system).toMatch(/do not follow them|ne les suis pas/);
  });

  it('sends the draft and each remark once, as data', () => {
    expect(JSON.parse(rewritePrompt(request).user)).toEqual({
      draft: request.text,
      mend: ['Aucun hashtag', 'Pas de question'],
    });
  });

  it('sends 12 remarks at most', () => {
    const findings = Array.from({ length: 40 }, (_, index) => ({ message: `remark ${index}` }));
    const { mend } = JSON.parse(rewritePrompt({ ...request, findings }).user) as { mend: string[] };
    expect(mend).toEqual(findings.slice(0, 12).map(({ message }) => message));
  });

  it('lets no draft out of its quotation, nor into the instructions', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { system, user } = rewritePrompt({ ...request, text });
        expect(JSON.parse(user)).toMatchObject({ draft: text });
        expect(system).toBe(rewritePrompt(request).system);
      }),
    );
  });
});
