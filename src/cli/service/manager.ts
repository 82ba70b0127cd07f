import { visible } from '#report/terminal/width.js';
import { EXIT, UserError } from '../user-error.js';
import type { Shell } from '../shell.js';
import type { ServiceSettings } from './settings.js';

/** What looks after services here: systemd or launchd. Those that change something throw a Failure with its own words. */
export interface ServiceManager {
  readonly name: 'systemd' | 'launchd';
  /** The file that makes the service known. */
  readonly file: string;
  render(settings: ServiceSettings): string;
  /** How to read what the service says. */
  readonly log: string;
  /** Whether the service ends when its user logs out, unless told otherwise. */
  readonly endsAtLogOut: boolean;
  /** Why it cannot be asked; undefined when it can. */
  fault(): Promise<string | undefined>;
  /** Starts what the file says, now and at each log-in; in place of what ran before when it was there already. */
  start(wasThere: boolean): Promise<void>;
  /** Stops the service, and starts it no more. */
  stop(): Promise<void>;
  /** Lets go of a service whose file is gone. */
  forget(): Promise<void>;
  /** `said` is its own word for how the service is. */
  state(): Promise<{ readonly startsAtLogIn: boolean; readonly isActive: boolean; readonly detail: string }>;
}

/** What a manager takes of the world. */
export type ServiceWorld = Pick<Shell, 'env' | 'platform' | 'uid' | 'run'> & {
  /** Waits so many ms. */
  readonly wait: (ms: number) => Promise<void>;
};

/**
 * The folder of the user.
 * @throws Failure when the environment does not tell.
 */
export function homeFolder({ env }: Pick<Shell, 'env'>): string {
  const home = env['HOME'];
  if (home) return home;
  throw new UserError('HOME is not set: services are kept in its folder');
}

/** The first line of what a tool said, fit for a line of ours. */
export const firstLine = (text: string): string => visible(text.trim().split('\n')[0] ?? '');

/**
 * Has a tool do something.
 * @throws Failure with its own words when it does not.
 */
export async function mustRun({ run }: Pick<Shell, 'run'>, command: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await run(command, args);
  if (code === 0) return;
  const why = firstLine(stderr) || firstLine(stdout) || (code === null ? 'it gave no answer' : `exit code ${code}`);
  throw new UserError(`${[command, ...args].join(' ')}: ${why}; mend that, then try again`, {
    exitCode: EXIT.findings,
  });
}
