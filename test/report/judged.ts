import { rulesIn } from '#rules/locales/rules-in.js';
import { lexicons } from '#rules/lexicon/index.js';
import { lint } from '#lint/engine.js';
import { locate, type JudgedDraft } from '#lint/locate.js';
import type { Locale } from '#base/locale.js';
import { readDraft } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';

const NOW = Date.UTC(2026, 2, 2, 12);

/** A draft file judged by the ten rules, with places. */
export function judged(source: string, { file = 'draft.md', locale = 'en' as Locale } = {}): JudgedDraft {
  const draftFile = readDraft(source, parseFrontMatter);
  return locate(
    file,
    draftFile,
    lint(draftFile.draft, { rules: rulesIn(locale), lexicons, facts: { now: NOW }, locale }),
  );
}

/** A draft with findings of each severity, with and without places and suggestions. */
export const FAULTY = `---
link: https://example.org/parc
media: [{ file: parc.jpg }]
campaign:
  reposts: 2
  variants: ["Profitez de #L’été dans les grands jardins de #Lyon"]
---
Profitez de #L’été dans les grands jardins de #Lyon !!!
<!-- tweetspan-disable pin -->
Demain, dernière chance de visiter le parc avec @example_agence !!!`;
