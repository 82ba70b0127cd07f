import { describe, expect, it } from 'vitest';
import { lintMarkdown } from '#report/export/lint-markdown.js';
import { FAULTY, judged } from '../judged.js';

const rowsOf = (markdown: string): readonly string[] => markdown.split('\n').filter((line) => line.startsWith('| '));

describe('a Markdown table of drafts', () => {
  it('has a row for each draft, with its scores, its counts and the worst to fix', () => {
    expect(lintMarkdown([judged(FAULTY)], [], 'All.', 'en')).toMatch(
      /^\| Draft \| Text \| Whole \| Errors \| Warnings \| First to fix \|\n\| :-- \| --: \| --: \| --: \| --: \| :-- \|\n\| draft\.md \| \d+ \| \d+ \| 2 \| \d+ \| “Demain” [^|]+ \|\n\nAll\.$/,
    );
  });

  it('names the missed score where nothing worse is there, and files that could not be read first', () => {
    const draft = judged('Le parc de la Tête d’Or rouvre, agrandi https://example.org/parc');
    const rows = rowsOf(
      lintMarkdown(
        [draft],
        [
          { file: 'draft.md', kind: 'score', message: 'too low', line: null },
          { file: 'none.md', kind: 'unread', message: 'no such file', line: null },
        ],
        '',
        'en',
      ),
    );
    expect(rows[2]).toBe('| none.md | – | – | – | – | no such file |');
    expect(rows[3]).toMatch(/^\| draft\.md \| \d+ \| \d+ \| 0 \| \d+ \| too low \|$/);
  });

  it.each([
    ['a | b.md', 'a \\| b.md'],
    ['![x](https://example.org/x.png)', '\\!\\[x\\](https\\://example.org/x.png)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['www.example.org', 'www\\.example.org'],
    [
      '@example_a #12 `x` $x$ *b* _i_ ~s~ &amp; \\',
      '\\@example\\_a \\#12 \\`x\\` \\$x\\$ \\*b\\* \\_i\\_ \\~s\\~ \\&amp; \\\\',
    ],
    ['two\nlines', 'two lines'],
  ])('shows %j as it is', (file, cell) => {
    const rows = rowsOf(lintMarkdown([], [{ file, kind: 'unread', message: 'x', line: null }], '', 'en'));
    expect(rows[2]).toBe(`| ${cell} | – | – | – | – | x |`);
  });

  it('stays below what a job summary holds', () => {
    const faults = Array.from({ length: 5000 }, (_, index) => {
      return { file: `${index}-${'|'.repeat(500)}`, kind: 'unread' as const, message: '😀'.repeat(500), line: null };
    });
    const markdown = lintMarkdown([], faults, 'All.', 'fr');
    expect(new TextEncoder().encode(markdown).length).toBeLessThan(1024 * 1024);
    expect(markdown).toMatch(/\n4\s000 autres brouillons non affichés\. All\.$/);
  });

  it('says that there are no drafts', () => {
    expect(lintMarkdown([], [], 'All.', 'en')).toBe('No drafts to check.\n');
  });
});
