import { readFileSync } from 'node:fs';
import { shippedProofreader } from '#cli/word-lists.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { applyEdits, compatible } from '#lint/edits.js';
import { lint } from '#lint/engine.js';
import type { Facts } from '#lint/facts.js';
import type { Finding } from '#lint/finding.js';
import type { OptionValue } from '#lint/options.js';
import { readDraft } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { languageByModel } from '#tweet/language-model.js';

/** One line of a rule's table in `fixtures/rules/<id>.json`. */
export interface RuleCase {
  /** What the case shows, as a sentence. */
  readonly name: string;
  /** The source of a draft file, front matter included. */
  readonly draft: string;
  readonly facts?: Facts;
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** The ids of all messages of this rule, in the order of the report. */
  readonly findings: readonly string[];
  /** 0..1 to two decimals, or null when the rule cannot judge. */
  readonly score: number | null;
  /** The text once the first suggestion of each finding is taken, where they fit together. */
  readonly mended?: string;
}

const proofreader = shippedProofreader();

/** The present instant of all tables: Monday 2026-03-02, noon UTC. */
export const NOW = Date.UTC(2026, 2, 2, 12);

/** What a rule says of a case, in the shape of the table. */
export function judgeCase(
  id: string,
  { draft: source, facts, options }: Omit<RuleCase, 'name' | 'findings' | 'score'>,
) {
  const { draft } = readDraft(source, parseFrontMatter);
  const report = lint(draft, {
    rules,
    lexicons,
    languageModel: languageByModel,
    proofreader,
    facts: { now: NOW, ...facts },
    ...(options && { config: { rules: { [id]: options } } }),
  });
  const findings = report.findings.filter(({ rule }) => rule === id);
  const result = report.rules.find((rule) => rule.id === id);
  return {
    findings,
    score: result?.score ?? null,
    /** What cost points, that which is no finding by itself included. */
    losses: result?.losses.map(({ messageId }) => messageId) ?? [],
    reasons: result?.reasons.map(({ reasonId }) => reasonId),
    mended: mend(report.text, findings),
  };
}

/** A text with the first suggestion of each finding taken, where they fit together. */
function mend(text: string, findings: readonly Finding[]): string {
  const groups = findings.flatMap(({ suggestions: [first] }) => (first === undefined ? [] : [first.edits]));
  return applyEdits(text, compatible(groups).flat());
}

export const readTable = (id: string): RuleCase[] =>
  JSON.parse(readFileSync(`fixtures/rules/${id}.json`, 'utf8')) as RuleCase[];
