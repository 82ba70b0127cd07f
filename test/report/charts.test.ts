import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brailleCurve, heatMap, sparkline } from '#report/terminal/charts.js';
import { computeEdges, pickShade } from '#report/timing-text.js';

const flat = (mean: number, low = mean, high = mean) => ({ mean, low, high });

describe('a curve in braille', () => {
  it('has two dots across and four down a cell', () => {
    // From the lower edge to the upper one, drawn through.
    expect(brailleCurve([flat(0), flat(1), flat(2), flat(3)], 1, 3)).toEqual(['⡠⠊']);
    expect(brailleCurve([flat(0), flat(0), flat(4), flat(4)], 2, 4)).toEqual(['⠀⡏', '⣀⠇']);
  });

  it('fills its band with every other dot of every other column', () => {
    expect(brailleCurve([flat(0, 0, 3), flat(0, 0, 3)], 1, 3)).toEqual(['⣂']);
    expect(brailleCurve([flat(0, 0, 3), flat(0, 0, 3)], 1, 3)).not.toEqual(brailleCurve([flat(0), flat(0)], 1, 3));
  });

  it('draws nothing but a line on the ground where nothing happened, and survives a top of 0', () => {
    expect(brailleCurve([flat(0), flat(0), flat(0), flat(0)], 2, 0)).toEqual(['⠀⠀', '⣀⣀']);
  });

  it('always has as many lines and cells as asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (values, rows) => {
          const lines = brailleCurve(
            values.map((value) => flat(value, value / 2, 2 * value)),
            rows,
            Math.max(...values),
          );
          expect(lines).toHaveLength(rows);
          for (const line of lines)
            expect(line).toMatch(new RegExp(`^[\\u2800-\\u28ff]{${Math.ceil(values.length / 2)}}$`));
        },
      ),
    );
  });
});

describe('shades', () => {
  it('keep the middle one for about nothing, whatever the scale', () => {
    expect(computeEdges([-20, 3, 15])).toEqual([-12, -4, 4, 12]);
    expect(computeEdges([0, 0])).toEqual([-3, -1, 1, 3]);
    expect([-12.1, -12, -4, 3.9, 4, 12].map((value) => pickShade(value, [-12, -4, 4, 12]))).toEqual([0, 1, 2, 2, 3, 4]);
  });
});

describe('a heat map', () => {
  const cells = Array.from({ length: 168 }, (_, slot) => ({
    value: slot === 0 ? 20 : 0,
    posts: slot % 24 === 0 ? 9 : 1,
  }));
  const style = {
    rowNames: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    edges: [-12, -4, 4, 12],
    fewPosts: 5,
    postsName: 'posts',
    colorize: (_: number, text: string) => text,
  } as const;

  it('has two columns an hour, marks hours of few posts, and counts posts by day and by two hours', () => {
    const lines = heatMap(cells, { ...style, columns: 2 });
    expect(lines[1]).toBe(`Mon   ██${'▒·'.repeat(23)}      32`);
    expect(lines[2]).toBe(`Tue   ▒▒${'▒·'.repeat(23)}      32`);
    expect(lines.at(-1)).toBe(`posts 70  ${'14  '.repeat(11)}`.trimEnd());
    expect(lines).toHaveLength(9);
  });

  it('has one column an hour where the window is narrow', () => {
    const lines = heatMap(cells, { ...style, columns: 1 });
    expect(lines[1]).toBe(`Mon   █${'▒'.repeat(23)}      32`);
  });
});

it('a row of bars goes from the lowest to the highest', () => {
  expect(sparkline([1, 2, 3, 8])).toBe('▁▂▃█');
  expect(sparkline([5, 5])).toBe('▁▁');
});
