import { resolve } from 'node:path';
import { asJson } from '#report/documents/json.js';
import { visible } from '#report/terminal/width.js';
import { wantsColor } from '../terminal/color.js';
import { formatOption, readHandle, readMoment, withDatabase, type CommonFlags } from '../options/common.js';
import type { Registration } from '../command.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { exitCodeForProblem, withHistory, type OpenHistory } from '../history-database.js';
import { openProgress } from '../terminal/progress.js';
import { terminalWidth, type Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import { importPaths, type FileReport, type ImportReport } from '#history/import.js';
import { importDocument } from '#report/documents/history.js';
import { importReport } from '#report/terminal/import.js';

interface ImportFlags extends CommonFlags {
  readonly db?: string;
  readonly observedAt?: number;
  readonly alsoKnownAs: readonly string[];
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

/** `import`: exports of X into the history. */
export const registerImport: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('import'))
    .summary('read exports of X into the history')
    .description(
      'Reads archives, analytics exports and tables of posts into the history; the same again changes nothing.',
    )
    .argument('<paths...>', 'archives (zip or folder), CSV, JSON or JSON lines')
    .option('--observed-at <date>', 'when the counters were read, for files that do not tell', readMoment)
    .option(
      '--also-known-as <handle>',
      'a further handle of the account, which was renamed; may be repeated',
      (value: string, before: readonly string[]) => [...before, readHandle(value)],
      [],
    )
    .addOption(formatOption(['text', 'json'], 'form of the report'))
    .option('-q, --quiet', 'a line for each file')
    .addHelpText(
      'after',
      `
What is read: an archive of X (zip or folder; a part such as data/tweets.js will do), the archive of 2012 to 2019, the
"By Tweet" and "Content" exports of analytics, timelines of the API, what "tweetspan export" writes, and tables or JSON
lines with id and text; further columns: at (2026-01-31T18:00Z), kind, language, links, likes, reposts, replies, quotes,
impressions …, observedAt.`,
    )
    .action(async (paths: string[], flags: ImportFlags) => finish(await importCommand(shell, paths, flags)));
};

async function importCommand(shell: Shell, paths: readonly string[], flags: ImportFlags): Promise<ExitCode> {
  const now = shell.now();
  if (flags.observedAt !== undefined && flags.observedAt - 86_400_000 > now) {
    throw new UserError('--observed-at lies ahead: give the day on which the counters were read');
  }
  // Before the history is opened: what is begun from here on is ended by us.
  const signal = shell.interruption();
  return withHistory(shell, { db: flags.db, readonly: false }, async (history) => {
    const report = await runImport(shell, history, paths, flags, { now, signal });
    await printReport(shell, report, history.file, flags);
    return exitCodeFor(report);
  });
}

/** A file as its user would name it: below the folder that they stand in, without that folder. */
function withShownName(file: FileReport, cwd: string): FileReport {
  const shorter = (text: string): string => text.replaceAll(`${cwd}/`, '');
  if (file.status === 'imported') return { ...file, file: shorter(file.file) };
  return { ...file, file: shorter(file.file), message: shorter(file.message) };
}

async function runImport(
  shell: Shell,
  history: OpenHistory,
  paths: readonly string[],
  { observedAt, alsoKnownAs, locale: requestedUi, color }: ImportFlags,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal },
): Promise<ImportReport> {
  const progress = await openProgress(shell, wantsColor({ ...shell, stdout: shell.stderr }, color), '…');
  const locale = resolveLocale(shell, requestedUi);
  let imported = 0;
  try {
    const report = await importPaths(
      paths.map((path) => resolve(shell.cwd, path)),
      history.writer,
      {
        now,
        alsoKnownAs,
        signal,
        // Counters of today cannot have been read tonight.
        ...(observedAt === undefined ? {} : { observedAt: Math.min(observedAt, now) }),
        onProgress: ({ file, rows }) =>
          progress.say(`${visible(file.replace(`${shell.cwd}/`, ''))} · ${rows.toLocaleString(locale)}`),
        onFile: () => (imported += 1),
      },
    );
    return { ...report, files: report.files.map((file) => withShownName(file, shell.cwd)) };
  } catch (cause) {
    if (!signal.aborted) throw cause;
    const kept = imported === 0 ? 'nothing was imported' : `${imported} done before it, which stay imported`;
    throw new UserError(`interrupted: the file in work was given up whole (${kept})`, {
      cause,
      exitCode: EXIT.interrupted,
    });
  } finally {
    progress.stop();
  }
}

async function printReport(shell: Shell, report: ImportReport, database: string, flags: ImportFlags): Promise<void> {
  if (flags.format === 'json') {
    for (const file of report.files) {
      if (file.status === 'refused') shell.stderr.write(`tweetspan: ${file.file}: ${file.message}\n`);
    }
    shell.stdout.write(asJson(importDocument(report, database)));
    return;
  }
  shell.stdout.write(
    importReport(report, database, {
      color: wantsColor(shell, flags.color),
      columns: terminalWidth(shell),
      locale: resolveLocale(shell, flags.locale),
      quiet: flags.quiet ?? false,
    }),
  );
}

/** 1 when some files were refused and others not; when all were, what ended the import decides. */
function exitCodeFor({ files, stopped }: ImportReport): ExitCode {
  const refused = files.filter(({ status }) => status === 'refused').length;
  if (refused === 0) return EXIT.done;
  if (refused < files.length) return EXIT.findings;
  return (stopped === undefined ? undefined : exitCodeForProblem(stopped)) ?? EXIT.usage;
}
