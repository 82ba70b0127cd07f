// The variants that are made for the saved pages, and what their reader said of them.
import { readdirSync, readFileSync } from 'node:fs';
import type { Draft } from '#draft/draft.js';
import { isLanguageCode } from '#tweet/language.js';
import { readPage } from '#page/read-page.js';
import { planVariants } from '#rewrite/variants.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { languageByModel } from '#tweet/language-model.js';
import { options } from '../lint/options.js';

const NOW = Date.UTC(2026, 10, 29, 12);
const PAGES = 'fixtures/pages';
const REPOSTS = 4;

/** What a reader said of a text for a repost. */
export interface VariantVerdict {
  readonly page: string;
  /** With its link and tags. */
  readonly text: string;
  readonly verdict: 'accepted' | 'debatable' | 'rejected';
  readonly note?: string;
  readonly by: 'second reader' | 'developer';
}

/** All verdicts. */
export const readVariantVerdicts = (): readonly VariantVerdict[] =>
  (
    JSON.parse(readFileSync('fixtures/judged/variants/verdicts.json', 'utf8')) as {
      readonly verdicts: readonly VariantVerdict[];
    }
  ).verdicts;

/** The texts for four reposts of each saved page, whose draft has the title for its text. */
export function variantsOfPages(): { readonly page: string; readonly texts: readonly string[] }[] {
  return readdirSync(PAGES)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const { page, lang, keywords } = readPage(readFileSync(`${PAGES}/${file}`, 'utf8'));
      const name = file.replace('.html', '');
      const draft: Draft = {
        text: `${page.title ?? ''} https://example.org/${name}`,
        ...(lang !== undefined && isLanguageCode(lang) && { lang }),
        ...(keywords && { keywords: keywords.slice(0, 4) }),
        page,
      };
      const judging = { ...options, rules, lexicons, languageModel: languageByModel, facts: { now: NOW } };
      return { page: name, texts: planVariants(draft, REPOSTS, judging).variants.map(({ text }) => text) };
    });
}
