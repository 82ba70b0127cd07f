import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { writeHistoryLines } from '#history/formats/history-lines.js';
import { writeHistoryTable } from '#history/formats/history-table.js';
import { historySentences } from '#locale/history.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { databaseOption, formatChoice, newCommand, option } from '../options/common.js';
import { joinIntoBlocks } from '../output.js';
import { EXIT, UserError } from '../user-error.js';

/** `export`: the whole history as text, which can be imported again. */
export const registerExport: Registration = (program, { shell, locale, finish }) => {
  const sentences = historySentences(locale).export;
  newCommand(program, 'export', sentences.help)
    .addOption(formatChoice(locale, ['jsonl', 'csv']))
    .addOption(option('-o, --output <file>', sentences.output))
    .addOption(databaseOption(locale))
    .action(async ({ db, format, output }) => {
      const signal = shell.interruption();
      await withHistory(shell, { db, readonly: true }, async ({ reader }) => {
        const contents = reader.contents();
        const pieces = format === 'csv' ? writeHistoryTable(contents) : writeHistoryLines(contents);
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

/** Writes a file whole or not at all: a new one beside it takes its place at the end. */
async function writeWhole(
  path: string,
  pieces: Iterable<string>,
  { signal, locale }: { readonly signal: AbortSignal; readonly locale: Locale },
): Promise<void> {
  const temporaryPath = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = openSync(temporaryPath, 'wx', 0o600);
    try {
      for (const block of joinIntoBlocks(pieces)) {
        writeSync(handle, block);
        // A turn of the event loop, in which an interruption can be heard.
        await new Promise((done) => setImmediate(done));
        signal.throwIfAborted();
      }
    } finally {
      closeSync(handle);
    }
    renameSync(temporaryPath, path);
  } catch (cause) {
    rmSync(temporaryPath, { force: true });
    const { code = '', syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    const exitCode = code === 'ENOSPC' ? EXIT.tryLater : EXIT.usage;
    throw new UserError(historySentences(locale).notWritten(path, code), { cause, exitCode });
  }
}
