import { basename, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { asJson } from '#report/documents/json.js';
import { isLanguageCode } from '#tweet/language.js';
import { wantsColor } from '../terminal/color.js';
import { formatOption, limitOption, readMoment, withDatabase, type CommonFlags } from '../options/common.js';
import type { Registration } from '../command.js';
import { EXIT, type ExitCode } from '../user-error.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { printList, type ListFlags } from '../history-list.js';
import { registerKeywordsCount } from './keywords-count.js';
import { terminalWidth, type Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import {
  keywordsDocument,
  type KeywordFileReport,
  keywordsRows,
  keywordsImportDocument,
} from '#report/documents/history.js';
import { keywordsTable } from '#report/terminal/history-lists.js';
import { keywordsImportReport } from '#report/terminal/keywords-import.js';

interface KeywordsFlags extends CommonFlags {
  readonly db?: string;
  readonly language?: string;
  readonly source?: string;
  readonly reportedAt?: number;
  readonly format: 'text' | 'json';
}

function readLanguage(value: string): string {
  if (!isLanguageCode(value))
    throw new InvalidArgumentError('It must be a two-letter code such as fr or en (ISO 639-1).');
  return value;
}

/** `keywords`: figures of demand, from the user's own exports. */
export const registerKeywords: Registration = (program, { shell, finish }) => {
  const keywords = program
    .command('keywords')
    .summary('read and list figures of demand for words')
    .description('Reads and lists figures of how much words are searched, from your own exports.');

  withDatabase(keywords.command('import'))
    .description('Reads exports of Google Search Console, Trends or Keyword Planner, and plain lists term,figure.')
    .argument('<files...>', 'CSV files')
    .option('--language <code>', 'language of the terms, where the file does not tell', readLanguage)
    .option('--source <name>', 'name of the source of a plain list (default: the name of the file)')
    .option('--told-at <date>', 'when the figures were told, where the file does not say (default: now)', readMoment)
    .addOption(formatOption(['text', 'json'], 'form of the report'))
    .action(async (files: string[], flags: KeywordsFlags) => finish(await importKeywords(shell, files, flags)));

  registerKeywordsCount(keywords, readLanguage);

  withDatabase(keywords.command('list', { isDefault: true }))
    .description('Lists the latest figure of each term and source, the largest first.')
    .addOption(limitOption())
    .addOption(formatOption(['text', 'json', 'csv']))
    .action(async (flags: ListFlags) => {
      finish(
        await printList(shell, flags, {
          read: (reader, limit) => reader.keywords(limit),
          asDocument: keywordsDocument,
          asRows: keywordsRows,
          asTable: keywordsTable,
        }),
      );
    });
};

async function importKeywords(shell: Shell, files: readonly string[], flags: KeywordsFlags): Promise<ExitCode> {
  return withHistory(shell, { db: flags.db, readonly: false }, async (history) => {
    const reports: KeywordFileReport[] = [];
    for (const file of files) reports.push(await importFile(shell, history, file, flags));
    await printReports(shell, reports, history.file, flags);
    const refused = reports.filter(({ status }) => status === 'refused').length;
    if (refused === 0) return EXIT.done;
    return refused < reports.length ? EXIT.findings : EXIT.usage;
  });
}

async function importFile(
  shell: Shell,
  history: OpenHistory,
  path: string,
  { language, source, reportedAt }: KeywordsFlags,
): Promise<KeywordFileReport> {
  const { openFile } = await import('#history/formats/container.js');
  const { readKeywords } = await import('#history/keywords.js');
  const { Refusal } = await import('#history/refusal.js');
  const file = basename(path);
  try {
    const opened = await openFile(resolve(shell.cwd, path)).catch((cause: unknown) => {
      throw new Refusal('missing', `${path} cannot be read: check the path and its rights`, { cause });
    });
    const { figures, format, skipped } = await readKeywords(opened, {
      now: Math.min(reportedAt ?? Infinity, shell.now()),
      ...(language === undefined ? {} : { language }),
      ...(source === undefined ? {} : { source }),
    });
    return {
      status: 'imported',
      file,
      format,
      read: figures.length,
      added: history.keywords.addKeywords(figures),
      skipped,
    };
  } catch (error) {
    if (error instanceof Refusal) return { status: 'refused', file, reason: error.reason, message: error.message };
    throw error;
  }
}

async function printReports(
  shell: Shell,
  reports: readonly KeywordFileReport[],
  database: string,
  flags: KeywordsFlags,
): Promise<void> {
  if (flags.format === 'json') {
    for (const report of reports) {
      if (report.status === 'refused') shell.stderr.write(`tweetspan: ${report.file}: ${report.message}\n`);
    }
    shell.stdout.write(asJson(keywordsImportDocument(reports, database)));
    return;
  }
  shell.stdout.write(
    keywordsImportReport(reports, {
      color: wantsColor(shell, flags.color),
      columns: terminalWidth(shell),
      locale: resolveLocale(shell, flags.locale),
    }),
  );
}
