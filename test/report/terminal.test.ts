import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { rulesIn } from '#rules/locales/rules-in.js';
import { lintReport, lintSummary, type LintView } from '#report/terminal/lint.js';
import { readableSlots, ruleExplained, rulesList } from '#report/terminal/rules.js';
import { displayWidth } from '#report/terminal/width.js';
import { draftFiles } from '../lint/drafts-for-tests.js';
import { FAULTY, judged } from './judged.js';

const view = (change: Partial<LintView> = {}): LintView => ({
  color: false,
  columns: 80,
  locale: 'en',
  quiet: false,
  ...change,
});
const widest = (report: string): number => Math.max(...report.split('\n').map(displayWidth));

describe('the report of a draft', () => {
  it('fits the window, down to 34 columns, in both languages', () => {
    fc.assert(
      fc.property(
        draftFiles,
        fc.integer({ min: 34, max: 130 }),
        fc.constantFrom('en', 'fr'),
        fc.constantFrom('draft.md', 'brouillons/2026/mars/企画/un-nom-de-fichier-qui-ne-tient-pas.md'),
        ({ source }, columns, locale, file) => {
          const report = lintReport(judged(source, { locale, file }), view({ columns, locale }));
          const places = report.split('\n').filter((line) => line.trim().startsWith(`${file}:`));
          const isWhole = (line: string): boolean => displayWidth(line) <= columns || /^ {2}\S+:\d+$/.test(line);
          expect(places.every((line) => isWhole(line))).toBe(true);
          expect(widest(report.replaceAll(`${file}:`, ''))).toBeLessThanOrEqual(columns);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says every finding and every suggestion, however narrow the window', () => {
    const draft = judged(FAULTY);
    const bare = (text: string): string => text.replaceAll(/\s/g, '');
    for (const columns of [34, 50, 80]) {
      const report = bare(lintReport(draft, view({ columns })));
      for (const { message, suggestions } of draft.findings) {
        expect(report).toContain(bare(message));
        for (const { title } of suggestions) expect(report).toContain(bare(title));
      }
    }
  });

  it('is the same with color as without, but for the color', () => {
    const draft = judged(FAULTY);
    const colored = lintReport(draft, view({ color: true }));
    expect(colored).not.toBe(stripVTControlCharacters(colored));
    expect(stripVTControlCharacters(colored)).toBe(lintReport(draft, view()));
  });

  it('has points that add up to the score', () => {
    const draft = judged(FAULTY);
    const rows = [...lintReport(draft, view()).matchAll(/^ +\d+ \w+ +[█░]{10} +(\d+\.\d) of/gm)];
    const sum = rows.reduce((total, [, points]) => total + Number(points), 0);
    expect(Math.abs(sum - (draft.report.score ?? 0))).toBeLessThan(1);
    expect(lintReport(draft, view())).toContain(`= ${draft.report.score} of  100`);
  });

  it('lets nothing in a draft or its name act on the terminal', () => {
    const draft = judged('Les LOYERS À\u001b[2J LYON\n\u0007MONTENT ENCORE !!! https://example.org/a', {
      file: '\u001b]0;title\u0007.md',
    });
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(lintReport(draft, view())).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('is the errors and warnings alone when it is quiet, one a line with its file and place', () => {
    const { findings } = judged(FAULTY);
    const lines = lintReport(judged(FAULTY), view({ quiet: true }))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(findings.filter(({ severity }) => severity !== 'info').length);
    for (const line of lines) expect(line).toMatch(/^draft\.md(?::\d+(?::\d+)?)? (?:error|warning) .+ \[\w+\]$/);
    expect(lintReport(judged('x'), view({ quiet: true, locale: 'fr' }))).not.toMatch(/\/100|█/);
  });
});

it.each([
  ['en', 1, '1 draft: 0 errors, 1 warning, 2 hints\n'],
  ['en', 2, '2 drafts: 0 errors, 1 warning, 2 hints\n'],
  ['fr', 1, '1 brouillon : 0 erreur, 1 alerte, 2 suggestions\n'],
  ['fr', 2, '2 brouillons : 0 erreur, 1 alerte, 2 suggestions\n'],
] as const)('the summary in %s of %i drafts agrees in number', (locale, count, line) => {
  const drafts = Array.from({ length: count }, () => judged('x'));
  expect(lintSummary(drafts, { errors: 0, warnings: 1, infos: 2 }, locale).replaceAll('\u00a0', ' ')).toBe(line);
});

describe('the rules', () => {
  it('in a list fit the window, in both languages', () => {
    for (const locale of ['en', 'fr'] as const) {
      for (const columns of [34, 60, 80, 130]) {
        expect(widest(rulesList(rulesIn(locale), { color: false, columns, locale }))).toBeLessThanOrEqual(columns);
      }
    }
  });

  it.each(rules.map(({ id }, index) => [id, index] as const))('explained say all of %s', (_, index) => {
    const bare = (text: string): string => text.replaceAll(/\s/g, '');
    for (const locale of ['en', 'fr'] as const) {
      const rule = rulesIn(locale)[index];
      if (rule === undefined) throw new Error('the rule is missing');
      const text = bare(ruleExplained(rule, { color: false, columns: 72, locale }));
      const said = [rule.title, rule.summary, rule.evidence.source, ...Object.keys(rule.options)];
      for (const part of [...said, ...Object.values(rule.messages).map((message) => readableSlots(message.text))]) {
        expect(text).toContain(bare(part));
      }
    }
  });
});
