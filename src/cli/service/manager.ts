import type { ServiceFault } from '#doctor/facts.js';
import { systemSentences } from '#locale/system.js';
import { visible } from '#report/terminal/width.js';
import { EXIT, UserError } from '../user-error.js';
import type { Shell } from '../shell.js';
import type { ServiceSettings } from './settings.js';

/** What runs services here: systemd or launchd. Those that change something throw a UserError with its own words. */
export interface ServiceManager {
  readonly name: 'systemd' | 'launchd';
  /** The file that makes the service known. */
  readonly file: string;
  render(settings: ServiceSettings): string;
  /** How to read the log of the service. */
  readonly log: string;
  /** Whether the service ends when its user logs out, unless lingering is enabled. */
  readonly endsAtLogOut: boolean;
  /** Why it cannot be used; undefined when it can. */
  fault(): Promise<ServiceFault | undefined>;
  /** Starts what the file says, now and at each log-in; in place of what ran before when it was there already. */
  start(wasThere: boolean): Promise<void>;
  /** Stops the service, and starts it no more. */
  stop(): Promise<void>;
  /** Releases a service whose file is gone. */
  forget(): Promise<void>;
  /** `detail` is its own word for how the service is. */
  state(): Promise<{ readonly startsAtLogIn: boolean; readonly isActive: boolean; readonly detail: string }>;
}

/** What a manager takes of the world. */
export type ServiceWorld = Pick<Shell, 'env' | 'platform' | 'uid' | 'run'> & {
  /** Waits that many ms. */
  readonly wait: (ms: number) => Promise<void>;
};

/**
 * The folder of the user.
 * @throws UserError when the environment does not name it.
 */
export function homeFolder({ env }: Pick<Shell, 'env'>): string {
  const home = env['HOME'];
  if (home) return home;
  throw new UserError((locale) => systemSentences(locale).service.noHome);
}

/** The first line of what a tool wrote, safe to print. */
export const firstLine = (text: string): string => visible(text.trim().split('\n')[0] ?? '');

/** Why a tool that was called cannot be used: `code` is null where it was not found. */
export const toolFault = (code: number | null, command: string, stderr: string): ServiceFault =>
  code === null
    ? { code: 'tool-missing', tool: command.split(' ')[0] ?? command }
    : { code: 'tool-refuses', tool: command, reply: firstLine(stderr) };

/**
 * Runs a tool.
 * @throws UserError with its own words when it does not.
 */
export async function mustRun({ run }: Pick<Shell, 'run'>, command: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await run(command, args);
  if (code === 0) return;
  const reply = firstLine(stderr) || firstLine(stdout);
  throw new UserError(
    (locale) => {
      const { toolFailed, noAnswer, exitCode } = systemSentences(locale).service;
      return toolFailed([command, ...args].join(' '), reply || (code === null ? noAnswer : exitCode(code)));
    },
    { exitCode: EXIT.findings },
  );
}
