import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lint/edits.js';
import { searchRewrites } from '#rewrite/rewrite.js';
import { readFixture } from '../fixture.js';
import { parseDraft, toOptions, type Given } from './cases.js';

/** One line of `fixtures/rewrites/fr.json` and `en.json`: a draft with what its best rewrite must be. */
interface RewriteCase extends Given {
  readonly best?: string;
  readonly contains?: readonly string[];
  readonly lacks?: readonly string[];
  /** Operations that it is made of, among others. */
  readonly operations?: readonly string[];
  readonly minGain?: number;
  /** Nothing honest makes the draft better. */
  readonly none?: true;
  /** What no rewrite at all may hold. */
  readonly forbids?: readonly string[];
}

describe.each(['fr', 'en'])('drafts in %s', (language) => {
  const rows = readFixture<RewriteCase>(`rewrites/${language}`);

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const draft = parseDraft(row);
    const { rewrites } = searchRewrites(draft, { ...toOptions(row), n: 20 });
    for (const { text } of rewrites) for (const part of row.forbids ?? []) expect(text).not.toContain(part);
    const [best] = rewrites;
    const text = best?.text ?? draft.text;
    expect(row.none === true && best !== undefined).toBe(false);
    expect(text).toBe(row.best ?? text);
    for (const part of row.contains ?? []) expect(text).toContain(part);
    for (const part of row.lacks ?? []) expect(text).not.toContain(part);
    expect(best?.operations.map(({ operation }) => operation) ?? []).toEqual(
      expect.arrayContaining([...(row.operations ?? [])]),
    );
    expect(best?.gain ?? 0).toBeGreaterThanOrEqual(row.minGain ?? 0);
    expect(applyEdits(draft.text, best?.edits ?? [])).toBe(text);
  });
});

describe('a search for rewrites', () => {
  const draft = parseDraft({
    draft: 'N’hésitez pas à lire notre guide du logement à Lyon !!! https://example.org/guide',
  });

  it('gives three at most, no text twice: all that is safe, the author’s opening, the shortest', () => {
    const wordy = parseDraft({
      draft: 'N’hésitez pas à lire notre guide du logement à Lyon. Plus d’infos ici : https://example.org/guide',
    });
    const { rewrites } = searchRewrites(wordy, { ...toOptions(), n: 20 });
    const [whole, opening, shortest] = rewrites.map(({ text }) => text);
    expect(rewrites).toHaveLength(3);
    expect(whole).toContain('Lisez notre guide du logement à Lyon');
    expect(opening).toMatch(/^N’hésitez pas/);
    expect(shortest).toHaveLength(Math.min(...rewrites.map(({ text }) => text.length)));
    expect(searchRewrites(wordy, { ...toOptions(), n: 1 }).rewrites).toHaveLength(1);
    expect(searchRewrites(wordy, { ...toOptions(), n: 0 }).rewrites).toEqual([]);
  });

  it('gives no second text that gains nothing', () => {
    const slow = parseDraft({
      draft:
        'Vous cherchez une idée de sortie pour les vacances ? Le musée de la Mine propose chaque mercredi une descente dans la galerie, à partir de 7 ans. Réservez vite vos places https://example.org/mine',
    });
    const gains = searchRewrites(slow, toOptions()).rewrites.map(({ gain }) => gain);
    expect(gains.length).toBeGreaterThan(0);
    for (const gain of gains.slice(1)) expect(gain).toBeGreaterThan(0);
  });

  it('tells which rule gained how much, which adds up to the gain', () => {
    const [best] = searchRewrites(draft, toOptions()).rewrites;
    const sum = best?.gains.reduce((total, { points }) => total + points, 0) ?? 0;
    expect(Math.abs(sum - (best?.gain ?? 0))).toBeLessThanOrEqual(1);
    expect(best?.gains.map(({ rule }) => rule)).toContain('hashtags');
  });

  it('counts what its guard refused, and why', () => {
    const tight = parseDraft({
      draft: '---\nkeywords: [vegetation]\n---\nOur new report on trees and cities https://example.org/a',
    });
    const search = searchRewrites(tight, { ...toOptions(), config: { limit: 61 } });
    expect(search.refused).toContainEqual({ refusal: { code: 'tooLong' }, count: expect.any(Number) as number });
    expect(search.tried).toBeGreaterThanOrEqual(search.refused.length);
  });
});
