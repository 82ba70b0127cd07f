import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import type { Facts } from '#lint/facts.js';
import type { LintOptions } from '#lint/engine.js';
import type { Draft } from '#draft/draft.js';
import { readDraft } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { languageByModel } from '#tweet/language-model.js';

/** The present instant of all rewriting: Monday 2026-03-02, noon UTC. */
const NOW = Date.UTC(2026, 2, 2, 12);

/** A draft with what is known beside it, as the tables give it. */
export interface Given {
  /** What the case shows, as a sentence. */
  readonly name: string;
  /** The source of a draft file, front matter included. */
  readonly draft: string;
  readonly facts?: Facts;
}

/** The draft of a case. */
export const parseDraft = ({ draft }: Pick<Given, 'draft'>): Draft => readDraft(draft, parseFrontMatter).draft;

/** All rules and both lexicons, with what a case knows. */
export const toOptions = ({ facts }: Pick<Given, 'facts'> = {}): LintOptions => ({
  rules,
  lexicons,
  languageModel: languageByModel,
  facts: { now: NOW, ...facts },
});
