import { evidenceSentences } from '#locale/evidence.js';
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { rulesIn } from '#rules/locales/rules-in.js';
import { LOCALES } from '#base/locale.js';
import {
  countFindings,
  lintDocument,
  rewriteDocument,
  rulesDocument,
  variantsDocument,
} from '#report/documents/drafts.js';
import { asJson } from '#report/documents/json.js';
import { searchRewrites } from '#rewrite/rewrite.js';
import { planVariants } from '#rewrite/variants.js';
import { parseDraft, toOptions } from '../../rewrite/cases.js';
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
  const document = lintDocument([{ judged: judged(FAULTY) }], [{ file: 'gone.md', code: 'noFile', line: null }]);

  it('is what its schema says', () => {
    validLint(sent(document));
    expect(validLint.errors).toBeNull();
  });

  it('is so for any draft, in both languages', () => {
    fc.assert(
      fc.property(draftFiles, fc.constantFrom('en', 'fr'), ({ source }, locale) => {
        validLint(sent(lintDocument([{ judged: judged(source, { locale }) }], [])));
        expect(validLint.errors).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('is so with what --fix did, and with nothing', () => {
    const fixed = lintDocument([{ judged: judged(FAULTY), fix: { applied: ['quality/calm'], after: 'x' } }], []);
    expect(fixed.drafts[0]?.fix).toEqual({ applied: ['quality/calm'], source: 'x' });
    expect(validLint(sent(fixed))).toBe(true);
    expect(validLint(sent(lintDocument([], [])))).toBe(true);
  });

  it('gives place, data and edits of each finding', () => {
    const shouting = document.drafts[0]?.findings.find(({ messageId }) => messageId === 'repeatedMarks');
    expect(shouting).toEqual({
      rule: 'quality',
      messageId: 'repeatedMarks',
      severity: 'warning',
      message: expect.stringContaining('!!!'),
      data: { text: '!!!', mark: '!' },
      span: { start: 52, end: 55 },
      line: 8,
      column: 53,
      endLine: 8,
      endColumn: 56,
      suggestions: [
        {
          id: 'quality/calm',
          title: 'write “!”',
          data: { calm: '!' },
          edits: [{ span: { start: 52, end: 55 }, text: '!' }],
          safe: true,
        },
      ],
    });
  });

  it('counts what it holds', () => {
    const { summary, drafts } = lintDocument([{ judged: judged(FAULTY) }, { judged: judged(FAULTY) }], []);
    const all = drafts.flatMap(({ findings }) => findings);
    expect(summary).toEqual({ drafts: 2, failures: 0, ...countFindings([judged(FAULTY), judged(FAULTY)]) });
    expect(summary.errors + summary.warnings + summary.infos).toBe(all.length);
    expect(Math.min(summary.errors, summary.warnings, summary.infos)).toBeGreaterThan(0);
  });
});

describe('the schema of lint', () => {
  const document = sent(lintDocument([{ judged: judged(FAULTY) }], [])) as { drafts: Record<string, unknown>[] };
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
    for (const locale of LOCALES) {
      validRules(sent(rulesDocument(rulesIn(locale), evidenceSentences(locale).rules)));
      expect(validRules.errors).toBeNull();
    }
  });

  it('is refused when a rule lacks its title', () => {
    const { rules: all, ...document } = rulesDocument(rules, { keywords: ['Measured once.'] });
    expect(validRules(sent({ ...document, rules: [{ ...all[0], title: undefined }] }))).toBe(false);
    expect(all.find(({ id }) => id === 'keywords')?.evidence.measured).toEqual(['Measured once.']);
  });
});

describe('the documents of rewrite', () => {
  const draft = parseDraft({
    draft:
      '---\nlang: fr\ncampaign: { variants: ["Nos 5 conseils vous attendent ce matin"] }\n---\nChoisir un logement à Lyon : 5 conseils afin de ne rien oublier !!! https://example.org/guide',
  });
  const options = toOptions();

  it('are what their schemas say, with reasons as codes', () => {
    const search = searchRewrites(draft, options);
    const results = {
      ...search,
      why: undefined,
      left: [
        { code: 'agreement' as const },
        { code: 'finding' as const, finding: { rule: 'quality', messageId: 'template', message: 'is left', data: {} } },
      ],
      refused: search.refused.map((each) => ({ ...each, origin: 'rules' as const })),
    };
    const validRewrite = compileSchema('rewrite');
    expect(search.rewrites.length).toBeGreaterThan(0);
    validRewrite(sent(rewriteDocument('a.md', search.before, results)));
    expect(validRewrite.errors).toBeNull();
    const plan = planVariants(draft, 5, options);
    const document = variantsDocument('a.md', search.before, 5, plan);
    const validVariants = compileSchema('variants');
    validVariants(sent(document));
    expect(validVariants.errors).toBeNull();
    expect(document.refused[0]?.reason).toMatchObject({ code: 'finding', finding: { messageId: 'ephemeralRepost' } });
  });
});
