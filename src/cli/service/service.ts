import { existsSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locale } from '#base/locale.js';
import type { ServiceFacts } from '#doctor/facts.js';
import { colon, span } from '#locale/format.js';
import type { CommonFlags } from '../options/common.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { databaseFile, withHistory } from '../history-database.js';
import type { Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import { putFile } from '../write-file.js';
import { cronLine, windowsCommand } from './cron.js';
import { launchctl } from './launchctl.js';
import type { ServiceManager, ServiceWorld } from './manager.js';
import { serviceSettings, type ServiceSettings } from './settings.js';
import { systemctl } from './systemctl.js';

/** What the commands on the service can be told. */
export interface ServiceFlags extends CommonFlags {
  readonly db?: string;
  readonly manager?: ServiceManager['name'];
}

const WORDS = {
  en: {
    written: 'Written',
    updated: 'Updated',
    runs: 'It runs now, and from each log-in on.',
    linger: 'To let it run while you are logged out too: loginctl enable-linger',
    log: 'Its log',
    cache: 'This program lies in the cache of npx, which npm may empty: install it, then do this again.',
    installed: 'Installed',
    notInstalled: 'Not installed: tweetspan service install does it.',
    startsAtLogIn: 'Starts at log-in',
    isActive: 'Runs',
    heartbeat: 'Heartbeat',
    beat: (pid: number, host: string, ago: string) => `process ${pid} on ${host}, ${ago} ago`,
    noBeat: 'none',
    unknownBeat: (why: string) => `unknown (${why})`,
    yes: 'yes',
    no: 'no',
    removed: 'Stopped and removed',
    nothing: (file: string) => `There is nothing to remove: no ${file}`,
  },
  fr: {
    written: 'Écrit',
    updated: 'Mis à jour',
    runs: 'Il tourne maintenant, et à partir de chaque ouverture de session.',
    linger: 'Pour qu’il tourne aussi quand votre session est fermée : loginctl enable-linger',
    log: 'Son journal',
    cache: 'Ce programme se trouve dans le cache de npx, que npm peut vider : installez-le, puis recommencez.',
    installed: 'Installé',
    notInstalled: 'Pas installé : tweetspan service install le fait.',
    startsAtLogIn: 'Démarre à l’ouverture de session',
    isActive: 'Tourne',
    heartbeat: 'Signe de vie',
    beat: (pid: number, host: string, ago: string) => `processus ${pid} sur ${host}, il y a ${ago}`,
    noBeat: 'aucun',
    unknownBeat: (why: string) => `inconnu (${why})`,
    yes: 'oui',
    no: 'non',
    removed: 'Arrêté et supprimé',
    nothing: (file: string) => `Il n’y a rien à supprimer : ${file} n’existe pas`,
  },
} as const;

const MODE = 0o644;

function findManager(shell: Shell, name: ServiceManager['name'] | undefined): ServiceManager | undefined {
  const { env, platform, uid, run } = shell;
  const world: ServiceWorld = { env, platform, uid, run, wait: async (ms) => void (await wait(ms)) };
  if (name === 'systemd' || (name === undefined && platform === 'linux')) return systemctl(world);
  if (name === 'launchd' || (name === undefined && platform === 'darwin')) return launchctl(world);
  return undefined;
}

function noManager({ platform }: Shell, why: string, settings: ServiceSettings): UserError {
  const instead =
    platform === 'win32'
      ? `let the Task Scheduler run this each minute: ${windowsCommand(settings)}`
      : `put this into your crontab instead (crontab -e): ${cronLine(settings)}`;
  return new UserError(`no service can be installed here (${why}); ${instead}`, { exitCode: EXIT.nativePart });
}

/** A manager that answers. @throws Failure with what to do without one. */
async function reachable(shell: Shell, settings: ServiceSettings): Promise<ServiceManager> {
  const manager = findManager(shell, undefined);
  if (manager === undefined) throw noManager(shell, `neither systemd nor launchd on ${shell.platform}`, settings);
  const fault = await manager.fault();
  if (fault !== undefined) throw noManager(shell, fault, settings);
  return manager;
}

interface ServiceRequest {
  readonly locale: Locale;
  readonly settings: ServiceSettings;
  readonly print: (...lines: readonly (string | undefined)[]) => void;
}

function resolveRequest(shell: Shell, flags: ServiceFlags): ServiceRequest {
  const locale = resolveLocale(shell, flags.locale);
  return {
    locale,
    settings: serviceSettings(shell, { db: flags.db, locale }),
    print: (...lines) => {
      for (const line of lines) if (line !== undefined) shell.stdout.write(`${line}\n`);
    },
  };
}

/** The service as it is here. Never throws: where nothing can be asked, it says why. */
export async function serviceFacts(shell: Shell): Promise<ServiceFacts> {
  try {
    const manager = findManager(shell, undefined);
    if (manager === undefined) return { kind: 'unavailable', why: `neither systemd nor launchd on ${shell.platform}` };
    const why = await manager.fault();
    if (why !== undefined) return { kind: 'unavailable', why };
    if (!existsSync(manager.file)) return { kind: 'none' };
    const { startsAtLogIn, isActive } = await manager.state();
    return { kind: 'installed', file: manager.file, isActive, startsAtLogIn };
  } catch (error) {
    return { kind: 'unavailable', why: error instanceof Error ? error.message : String(error) };
  }
}

/** The line of a crontab that does what the service would; undefined where there is none. */
export function crontabLine(shell: Shell, db: string | undefined, locale: Locale): string | undefined {
  if (shell.platform === 'win32') return undefined;
  try {
    return cronLine(serviceSettings(shell, { db, locale }));
  } catch (error) {
    // A path that no such line can hold: `service install` tells which.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** `service install`: writes the file of the service and starts it; a second time puts the new one in its place. */
export async function installService(shell: Shell, flags: ServiceFlags): Promise<ExitCode> {
  const { locale, settings, print } = resolveRequest(shell, flags);
  const words = WORDS[locale];
  const manager = await reachable(shell, settings);
  const { file } = manager;
  const wasThere = existsSync(file);
  await putFile(file, manager.render(settings), MODE);
  print(`${wasThere ? words.updated : words.written}${colon(locale)}${file}`);
  await manager.start(wasThere);
  print(
    words.runs,
    manager.endsAtLogOut ? words.linger : undefined,
    `${words.log}${colon(locale)}${manager.log}`,
    /[\\/]_npx[\\/]/.test(settings.script) ? words.cache : undefined,
  );
  return EXIT.done;
}

/** `service status`: whether it is installed and runs; exit code 1 when it does not. */
export async function serviceStatus(shell: Shell, flags: ServiceFlags): Promise<ExitCode> {
  const { locale, settings, print } = resolveRequest(shell, flags);
  const words = WORDS[locale];
  const manager = await reachable(shell, settings);
  if (!existsSync(manager.file)) {
    print(words.notInstalled);
    return EXIT.findings;
  }
  const { startsAtLogIn, isActive, detail } = await manager.state();
  const answer = (is: boolean): string => (is ? words.yes : words.no);
  print(
    `${words.installed}${colon(locale)}${manager.file}`,
    `${words.startsAtLogIn}${colon(locale)}${answer(startsAtLogIn)}`,
    `${words.isActive}${colon(locale)}${answer(isActive)}${detail === '' ? '' : ` (${detail})`}`,
    ...(await heartbeatLines(shell, flags.db, locale)).map(
      (heartbeat) => `${words.heartbeat}${colon(locale)}${heartbeat}`,
    ),
  );
  return isActive ? EXIT.done : EXIT.findings;
}

/** The signs of life that are in the queue, whoever gave them; one line at least. */
async function heartbeatLines(shell: Shell, db: string | undefined, locale: Locale): Promise<readonly string[]> {
  const words = WORDS[locale];
  if (!existsSync(databaseFile(shell, db))) return [words.noBeat];
  try {
    const workers = await withHistory(shell, { db, readonly: true }, ({ queue }) => queue.workers());
    if (workers.length === 0) return [words.noBeat];
    return workers.map(({ pid, host, heartbeatAt }) =>
      words.beat(pid, host, span(Math.max(0, shell.now() - heartbeatAt), locale)),
    );
  } catch (error) {
    // The service is what was asked for: that the queue cannot be read is no reason to be silent about it.
    if (error instanceof UserError) return [words.unknownBeat(error.message)];
    throw error;
  }
}

/** `service remove`: stops the service and deletes its file. */
export async function removeService(shell: Shell, flags: ServiceFlags): Promise<ExitCode> {
  const { locale, settings, print } = resolveRequest(shell, flags);
  const words = WORDS[locale];
  const manager = await reachable(shell, settings);
  const { file } = manager;
  if (!existsSync(file)) {
    print(words.nothing(file));
    return EXIT.done;
  }
  await manager.stop();
  try {
    rmSync(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new UserError(`${file} cannot be deleted (${code}): the service is stopped; delete the file yourself`, {
      cause,
    });
  }
  await manager.forget();
  print(`${words.removed}${colon(locale)}${file}`);
  return EXIT.done;
}

/** `service print`: what `install` would write, and nothing is changed. */
export function printService(shell: Shell, flags: ServiceFlags): ExitCode {
  const { settings } = resolveRequest(shell, flags);
  const manager = findManager(shell, flags.manager);
  if (manager === undefined) throw noManager(shell, `neither systemd nor launchd on ${shell.platform}`, settings);
  shell.stdout.write(manager.render(settings));
  return EXIT.done;
}
