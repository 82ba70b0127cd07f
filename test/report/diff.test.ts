import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOnly, wordDiff, type DiffPart } from '#report/diff.js';
import { changeLines } from '#report/terminal/changes.js';
import { displayWidth } from '#report/terminal/width.js';

const words = fc
  .array(fc.constantFrom('Lyon', '#Lyon', 'le', 'la', 'logement', 'afin de', '!!!', ':', '\n', 'été', '🏠', '日本'), {
    maxLength: 12,
  })
  .map((list) => list.join(' '));
const joinText = (parts: readonly DiffPart[], left: DiffPart['kind']): string =>
  parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');

describe('a difference word by word', () => {
  it('holds both texts whole', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = wordDiff(before, after);
        expect(joinText(parts, 'new')).toBe(before);
        expect(joinText(parts, 'gone')).toBe(after);
      }),
    );
  });

  it.each([
    [
      'a phrase for another',
      'nos conseils afin de choisir',
      'nos conseils pour choisir',
      'nos conseils [-afin de-]{+pour+} choisir',
    ],
    ['a sign more', 'à Lyon', 'à #Lyon', 'à {+#+}Lyon'],
    ['signs less', 'Lisez !!!', 'Lisez !', 'Lisez ![-!!-]'],
    [
      'a short word between two changes',
      'un bon et grand mot',
      'un petit et vieux mot',
      'un [-bon et grand-]{+petit et vieux+} mot',
    ],
    ['nothing', 'le même', 'le même', 'le même'],
    ['all', 'Avant', 'Après', '[-Avant-]{+Après+}'],
  ])('%s reads as one would say it', (_, before, after, expected) => {
    expect(changeLines(wordDiff(before, after), { color: false, columns: 200 })).toEqual([expected]);
  });

  it('leaves long unchanged stretches out, in whole words, and no change', () => {
    const long = 'Les loyers montent encore un peu dans la ville, et surtout autour de la gare et du parc';
    const parts = wordDiff(`Avant ${long} afin de lire ${long}`, `Après ${long} pour lire ${long}`);
    expect(changeLines(changesOnly(parts), { color: false, columns: 400 })).toEqual([
      '[-Avant-]{+Après+} Les loyers montent encore … autour de la gare et du parc [-afin de-]{+pour+} lire Les loyers montent …',
    ]);
  });

  it('fits the columns, in colour as without', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 12, max: 60 }), (before, after, columns) => {
        for (const line of changeLines(wordDiff(before, after), { color: false, columns })) {
          expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });

  it('is in colour without marks', () => {
    const [line = ''] = changeLines(wordDiff('à Lyon', 'à #Lyon'), { color: true, columns: 60 });
    expect(line).toBe('à \u001b[32m#\u001b[39mLyon');
  });
});
