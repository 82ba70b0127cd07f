import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLines, unguardCell, type CsvCell, type CsvStyle } from '#base/csv.js';

const write = (cells: readonly CsvCell[], style?: CsvStyle): string =>
  [...csvLines(['a', 'b'], [cells], style)].join('');
const SPREADSHEET: CsvStyle = { separator: ';', mark: true };

describe('a table as CSV', () => {
  it('is plain by default', () => {
    expect(write(['été', 1.5])).toBe('a,b\nété,1.5\n');
  });

  it('is one that a French spreadsheet opens on request: a mark, semicolons, decimal commas', () => {
    expect(write(['été', 1.5], SPREADSHEET)).toBe('\uFEFFa;b\nété;1,5\n');
    expect(write([-0.25, undefined], SPREADSHEET)).toBe('\uFEFFa;b\n-0,25;\n');
  });

  it.each(['a,b', 'a;b', 'a\tb', 'a "b"', 'two\nlines', 'a\rb', ' a', 'a '])('quotes %j', (text) => {
    expect(write([text, 'x'])).toBe(`a,b\n"${text.replaceAll('"', '""')}",x\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''@x"])(
    'has no cell that a spreadsheet would run: %j',
    (text) => {
      const [, line = ''] = write([text, 'x']).split('a,b\n');
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
      expect(line).toContain(`'${text}`);
    },
  );

  it.each(["'tis", "l'été", 'a=b', '5 - 3', '«\u00a0=\u00a0»'])('leaves %j as it is', (text) => {
    expect(write([text, 'x'])).toBe(`a,b\n${text},x\n`);
  });

  it('keeps numbers numbers, also those below zero', () => {
    expect(write([-5, true])).toBe('a,b\n-5,true\n');
  });

  it('keeps texts to the letter for a program that posts them', () => {
    expect(write(['@example_a says', '=x'], { separator: ',', mark: false, exact: true })).toBe(
      'a,b\n@example_a says,=x\n',
    );
  });

  it('is read back as it was, whatever the texts, in each style', () => {
    const unit = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', 'é', '😀', 'a');
    const text = fc.string({ unit, maxLength: 12 });
    const style = fc.record({
      separator: fc.constantFrom(',', ';', '\t'),
      mark: fc.boolean(),
    }) as fc.Arbitrary<CsvStyle>;
    fc.assert(
      fc.property(text, text, style, (one, other, chosen) => {
        const table = write([one, other], chosen).replace(/^\uFEFF/, '');
        const { data } = Papa.parse<string[]>(table, { delimiter: chosen.separator, newline: '\n' });
        expect(data[1]?.map(unguardCell)).toEqual([one, other]);
        for (const cell of data[1] ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
