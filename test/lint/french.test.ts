import { describe, expect, it } from 'vitest';
import { shippedProofreader } from '#cli/word-lists.js';
import { readDraft } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { lint } from '#lint/engine.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { languageByModel } from '#tweet/language-model.js';
import { readFixture } from '../fixture.js';

interface Row {
  readonly name: string;
  readonly draft: string;
  /** All findings, in the order of the report: rule and message, with the words that are marked. */
  readonly says: readonly string[];
}

const NOW = Date.UTC(2026, 10, 29, 11);
/** What is said of any draft without a picture, a mention or a tag. */
const HINTS = new Set(['image/none', 'mentions/none', 'hashtags/none']);
const proofreader = shippedProofreader();

describe('a French draft of a communication office', () => {
  it.each(readFixture<Row[]>('lint/french'))('$name', ({ draft, says }) => {
    const report = lint(readDraft(draft, parseFrontMatter).draft, {
      rules,
      lexicons,
      proofreader,
      languageModel: languageByModel,
      facts: { now: NOW },
    });
    const said = report.findings.flatMap(({ rule, messageId, span }) => {
      const id = `${rule}/${messageId}`;
      if (HINTS.has(id)) return [];
      return [span === null ? id : `${id} «${report.text.slice(span.start, span.end)}»`];
    });
    expect(said).toEqual(says);
  });
});
