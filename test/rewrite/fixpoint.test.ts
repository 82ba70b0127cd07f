import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { applyEdits } from '#lint/edits.js';
import { prepareDraft } from '#lint/engine.js';
import { operationsOf } from '#rewrite/languages.js';
import { searchRewrites } from '#rewrite/rewrite.js';
import { proposalsOf } from '#rewrite/wording.js';
import { findEntities } from '#tweet/entities.js';
import { toOptions } from './cases.js';

/** Drafts with several faults at once, and a line for each. */
const { drafts } = JSON.parse(readFileSync('fixtures/judged/rewrite/clumsy.json', 'utf8')) as {
  readonly drafts: readonly { readonly id: string; readonly lang: string; readonly text: string }[];
};
const options = toOptions();

describe('a rewrite of a draft with several faults', () => {
  it.each(drafts.map(({ id, text }) => [id, text] as const))('%s is not rewritten again', (_, text) => {
    const [first] = searchRewrites({ text }, { ...options, n: 1 }).rewrites;
    const again = first === undefined ? [] : searchRewrites({ text: first.text }, { ...options, n: 1 }).rewrites;
    expect(again.map((each) => each.text)).toEqual([]);
  });

  it('keeps links, handles and figures, and never scores lower', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drafts), fc.constantFrom(...drafts), (one, other) => {
        const text = `${one.text.replace(/ https?:.*$/, '')} ${other.text}`;
        const { before, rewrites } = searchRewrites({ text }, options);
        for (const each of rewrites) {
          const kept = (source: string, pattern: RegExp): string[] => source.match(pattern)?.toSorted() ?? [];
          expect(kept(each.text, /https?:\S+|@\w+/g)).toEqual(kept(text, /https?:\S+|@\w+/g));
          const inWords = (source: string): string => source.replaceAll(/https?:\S+|#\S+/g, '');
          expect(kept(inWords(each.text), /\d+/g)).toEqual(kept(inWords(text), /\d+/g));
          expect(each.score).toBeGreaterThanOrEqual(before.textScore ?? 0);
          expect(prepareDraft({ text: each.text }, options).length.weighted).toBeLessThanOrEqual(280);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an operation', () => {
  const wrappings = [
    (text: string) => `« ${text} », dit Lucie Aubertin.`,
    (text: string) => `“${text}” says Lucie Aubertin.`,
    (text: string) => `Le script : \`${text}\` à copier.`,
  ];
  const plain = drafts.map(({ lang, text }) => ({
    lang,
    text: text.replace(/\s*https?:.*$/, '').replaceAll(/[`«»“”]/g, ''),
  }));

  it('leaves quotations and code as they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.constantFrom(...wrappings), ({ lang, text }, wrap) => {
        const subject = prepareDraft({ text: wrap(text), lang: lang as 'fr' | 'en' }, options);
        const forms = { imperatives: subject.lexicon?.imperatives ?? {} };
        for (const operation of operationsOf(lang)) {
          for (const { edits } of proposalsOf(operation, subject, forms)) {
            expect(applyEdits(subject.text, edits)).toContain(text);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves links, handles and tags as they are, wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plain),
        fc.nat(),
        fc.constantFrom('https://example.org/a', '@example_lucie', '#compost'),
        ({ lang, text }, at, entity) => {
          const words = text.split(' ');
          const mixed = words.toSpliced(at % (words.length + 1), 0, entity).join(' ');
          const subject = prepareDraft({ text: mixed, lang: lang as 'fr' | 'en' }, options);
          const forms = { imperatives: subject.lexicon?.imperatives ?? {} };
          const entities = (source: string): string[] =>
            findEntities(source)
              .flatMap(({ type, text: written }) => (type === 'hashtag' ? [] : [written]))
              .toSorted();
          for (const operation of operationsOf(lang)) {
            for (const { edits } of proposalsOf(operation, subject, forms)) {
              const after = applyEdits(mixed, edits);
              expect(entities(after)).toEqual(entities(mixed));
              expect(after).toContain(entity);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
