import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '#lint/engine.js';
import { locate, type Region } from '#lint/locate.js';
import { editInSource, readDraft, sourceOffset } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { draftFiles } from './drafts-for-tests.js';
import { ruleThat } from './rules-for-tests.js';

/** Where the first place of `wanted` in a draft's text stands in its file. */
function locateRegion(source: string, wanted: string): Region | null | undefined {
  const file = readDraft(source, parseFrontMatter);
  const finder = ruleThat((report, { text }) => {
    const start = text.indexOf(wanted);
    report.find('info', { what: wanted }, { span: { start, end: start + wanted.length } });
    return 1;
  });
  return locate('draft.md', file, lint(file.draft, { rules: [finder], lexicons: [] })).findings[0]?.region;
}

const on = (line: number, column: number, endColumn: number, endLine = line): Region => ({
  line,
  column,
  endLine,
  endColumn,
});
const BEFORE = '---\nlang: fr\nkeywords: [loyer]\n---\n';
const DIRECTIVE = '<!-- tweetspan-disable pin -->\n';

describe('a place in a file', () => {
  it.each([
    ['in a file of one line', 'Les loyers à Lyon', 'loyers', on(1, 5, 11)],
    ['in the last word', 'Les loyers à Lyon', 'Lyon', on(1, 14, 18)],
    ['behind a front matter', `${BEFORE}Les loyers à Lyon`, 'loyers', on(5, 5, 11)],
    ['behind a front matter and empty lines', `${BEFORE}\n\n  Les loyers à Lyon`, 'Les', on(7, 3, 6)],
    ['on a later line', `${BEFORE}Les loyers\nà Lyon`, 'Lyon', on(6, 3, 7)],
    ['over a line end', 'Les loyers\nà Lyon', 'loyers\nà', on(1, 5, 2, 2)],
    ['in a file of Windows', 'Les loyers\r\nà Lyon\r\n', 'Lyon', on(2, 3, 7)],
    ['behind a front matter of Windows', `${BEFORE}Les loyers\nà Lyon`.replaceAll('\n', '\r\n'), 'Lyon', on(6, 3, 7)],
    ['behind a byte-order mark', '\uFEFFLes loyers à Lyon', 'Les', on(1, 1, 4)],
    ['behind an emoji, which takes two units', '🏠 Les loyers', 'Les', on(1, 4, 7)],
    ['behind a joined emoji', '👩‍💻 Les loyers', 'Les', on(1, 7, 10)],
    ['behind letters written in two signs', 'E\u0301te\u0301 a\u0300 Lyon', 'Lyon', on(1, 7, 11)],
    ['behind a directive', `${DIRECTIVE}Les loyers à Lyon`, 'loyers', on(2, 5, 11)],
    ['before a directive in the middle', `Les loyers\n${DIRECTIVE}à Lyon`, 'loyers', on(1, 5, 11)],
    ['behind a directive in the middle', `Les loyers\n${DIRECTIVE}à Lyon`, 'Lyon', on(3, 3, 7)],
    ['over a directive in the middle', `Les loyers\n${DIRECTIVE}à Lyon`, 'loyers\nà', on(1, 5, 2, 3)],
    ['behind two directives', `Les loyers\n${DIRECTIVE}${DIRECTIVE}à Lyon`, 'Lyon', on(4, 3, 7)],
    ['of nothing, which is still a place', 'Les loyers', '', on(1, 1, 1)],
  ])('%s', (_, source, wanted, region) => {
    expect(locateRegion(source, wanted)).toEqual(region);
  });

  it('is none for a link that was added from the front matter', () => {
    const source = '---\nlink: https://example.org/guide\n---\nLe guide du locataire';
    expect(locateRegion(source, 'https://example.org/guide')).toBeNull();
    expect(locateRegion(source, 'locataire https')).toBeNull();
    expect(locateRegion(source, 'locataire')).toEqual(on(4, 13, 22));
  });

  it('is none where nothing but the front matter is written', () => {
    expect(locateRegion('---\nlink: https://example.org/guide\n---\n', 'https')).toBeNull();
  });

  it('is none for a remark on the whole', () => {
    const file = readDraft('Les loyers', parseFrontMatter);
    const rule = ruleThat((report) => {
      report.find('info', { what: 'all' });
      return 1;
    });
    const judged = locate('draft.md', file, lint(file.draft, { rules: [rule], lexicons: [] }));
    expect(judged).toMatchObject({ file: 'draft.md', findings: [{ span: null, region: null }] });
  });

  it('shows in the source what the text shows, character by character', () => {
    fc.assert(
      fc.property(draftFiles, ({ source }) => {
        const file = readDraft(source, parseFrontMatter);
        const { text } = file.draft;
        const written = file.pieces.reduce((sum, { length }) => sum + length, 0);
        const shown = Array.from({ length: written }, (_, at) => file.source.charAt(sourceOffset(file, at) ?? -1));
        expect(shown.join('')).toBe(text.slice(0, written));
      }),
    );
  });
});

describe('an edit', () => {
  const file = readDraft(`Les loyers\n${DIRECTIVE}à Lyon`, parseFrontMatter);
  const at = (start: number, end: number) => editInSource(file, { span: { start, end }, text: 'x' })?.span;

  it('is moved to where its stretch stands', () => {
    expect([at(4, 10), at(13, 17)]).toEqual([
      { start: 4, end: 10 },
      { start: 44, end: 48 },
    ]);
  });

  it('over a directive is not made', () => {
    expect(at(4, 12)).toBeUndefined();
  });

  it('that inserts where two pieces meet goes behind the directive', () => {
    expect(at(11, 11)).toEqual({ start: 42, end: 42 });
  });
});
