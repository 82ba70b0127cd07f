import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagCut } from '#words/tags.js';

interface Row {
  readonly text: string;
  readonly tag: string;
  readonly language?: string;
  /** Absent: the tag is not cut. Null: it is, and only its author knows what was meant. */
  readonly joined?: string | null;
}

const rows = JSON.parse(readFileSync('fixtures/words/cut-tag.json', 'utf8')) as readonly Row[];

const findCut = ({ text, tag, language = 'fr' }: Row) => tagCut(tag, text.slice(1 + tag.length), language);

describe('a hashtag', () => {
  it.each(rows.filter(({ joined }) => joined === undefined))('$text ends where it was meant to', (row) => {
    expect(findCut(row)).toBeUndefined();
  });

  it.each(rows.filter(({ joined }) => joined !== undefined))('$text is cut, and becomes $joined', (row) => {
    expect(findCut(row)?.joined({ article: true }) ?? null).toBe(row.joined);
  });

  it.each(rows.filter(({ joined }) => joined !== undefined))('$text is known to be cut', (row) => {
    expect(findCut(row)?.sign).toBe(row.text.charAt(1 + row.tag.length));
  });

  it('loses its article where nothing is said around it', () => {
    expect(tagCut('L', "'avenue", 'fr')?.joined({ article: false })).toBe('#avenue');
  });
});

it('a cut is the same whether a text is in Latin letters alone or not', () => {
  const sign = fc.constantFrom(..."'’-‑.&+° ,éaÀ7²_ª·œŁ");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
      const after = signs.join('');
      const cut = tagCut('tag', after, 'fr');
      const among = tagCut('tag', `${after} 日本`, 'fr');
      expect([cut?.sign, cut?.length]).toEqual([among?.sign, among?.length]);
      expect(cut?.joined({ article: true })).toBe(among?.joined({ article: true }));
    }),
    { numRuns: 3000 },
  );
});
