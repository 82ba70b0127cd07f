import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { lint } from '#lint/engine.js';
import type { LintReport } from '#lint/finding.js';
import { fixDraft, type FixSteps } from '#lint/fix.js';
import type { Rule } from '#lint/rule.js';
import { readDraft, writeSource, type DraftFile } from '#draft/draft-file.js';
import { findEntities } from '#tweet/entities.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { isSameLink } from '#tweet/link.js';
import { draftFiles } from './drafts-for-tests.js';
import { ruleThat } from './rules-for-tests.js';

const NOW = Date.UTC(2026, 2, 2, 12);
const read = (source: string): DraftFile => readDraft(source, parseFrontMatter);
const judgeBy =
  (by: readonly Rule[]) =>
  ({ draft }: DraftFile): LintReport =>
    lint(draft, { rules: by, lexicons, facts: { now: NOW } });
const steps: FixSteps = { judge: judgeBy(rules), reread: read };
const fix = (source: string) => fixDraft(read(source), steps);
const written = (file: DraftFile): string => writeSource(file, file.source);
const errorsIn = ({ findings }: LintReport): number => findings.filter(({ severity }) => severity === 'error').length;
/** Links that were meant as links: with a scheme. */
const linksIn = (text: string): string[] =>
  findEntities(text).flatMap(({ type, value }) => (type === 'link' && /^https?:/.test(value) ? [value] : []));

const always = (check: (source: string, frontMatter: string) => void): void =>
  fc.assert(
    fc.property(draftFiles, ({ source, frontMatter }) => check(source, frontMatter)),
    { numRuns: 60 },
  );

describe('a fixed draft', () => {
  it('never scores lower and never has more errors', () => {
    always((source) => {
      const before = steps.judge(read(source));
      const { report } = fix(source);
      expect(report.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0);
      expect(errorsIn(report)).toBeLessThanOrEqual(errorsIn(before));
    });
  });

  it('is not changed by fixing it again', () => {
    always((source) => {
      const once = fix(source);
      const twice = fix(written(once.file));
      expect(twice.applied).toEqual([]);
      expect(written(twice.file)).toBe(written(once.file));
    });
  });

  it('keeps its links', () => {
    always((source) => {
      const after = fix(source).file.draft;
      const before = read(source).draft;
      expect(linksIn(after.text)).toEqual(linksIn(before.text));
      expect(after.link).toBe(before.link);
    });
  });

  it('keeps its front matter, its directives and its line ends byte for byte', () => {
    always((source, frontMatter) => {
      const { file } = fix(source);
      const after = written(file);
      expect(after.startsWith(frontMatter)).toBe(true);
      expect(file.draft.disabled).toEqual(read(source).draft.disabled);
      expect(after.replaceAll('\r\n', '').includes('\r')).toBe(false);
      expect(after.includes('\r\n') || !after.includes('\n') || !source.includes('\r\n')).toBe(true);
    });
  });

  it('is what its report is about, and tells nothing when nothing was done', () => {
    always((source) => {
      const { file, report, applied } = fix(source);
      expect(report).toEqual(steps.judge(file));
      expect(applied.length > 0).toBe(file.source !== read(source).source);
    });
  });
});

describe('a suggestion', () => {
  it('stays inside the text, in order, and its edits do not overlap', () => {
    always((source) => {
      const { text, findings } = steps.judge(read(source));
      for (const { edits, title } of findings.flatMap(({ suggestions }) => suggestions)) {
        let free = 0;
        for (const { span } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
          expect(span.start, `${title} in ${JSON.stringify(text)}`).toBeGreaterThanOrEqual(free);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          free = span.end;
        }
        expect(free).toBeLessThanOrEqual(text.length);
      }
    });
  });

  it('never cuts into a link that was meant as one', () => {
    always((source) => {
      const { text, findings } = steps.judge(read(source));
      const links = findEntities(text).filter(({ type, value }) => type === 'link' && /^https?:/.test(value));
      for (const { span } of findings.flatMap(({ suggestions }) => suggestions).flatMap(({ edits }) => edits)) {
        const inside = links.filter((link) => link.span.start < span.end && span.start < link.span.end);
        const between = links.filter((link) => link.span.start < span.start && span.start < link.span.end);
        expect([...inside, ...between]).toEqual([]);
      }
    });
  });
});

