import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Draft } from '#draft/draft.js';
import { readPage } from '#page/read-page.js';
import { fittingHook, planVariants } from '#rewrite/variants.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { findEntities } from '#tweet/entities.js';
import { languageByModel } from '#tweet/language-model.js';
import { similarity } from '#words/similarity.js';

const options = { rules, lexicons, languageModel: languageByModel, facts: { now: Date.UTC(2026, 10, 29, 12) } };
const LINK = 'https://example.org/page';
const pages = readdirSync('fixtures/pages')
  .filter((file) => file.endsWith('.html'))
  .map((file) => readPage(readFileSync(`fixtures/pages/${file}`, 'utf8')));

const draftOf = ({ page, lang, keywords }: (typeof pages)[number], text: string, more: Partial<Draft> = {}): Draft => ({
  text: `${text} ${LINK}`,
  ...((lang === 'fr' || lang === 'en') && { lang }),
  ...(keywords && { keywords }),
  page,
  ...more,
});
const made = (draft: Draft, n = 4) => planVariants(draft, n, options).variants;

describe('texts for reposts made of a page', () => {
  it('take their words and figures from page and draft, mention nobody, keep the link, and differ', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.integer({ min: 1, max: 8 }), fc.boolean(), (reading, n, isPast) => {
        const { page } = reading;
        const draft = draftOf(reading, page.title ?? 'Page');
        const past = isPast ? made(draft, 1).map(({ text }) => ({ text, at: 0 })) : [];
        const plan = planVariants(draft, n, { ...options, facts: { ...options.facts, pastPosts: past } });
        expect(plan.variants.length + plan.missing).toBe(n);
        const source = `${draft.text} ${JSON.stringify(page)}`.replace(/[\u00a0\u202f]/g, ' ').toLowerCase();
        const all = [draft.text, ...past.map(({ text }) => text), ...plan.variants.map(({ text }) => text)];
        for (const { text, strategy } of plan.variants) {
          const entities = findEntities(text);
          expect(entities.filter(({ type }) => type === 'link').map(({ value }) => value)).toEqual([LINK]);
          expect(entities.some(({ type }) => type === 'mention')).toBe(false);
          const said = text
            .slice(0, text.indexOf(LINK))
            .replace(/[\u00a0\u202f]/g, ' ')
            .toLowerCase();
          // An item says its place in the list, which the title counts in words, and a frame tells of a picture.
          const isFramed = strategy === 'item' || strategy === 'picture';
          const taken = isFramed ? [] : [...(said.match(/\d+(?:[.,]\d+)*|\p{L}{4,}/gu) ?? [])];
          expect(taken.filter((word) => !source.includes(word))).toEqual([]);
          expect(all.filter((other) => similarity(other, text) >= 0.7)).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are not made for an alert or a tribute', () => {
    for (const reading of pages.slice(0, 4)) {
      expect(made(draftOf(reading, reading.page.title ?? '', { type: 'alert' }))).toEqual([]);
      expect(made(draftOf(reading, reading.page.title ?? '', { type: 'tribute' }))).toEqual([]);
    }
  });

  it('are not made of a page in another language', () => {
    const english = pages.find(({ lang }) => lang === 'en');
    if (english === undefined) throw new Error('no English page');
    expect(made(draftOf(english, 'Les horaires de la bibliothèque changent', { lang: 'fr' }))).toEqual([]);
  });

  it.each([
    ['a pronoun whose noun is elsewhere', 'Il réunit 180 objets dont beaucoup sont des prêts du quartier.'],
    ['a pronoun behind its verb', 'Inscrivez-le en mairie avant la rentrée des classes, loyer compris.'],
    ['a connector', 'Pourtant le loyer ne peut augmenter qu’une fois par an.'],
    ['a date', 'Le loyer augmente à partir du 3 mars pour tous les locataires.'],
    ['a price', 'Le loyer moyen du quartier est de 600 euros par mois.'],
    ['a writer', 'Je paie mon loyer le premier de chaque mois depuis dix ans.'],
  ])('leave out a sentence with %s', (_, sentence) => {
    const page = { title: 'Le loyer en cours de bail', sentences: [sentence] };
    const texts = made({ text: `Ce qui change ${LINK}`, lang: 'fr', keywords: ['loyer'], page }).map(
      ({ text }) => text,
    );
    expect(texts.filter((text) => text.includes(sentence.slice(5, 25)))).toEqual([]);
  });

  it('keep the speaker of a quotation, and leave one without a speaker out', () => {
    const quote = { text: 'Je refuse de poser un isolant sans ventilation.' };
    const page = (speaker?: string) => ({
      title: 'Isolation des combles',
      quotes: [{ ...quote, ...(speaker && { speaker }) }],
    });
    const base = { text: `Vérifiez votre devis ${LINK}`, lang: 'fr' as const, keywords: ['combles'] };
    expect(made({ ...base, page: page('Paul Exemple') })[0]?.text).toContain('Paul Exemple');
    expect(made({ ...base, page: page() }).filter(({ text }) => text.includes('refuse'))).toEqual([]);
  });
});

describe('an opening for another post of a page', () => {
  it.each([
    ['7 mistakes to avoid in a lease', 'mistake'],
    ['Cinq pièges de la location https://example.org/12', 'mistake'],
    ['A lease explained to beginners', 'reader'],
    ['L’isolation expliquée au grand public', 'reader'],
    ['18 tools for people who rent', 'reader'],
    ['24 questions to put to a landlord', 'figure'],
    ['The lease, clause by clause', undefined],
    ['What changed in 2026 for tenants', undefined],
    ['Part 1: the lease https://example.org/24', undefined],
  ])('“%s”: %s', (text, hook) => {
    expect(fittingHook(text)).toBe(hook);
  });
});
