import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextTooLongError } from '#tweet/bounds.js';
import { DraftError, type DraftProblem } from '#draft/draft-error.js';
import { editInSource, toPosition, readDraft, sourceOffset, writeSource } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';

const read = (source: string) => readDraft(source, parseFrontMatter);
const GUIDE = 'https://example.org/guide';

/** The faults for which a source is refused. */
function findProblems(source: string): readonly DraftProblem[] {
  try {
    read(source);
  } catch (error) {
    if (error instanceof DraftError) return error.problems;
    throw error;
  }
  return [];
}

describe('the text of a draft', () => {
  it.each([
    ['plain', `Bonjour ${GUIDE}`, `Bonjour ${GUIDE}`],
    ['with blanks around', `\n\n  Bonjour ${GUIDE}  \n`, `Bonjour ${GUIDE}`],
    ['of several lines', 'Un\n\nDeux\n', 'Un\n\nDeux'],
    ['after a front matter', `---\nlang: fr\n---\n\nBonjour ${GUIDE}\n`, `Bonjour ${GUIDE}`],
    ['after an empty front matter', '---\n---\nBonjour\n', 'Bonjour'],
    ['with Windows line ends and a byte-order mark', '\ufeff---\r\nlang: fr\r\n---\r\nUn\r\nDeux\r\n', 'Un\nDeux'],
    ['composed', 'Le cafe\u0301', 'Le café'],
    ['that only looks like a front matter further down', 'Bonjour\n---\nlang: fr\n---', 'Bonjour\n---\nlang: fr\n---'],
    ['that opens with dashes in a line', '--- Bonjour ---', '--- Bonjour ---'],
    ['of nothing', '', ''],
  ])('%s', (_, source, text) => {
    expect(read(source).draft.text).toBe(text);
  });

  it.each([
    ['is appended', 'Le guide', `Le guide ${GUIDE}`],
    ['is all there is of an empty text', '', GUIDE],
    ['stays where it is', `Le guide : ${GUIDE} #Lyon`, `Le guide : ${GUIDE} #Lyon`],
    ['is the same with tracking', `Le guide ${GUIDE}/?utm_source=x`, `Le guide ${GUIDE}/?utm_source=x`],
    [
      'is not another page of the site',
      'Le guide https://example.org/autre',
      `Le guide https://example.org/autre ${GUIDE}`,
    ],
  ])('the link of the front matter %s', (_, body, text) => {
    expect(read(`---\nlink: ${GUIDE}\n---\n${body}`).draft.text).toBe(text);
  });

  it('has what the front matter says beside it', () => {
    expect(read('---\ntitle: Le guide\nlang: fr\n---\nBonjour').draft).toEqual({
      title: 'Le guide',
      lang: 'fr',
      text: 'Bonjour',
    });
  });

  it('is refused when it is longer than is read', () => {
    expect(() => read('a'.repeat(5001))).toThrow(TextTooLongError);
  });
});

describe('directives', () => {
  it('turn rules off and are not posted', () => {
    const { draft } = read('Un\n<!-- tweetspan-disable hashtags, mentions -->\nDeux\n<!--tweetspan-disable image-->\n');
    expect(draft.text).toBe('Un\nDeux');
    expect(draft.disabled).toEqual(['hashtags', 'mentions', 'image']);
  });

  it('turn rules off for the line below', () => {
    const { draft } = read('\nUn\n<!-- tweetspan-disable-next-line quality, mentions -->\nDeux\nTrois\n');
    expect(draft.text).toBe('Un\nDeux\nTrois');
    expect(draft.disabledOnLines).toEqual([
      { rule: 'quality', line: 1 },
      { rule: 'mentions', line: 1 },
    ]);
    expect(read('Un\n<!-- tweetspan-disable-next-line quality -->\n').draft).toEqual({ text: 'Un' });
  });

  it('are not what stands within a line, or another comment', () => {
    const text = 'Écrivez <!-- tweetspan-disable image --> ainsi\n<!-- note -->';
    expect(read(text).draft).toEqual({ text });
  });

  it.each([
    ['without rules', 'Un\n<!-- tweetspan-disable -->', 2, 'disable'],
    ['of another name', '---\nlang: fr\n---\nUn\n<!-- tweetspan-enable image -->', 5, 'enable'],
  ])('%s are refused, with their line', (_, source, line, name) => {
    expect(findProblems(source)).toEqual([{ line, code: 'unknownDirective', name }]);
  });
});

describe('a front matter', () => {
  it('that is never closed is a fault of line 1', () => {
    expect(findProblems('---\nlang: fr\nBonjour')).toEqual([{ line: 1, code: 'unclosedFrontMatter' }]);
  });

  it('has its faults where they stand in the file', () => {
    const [problem] = findProblems('\ufeff---\r\nlang: fr\r\nkeyword: [a]\r\n---\r\nBonjour');
    expect(problem).toMatchObject({ line: 3, fault: { code: 'unknownKey', path: 'keyword', near: 'keywords' } });
  });
});

