// Which service manager is here, how the service is, and what does its work where there is none.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceFacts, ServiceFault } from '#doctor/facts.js';
import type { Locale } from '#base/locale.js';
import { systemSentences } from '#locale/system.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';
import { launchdManager } from './launchd.js';
import {
  type ServiceManager,
  type ServiceWorld,
  cronLine,
  notCarried,
  serviceSettings,
  windowsCommand,
  type ServiceSettings,
} from './manager.js';
import { systemdManager } from './systemd.js';

/**
 * The manager of this system, or the one that is named; undefined where there is none.
 * @throws UserError when the environment has no HOME.
 */
export function findManager(shell: Shell, name?: ServiceManager['name']): ServiceManager | undefined {
  const { env, platform, uid, run, profile } = shell;
  const world: ServiceWorld = {
    env,
    platform,
    uid,
    run,
    ...(profile && { profile }),
    wait: async (ms) => void (await wait(ms)),
  };
  if (name === 'systemd' || (name === undefined && platform === 'linux')) return systemdManager(world);
  if (name === 'launchd' || (name === undefined && platform === 'darwin')) return launchdManager(world);
  return undefined;
}

const noManagerOn = ({ platform }: Shell): ServiceFault => ({ code: 'no-manager', platform });

/** What stops the commands on the service where no manager answers: it says what does the same. */
export function noService(shell: Shell, settings: ServiceSettings, fault = noManagerOn(shell)): UserError {
  return new UserError(
    (locale: Locale) => {
      const sentences = systemSentences(locale).service;
      const why = systemSentences(locale).doctor.serviceFault(fault);
      return shell.platform === 'win32'
        ? sentences.noServiceWindows(why, windowsCommand(settings))
        : sentences.noService(why, cronLine(settings));
    },
    { exitCode: EXIT.nativePart },
  );
}

/**
 * A manager that answers.
 * @throws UserError that says what to do without one.
 */
export async function reachManager(shell: Shell, settings: ServiceSettings): Promise<ServiceManager> {
  const manager = findManager(shell);
  if (manager === undefined) throw noService(shell, settings);
  const fault = await manager.fault();
  if (fault !== undefined) throw noService(shell, settings, fault);
  return manager;
}

/** Settings in which a service and this shell may differ without harm: each item carries its own zone. */
const FREE_TO_DIFFER: ReadonlySet<string> = new Set(['TZ']);

/**
 * What the file of an installed service says, held against this machine and this shell: paths that it names and that do
 * not exist, and the names of settings that are different here. Nothing of both where the file cannot be read.
 */
export function inspectServiceFile(
  manager: ServiceManager,
  settings: ServiceSettings,
): { readonly missing: readonly string[]; readonly different: readonly string[] } {
  const parsed = manager.parse(readFileSync(manager.file, 'utf8'));
  if (parsed === undefined) return { missing: [], different: [] };
  const { node, script, environment } = parsed;
  const isRunningNow = (path: string): boolean => path === settings.node || path === settings.script;
  const names = [...new Set([...Object.keys(environment), ...Object.keys(settings.environment)])];
  return {
    missing: [node, script].filter((path) => !isRunningNow(path) && !existsSync(path)),
    different: names.filter((name) => !FREE_TO_DIFFER.has(name) && environment[name] !== settings.environment[name]),
  };
}

/** The service as it is here. Never throws: where nothing can be read, it says why. */
export async function serviceFacts(shell: Shell, locale: Locale): Promise<ServiceFacts> {
  try {
    const manager = findManager(shell);
    if (manager === undefined) return { kind: 'unavailable', fault: noManagerOn(shell) };
    const fault = await manager.fault();
    if (fault !== undefined) return { kind: 'unavailable', fault };
    if (!existsSync(manager.file)) return { kind: 'none' };
    const { startsAtLogIn, isActive } = await manager.state();
    const lingers = await manager.lingers();
    return {
      kind: 'installed',
      file: manager.file,
      isActive,
      startsAtLogIn,
      ...(lingers !== undefined && { lingers }),
      ...inspectServiceFile(manager, serviceSettings(shell, { db: undefined, locale })),
      keysInShell: notCarried(shell).keys,
    };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'unavailable', fault: { code: 'no-home' } };
    throw error;
  }
}

/** The line of a crontab that does what the service would; undefined where there is none. */
export function crontabLine(shell: Shell, db: string | undefined, locale: Locale): string | undefined {
  if (shell.platform === 'win32') return undefined;
  try {
    return cronLine(serviceSettings(shell, { db, locale }));
  } catch (error) {
    // A path that no such line can hold: `service install` names it.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
