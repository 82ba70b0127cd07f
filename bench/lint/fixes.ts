// What `--fix` makes of the judged texts: each comes out as its reader wrote it down, and a second run changes nothing.
import { readFileSync } from 'node:fs';
import { lexicons } from '#rules/lexicon/index.js';
import { rules } from '#rules/index.js';
import { readDraft, type DraftFile } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { lint } from '#lint/engine.js';
import { fixDraft } from '#lint/fix.js';
import { languageByModel } from '#tweet/language-model.js';

interface JudgedFix {
  readonly id: string;
  readonly text: string;
  readonly fixed: string;
}

/** What came of the texts: `fixes` counts the fixes that were made, `wrong` and `unstable` name texts. */
export interface JudgedFixes {
  readonly texts: number;
  readonly fixes: number;
  readonly wrong: readonly string[];
  readonly unstable: readonly string[];
}

/** @param options what the program gives to lint beside the draft. */
export function judgeFixes(options: Partial<Parameters<typeof lint>[1]> = {}): JudgedFixes {
  const set = JSON.parse(readFileSync('fixtures/judged/fixes/tuning.json', 'utf8')) as {
    readonly now: string;
    readonly fixes: readonly JudgedFix[];
  };
  const facts = { now: Date.parse(set.now) };
  const reread = (source: string): DraftFile => readDraft(source, parseFrontMatter);
  const judge = ({ draft }: DraftFile) =>
    lint(draft, { rules, lexicons, languageModel: languageByModel, facts, ...options });
  const fix = (text: string) => fixDraft(reread(text), { judge, reread });
  const results = set.fixes.map(({ id, text, fixed }) => {
    const once = fix(text);
    const isRight = once.file.source === fixed;
    return { id, made: once.applied.length, isRight, isStable: fix(once.file.source).applied.length === 0 };
  });
  return {
    texts: results.length,
    fixes: results.reduce((sum, { made }) => sum + made, 0),
    wrong: results.filter(({ isRight }) => !isRight).map(({ id }) => id),
    unstable: results.filter(({ isStable }) => !isStable).map(({ id }) => id),
  };
}
