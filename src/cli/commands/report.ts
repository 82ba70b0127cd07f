import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { reportSentences } from '#locale/report.js';
import { timingSentences } from '#locale/timing.js';
import { asJson } from '#report/documents/json.js';
import { isEmptyReport } from '#report/documents/report.js';
import { accountReport } from '#report/terminal/report.js';
import { readReport } from '../account-report.js';
import type { Registration } from '../command.js';
import { readStretch } from '../files.js';
import { withHistory } from '../history-database.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { resolveZone, seedReader, zoneOption } from '../options/times.js';
import { writePage } from '../page-file.js';
import { terminalWidth, wantsColor, type Shell } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

const PAGE_FILE = 'report.html';
/** Where a page says what made it, in bytes from its beginning. */
const HEAD = 1024;

/** `report`: the account at a glance, as a summary and as a page. */
export const registerReport: Registration = (program, { shell, locale, finish }) => {
  const sentences = reportSentences(locale);
  newCommand(program, 'report', sentences.help)
    .option('--html', sentences.html)
    .option('-o, --output <file>', sentences.output)
    .addOption(zoneOption(locale, timingSentences(locale).options.zone))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(option('--seed <n>', timingSentences(locale).options.seed).argParser(seedReader(locale)).default(1))
    .action(async ({ html, output, zone: named, db, seed, format, color, quiet }) => {
      if (output !== undefined && html !== true) throw new UserError(sentences.outputNeedsHtml);
      const zone = resolveZone(shell, named);
      const document = await withHistory(shell, { db, readonly: true }, (open) =>
        readReport(shell, open, { db, zone, seed }),
      );
      if (html === true) {
        if (output === undefined) await requireOwnPage(shell, locale);
        // Loaded here only: drawing without a browser makes the run half as long again.
        const { reportPage } = await import('#report/html/report.js');
        await writePage(shell, output ?? PAGE_FILE, reportPage(document, locale), locale);
      }
      const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet, hasPage: html };
      const text = format === 'json' ? asJson(document) : accountReport(document, isEmptyReport(document), view);
      await shell.writeAll([text]);
      finish(EXIT.done);
    });
};

/** @throws UserError when a file that tweetspan did not write has the name that a page gets without one. */
async function requireOwnPage(shell: Shell, locale: Locale): Promise<void> {
  const path = resolve(shell.cwd, PAGE_FILE);
  if (!existsSync(path)) return;
  const { GENERATOR } = await import('#report/html/report.js');
  const head = new TextDecoder().decode(readStretch(path, 0, HEAD));
  if (!head.includes(`content="${GENERATOR}"`)) throw new UserError(reportSentences(locale).notOurs(PAGE_FILE));
}
