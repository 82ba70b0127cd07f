import { rules } from '#rules/index.js';
import { lint } from '#lint/engine.js';
import type { LintReport } from '#lint/finding.js';
import { fixDraft } from '#lint/fix.js';
import { locate, type JudgedDraft } from '#lint/locate.js';
import type { Locale } from '#base/locale.js';
import { toScoreTerms } from '#lint/score.js';
import { asJson, countFindings, lintDocument, type FailedDraft } from '#report/documents/json.js';
import { writeSource, type DraftFile } from '#draft/draft-file.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, userMessage, UserError, type ExitCode } from '../user-error.js';
import { resolveLocale } from '../options/locale.js';
import { draftLoaders, draftName, openDraft, type DraftFlags, type DraftLoaders } from '../open-draft.js';
import { terminalWidth, type Shell } from '../shell.js';
import { replaceFile } from '../write-file.js';
import { Option } from 'commander';
import { common } from '../options/common.js';
import type { Registration } from '../command.js';
import { judging, readScore } from '../options/judging.js';

/** How `lint` was called. */
export interface LintFlags extends DraftFlags {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly minScore?: number;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** A judged file, with what `--fix` changed of it. */
interface Outcome {
  readonly judged: JudgedDraft;
  readonly minScore: number | undefined;
  /** The language of its remarks, and so of the report around them. */
  readonly locale: Locale;
  readonly fix?: { readonly before: string; readonly after: string; readonly applied: readonly string[] };
}

/** Judges drafts, reports on standard output, and answers the exit code: the worst of all files. */
export async function lintCommand(shell: Shell, files: readonly string[], flags: LintFlags): Promise<ExitCode> {
  const named = files.length === 0 ? ['-'] : files;
  const loaders = await draftLoaders(shell, flags);
  const outcomes: Outcome[] = [];
  const failures: FailedDraft[] = [];
  try {
    for (const file of named) {
      const name = draftName(file);
      try {
        outcomes.push(await judgeFile(shell, file, flags, loaders));
      } catch (error) {
        const known = await userMessage(error, resolveLocale(shell, flags.locale));
        if (known === undefined) throw error;
        for (const message of known.lines) {
          shell.stderr.write(`tweetspan: ${name}: ${message}\n`);
          failures.push({ file: name, message });
        }
      }
    }
  } finally {
    loaders.history?.close();
  }
  await report(shell, outcomes, failures, flags);
  if (failures.length > 0) return EXIT.usage;
  return outcomes.some(fails) ? EXIT.findings : EXIT.done;
}

/** A draft fails by a finding of severity error, or by its score. */
function fails({ judged, minScore }: Outcome): boolean {
  if (judged.findings.some(({ severity }) => severity === 'error')) return true;
  return minScore !== undefined && (judged.report.score ?? 0) < minScore;
}

async function judgeFile(shell: Shell, file: string, flags: LintFlags, loaders: DraftLoaders): Promise<Outcome> {
  if (file === '-' && flags.fix) throw new UserError('--fix writes a file back; use --fix-dry-run with standard input');
  const { name, path, file: draftFile, config, locale, options, reread } = await openDraft(shell, file, flags, loaders);
  const judge = ({ draft }: DraftFile): LintReport => lint(draft, options);
  const minScore = flags.minScore ?? config.minScore;
  if (!flags.fix && !flags.fixDryRun) return { judged: locate(name, draftFile, judge(draftFile)), minScore, locale };
  const fixed = fixDraft(draftFile, { judge, reread });
  const after = writeSource(fixed.file, fixed.file.source);
  if (flags.fix && path !== undefined && fixed.applied.length > 0) await replaceFile(path, after);
  return {
    judged: locate(name, fixed.file, fixed.report),
    minScore,
    locale,
    fix: { before: draftFile.source, after: fixed.file.source, applied: fixed.applied },
  };
}

async function report(
  shell: Shell,
  outcomes: readonly Outcome[],
  failures: readonly FailedDraft[],
  flags: LintFlags,
): Promise<void> {
  const drafts = outcomes.map(({ judged }) => judged);
  if (flags.format === 'json') {
    const document = lintDocument(drafts, failures);
    const withFixes = document.drafts.map((draft, index) => ({ ...draft, ...toFixRecord(outcomes[index]) }));
    shell.stdout.write(asJson({ ...document, drafts: withFixes }));
  } else if (flags.format === 'sarif') {
    const { sarifLog } = await import('#report/export/sarif.js');
    shell.stdout.write(asJson(sarifLog(drafts, rules, TWEETSPAN_VERSION)));
  } else if (flags.format === 'github') {
    const { githubAnnotations } = await import('#report/export/github.js');
    shell.stdout.write(githubAnnotations(drafts));
  } else {
    await reportText(shell, outcomes, flags);
  }
}

const toFixRecord = (outcome: Outcome | undefined) =>
  outcome?.fix === undefined ? {} : { fix: { applied: outcome.fix.applied, source: outcome.fix.after } };

async function reportText(shell: Shell, outcomes: readonly Outcome[], flags: LintFlags): Promise<void> {
  const { lintReport, lintSummary } = await import('#report/terminal/lint.js');
  const color = wantsColor(shell, flags.color);
  const view = { color, columns: terminalWidth(shell), quiet: flags.quiet ?? false, toScoreTerms };
  const parts: string[] = [];
  for (const { judged, fix, locale } of outcomes) {
    if (fix !== undefined && fix.applied.length > 0) {
      const { unifiedDiff } = await import('#report/diff.js');
      parts.push(unifiedDiff(judged.file, fix.before, fix.after, color));
    }
    parts.push(lintReport(judged, { ...view, locale }));
  }
  const drafts = outcomes.map(({ judged }) => judged);
  const [first] = outcomes;
  if (first !== undefined && drafts.length > 1) parts.push(lintSummary(drafts, countFindings(drafts), first.locale));
  shell.stdout.write(parts.join('\n'));
}

export const registerLint: Registration = (program, { shell, finish }) => {
  const lintCommandLine = common(program.command('lint'))
    .summary('score drafts against the ten longevity rules')
    .description('Scores drafts against the ten longevity rules and says what to mend.')
    .argument('[files...]', 'draft files; - or nothing reads standard input')
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .addOption(new Option('--min-score <n>', 'fail below this score (0..100)').argParser(readScore))
    .addOption(new Option('--fix', 'apply the safe suggestions to the files').conflicts('fixDryRun'))
    .option('--fix-dry-run', 'show what --fix would change, change nothing');
  judging(lintCommandLine)
    .option('-q, --quiet', 'only the findings and the score')
    .option('-v, --verbose', 'tell which configuration is used')
    .action(async (files: string[], flags: LintFlags) => finish(await lintCommand(shell, files, flags)));
};
