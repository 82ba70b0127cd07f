import { resolve } from 'node:path';
import { lazy } from '#base/lazy.js';
import { importPaths, type FileReport, type ImportReport } from '#history/import.js';
import { count } from '#locale/format.js';
import { historySentences, storeProblemSentence } from '#locale/history.js';
import { importDocument } from '#report/documents/history.js';
import { openZone } from '#timing/clock/zone.js';
import { asJson } from '#report/documents/json.js';
import { importReport } from '#report/terminal/import.js';
import { oneLine } from '#report/terminal/width.js';
import type { CommandContext, Registration } from '../command.js';
import { FIRST_POST } from '../history-list.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { readDayOrInstant, readHandle, readSite, toMoment, type DayOrInstant } from '../options/history.js';
import { resolveZone, zoneOption } from '../options/times.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { openProgress } from '../terminal/progress.js';
import { EXIT, exitCodeForProblem, UserError, type ExitCode } from '../user-error.js';
import { writeNotice } from '../notice.js';

const DAY = 86_400_000;

/** `import`: exports of X into the history. */
export const registerImport: Registration = (program, context) => {
  const { shell, locale, finish } = context;
  const sentences = historySentences(locale).import;
  const readAnotherHandle = readHandle(locale);
  newCommand(program, 'import', sentences.help)
    .argument('<paths...>', sentences.paths)
    .addOption(option('--observed-at <date>', sentences.observedAt).argParser(readDayOrInstant(locale)))
    .addOption(
      option('--also-known-as <handle>', sentences.alsoKnownAs)
        .argParser((value, before: readonly string[]) => [...before, readAnotherHandle(value)])
        .default([] as readonly string[]),
    )
    .addOption(option('--site <host>', sentences.site).argParser(readSite(locale)))
    .addOption(zoneOption(locale, sentences.zone))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(databaseOption(locale))
    .action(async (paths, options) => {
      const now = shell.now();
      const observedAt = readObservedAt(options.observedAt, now, sentences.inFuture);
      // Before the history is opened: what is begun from here on is ended by us.
      const signal = shell.interruption();
      await withHistory(
        shell,
        { db: options.db, readonly: false, removeIfEmpty: true, shares: true },
        async (history) => {
          const report = await runImport(context, history, paths, {
            ...options,
            zone: resolveZone(shell, options.zone),
            observedAt,
            now,
            signal,
          });
          await printReport(context, report, history.file, options);
          finish(exitCodeFor(report));
        },
      );
    });
};

/** Counters of today cannot have been read tonight: never later than now. */
function readObservedAt(requested: DayOrInstant | undefined, now: number, inFuture: string): number | undefined {
  if (requested === undefined) return undefined;
  const moment = toMoment(requested);
  if (moment - DAY > now) throw new UserError(inFuture);
  return Math.min(moment, now);
}

/** A file as its user would name it: below the folder that they stand in, without that folder. */
function withShownName(report: FileReport, cwd: string): FileReport {
  const shorten = (text: string): string => text.replaceAll(`${cwd}/`, '');
  const file = shorten(report.file);
  if (report.status === 'imported') return { ...report, file };
  const data = Object.entries(report.data).map(([key, value]) => [
    key,
    typeof value === 'string' ? shorten(value) : (value as unknown),
  ]);
  return { ...report, file, data: Object.fromEntries(data) as object };
}

interface ImportSettings {
  readonly observedAt: number | undefined;
  readonly alsoKnownAs: readonly string[];
  readonly site?: string | undefined;
  readonly zone: string;
  readonly color?: boolean | undefined;
  readonly now: number;
  readonly signal: AbortSignal;
}

async function runImport(
  { shell, locale }: CommandContext,
  history: OpenHistory,
  paths: readonly string[],
  { observedAt, alsoKnownAs, site, zone, color, now, signal }: ImportSettings,
): Promise<ImportReport> {
  const progress = await openProgress(shell, wantsColor({ ...shell, stdout: shell.stderr }, color), '…');
  let imported = 0;
  const clock = lazy(() => openZone(zone, FIRST_POST, now + DAY));
  try {
    const report = await importPaths(
      paths.map((path) => resolve(shell.cwd, path)),
      history.writer,
      {
        now,
        alsoKnownAs,
        signal,
        toInstant: (localTime) => clock().toInstant(localTime).at,
        ...(site === undefined ? {} : { site }),
        ...(observedAt === undefined ? {} : { observedAt }),
        onProgress: ({ file, rows }) =>
          progress.say(`${oneLine(file.replace(`${shell.cwd}/`, ''))} · ${count(rows, locale)}`),
        onFile: () => (imported += 1),
      },
    );
    return { ...report, files: report.files.map((file) => withShownName(file, shell.cwd)) };
  } catch (cause) {
    if (!signal.aborted) throw cause;
    throw new UserError(historySentences(locale).import.interrupted(imported), { cause, exitCode: EXIT.interrupted });
  } finally {
    progress.stop();
  }
}

async function printReport(
  { shell, locale }: CommandContext,
  report: ImportReport,
  database: string,
  {
    format,
    color,
    quiet,
  }: { readonly format: 'text' | 'json'; readonly color?: boolean | undefined; readonly quiet?: boolean | undefined },
): Promise<void> {
  if (format === 'json') {
    for (const file of report.files) {
      if (file.status === 'refused') {
        writeNotice(shell, `${file.file}: ${storeProblemSentence(file.reason, file.data, locale)}`);
      }
    }
    shell.stdout.write(asJson(importDocument(report, database)));
    return;
  }
  const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet: quiet ?? false };
  shell.stdout.write(importReport(report, database, view));
}

/** Whether an archive lacks posts that its own list promises. */
const isIncomplete = (file: FileReport): file is Extract<FileReport, { status: 'imported' }> =>
  file.status === 'imported' &&
  file.remarks.some(
    (remark) => remark.id === 'part-missing' || (remark.id === 'count-mismatch' && remark.read < remark.declaredCount),
  );

/** 1 when part of it could be read; when nothing could, what ended the import decides. */
function exitCodeFor({ files, stopped }: ImportReport): ExitCode {
  const isUnread = (file: FileReport): boolean =>
    file.status === 'refused' || (isIncomplete(file) && file.tally.rows === 0);
  const unread = files.filter(isUnread).length;
  if (unread === 0) return files.some(isIncomplete) ? EXIT.findings : EXIT.done;
  if (unread < files.length) return EXIT.findings;
  return stopped === undefined ? EXIT.usage : exitCodeForProblem(stopped);
}
