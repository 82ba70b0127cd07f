import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { withHistory } from '../history-database.js';
import { joinIntoBlocks, type Shell } from '../shell.js';
import { writeHistoryLines, writeHistoryTable } from '#history/formats/history-file.js';

interface ExportFlags {
  readonly db?: string;
  readonly format: 'jsonl' | 'csv';
  readonly output?: string;
}

/** `export`: all of the history as text, which can be imported again. */
export const registerExport: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('export'))
    .summary('write all of the history as text')
    .description(
      'Writes all of the history as JSON lines, or its posts with all observations as CSV; import reads both without loss.',
    )
    .addOption(formatOption(['jsonl', 'csv']))
    .option('-o, --output <file>', 'write this file instead of standard output; it is replaced when it is whole')
    .action(async (flags: ExportFlags) => finish(await exportCommand(shell, flags)));
};

async function exportCommand(shell: Shell, { db, format, output }: ExportFlags): Promise<ExitCode> {
  const signal = shell.interruption();
  return withHistory(shell, { db, readonly: true }, async ({ reader }) => {
    const contents = reader.contents();
    const pieces = format === 'csv' ? writeHistoryTable(contents) : writeHistoryLines(contents);
    try {
      if (output === undefined) await shell.writeAll(pieces, signal);
      else await writeWhole(resolve(shell.cwd, output), pieces, signal);
    } catch (cause) {
      if (!signal.aborted) throw cause;
      throw new UserError('interrupted', { cause, exitCode: EXIT.interrupted });
    }
    return EXIT.done;
  });
}

/** Writes a file whole or not at all: a new one beside it takes its place at the end. */
async function writeWhole(path: string, pieces: Iterable<string>, signal: AbortSignal): Promise<void> {
  const { randomUUID } = await import('node:crypto');
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
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    const exitCode = code === 'ENOSPC' ? EXIT.tryLater : EXIT.usage;
    throw new UserError(`${path} cannot be written (${code}): name a file in a folder that you may write`, {
      cause,
      exitCode,
    });
  }
}
