import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lint/edits.js';
import { prepareDraft } from '#lint/engine.js';
import { brokenFact, statedFacts } from '#rewrite/guards.js';
import { searchRewrites } from '#rewrite/rewrite.js';
import { planVariants } from '#rewrite/variants.js';
import { findEntities } from '#tweet/entities.js';
import type { Draft } from '#draft/draft.js';
import { similarity } from '#words/similarity.js';
import { draftFiles } from '../lint/drafts-for-tests.js';
import { parseDraft, toOptions } from './cases.js';

const SAMPLES = readdirSync('fixtures/drafts')
  .filter((file) => /^(?:fr|en)-.*\.(?:md|txt)$/.test(file))
  .map((file) => readFileSync(`fixtures/drafts/${file}`, 'utf8'));

/** Pieces that tempt: padding around denials and figures, names, colons, what looks like a link. */
const PIECES = [
  'N’hésitez pas à lire notre guide du logement social',
  'Le nouveau parc n’ouvre pas avant le 12 mai',
  'Sans agence ni frais : 1 250 € de loyer',
  'We did not lose a single customer in 2 years',
  'Feel free to download our mortgage calculator',
  'Never deploy on Friday: 9 of 10 outages in 24.5 hours',
  'avec @example_adil et @Example_ops',
  'Profitez de #L’été, des #éco-quartiers et du #2026',
  'LES LOYERS MONTENT ENCORE !!!',
  'Notre rapport vient de sortir',
  'Rénover l’habitation, rouler à bicyclette',
  'C’est fini.La carte est dans README.md',
  '"Rien n’est perdu", dit Ouest France Emploi',
  'مرحبا بكم في دليل السكن رقم 7',
  'מדריך לדירה ב־3 צעדים',
  '🔥🔥🔥 🎉 👩‍👩‍👧',
  'Wie finde ich keine Wohnung in Berlin?',
  '#logement #loyer #lyon #bail #caution',
];
const LINKS = ['https://example.org/guide', 'https://example.org/a-b_c?id=3#part', ''];

const texts = fc
  .record({
    pieces: fc.uniqueArray(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }),
    glue: fc.constantFrom('. ', ' : ', ' — ', '\n', ', '),
    link: fc.constantFrom(...LINKS),
    inFront: fc.boolean(),
  })
  .map(({ pieces, glue, link, inFront }): string => {
    const words = pieces.join(glue);
    return (inFront ? [link, words] : [words, link]).filter(Boolean).join(' ');
  });
const drafts: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 4, arbitrary: texts.map((draft) => parseDraft({ draft })) },
  { weight: 2, arbitrary: draftFiles.map(({ source }) => parseDraft({ draft: source })) },
  { weight: 1, arbitrary: fc.constantFrom(...SAMPLES).map((draft) => parseDraft({ draft })) },
);
const facts = {
  contacts: [
    { handle: 'example_toit', topics: ['logement', 'loyer', 'mortgage'] },
    { handle: 'example_ciel', topics: ['parc', 'rapport'] },
  ],
  demand: [
    { name: 'searches', kind: 'search' as const, figures: { logement: 900, habitation: 7, vélo: 80, bicyclette: 2 } },
  ],
};
const options = toOptions({ facts });

const findLinks = (text: string): string[] =>
  findEntities(text).flatMap(({ type, value }) => (type === 'link' && /^https?:/.test(value) ? [value] : []));
const findMentions = (text: string): string[] =>
  findEntities(text).flatMap(({ type, value }) => (type === 'mention' ? [value.toLowerCase()] : []));
