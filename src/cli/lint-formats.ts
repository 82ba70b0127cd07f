// The reports of `lint` for programs and services: loaded only where one of them is requested.
import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import type { Locale } from '#base/locale.js';
import { loadRules } from '#rules/locales/load-rules.js';
import { countFindings, lintDocument, type FailedDraft, type FixedJudgement } from '#report/documents/drafts.js';
import { asJson } from '#report/documents/json.js';
import { codeQualityReport, type ReportWorld } from '#report/export/code-quality.js';
import { githubAnnotations, sarifLog, type FileFault } from '#report/export/code-review.js';
import { lintMarkdown } from '#report/export/lint-markdown.js';
import { lintSummary } from '#report/terminal/lint.js';
import type { Shell } from './shell.js';

/** The forms of a report that are made here. */
export type DataFormat = 'json' | 'sarif' | 'github' | 'gitlab' | 'markdown';

/** All that a run found. */
export interface LintResults {
  readonly outcomes: readonly FixedJudgement[];
  /** Files that could not be read, as codes, for the JSON document. */
  readonly failures: readonly FailedDraft[];
  /** The same in words, and which scores are missed. */
  readonly faults: readonly FileFault[];
}

/** A report in one of these forms, in the language of the run. */
export async function formatResults(
  { cwd, env }: Pick<Shell, 'cwd' | 'env'>,
  format: DataFormat,
  { outcomes, failures, faults }: LintResults,
  locale: Locale,
): Promise<string> {
  const drafts = outcomes.map(({ judged }) => judged);
  switch (format) {
    case 'json':
      return asJson(lintDocument(outcomes, failures));
    case 'github':
      return githubAnnotations(drafts, faults);
    case 'sarif':
      return asJson(sarifLog(drafts, await loadRules(locale), TWEETSPAN_VERSION, faults));
    case 'gitlab':
      return asJson(codeQualityReport(drafts, faults, reportWorld({ cwd, env })));
    case 'markdown':
      return lintMarkdown(drafts, faults, lintSummary(drafts, countFindings(drafts), locale), locale);
  }
}

/** GitLab says in CI_PROJECT_DIR where the repository is; the folder of the run is taken for it elsewhere. */
const reportWorld = ({ cwd, env }: Pick<Shell, 'cwd' | 'env'>): ReportWorld => ({
  pathOf: (file) => relative(env['CI_PROJECT_DIR'] || cwd, resolve(cwd, file)).replaceAll(sep, '/'),
  hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 32),
});
