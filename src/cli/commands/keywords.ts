import { basename, resolve } from 'node:path';
import { openFile } from '#history/formats/container.js';
import { readKeywords, type KeywordFileReport } from '#history/keywords.js';
import { Refusal } from '#history/refusal.js';
import { historySentences, storeProblemSentence } from '#locale/history.js';
import { keywordsDocument, keywordsImportDocument, keywordsRows } from '#report/documents/history.js';
import { asJson } from '#report/documents/json.js';
import { keywordsTable } from '#report/terminal/history-lists.js';
import { keywordsImportReport } from '#report/terminal/import.js';
import { visible } from '#report/terminal/width.js';
import type { CommandContext, Registration } from '../command.js';
import { registerKeywordsCount } from './keywords-count.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { printList } from '../history-list.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { readDayOrInstant, readLanguage, toMoment, type DayOrInstant } from '../options/history.js';
import { terminalWidth } from '../shell.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, type ExitCode } from '../user-error.js';

/** `keywords`: search volumes, from the user's own exports and from X. */
export const registerKeywords: Registration = (program, context) => {
  const { shell, locale, finish } = context;
  const sentences = historySentences(locale).keywords;
  const keywords = program.command('keywords').describe(sentences.help);

  const { importing } = sentences;
  newCommand(keywords, 'import', importing.help)
    .argument('<files...>', importing.files)
    .addOption(option('--language <code>', importing.language).argParser(readLanguage(locale)))
    .addOption(option('--source <name>', importing.source))
    .addOption(option('--as-of <date>', importing.asOf).argParser(readDayOrInstant(locale)))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(databaseOption(locale))
    .action(async (files, options) => {
      await withHistory(shell, { db: options.db, readonly: false }, async (history) => {
        const reports: KeywordFileReport[] = [];
        for (const file of files) reports.push(await importFile(context, history, file, options));
        printReports(context, reports, history.file, options);
        finish(exitCodeFor(reports));
      });
    });

  registerKeywordsCount(keywords, readLanguage(locale));

  newCommand(keywords, 'list', sentences.list, { isDefault: true })
    .addOption(rowLimit(locale))
    .addOption(formatChoice(locale, ['text', 'json', 'csv']))
    .addOption(jsonOption(locale))
    .addOption(databaseOption(locale))
    .action(async (options) => {
      finish(
        await printList(context, options, {
          read: (reader, limit) => reader.keywords(limit),
          asDocument: keywordsDocument,
          asRows: keywordsRows,
          asTable: keywordsTable,
        }),
      );
    });
};

interface KeywordOptions {
  readonly language?: string | undefined;
  readonly source?: string | undefined;
  readonly asOf?: DayOrInstant | undefined;
}

async function importFile(
  { shell }: CommandContext,
  history: OpenHistory,
  path: string,
  { language, source, asOf }: KeywordOptions,
): Promise<KeywordFileReport> {
  const file = basename(path);
  try {
    const opened = await openFile(resolve(shell.cwd, path)).catch((cause: unknown) => {
      throw new Refusal('missing', { path }, { cause });
    });
    const { figures, format, skipped } = await readKeywords(opened, {
      now: Math.min(asOf === undefined ? Infinity : toMoment(asOf), shell.now()),
      ...(language === undefined ? {} : { language }),
      ...(source === undefined ? {} : { source }),
    });
    const added = history.keywords.addKeywords(figures);
    return { status: 'imported', file, format, read: figures.length, added, skipped };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 'refused', file, reason: error.problem, data: error.data };
  }
}

function printReports(
  { shell, locale }: CommandContext,
  reports: readonly KeywordFileReport[],
  database: string,
  { format, color }: { readonly format: 'text' | 'json'; readonly color?: boolean | undefined },
): void {
  if (format === 'json') {
    for (const report of reports) {
      if (report.status === 'refused') {
        const why = storeProblemSentence(report.reason, report.data, locale);
        shell.stderr.write(`tweetspan: ${visible(`${report.file}: ${why}`)}\n`);
      }
    }
    shell.stdout.write(asJson(keywordsImportDocument(reports, database)));
    return;
  }
  const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale };
  shell.stdout.write(keywordsImportReport(reports, view));
}

function exitCodeFor(reports: readonly KeywordFileReport[]): ExitCode {
  const refused = reports.filter(({ status }) => status === 'refused').length;
  if (refused === 0) return EXIT.done;
  return refused < reports.length ? EXIT.findings : EXIT.usage;
}