describe('places', () => {
  const source = '---\nlink: https://example.org/guide\n---\n\nUn mot\n<!-- tweetspan-disable image -->\nDeux mots\n';
  const file = read(source);

  it('of the text are found in the source', () => {
    for (const word of ['Un', 'mot', 'Deux', 'mots']) {
      const offset = sourceOffset(file, file.draft.text.indexOf(word));
      expect(offset).toBe(source.indexOf(word));
    }
  });

  it('of an appended link are nowhere', () => {
    expect(file.draft.text).toBe('Un mot\nDeux mots https://example.org/guide');
    expect(sourceOffset(file, file.draft.text.indexOf('https'))).toBeUndefined();
  });

  it('count lines and columns from 1', () => {
    expect(toPosition(source, source.indexOf('Deux'))).toEqual({ line: 7, column: 1 });
    expect(toPosition(source, source.indexOf('mots'))).toEqual({ line: 7, column: 6 });
    expect(toPosition('', 0)).toEqual({ line: 1, column: 1 });
  });

  it('of edits move with the text', () => {
    const start = file.draft.text.indexOf('mots');
    const edit = { span: { start, end: start + 4 }, text: 'lignes' };
    const at = source.indexOf('mots');
    expect(editInSource(file, edit)).toEqual({ span: { start: at, end: at + 4 }, text: 'lignes' });
  });

  it('of edits over a directive, or in an appended link, are none', () => {
    expect(editInSource(file, { span: { start: 3, end: 9 }, text: '' })).toBeUndefined();
    const link = file.draft.text.indexOf('https');
    expect(editInSource(file, { span: { start: link, end: link + 5 }, text: '' })).toBeUndefined();
  });
});

describe('writing back', () => {
  const bodies = fc
    .array(
      fc.constantFrom(
        'Un été',
        'cafe\u0301',
        ' ',
        '\n',
        '\n\n',
        '#Lyon',
        GUIDE,
        '---',
        '<!-- tweetspan-disable image -->',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  const heads = fc.constantFrom('', `---\nlink: ${GUIDE}\nlang: fr\n---\n`);
  const styles = fc.record({ mark: fc.constantFrom('', '\ufeff'), newline: fc.constantFrom('\n', '\r\n') });
  const files = fc
    .tuple(heads, bodies, styles)
    // Dashes that open a front matter and never close it are refused, and tested above.
    .filter(([head, body]) => head !== '' || !body.startsWith('---'))
    .map(([head, body, { mark, newline }]) => mark + `${head}${body}`.replaceAll('\n', newline));

  it('an untouched file gives the same file, byte for byte', () => {
    fc.assert(
      fc.property(files, (source) => {
        const file = read(source);
        expect(writeSource(file, file.source)).toBe(source);
      }),
    );
  });

  it.each([
    ['mixed line ends', 'Un\r\nDeux\nTrois\r\n', 'Deux', 'Deux et demi', 'Un\r\nDeux et demi\nTrois\r\n'],
    ['letters with loose accents', 'Un cafe\u0301\nDeux\n', 'Deux', '2', 'Un cafe\u0301\n2\n'],
    ['a mark, and a first line that changes', '\ufeffUn\r\nDeux', 'Un', '1', '\ufeff1\r\nDeux'],
    ['one line that becomes two, in a file of Windows', 'Un\r\nDeux Trois', 'Deux ', 'Deux\n', 'Un\r\nDeux\r\nTrois'],
    ['a line more in front of all', '\ufeffUn\n', 'Un\n', 'Zéro\nUn\n', '\ufeffZéro\nUn\n'],
    ['a line less', 'Un\r\nDeux\r\nTrois\r\n', 'Deux\n', '', 'Un\r\nTrois\r\n'],
  ])('a file with %s is written back with nothing else changed', (_, raw, old, put, expected) => {
    const file = read(raw);
    expect(writeSource(file, file.source.replace(old, put))).toBe(expected);
  });

  it('every character of the text but an appended link stands in the source where it is said to', () => {
    fc.assert(
      fc.property(files, (source) => {
        const file = read(source);
        const { textStart = 0, length = 0 } = file.pieces.at(-1) ?? {};
        const own = file.draft.text.slice(0, textStart + length);
        const found = Array.from(own, (_, offset) => file.source.charAt(sourceOffset(file, offset) ?? -1));
        expect(found.join('')).toBe(own);
        expect(['', GUIDE, ` ${GUIDE}`]).toContain(file.draft.text.slice(own.length));
      }),
    );
  });
});