/** Figures outside links and tags. */
const findNumbers = (text: string): string[] =>
  (
    text
      .replaceAll(/https?:\S+/g, '')
      .replaceAll(/#\S+/g, '')
      .match(/\d+/g) ?? []
  ).toSorted();
/** Denials that are no padding. */
const findDenials = (text: string): string[] =>
  text
    .replaceAll(/n[’']hésitez pas/gi, '')
    .match(/(?<!\p{L})n[’'](?=\p{L})|\b(?:ne|pas|ni|sans|not|never|rien|keine)\b/giu) ?? [];

describe('every rewrite of a draft', () => {
  it('keeps its links, figures, mentions and denials, fits, and never scores lower', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { before, rewrites } = searchRewrites(draft, { ...options, n: 10 });
        for (const { text, score, gain, edits } of rewrites) {
          expect(findLinks(text).toSorted()).toEqual(findLinks(draft.text).toSorted());
          expect(findMentions(text)).toEqual(expect.arrayContaining(findMentions(draft.text)));
          const added = findMentions(text).filter((handle) => !findMentions(draft.text).includes(handle));
          expect(['example_toit', 'example_ciel']).toEqual(expect.arrayContaining(added));
          // A figure that was meant as a tag may become a word; none may go.
          expect(findNumbers(text)).toEqual(expect.arrayContaining(findNumbers(draft.text)));
          expect(
            findDenials(text)
              .map((word) => word.toLowerCase())
              .toSorted(),
          ).toEqual(
            findDenials(draft.text)
              .map((word) => word.toLowerCase())
              .toSorted(),
          );
          expect(prepareDraft({ text }, options).length.weighted).toBeLessThanOrEqual(280);
          expect(score).toBe((before.textScore ?? 0) + gain);
          expect(gain).toBeGreaterThanOrEqual(0);
          expect(applyEdits(draft.text, edits)).toBe(text);
          expect(text.startsWith('@') && !draft.text.startsWith('@')).toBe(false);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('leaves no double blank, no blank before a comma and no empty end that was not there', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const faults = (text: string): number => text.match(/ {2,}|\s,|,,| $|: :/g)?.length ?? 0;
        for (const { text } of searchRewrites(draft, options).rewrites) {
          expect(faults(text), text).toBeLessThanOrEqual(faults(draft.text));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('is the same at every search', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(searchRewrites(draft, options)).toEqual(searchRewrites(draft, options));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a text of 4,900 characters', () => {
  const text = `${'Le loyer monte et la caution aussi. '.repeat(135)}https://example.org/guide`;

  it('is too long to be saved, and nothing is lost in trying', () => {
    const { before, rewrites } = searchRewrites({ text }, options);
    expect(text.length).toBeGreaterThan(4800);
    expect(before.text).toBe(text);
    expect(rewrites).toEqual([]);
    expect(planVariants({ text }, 4, options).variants.length).toBeLessThanOrEqual(4);
  });
});

describe('variants of what may not be parted', () => {
  const made = (text: string): string[] =>
    planVariants({ text, lang: 'fr' }, 4, options).variants.map((one) => one.text);

  it.each([
    [
      'an alert',
      '⚠️ Vigilance ROUGE inondation dans l’Orne. Quais et parkings du centre fermés jusqu’à nouvel ordre. Montez à l’étage, ne prenez pas la voiture. https://example.org/crue',
    ],
    [
      'a tribute',
      'La Ville rend hommage à Lucie Aubertin, institutrice. Drapeaux en berne et registre de condoléances à la mairie annexe. https://example.org/lucie',
    ],
  ])('%s has none', (_, text) => {
    expect(made(text)).toEqual([]);
  });

  it.each([
    [
      'y',
      'J’ai relu « Le Grand Meaulnes » d’Alain-Fournier. Trois raisons d’y revenir, cent treize ans après la parution du roman. https://example.org/meaulnes',
      /d’y revenir/,
    ],
    [
      'son',
      'La halle de Valbrune a retrouvé ses verrières. Les artisans racontent son chantier, la pose et les imprévus. https://example.org/halle',
      /son chantier/,
    ],
    [
      '-la',
      'Votre fille apprend à nager au printemps 2027 ? Inscrivez-la à l’accueil de la piscine, pièces et tarifs en ligne. https://example.org/natation',
      /Inscrivez-la/,
    ],
    [
      'their',
      'The lighthouse keepers of Skerry kept a diary. Their nine notes on storms and soup, page by page. https://example.org/keepers',
      /^Their/,
    ],
  ])('no sentence stands alone whose “%s” leans on the one before', (_, text, leaning) => {
    for (const one of made(text)) expect(one).not.toMatch(leaning);
  });
});

describe('variants', () => {
  const own = (draft: Draft): string[] => draft.campaign?.variants?.map(({ text }) => text) ?? [];

  it('differ from the draft, each other and past posts, lead to the same page, and are counted', () => {
    fc.assert(
      fc.property(drafts, fc.integer({ min: 0, max: 6 }), fc.boolean(), (draft, n, hasPast) => {
        const pastPosts = hasPast ? [{ text: own(draft)[0] ?? draft.text, at: 0 }] : [];
        const subject = prepareDraft(draft, options);
        const plan = planVariants(draft, n, toOptions({ facts: { ...facts, pastPosts } }));
        expect(plan.variants.length + plan.missing).toBe(n);
        expect(plan.write).toHaveLength(Math.min(plan.missing, 5));
        const all = [draft.text, ...pastPosts.map(({ text }) => text), ...plan.variants.map(({ text }) => text)];
        for (const [index, { text, nearest }] of plan.variants.entries()) {
          const others = all.toSpliced(all.length - plan.variants.length + index, 1);
          for (const other of others) expect(similarity(text, other)).toBeLessThan(0.7);
          expect(nearest).toBeLessThan(0.7);
          const links = statedFacts(prepareDraft({ text }, options)).links;
          expect([...links]).toEqual(expect.arrayContaining([...statedFacts(subject).links].slice(0, 1)));
        }
        const origins = plan.variants.map(({ origin }) => origin);
        expect(origins).toEqual([...origins].sort((a, b) => Number(a === 'made') - Number(b === 'made')));
      }),
      { numRuns: 80 },
    );
  });
});

describe('the facts that a text states', () => {
  it('are kept by the same text', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const stated = statedFacts(prepareDraft(draft, options));
        expect(brokenFact(stated, statedFacts(prepareDraft(draft, options)), 'fr')).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
