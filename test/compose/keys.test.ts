import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAt, rowsOf } from '#compose/rows.js';
import { isUnsaved, openState, press, type ComposeState, type Input } from '#compose/state.js';
import { COMMANDS, ERASES, MOVES } from '#compose/keys.js';
import { openField } from '#compose/text-field.js';
import { composeSentences } from '#locale/compose.js';
import { cells, displayWidth } from '#report/terminal/width.js';

interface KeyCase {
  readonly name: string;
  readonly keys: readonly string[];
  readonly text: string;
}
const CASES = JSON.parse(readFileSync('fixtures/compose-keys.json', 'utf8')) as readonly KeyCase[];
const context = { columns: 40, sentences: composeSentences('en'), judgement: { isEmpty: true } } as const;
const toInput = (key: string): Input => (/^<.+>$/.test(key) ? { key: key.slice(1, -1) } : { text: key });
const pressAll = (inputs: readonly Input[], from: ComposeState = openState('', '')): ComposeState =>
  inputs.reduce((state, input) => press(state, input, context).state, from);

const TEXT = fc
  .array(fc.constantFrom('a', 'é', ' ', '\n', '日', '🎉', '👍🏽', 'mot', '#tag', 'https://example.org'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const INPUT: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom(...Object.keys({ ...MOVES, ...ERASES, ...COMMANDS }), 'enter').map((key) => ({ key })),
  TEXT.map((text) => ({ text })),
);

describe('keys', () => {
  it.each(CASES)('$name', ({ keys, text }) => {
    expect(CASES.length).toBeGreaterThan(20);
    expect(pressAll(keys.map(toInput)).field.text).toBe(text);
  });

  it('never put the cursor outside the text, nor inside a character', () => {
    fc.assert(
      fc.property(TEXT, fc.array(INPUT, { maxLength: 30 }), (text, inputs) => {
        const { field } = pressAll(inputs, openState(text, text));
        const before = field.text.slice(0, field.cursor).split('\n').at(-1) ?? '';
        const line = before + (field.text.slice(field.cursor).split('\n')[0] ?? '');
        const at = before.length;
        let border = 0;
        const borders = new Set([0, ...cells(line).map((cell) => (border += cell.text.length))]);
        return field.cursor >= 0 && field.cursor <= field.text.length && borders.has(at);
      }),
    );
  });

  it('are all taken back by undoing often enough', () => {
    fc.assert(
      fc.property(TEXT, fc.array(TEXT, { maxLength: 20 }), (text, typed) => {
        const inputs = typed.map((each): Input => ({ text: each }));
        const undoing = typed.map((): Input => ({ key: 'ctrl+z' }));
        return (
          pressAll([...inputs, ...undoing], openState(text.normalize('NFC'), text)).field.text === text.normalize('NFC')
        );
      }),
    );
  });

  it('tell what is saved from what is not', () => {
    const opened = openState('a', 'a');
    expect(isUnsaved(opened)).toBe(false);
    expect(isUnsaved(pressAll([{ text: 'b' }], opened))).toBe(true);
    expect(isUnsaved(pressAll([{ text: 'b' }, { key: 'backspace' }], opened))).toBe(false);
    expect(press(opened, { key: 'ctrl+q' }, context).effect).toBe('leave');
    expect(press(pressAll([{ text: 'b' }], opened), { key: 'ctrl+q' }, context).effect).toBeUndefined();
  });
});

describe('the rows of a text', () => {
  it('hold every place of it once, and none is wider than the screen but for its blank', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 2, max: 60 }), (text, columns) => {
        const rows = rowsOf(text, columns);
        const ends = rows.map(({ start, end, isBroken }) => end + (isBroken ? 0 : 1) - start);
        expect(ends.reduce((sum, length) => sum + length, 0)).toBe(text.length + 1);
        for (const { start, end } of rows) {
          expect(displayWidth(text.slice(start, end).trimEnd())).toBeLessThanOrEqual(columns);
        }
        expect(rowAt(rows, text.length)).toBe(rows.at(-1));
      }),
    );
  });

  it('are broken again where what was behind the blank fills a row by itself', () => {
    expect(rowsOf(' 🎉👍🏽a日', 6).map(({ start, end }) => ' 🎉👍🏽a日'.slice(start, end))).toEqual([' ', '🎉👍🏽a', '日']);
  });

  it('open with the cursor at the end', () => {
    expect(openField('a\nb')).toMatchObject({ text: 'a\nb', cursor: 3 });
  });
});
