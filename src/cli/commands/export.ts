import { resolve } from 'node:path';
import { writeHistoryLines } from '#history/formats/history-lines.js';
import { writeHistoryTable } from '#history/formats/history-table.js';
import { historySentences } from '#locale/history.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { databaseOption, formatChoice, newCommand, option } from '../options/common.js';
import { csvMarkOption, csvSeparatorOption, csvStyle } from '../options/csv.js';
import { EXIT, UserError } from '../user-error.js';
import { writeWhole } from '../write-whole.js';

/** `export`: the whole history as text, which can be imported again. */
export const registerExport: Registration = (program, { shell, locale, finish }) => {
  const sentences = historySentences(locale).export;
  newCommand(program, 'export', sentences.help)
    .addOption(formatChoice(locale, ['jsonl', 'csv']))
    .addOption(csvSeparatorOption(locale))
    .addOption(csvMarkOption(locale))
    .addOption(option('-o, --output <file>', sentences.output))
    .addOption(databaseOption(locale))
    .action(async ({ db, format, output, ...csv }) => {
      const signal = shell.interruption();
      await withHistory(shell, { db, readonly: true }, async ({ reader }) => {
        const contents = reader.contents();
        const pieces = format === 'csv' ? writeHistoryTable(contents, csvStyle(csv)) : writeHistoryLines(contents);
        try {
          if (output === undefined) await shell.writeAll(pieces, signal);
          else await writeWhole(resolve(shell.cwd, output), pieces, { signal, locale });
        } catch (cause) {
          if (!signal.aborted) throw cause;
          throw new UserError(sentences.interrupted, { cause, exitCode: EXIT.interrupted });
        }
      });
      finish(EXIT.done);
    });
};
