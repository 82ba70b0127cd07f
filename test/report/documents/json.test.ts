import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { asJson, countFindings, lintDocument } from '#report/documents/json.js';
import { draftFiles } from '../../lint/drafts-for-tests.js';
import { FAULTY, judged } from '../judged.js';

const compileSchema = (name: string): ValidateFunction =>
  new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object,
  );
const validLint = compileSchema('lint');
const validRules = compileSchema('rules');
/** As a reader of the output gets it. */
const sent = (value: unknown): unknown => JSON.parse(asJson(value)) as unknown;

describe('the document of lint', () => {
  const document = lintDocument([judged(FAULTY)], [{ file: 'gone.md', message: 'no such file' }]);

  it('is what its schema says', () => {
    validLint(sent(document));
    expect(validLint.errors).toBeNull();
  });

  it('is so for any draft, in both languages', () => {
    fc.assert(
      fc.property(draftFiles, fc.constantFrom('en', 'fr'), ({ source }, locale) => {
        validLint(sent(lintDocument([judged(source, { locale })], [])));
        expect(validLint.errors).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('is so with what --fix did, and with nothing', () => {
    const [draft] = document.drafts;
    const fixed = { ...document, drafts: [{ ...draft, fix: { applied: ['write “!”'], source: 'x' } }] };
    expect(validLint(sent(fixed))).toBe(true);
    expect(validLint(sent(lintDocument([], [])))).toBe(true);
  });

  it('gives place, data and edits of each finding', () => {
    const shouting = document.drafts[0]?.findings.find(({ messageId }) => messageId === 'shouting');
    expect(shouting).toEqual({
      rule: 'quality',
      messageId: 'shouting',
      severity: 'warning',
      message: expect.stringContaining('!!!'),
      data: { text: '!!!' },
      span: { start: 52, end: 55 },
      line: 8,
      column: 53,
      endLine: 8,
      endColumn: 56,
      suggestions: [
        { id: 'quality/calm', title: 'write “!”', edits: [{ span: { start: 52, end: 55 }, text: '!' }], safe: true },
      ],
    });
  });

  it('counts what it holds', () => {
    const { summary, drafts } = lintDocument([judged(FAULTY), judged(FAULTY)], []);
    const all = drafts.flatMap(({ findings }) => findings);
    expect(summary).toEqual({ drafts: 2, failures: 0, ...countFindings([judged(FAULTY), judged(FAULTY)]) });
    expect(summary.errors + summary.warnings + summary.infos).toBe(all.length);
    expect(Math.min(summary.errors, summary.warnings, summary.infos)).toBeGreaterThan(0);
  });
});

describe('the schema of lint', () => {
  const document = sent(lintDocument([judged(FAULTY)], [])) as { drafts: Record<string, unknown>[] };
  const [draft = {}] = document.drafts;

  it.each([
    ['another version', { ...document, schema: 'tweetspan/lint@2' }],
    ['a key that we do not write', { ...document, version: 1 }],
    ['a draft without its text', { ...document, drafts: [{ ...draft, text: undefined }] }],
    ['a score above 100', { ...document, drafts: [{ ...draft, score: 101 }] }],
    ['a score with a fraction', { ...document, drafts: [{ ...draft, score: 55.5 }] }],
    ['a fix without its source', { ...document, drafts: [{ ...draft, fix: { applied: [] } }] }],
    ['a missing summary', { ...document, summary: undefined }],
  ])('refuses %s', (_, value) => {
    expect(validLint(sent(value))).toBe(false);
  });
});

describe('the document of rules', () => {
  it('is what its schema says', () => {
    validRules(sent({ schema: 'tweetspan/rules@1', rules }));
    expect(validRules.errors).toBeNull();
  });

  it('is refused when a rule lacks a language', () => {
    const [first] = rules;
    const broken = { ...first, title: { en: first.title.en } };
    expect(validRules(sent({ schema: 'tweetspan/rules@1', rules: [broken] }))).toBe(false);
  });
});
