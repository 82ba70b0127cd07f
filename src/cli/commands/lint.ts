import type { Locale } from '#base/locale.js';
import { writeSource, type DraftFile } from '#draft/draft-file.js';
import { DraftError } from '#draft/draft-error.js';
import { ConfigError } from '#lint/config.js';
import { lint } from '#lint/engine.js';
import type { LintReport } from '#lint/finding.js';
import { locate, type JudgedDraft } from '#lint/locate.js';
import { lintSentences } from '#locale/lint.js';
import type { FailedDraft } from '#report/documents/drafts.js';
import type { FileFault } from '#report/export/code-review.js';
import { lintReport, lintSummary } from '#report/terminal/lint.js';
import type { ReportedStanding } from '#report/documents/drafts.js';
import type { LocalizedCommand, Registration } from '../command.js';
import { draftLoaders, draftName, openDraft, type DraftLoaders } from '../open-draft.js';
import { configOption, databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import {
  factsOption,
  languageOption,
  noFactsOption,
  readScore,
  ruleOption,
  thesaurusOption,
} from '../options/judging.js';
import { terminalWidth, type Shell, wantsColor } from '../shell.js';
import { EXIT, userMessage, UserError, type ExitCode } from '../user-error.js';
import { draftsIn, replaceFile } from '../files.js';
import { writeNotice } from '../notice.js';

const define = (program: LocalizedCommand, locale: Locale) => {
  const sentences = lintSentences(locale).lint;
  return newCommand(program, 'lint', sentences.help)
    .argument('[files...]', sentences.files)
    .addOption(formatChoice(locale, ['text', 'table', 'json', 'sarif', 'github', 'gitlab', 'markdown']))
    .addOption(jsonOption(locale))
    .addOption(option('--min-text <n>', sentences.minText).argParser(readScore(locale)))
    .addOption(option('--min-score <n>', sentences.minScore).argParser(readScore(locale)))
    .addOption(option('--fix', sentences.fix).conflicts('fixDryRun'))
    .option('--fix-dry-run', sentences.fixDryRun)
    .addOption(languageOption(locale))
    .addOption(ruleOption(locale))
    .addOption(configOption(locale))
    .addOption(thesaurusOption(locale))
    .addOption(factsOption(locale))
    .addOption(noFactsOption(locale))
    .addOption(databaseOption(locale))
    .addOption(option('-w, --watch', lintSentences(locale).lint.watch).conflicts('fix'));
};

type LintFlags = ReturnType<ReturnType<typeof define>['opts']>;

/** `lint`: scores drafts and shows what to fix. */
export const registerLint: Registration = (program, { shell, locale, finish }) => {
  define(program, locale).action(async (files, flags) => {
    if (flags.watch !== true) return finish(await lintFiles(shell, files, flags, locale));
    // Loaded here only: an ordinary run ends.
    const { watchDrafts } = await import('../watch.js');
    const judge = (changed: readonly string[]): Promise<ExitCode> => lintFiles(shell, changed, flags, locale);
    finish(await watchDrafts(shell, { files, format: flags.format, locale, judge }));
  });
};

/** A judged file, with what `--fix` changed of it. */
interface Outcome {
  readonly judged: JudgedDraft;
  readonly least: { readonly text: number | undefined; readonly whole: number | undefined };
  /** The language of its findings, and so of the report around them. */
  readonly locale: Locale;
  /** Where it stands among the account's own posts. */
  readonly standings: readonly ReportedStanding[];
  readonly fix?: { readonly before: string; readonly after: string; readonly applied: readonly string[] };
}

/** Judges files and reports on standard output; the exit code is the worst of all files. */
async function lintFiles(shell: Shell, files: readonly string[], flags: LintFlags, locale: Locale): Promise<ExitCode> {
  const named = files.length === 0 ? ['-'] : files.flatMap((file) => draftsIn(shell.cwd, file));
  const loaders = await draftLoaders(shell, flags);
  const outcomes: Outcome[] = [];
  const failures: FailedDraft[] = [];
  const faults: FileFault[] = [];
  try {
    for (const file of named) {
      const name = draftName(file);
      try {
        outcomes.push(await judgeFile(shell, file, flags, loaders));
      } catch (error) {
        const known = await userMessage(error, locale);
        if (known === undefined) throw error;
        for (const message of known.lines) writeNotice(shell, `${name}: ${message}`);
        const unread = toFailures(name, error);
        failures.push(...unread);
        for (const [index, message] of known.lines.entries()) {
          faults.push({ file: name, kind: 'unread', message, line: unread[index]?.line ?? null });
        }
      }
    }
  } finally {
    loaders.history?.close();
  }
  for (const outcome of outcomes) {
    const { file } = outcome.judged;
    for (const message of scoreFailures(outcome)) faults.push({ file, kind: 'score', message, line: null });
  }
  const { format } = flags;
  if (format === 'text') await reportText(shell, outcomes, flags);
  else if (format === 'table') await reportTable(shell, outcomes, locale);
  else {
    // Loaded here only: a report for a person needs none of it.
    const { formatResults } = await import('../lint-formats.js');
    shell.stdout.write(await formatResults(shell, format, { outcomes, failures, faults }, locale));
  }
  if (flags.fix === true && flags.quiet !== true) {
    for (const { judged, fix, locale: own } of outcomes)
      writeNotice(shell, `${judged.file}: ${lintSentences(own).lint.fixed(fix?.applied.length ?? 0)}`);
  }
  // In CI the job is red: what made it so must be in its log.
  for (const { file, kind, message } of faults) {
    if (kind === 'score') writeNotice(shell, `${file}: ${message}`);
  }
  if (failures.length > 0) return EXIT.usage;
  return outcomes.some(fails) ? EXIT.findings : EXIT.done;
}

/** The faults of a file that could not be read, as data. */
function toFailures(file: string, error: unknown): FailedDraft[] {
  if (error instanceof DraftError) {
    return error.problems.map((problem) => {
      return { file, code: 'fault' in problem ? problem.fault.code : problem.code, line: problem.line };
    });
  }
  // The lines of a configuration are not those of the draft.
  if (error instanceof ConfigError) return error.faults.map(({ fault }) => ({ file, code: fault.code, line: null }));
  return [{ file, code: error instanceof UserError ? error.code : 'tooLong', line: null }];
}

/** Why a draft fails by its scores; an answer, which is not scored, never does. */
function scoreFailures({ judged, least, locale }: Outcome): string[] {
  const { textScore, score, unscored } = judged.report;
  if (unscored !== null) return [];
  const { belowText, belowWhole } = lintSentences(locale).lint;
  return [
    ...(least.text !== undefined && (textScore ?? 0) < least.text ? [belowText(textScore ?? 0, least.text)] : []),
    ...(least.whole !== undefined && (score ?? 0) < least.whole ? [belowWhole(score ?? 0, least.whole)] : []),
  ];
}

/** A draft fails by a finding of severity error, or by its scores, where it has any: an answer is not scored. */
function fails(outcome: Outcome): boolean {
  return outcome.judged.findings.some(({ severity }) => severity === 'error') || scoreFailures(outcome).length > 0;
}

async function judgeFile(shell: Shell, file: string, flags: LintFlags, loaders: DraftLoaders): Promise<Outcome> {
  if (file === '-' && flags.fix) throw new UserError((locale) => lintSentences(locale).lint.fixNeedsFile);
  const { name, path, file: draftFile, config, locale, options, reread } = await openDraft(shell, file, flags, loaders);
  const judge = ({ draft }: DraftFile): LintReport => lint(draft, options);
  const least = { text: flags.minText ?? config.minText, whole: flags.minScore ?? config.minScore };
  const standingsOf = async ({ draft }: DraftFile, { unscored }: LintReport): Promise<readonly ReportedStanding[]> =>
    unscored === null ? ((await loaders.history?.ownStandings(draft, options)) ?? []) : [];
  if (!flags.fix && !flags.fixDryRun) {
    const report = judge(draftFile);
    const standings = await standingsOf(draftFile, report);
    return { judged: locate(name, draftFile, report), least, locale, standings };
  }
  const { fixDraft } = await import('#lint/fix.js');
  const fixed = fixDraft(draftFile, { judge, reread });
  const after = writeSource(fixed.file, fixed.file.source);
  if (flags.fix && path !== undefined && fixed.applied.length > 0) await replaceFile(path, after);
  return {
    judged: locate(name, fixed.file, fixed.report),
    least,
    locale,
    standings: await standingsOf(fixed.file, fixed.report),
    fix: { before: draftFile.source, after: fixed.file.source, applied: fixed.applied },
  };
}

/** One line a draft. */
async function reportTable(shell: Shell, outcomes: readonly Outcome[], locale: Locale): Promise<void> {
  // Loaded here only: an ordinary report is no table.
  const { lintTable } = await import('#report/terminal/lint-table.js');
  const drafts = outcomes.map(({ judged }) => judged);
  for (const line of lintTable(drafts, { columns: terminalWidth(shell), locale })) shell.stdout.write(line);
}

async function reportText(shell: Shell, outcomes: readonly Outcome[], flags: LintFlags): Promise<void> {
  const color = wantsColor(shell, flags.color);
  const view = { color, columns: terminalWidth(shell), quiet: flags.quiet ?? false };
  const parts: string[] = [];
  for (const { judged, fix, locale, standings } of outcomes) {
    if (fix !== undefined && fix.applied.length > 0) {
      // Loaded here only: comparing words takes a library that few calls need.
      const { unifiedDiff } = await import('#report/diff.js');
      parts.push(unifiedDiff(judged.file, fix.before, fix.after, color));
    }
    parts.push(lintReport(judged, { ...view, locale }));
    if (standings.length > 0 && !view.quiet) {
      // Loaded here only: without a history nothing is said of the account.
      const { standingReport } = await import('#report/terminal/standing.js');
      parts.push(standingReport(standings, { ...view, locale }));
    }
  }
  const drafts = outcomes.map(({ judged }) => judged);
  const [first] = outcomes;
  if (first !== undefined && drafts.length > 1 && !view.quiet) {
    const { countFindings } = await import('#report/documents/drafts.js');
    parts.push(lintSummary(drafts, countFindings(drafts), first.locale));
  }
  shell.stdout.write(parts.join(view.quiet ? '' : '\n'));
}
