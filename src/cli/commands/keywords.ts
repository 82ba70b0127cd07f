import { basename, resolve } from 'node:path';
import { openFile } from '#history/formats/container.js';
import { readKeywords, type KeywordFileReport } from '#history/keywords.js';
import type { KeywordFigure } from '#history/ports.js';
import { refuseUnopened, Refusal } from '#history/refusal.js';
import { historySentences, storeProblemSentence } from '#locale/history.js';
import { queueSentences } from '#locale/queue.js';
import { budgetAt } from '#queue/budget.js';
import { keywordsForm, keywordsImportDocument } from '#report/documents/history.js';
import { asJson } from '#report/documents/json.js';
import type { KeywordsCountDocument } from '#report/documents/x-schemas.js';
import { keywordsTable } from '#report/terminal/history-lists.js';
import { keywordsImportReport } from '#report/terminal/import.js';
import { PRICES } from '#x/api/prices.js';
import type { CommandContext, Registration, LocalizedCommand } from '../command.js';
import { appBearer, asCallError } from '../credentials.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { printList } from '../history-list.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { csvMarkOption, csvSeparatorOption } from '../options/csv.js';
import { readDayOrInstant, readLanguage, toMoment, type DayOrInstant } from '../options/history.js';
import { openQueueIn } from '../queue/open.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT, type ExitCode, UserError } from '../user-error.js';
import { openClient } from '../wiring.js';
import { writeNotice } from '../notice.js';

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
      await withHistory(shell, { db: options.db, readonly: false, removeIfEmpty: true }, async (history) => {
        const reports: KeywordFileReport[] = [];
        for (const file of files) reports.push(await importFile(context, history, file, options));
        printReports(context, reports, history.file, options);
        finish(exitCodeFor(reports));
      });
    });

  registerCount(keywords, context);

  newCommand(keywords, 'list', sentences.list, { isDefault: true })
    .addOption(rowLimit(locale))
    .addOption(formatChoice(locale, ['text', 'json', 'csv']))
    .addOption(csvSeparatorOption(locale))
    .addOption(csvMarkOption(locale))
    .addOption(jsonOption(locale))
    .addOption(databaseOption(locale))
    .action(async (options) => {
      finish(
        await printList(context, options, {
          read: (reader, limit) => reader.keywords(limit),
          form: keywordsForm,
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
      if (cause instanceof Refusal) throw cause;
      throw refuseUnopened(path, cause);
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
        writeNotice(shell, `${report.file}: ${why}`);
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

/** What the figures are called where they are compared. */
const SOURCE = 'X';
const MEASURE = 'posts in 7 days';

/** A search for a word as it is written, reposts left out (docs.x.com, search operators). Quotes inside would end it. */
const toQuery = (word: string, language: string | undefined): string =>
  `"${word.replaceAll('"', ' ').trim()}" -is:retweet${language === undefined ? '' : ` lang:${language}`}`;

/** `keywords count`: how many recent posts contain a word, as a figure of demand. */
function registerCount(keywords: LocalizedCommand, { shell, locale, finish }: CommandContext): void {
  const { help, count: sentences } = queueSentences(locale);
  newCommand(keywords, 'count', help.count)
    .argument('<words...>', help.count.words)
    .addOption(option('--language <code>', help.count.language).argParser(readLanguage(locale)))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (words, flags) => {
      const { language } = flags;
      if (words.some((word) => word.trim() === '')) throw new UserError(sentences.emptyWord);
      await withHistory(shell, { db: flags.db, readonly: false }, async (history) => {
        const { store } = await openQueueIn(shell, flags, history);
        const cost = words.length * PRICES.counts;
        const { left } = await budgetAt(store, shell.now());
        if (cost > left) {
          throw new UserError(sentences.overBudget(words.length, cost, left), { exitCode: EXIT.tryLater });
        }
        const bearer = await appBearer(shell);
        const client = await openClient(shell, { tokens: bearer, bearer });
        const figures: KeywordFigure[] = [];
        for (const word of words) {
          const counted = await client.counts(toQuery(word, language));
          if (counted.kind !== 'done') throw asCallError(counted);
          await store.spend({ at: shell.now(), what: 'count', amount: PRICES.counts });
          const figure = {
            term: word.trim(),
            language: language ?? '',
            figure: counted.value.total,
            measure: MEASURE,
            source: SOURCE,
            reportedAt: shell.now(),
          };
          figures.push(figure);
          // One by one: what was paid for is kept, whatever becomes of the next.
          history.keywords.addKeywords([figure]);
        }
        const document: KeywordsCountDocument = {
          schema: 'tweetspan/keywords-count@1',
          language: language ?? null,
          counts: figures.map(({ term, figure }) => ({ term, posts: figure })),
          cost,
        };
        const width = Math.max(...figures.map(({ term }) => term.length));
        const lines = figures.map(({ term, figure }) => `${term.padEnd(width)}  ${sentences.posts(figure)}`);
        shell.stdout.write(
          flags.format === 'json' ? asJson(document) : `${[...lines, sentences.cost(cost)].join('\n')}\n`,
        );
      });
      finish(EXIT.done);
    });
}
