import { describe, expect, it } from 'vitest';
import { readVariantVerdicts, variantsOfPages } from '../../bench/variants/judged.js';

const verdicts = readVariantVerdicts();
const keyOf = ({ page, text }: { readonly page: string; readonly text: string }): string =>
  JSON.stringify([page, text]);
const read = new Map(verdicts.map((verdict) => [keyOf(verdict), verdict]));
const pages = variantsOfPages();
const made = pages.flatMap(({ page, texts }) => texts.map((text) => ({ page, text })));

describe('texts for reposts made of the saved pages', () => {
  it('were all read as they stand', () => {
    expect(made.filter((each) => !read.has(keyOf(each)))).toEqual([]);
  });

  it('are all still made', () => {
    const now = new Set(made.map(keyOf));
    expect(verdicts.filter((verdict) => !now.has(keyOf(verdict))).map(({ page, text }) => ({ page, text }))).toEqual(
      [],
    );
  });

  it('are four for four pages of five', () => {
    expect(pages.length).toBe(20);
    expect(pages.filter(({ texts }) => texts.length === 4).length).toBeGreaterThanOrEqual(16);
  });

  it('would be posted in 85 of 100 cases', () => {
    const accepted = verdicts.filter(({ verdict }) => verdict === 'accepted');
    expect(accepted.length / verdicts.length).toBeGreaterThanOrEqual(0.85);
  });
});
