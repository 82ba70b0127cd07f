import { chmodSync, copyFileSync, existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { historySentences } from '#locale/history.js';
import { adopt, missingFrom } from '#queue/restored.js';
import { contentsFault, emptyLog, openDatabase } from '#store/database.js';
import { StoreError } from '#store/errors.js';
import { takeDaemonLock } from '#store/queue/daemon-lock.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { databaseFile, databaseOption, newCommand } from '../options/common.js';
import { openCustody } from '../queue/custody.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

/** What SQLite keeps beside a file: of another file it would damage the one that is put in its place. */
const BESIDE = ['', '-wal', '-shm'] as const;

/** `restore`: a backup in the place of the history. */
export const registerRestore: Registration = (program, { shell, locale, finish }) => {
  const sentences = historySentences(locale).restore;
  newCommand(program, 'restore', sentences.help)
    .argument('<file>', sentences.file)
    .addOption(databaseOption(locale))
    .action(async (file, { db }) => {
      const backup = resolve(shell.cwd, file);
      const target = databaseFile(shell, db);
      if (backup === resolve(shell.cwd, target)) throw new UserError(sentences.sameFile(target));
      await checkBackup(shell, backup);
      const lock = await takeDaemonLock(target, { nodeVersion: shell.nodeVersion });
      if (lock === undefined) throw new UserError(sentences.isRunning(target), { exitCode: EXIT.tryLater });
      try {
        const aside = await putAside(shell, target);
        copyFileSync(backup, `${target}.new`);
        // The history is its user's own.
        chmodSync(`${target}.new`, 0o600);
        renameSync(`${target}.new`, target);
        const isCopy = await holdUntilRead(shell, target);
        const lines = [
          sentences.done(backup, target),
          ...(aside === undefined ? [] : [sentences.aside(aside)]),
          isCopy ? sentences.thenAdopt : sentences.thenRead,
        ];
        shell.stdout.write(`${lines.join('\n')}\n`);
      } finally {
        lock.release();
      }
      finish(EXIT.done);
    });
};

/** @throws UserError when a file is not there, no history, or a damaged one; StoreError for one of another version. */
async function checkBackup(shell: Shell, file: string): Promise<void> {
  const sentences = (locale: Locale) => historySentences(locale).restore;
  if (!existsSync(file)) throw new UserError((locale) => sentences(locale).noFile(file));
  try {
    const database = await openDatabase(file, { nodeVersion: shell.nodeVersion, readonly: true, busyTimeout: 1000 });
    try {
      if (contentsFault(database) !== undefined) throw new StoreError('corrupt', { file });
    } finally {
      database.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError && error.problem === 'corrupt')) throw error;
    throw new UserError((locale) => sentences(locale).notABackup(file), { cause: error });
  }
}

/** Moves what lies in the place of the history to a name of its own; answers that, undefined when nothing lies there. */
async function putAside(shell: Shell, target: string): Promise<string | undefined> {
  if (!existsSync(target)) return undefined;
  try {
    const database = await openDatabase(target, { nodeVersion: shell.nodeVersion, busyTimeout: 5000 });
    emptyLog(database);
    database.close();
  } catch {
    // A damaged one is kept as it is, with what lies beside it.
  }
  const aside = `${target}.${new Date(shell.now()).toISOString().replace(/[-:]|\.\d+/g, '')}`;
  for (const beside of BESIDE) if (existsSync(target + beside)) renameSync(target + beside, aside + beside);
  return aside;
}

/** Has nothing sent before the account's posts were read; answers whether a person has to adopt the history besides. */
function holdUntilRead(shell: Shell, db: string): Promise<boolean> {
  return withHistory(shell, { db, readonly: false, durable: true }, async (history) => {
    const custody = await openCustody(shell, history);
    if ((await custody.check()) === 'copied') return true;
    const ports = { store: history.queue, custody, now: () => shell.now(), log: () => undefined };
    await adopt(ports, await missingFrom(ports));
    return false;
  });
}
