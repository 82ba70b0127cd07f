import { describe, expect, it } from 'vitest';
import { rulesIn } from '#rules/locales/rules-in.js';
import { lexicons } from '#rules/lexicon/index.js';
import { HOOKS, planVariants } from '#rewrite/variants.js';
import { searchRewrites } from '#rewrite/rewrite.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { variantsReport, rewriteReport, type RewriteView } from '#report/terminal/rewrite.js';
import { displayWidth } from '#report/terminal/width.js';
import { judged } from './judged.js';

const SOURCE =
  'Retrouvez nos 5 conseils afin de choisir un logement à Lyon : les visites, les prix et les pièges !!! https://example.org/guide';
const options = { rules: rulesIn('en'), lexicons, config: { lang: 'fr' } };
const view = (change: Partial<RewriteView> = {}): RewriteView => ({
  color: false,
  columns: 80,
  locale: 'en',
  quiet: false,
  verbose: true,
  ...change,
});
const draft = (locale: 'en' | 'fr') => {
  const { rewrites, tried } = searchRewrites({ text: SOURCE }, { ...options, rules: rulesIn(locale), locale });
  const refused = [
    { origin: 'rules' as const, refusal: { code: 'figure', what: '5' } as const, count: 12 },
    { origin: 'model' as const, refusal: { code: 'newWord', what: 'avocats' } as const, count: 1 },
  ];
  return {
    judged: judged(SOURCE, { locale }),
    rewrites,
    why: undefined,
    left: [],
    unfinished: undefined,
    tried,
    refused,
  };
};
const widest = (report: string): number => Math.max(...report.split('\n').map(displayWidth));

describe('the report of rewrites', () => {
  it.each(['en', 'fr'] as const)('fits any window from 34 columns on (%s)', (locale) => {
    for (const columns of [34, 45, 60, 80, 200]) {
      expect(widest(rewriteReport(draft(locale), view({ columns, locale })))).toBeLessThanOrEqual(columns);
    }
  });

  it('holds each text whole, its score before and after, and the points of each rule', () => {
    const report = rewriteReport(draft('en'), view({ columns: 100 })).replaceAll(/\s+/g, ' ');
    for (const { text, score, gain } of draft('en').rewrites) {
      expect(report).toContain(text.replaceAll(/\s+/g, ' '));
      expect(report).toContain(`→ ${score} +${gain}`);
    }
    expect(report).toMatch(/Points .*Hashtags \+\d+\.\d/);
  });

  it('says nothing of points where none are won', () => {
    const { rewrites, ...about } = draft('en');
    const worded = rewrites.slice(0, 1).map((rewrite) => ({ ...rewrite, gain: 0, gains: [] }));
    expect(rewriteReport({ ...about, rewrites: worded }, view())).not.toContain('Points');
  });

  it('speaks French throughout', () => {
    const report = rewriteReport(draft('fr'), view({ locale: 'fr' }));
    expect(report).toContain('écrire «\u00a0pour\u00a0»');
    expect(report).not.toMatch(/\b(?:write|tried|rejected|Changes|Steps|By hand)\b/);
  });

  it('shows what was rejected only when it is verbose', () => {
    expect(rewriteReport(draft('en'), view())).toMatch(/12 × it changes the figure 5\n +1 × .* \(model\)/);
    expect(rewriteReport(draft('en'), view({ verbose: false }))).not.toContain('rejected');
  });

  it('is the best text alone when it is quiet', () => {
    expect(rewriteReport(draft('en'), view({ quiet: true }))).toBe(`${draft('en').rewrites[0]?.text}\n`);
  });

  it('says why there is none, and what remains to be done by hand', () => {
    const none = { ...draft('en'), rewrites: [], why: 'nothingHelps' as const };
    const report = rewriteReport(none, view());
    expect(report).toMatch(/No rewrite scores higher without changing what you say\s+\(\d+\/100\)\./);
    expect(report).toMatch(/By hand - up to/);
  });

  it.each([
    ['en', 'Fix this yourself, then run rewrite again:', 'With the rest put right, the text reads:'],
    ['fr', 'À corriger vous-même avant de relancer rewrite\u00a0:', 'Le reste corrigé, le texte devient\u00a0:'],
  ] as const)(
    'names what only the author can put right, and shows the rest put right (%s)',
    (locale, sentence, rest) => {
      const text = `{{prenom}}\u00a0! ${SOURCE}`;
      const { rewrites, tried, leftToAuthor, unfinished } = searchRewrites(
        { text },
        { ...options, rules: rulesIn(locale), locale },
      );
      const left = { why: 'leftToAuthor' as const, left: leftToAuthor, unfinished };
      const none = { judged: judged(text, { locale }), rewrites, ...left };
      const report = rewriteReport({ ...none, tried, refused: [] }, view({ locale }));
      expect(rewrites).toEqual([]);
      expect(report).toContain(`${sentence}\n   - `);
      expect(report).toMatch(/ {3}- [“«].?\{\{prenom\}\}/);
      expect(report).toContain(`${rest}\n   {{prenom}}`);
    },
  );
});

describe('the report of variants', () => {
  const plan = planVariants({ text: SOURCE }, 8, options);

  it.each(['en', 'fr'] as const)('fits any window from 34 columns on (%s)', (locale) => {
    for (const columns of [34, 60, 200]) {
      const report = variantsReport(judged(SOURCE, { locale }), 8, plan, {
        color: false,
        columns,
        locale,
        quiet: false,
      });
      expect(widest(report)).toBeLessThanOrEqual(columns);
    }
  });

  it('asks for something else with every hook, in each language', () => {
    for (const locale of ['en', 'fr'] as const) {
      const { hooks } = rewriteSentences(locale).plan;
      expect(new Set(HOOKS.map((hook) => hooks[hook])).size).toBe(HOOKS.length);
    }
  });
});
