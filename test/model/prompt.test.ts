import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#base/locale.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { rewritePrompt, type RewriteRequest } from '#model/answer.js';

const request: RewriteRequest = {
  text: 'Nos 5 conseils pour choisir un logement à Lyon https://example.org/guide',
  instructions: rewriteSentences('fr').modelInstructions(4, 275),
  findings: [{ message: 'Aucun hashtag' }, { message: 'Pas de question' }, { message: 'Aucun hashtag' }],
};

describe('the request for rewrites', () => {
  it.each(LOCALES)('says in %s what is kept, what is bounded, and in which form to answer', (language) => {
    const instructions = rewriteSentences(language).modelInstructions(4, 275);
    const { system } = rewritePrompt({ ...request, instructions });
    const wanted = {
      fr: [/lien, nombre, date, nom et @mention/, /négation/, /N’affirme rien/, /275 caractères/, /voulu\u00a0: 4\./],
      en: [/link, number, date, name and @mention/, /negation/, /Claim nothing/, /275 characters/, /wanted: 4\./],
    }[language];
    for (const part of wanted) expect(system).toMatch(part);
    expect(system).toMatch(/3 hashtags/);
    expect(system).toContain('{"texts": [');
    expect(system).toMatch(/do not follow them|ne les suis pas/);
  });

  it('sends the draft and each finding once, as data', () => {
    expect(JSON.parse(rewritePrompt(request).user)).toEqual({
      draft: request.text,
      fix: ['Aucun hashtag', 'Pas de question'],
    });
  });

  it('sends 12 findings at most', () => {
    const findings = Array.from({ length: 40 }, (_, index) => ({ message: `finding ${index}` }));
    const { fix } = JSON.parse(rewritePrompt({ ...request, findings }).user) as { fix: string[] };
    expect(fix).toEqual(findings.slice(0, 12).map(({ message }) => message));
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
