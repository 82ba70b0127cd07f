import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, insert, remove, replace, applyEdits, compatible } from '#lint/edits.js';
import { matchCase } from '#words/characters.js';
import type { Edit } from '#lint/finding.js';

const span = (start: number, end: number) => ({ start, end });

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const withGroups = text.chain((body) => {
  const edit = fc
    .tuple(fc.nat(body.length), fc.nat(body.length), fc.constantFrom('', 'x', 'two words'))
    .map(([a, b, words]): Edit => ({ span: span(Math.min(a, b), Math.max(a, b)), text: words }));
  return fc.record({ body: fc.constant(body), groups: fc.array(fc.array(edit, { minLength: 1, maxLength: 1 })) });
});

describe('edits', () => {
  it.each([
    ['none', [], 'one two three'],
    ['a replacement', [replace(span(4, 7), '2')], 'one 2 three'],
    ['an insertion at the start', [insert(0, '.')], '.one two three'],
    ['an insertion at the end', [insert(13, '!')], 'one two three!'],
    ['several, given from last to first', [replace(span(8, 13), '3'), replace(span(0, 3), '1')], '1 two 3'],
    ['neighbours', [replace(span(0, 3), '1'), replace(span(3, 7), '-2')], '1-2 three'],
    ['one of the whole', [replace(span(0, 13), '')], ''],
  ])('are applied to the text as it was: %s', (_, edits, after) => {
    expect(applyEdits('one two three', edits)).toBe(after);
  });

  it('that are compatible give the same text in any order', () => {
    fc.assert(
      fc.property(withGroups, fc.nat(), ({ body, groups }, seed) => {
        const edits = compatible(groups).flat();
        const turn = edits.length === 0 ? 0 : seed % edits.length;
        const turned = [...edits.slice(turn), ...edits.slice(0, turn)];
        const expected = applyEdits(body, edits);
        expect(applyEdits(body, turned)).toBe(expected);
        expect(applyEdits(body, edits.toReversed())).toBe(expected);
      }),
    );
  });

  it('that are compatible keep all that none of them covers', () => {
    fc.assert(
      fc.property(withGroups, ({ body, groups }) => {
        const edits = compatible(groups).flat();
        const removed = edits.reduce((sum, edit) => sum + edit.span.end - edit.span.start, 0);
        const added = edits.reduce((sum, edit) => sum + edit.text.length, 0);
        expect(applyEdits(body, edits)).toHaveLength(body.length - removed + added);
      }),
    );
  });
});

describe('groups of edits', () => {
  it.each([
    ['apart', [[replace(span(0, 1), 'a')], [replace(span(2, 3), 'b')]], [0, 1]],
    ['side by side', [[replace(span(0, 2), 'a')], [replace(span(2, 3), 'b')]], [0, 1]],
    ['overlapping', [[replace(span(0, 3), 'a')], [replace(span(2, 4), 'b')]], [0]],
    ['one inside another', [[replace(span(0, 9), 'a')], [replace(span(2, 4), 'b')]], [0]],
    ['of the same stretch', [[replace(span(0, 3), 'a')], [replace(span(0, 3), 'b')]], [0]],
    ['two insertions at one place', [[insert(2, 'a')], [insert(2, 'b')]], [0]],
    ['two insertions at two places', [[insert(2, 'a')], [insert(3, 'b')]], [0, 1]],
    ['an insertion inside a replacement', [[replace(span(0, 4), 'a')], [insert(2, 'b')]], [0]],
    ['an insertion where a replacement begins', [[replace(span(2, 4), 'a')], [insert(2, 'b')]], [0]],
    ['an insertion where a replacement ends', [[insert(4, 'a')], [replace(span(2, 4), 'b')]], [0]],
    [
      'a later one that fits where the second did not',
      [[replace(span(0, 3), 'a')], [replace(span(1, 9), 'b')], [replace(span(5, 6), 'c')]],
      [0, 2],
    ],
    [
      'a group of which one edit does not fit goes whole',
      [[replace(span(0, 3), 'a')], [replace(span(8, 9), 'b'), replace(span(1, 2), 'b')], [replace(span(8, 9), 'c')]],
      [0, 2],
    ],
  ])('%s', (_, groups: Edit[][], kept: number[]) => {
    expect(compatible(groups)).toEqual(kept.map((index) => groups[index]));
  });

  it('always keep the first, and what is kept never collides', () => {
    fc.assert(
      fc.property(withGroups, ({ groups }) => {
        const kept = compatible(groups);
        expect(kept.slice(0, 1)).toEqual(groups.slice(0, 1));
        expect(compatible(kept)).toEqual(kept);
        expect(compatible(kept.toReversed())).toHaveLength(kept.length);
      }),
    );
  });
});

describe('taking a word out', () => {
  it.each([
    ['in the middle', 'Loyers #immo à Lyon', 'Loyers à Lyon'],
    ['at the end', 'Loyers à Lyon #immo', 'Loyers à Lyon'],
    ['in front', '#immo Loyers à Lyon', 'Loyers à Lyon'],
    ['between several blanks', 'Loyers  #immo à Lyon', 'Loyers à Lyon'],
    ['behind a no-break space', 'Loyers\u00a0#immo à Lyon', 'Loyers à Lyon'],
    ['at the start of a line', 'Loyers à Lyon\n#immo la carte', 'Loyers à Lyon\nla carte'],
    ['at the end of a line', 'Loyers à Lyon #immo\nla carte', 'Loyers à Lyon\nla carte'],
    ['alone', '#immo', ''],
  ])('%s leaves no double blank', (_, before, after) => {
    const at = before.indexOf('#immo');
    expect(applyEdits(before, [remove(before, span(at, at + 5))])).toBe(after);
  });
});

describe('taking several words out', () => {
  it.each([
    ['in front', '#a #b #c Loyers à Lyon', 'Loyers à Lyon'],
    ['in front of a line', 'Loyers\n#a #b à Lyon', 'Loyers\nà Lyon'],
    ['at the end', 'Loyers à Lyon #a #b', 'Loyers à Lyon'],
    ['in the middle', 'Loyers #a #b à #c Lyon', 'Loyers à Lyon'],
    ['of nothing else', '#a #b #c', ''],
  ])('%s leaves no double blank and no edits that overlap', (_, before, after) => {
    const edits = [...before.matchAll(/#\w/g)].map(({ index }) => remove(before, span(index, index + 2)));
    const ordered = inOrder(before, edits.toReversed());
    expect(applyEdits(before, ordered)).toBe(after);
    expect(compatible(ordered.map((edit) => [edit]))).toHaveLength(ordered.length);
  });

  it('that are also replaced is a bug that is not hidden', () => {
    expect(() => inOrder('#a b', [replace(span(0, 2), 'a'), remove('#a b', span(0, 2))])).toThrow('edits overlap');
  });
});

it.each([
  ['Afin de', 'pour', 'Pour'],
  ['afin de', 'pour', 'pour'],
  ['À l’heure actuelle', 'actuellement', 'Actuellement'],
  ['1 fois', 'une fois', 'une fois'],
  ['Simply', '', ''],
])('in place of “%s”, “%s” is written “%s”', (original, shorter, written) => {
  expect(matchCase(original, shorter)).toBe(written);
});
