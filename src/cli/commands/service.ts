import { existsSync, rmSync } from 'node:fs';
import { systemSentences } from '#locale/system.js';
import type { CommandContext, LocalizedCommand, Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { databaseFile, databaseOption, newCommand, newGroup, option } from '../options/common.js';
import { findManager, inspectServiceFile, noService, reachManager } from '../service/find-manager.js';
import { notCarried, serviceSettings } from '../service/manager.js';
import { EXIT, userMessage, UserError } from '../user-error.js';
import { putFile } from '../files.js';
import { writeNotice } from '../notice.js';

/** Readable by all: it holds no secret. */
const MODE = 0o644;

/** `service`: systemd or launchd runs the queue. */
export const registerService: Registration = (program, context) => {
  const group = newGroup(program, 'service', systemSentences(context.locale).service.help.service);
  for (const register of [registerInstall, registerStatus, registerRemove, registerPrint]) register(group, context);
};

const printTo =
  ({ stdout }: CommandContext['shell']) =>
  (...lines: readonly string[]): void => {
    for (const line of lines) stdout.write(`${line}\n`);
  };

/** Writes the file of the service and starts it; a second time puts the new one in its place. */
function registerInstall(group: LocalizedCommand, { shell, locale, finish }: CommandContext): void {
  const sentences = systemSentences(locale).service;
  newCommand(group, 'install', sentences.help.install)
    .addOption(databaseOption(locale))
    .action(async ({ db, quiet }) => {
      const print = printTo(shell);
      const settings = serviceSettings(shell, { db, locale });
      const manager = await reachManager(shell, settings);
      const { file } = manager;
      const wasThere = existsSync(file);
      await putFile(file, manager.render(settings), MODE);
      print(wasThere ? sentences.updated(file) : sentences.written(file));
      await manager.start(wasThere);
      if (quiet !== true) {
        print(sentences.started);
        const lingers = manager.endsAtLogOut ? await manager.lingers() : true;
        if (lingers !== true) print(sentences.linger);
        print(sentences.log(manager.log));
        if (/[\\/]_npx[\\/]/.test(settings.script)) print(sentences.temporary);
      }
      const { keys, proxies } = notCarried(shell);
      if (keys.length > 0) writeNotice(shell, sentences.keysInShell(keys));
      for (const name of proxies) writeNotice(shell, sentences.proxyWithPassword(name));
      finish(EXIT.done);
    });
}

/** Whether the service is installed, runs and still can be started; exit code 1 when not. */
function registerStatus(group: LocalizedCommand, context: CommandContext): void {
  const { shell, locale, finish } = context;
  const sentences = systemSentences(locale).service;
  newCommand(group, 'status', sentences.help.status)
    .addOption(databaseOption(locale))
    .action(async ({ db }) => {
      const print = printTo(shell);
      const settings = serviceSettings(shell, { db, locale });
      const manager = await reachManager(shell, settings);
      if (!existsSync(manager.file)) {
        print(sentences.notInstalled);
        return finish(EXIT.findings);
      }
      const { startsAtLogIn, isActive, detail } = await manager.state();
      const { missing, different } = inspectServiceFile(manager, settings);
      const differentHere = db === undefined ? different : different.filter((name) => name !== 'TWEETSPAN_DB');
      print(
        sentences.installed(manager.file),
        ...missing.map(sentences.missing),
        sentences.startsAtLogIn(startsAtLogIn),
        sentences.running(isActive, detail),
        ...((await manager.lingers()) === false ? [sentences.lingerOff] : []),
        ...(differentHere.length === 0 ? [] : [sentences.different(differentHere)]),
        ...(await heartbeatLines(context, db)),
      );
      finish(isActive && missing.length === 0 ? EXIT.done : EXIT.findings);
    });
}

/** The heartbeats in the queue, of all processes; one line at least. */
async function heartbeatLines({ shell, locale }: CommandContext, db: string | undefined): Promise<readonly string[]> {
  const { noHeartbeat, heartbeat, heartbeatUnknown } = systemSentences(locale).service;
  if (!existsSync(databaseFile(shell, db))) return [noHeartbeat];
  try {
    const workers = await withHistory(shell, { db, readonly: true }, ({ queue }) => queue.workers(shell.now()));
    if (workers.length === 0) return [noHeartbeat];
    return workers.map(({ pid, host, silentFor }) => heartbeat(pid, host, Math.max(0, silentFor)));
  } catch (error) {
    // That the queue cannot be read must not hide how the service is.
    const message = await userMessage(error, locale);
    if (message === undefined) throw error;
    return [heartbeatUnknown(message.lines.join('; '))];
  }
}

/** Stops the service and deletes its file. */
function registerRemove(group: LocalizedCommand, { shell, locale, finish }: CommandContext): void {
  const sentences = systemSentences(locale).service;
  newCommand(group, 'remove', sentences.help.remove).action(async () => {
    const print = printTo(shell);
    const manager = await reachManager(shell, serviceSettings(shell, { db: undefined, locale }));
    const { file } = manager;
    if (!existsSync(file)) {
      print(sentences.nothingToRemove(file));
      return finish(EXIT.done);
    }
    await manager.stop();
    try {
      rmSync(file);
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException;
      throw new UserError(sentences.notDeleted(file, code), { cause });
    }
    await manager.forget();
    print(sentences.removed(file));
    finish(EXIT.done);
  });
}

/** Prints what `install` would write. */
function registerPrint(group: LocalizedCommand, { shell, locale, finish }: CommandContext): void {
  const sentences = systemSentences(locale).service;
  newCommand(group, 'print', sentences.help.print)
    .addOption(option('--manager <name>', sentences.manager).choices(['systemd', 'launchd']))
    .addOption(databaseOption(locale))
    .action(({ manager: name, db }) => {
      const settings = serviceSettings(shell, { db, locale });
      const manager = findManager(shell, name);
      if (manager === undefined) throw noService(shell, settings);
      shell.stdout.write(manager.render(settings));
      finish(EXIT.done);
    });
}