describe('fixing', () => {
  it.each([
    [
      'calms signs and joins a cut tag',
      'Profitez de #L’été dans les grands jardins de #Lyon !!! https://example.org/ete',
      'Profitez de L’#été dans les grands jardins de #Lyon\u00a0! https://example.org/ete',
    ],
    [
      'leaves a good draft alone',
      'How we halved our build time, step by step https://example.org/build #devops #ci',
      'How we halved our build time, step by step https://example.org/build #devops #ci',
    ],
    [
      'fixes on both sides of a directive',
      'Profitez de #L’été à Lyon !!!\n<!-- tweetspan-disable pin -->\nLa carte des #éco-quartiers https://example.org/ete',
      'Profitez de L’#été à Lyon !\n<!-- tweetspan-disable pin -->\nLa carte des #ÉcoQuartiers https://example.org/ete',
    ],
  ])('%s', (_, before, after) => {
    expect(written(fix(before).file)).toBe(after);
  });

  it('keeps the byte-order mark and the line ends of the file', () => {
    const source =
      '\uFEFF---\r\nlang: fr\r\n---\r\nProfitez de l’été !!!\r\nLa carte des jardins à visiter https://example.org/ete\r\n';
    expect(written(fix(source).file)).toBe(source.replace(' !!!', '\u00a0!'));
  });

  it('tries fixes one by one where together they do harm, also those that did not fit beside another', () => {
    // Scores fall when a “b” goes and rise when a “c” does; both fixes want the same stretch.
    const picky = ruleThat((report, { text }) => {
      const at = text.indexOf('bc');
      const repair = (what: string, repaired: string) =>
        report.suggest('repair', { what }, [{ span: { start: at, end: at + 2 }, text: repaired }]);
      if (at >= 0) report.find('warning', { what: 'b' }, { suggestions: [repair('b', 'c')] });
      if (at >= 0) report.find('warning', { what: 'c' }, { suggestions: [repair('c', 'b')] });
      return (text.includes('b') ? 0.5 : 0) + (text.includes('c') ? 0 : 0.5);
    });
    const fixed = fixDraft(read('abcd'), { judge: judgeBy([picky]), reread: read });
    expect(fixed.file.source).toBe('abd');
    expect(fixed.applied).toEqual(['sample/repair']);
  });

  it('ends where a rule is never content', () => {
    const greedy = ruleThat((report) => {
      const more = report.suggest('repair', { what: 'more' }, [{ span: { start: 0, end: 0 }, text: 'a' }]);
      report.find('warning', { what: 'it' }, { suggestions: [more] });
      return 1;
    });
    const fixed = fixDraft(read('x'), { judge: judgeBy([greedy]), reread: read });
    expect(fixed.file.source).toBe(`${'a'.repeat(10)}x`);
  });

  it('does nothing where the fix would change a link that stands only in the front matter', () => {
    const rule = ruleThat((report, { text }) => {
      const end = report.suggest('repair', { what: 'the end' }, [
        { span: { start: text.length - 3, end: text.length }, text: '' },
      ]);
      report.find('warning', { what: 'it' }, { suggestions: [end] });
      return 1;
    });
    const file = read('---\nlink: https://example.org/guide\n---\nLe guide du locataire');
    const fixed = fixDraft(file, { judge: judgeBy([rule]), reread: read });
    expect(fixed.applied).toEqual([]);
    expect(isSameLink(fixed.file.draft.link ?? '', 'https://example.org/guide')).toBe(true);
  });
});
