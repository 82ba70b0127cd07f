import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { markedLines, type Mark } from '#report/terminal/excerpt.js';
import { cells, fitEnd, padEnd, padStart, visible, displayWidth, wrap } from '#report/terminal/width.js';

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'loyers',
        'à',
        'Lyon',
        'été',
        '🏠',
        '👩‍💻',
        '日本語',
        'e\u0301',
        '🇫🇷',
        '1️⃣',
        'https://example.org/a',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 20 },
  )
  .map((list) => list.join(' '));
// Some single characters of Indic scripts and of music take several columns, and cannot be broken.
const columns = fc.integer({ min: 8, max: 80 });
const withoutBlanks = (text: string): string => text.replaceAll(' ', '');

describe('the width of a text', () => {
  it.each([
    ['', 0],
    ['Les loyers', 10],
    ['été œuvre €', 11],
    ['e\u0301te\u0301', 3],
    ['… — “a” • →', 11],
    ['日本語', 6],
    ['한국', 4],
    ['ｆｕｌｌ', 8],
    ['🏠', 2],
    ['👩‍💻', 2],
    ['👍🏽', 2],
    ['🇫🇷', 2],
    ['1️⃣', 2],
    ['❤️', 2],
    ['a\u200bb', 2],
    ['بيت', 3],
    ['\u{20000}\u{17000}', 4],
    ['ｱﾞ', 2],
    ['a\u00adb', 2],
    ['1\u20e3', 2],
    ['🇫', 1],
    ['☝🏽', 2],
    ['ภาษา', 4],
    ['क्षि', 2],
  ])('%j is %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is that of string-width, for every assigned character', () => {
    const differing: string[] = [];
    let count = 0;
    for (let codePoint = 0x20; codePoint <= 0x3ffff; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      if (!/^\p{Assigned}$/u.test(character) || /\p{Cc}|\p{Co}|\p{Cs}/u.test(character)) continue;
      count += 1;
      if (displayWidth(character) !== stringWidth(character)) differing.push(codePoint.toString(16));
    }
    expect(differing).toEqual([]);
    expect(count).toBeGreaterThan(150_000);
  }, 60_000);

  it('is that of string-width, for texts with emoji, flags and marks', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(displayWidth(text)).toBe(stringWidth(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the sum of its characters, which together are the text', () => {
    fc.assert(
      fc.property(words, (text) => {
        const parts = cells(text);
        expect(parts.map((cell) => cell.text).join('')).toBe(text);
        expect(parts.reduce((sum, { width }) => sum + width, 0)).toBe(displayWidth(text));
      }),
    );
  });

  it('is what filling up makes of it', () => {
    fc.assert(
      fc.property(words, columns, (text, wanted) => {
        const width = Math.max(wanted, displayWidth(text));
        expect(displayWidth(padEnd(text, wanted))).toBe(width);
        expect(displayWidth(padStart(text, wanted))).toBe(width);
      }),
    );
  });
});

describe('a wrapped text', () => {
  it.each([
    ['one two three', 13, ['one two three']],
    ['one two three', 12, ['one two', 'three']],
    ['one two three', 3, ['one', 'two', 'thr', 'ee']],
    ['日本語 日本', 6, ['日本語', '日本']],
    ['日本語', 5, ['日本', '語']],
    ['👩‍💻👩‍💻', 3, ['👩‍💻', '👩‍💻']],
    ['10\u00a0% de\u00a0plus', 5, ['10\u00a0%', 'de\u00a0pl', 'us']],
    ['', 10, ['']],
  ])('%j in %i columns is %j', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it('has no line wider than allowed, and keeps every word', () => {
    fc.assert(
      fc.property(words, columns, (text, width) => {
        const lines = wrap(text, width);
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
        expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(text));
      }),
    );
  });
});

describe('the end of a text', () => {
  it.each([
    ['drafts/march.md', 20, 'drafts/march.md'],
    ['drafts/march.md', 9, '…march.md'],
    ['企画/日本語.md', 7, '…語.md'],
    ['🏠🏠🏠.md', 6, '…🏠.md'],
  ])('of %j in %i columns is %j', (text, width, end) => {
    expect(fitEnd(text, width)).toBe(end);
  });

  it('is never wider than allowed', () => {
    fc.assert(
      fc.property(words, columns, (text, width) => {
        expect(displayWidth(fitEnd(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('control characters', () => {
  it.each([
    ['a colour', '\u001b[31mred', '␛[31mred'],
    ['a bell', 'ring\u0007', 'ring␇'],
    ['a carriage return', 'safe\rfake', 'safe␍fake'],
    ['a tab', 'one\ttwo', 'one two'],
    ['delete', 'a\u007f', 'a␡'],
    ['a command of the upper half', 'a\u009b31m', 'a\ufffd31m'],
    ['a reversed reading order', 'a\u202eb', 'a\ufffdb'],
    ['a line end, which stays', 'a\nb', 'a\nb'],
    ['none', 'été 🏠 👩‍💻', 'été 🏠 👩‍💻'],
  ])('are signs: %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('keep their length, so that offsets stay true', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('an excerpt', () => {
  const mark = (start: number, end: number, severity: Mark['severity'] = 'warning'): Mark => ({
    span: { start, end },
    severity,
  });
  /** Lines with their marks drawn below, as the report does it. */
  const drawn = (text: string, marks: readonly Mark[], width: number): string[] =>
    markedLines(text, marks, width).flatMap((line) => {
      const signs = line.marks.reduce((below, one) => below.padEnd(one.column) + '^'.repeat(one.width), '');
      return signs === '' ? [line.text] : [line.text, signs];
    });

  it.each([
    ['without marks', 'Les loyers', [], 40, ['Les loyers']],
    ['with a mark', 'Les loyers', [mark(4, 10)], 40, ['Les loyers', '    ^^^^^^']],
    ['behind an emoji', '🏠 Les loyers', [mark(3, 6)], 40, ['🏠 Les loyers', '   ^^^']],
    ['of wide letters', '日本語 loyers', [mark(0, 3)], 40, ['日本語 loyers', '^^^^^^']],
    ['over two lines', 'Les loyers\nà Lyon', [mark(4, 12)], 40, ['Les loyers', '    ^^^^^^', 'à Lyon', '^']],
    ['broken at a blank', 'Les loyers à Lyon', [mark(11, 17)], 12, ['Les loyers à', '           ^', 'Lyon', '^^^^']],
    ['broken where a line is just full', 'Les loyers à', [], 10, ['Les loyers', 'à']],
    ['broken inside a long word', 'Anticonstitutionnel', [mark(0, 4)], 10, ['Anticonsti', '^^^^', 'tutionnel']],
    ['with a place between two characters', 'Les loyers', [mark(4, 4)], 40, ['Les loyers', '    ^']],
    ['with empty lines', 'Les\n\nloyers', [mark(5, 6)], 40, ['Les', '', 'loyers', '^']],
    ['with what would move the cursor', 'a\u001b[2Jb', [mark(5, 6)], 40, ['a␛[2Jb', '     ^']],
  ])('%s', (_, text, marks, width, lines) => {
    expect(drawn(text, marks, width)).toEqual(lines);
  });

  it('shows the more severe of two marks that overlap', () => {
    const [line] = markedLines('Les loyers', [mark(0, 10, 'info'), mark(4, 7, 'error')], 40);
    expect(line?.marks).toEqual([
      { column: 0, width: 4, severity: 'info' },
      { column: 4, width: 3, severity: 'error' },
      { column: 7, width: 3, severity: 'info' },
    ]);
  });

  it('has no line wider than allowed, keeps the text, and marks only what is there', () => {
    const marks = fc.array(
      fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => mark(start, start + length)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(words, marks, columns, (text, marked, width) => {
        const lines = markedLines(text, marked, width);
        expect(Math.max(...lines.map((line) => displayWidth(line.text)))).toBeLessThanOrEqual(width);
        expect(withoutBlanks(lines.map((line) => line.text).join(''))).toBe(
          withoutBlanks(visible(text).replaceAll('\n', '')),
        );
        for (const line of lines) {
          let free = 0;
          for (const { column, width: covered } of line.marks) {
            expect(column).toBeGreaterThanOrEqual(free);
            free = column + covered;
          }
          expect(free).toBeLessThanOrEqual(displayWidth(line.text));
        }
      }),
    );
  });
});
