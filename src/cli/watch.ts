import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locale } from '#base/locale.js';
import { setupSentences } from '#locale/setup.js';
import { draftsIn } from './files.js';
import type { Shell } from './shell.js';
import { EXIT, UserError, type ExitCode } from './user-error.js';

/** Between two looks at the files, ms: soon enough after a save, and nothing for the processor. @source own choice */
const EVERY = 200;

/** What is watched, and how a look at the changed files is reported. */
export interface Watching {
  readonly files: readonly string[];
  readonly format: string;
  readonly locale: Locale;
  readonly judge: (changed: readonly string[]) => Promise<ExitCode>;
  /** Ends after the time between two looks; rejects when it is interrupted. */
  readonly wait?: (signal: AbortSignal) => Promise<unknown>;
}

/**
 * Judges drafts, and each of them again whenever it was saved, until Ctrl-C. Files are looked at rather than announced
 * by the system: editors that replace a file, and network disks, announce nothing that can be relied on.
 * @returns the exit code of the last look.
 * @throws UserError for standard input, and for formats that hold one document.
 */
export async function watchDrafts(shell: Shell, watching: Watching): Promise<ExitCode> {
  const { files, format, locale, judge, wait = (signal) => pause(EVERY, undefined, { signal }) } = watching;
  const { needsFile, needsText, waiting } = setupSentences(locale).watch;
  if (files.length === 0 || files.includes('-')) throw new UserError(needsFile);
  if (format !== 'text' && format !== 'table') throw new UserError(needsText(format));
  const signal = shell.interruption();
  const seen = new Map<string, string>();
  let answer: ExitCode = EXIT.done;
  while (!signal.aborted) {
    const present = files.flatMap((file) => draftsIn(shell.cwd, file));
    const changed = present.filter((file) => seen.get(file) !== stateOf(shell, file));
    for (const file of changed) seen.set(file, stateOf(shell, file));
    if (changed.length > 0) {
      answer = await judge(changed);
      shell.stderr.write(`${waiting}\n`);
    }
    await wait(signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
  return answer;
}

/** What changes when a file is saved, even by one that takes its place. */
function stateOf({ cwd }: Shell, file: string): string {
  const info = statSync(resolve(cwd, file), { throwIfNoEntry: false });
  return info === undefined ? '' : `${info.ino} ${info.mtimeMs} ${info.size}`;
}
