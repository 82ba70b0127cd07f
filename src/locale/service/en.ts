// What the commands on the background service say, in English.
import type { CommandHelp } from '../cli.js';
import { span } from '../format.js';

/** The help of the group and of each of its commands. */
export interface ServiceHelp {
  readonly service: CommandHelp;
  readonly install: CommandHelp;
  readonly status: CommandHelp;
  readonly remove: CommandHelp;
  readonly print: CommandHelp;
}

const help: ServiceHelp = {
  service: {
    summary: 'run the scheduler in the background',
    description: 'Let systemd (Linux) or launchd (macOS) run the scheduler in the background, for your user only.',
    examples: [
      'tweetspan service install   # start it now and whenever you log in',
      'tweetspan service status',
      'tweetspan service remove',
    ],
  },
  install: {
    summary: 'install and start the service, or update it',
    description:
      'Write the service file and start the service, now and whenever you log in. Run it again to update it.',
    examples: ['tweetspan service install'],
  },
  status: {
    summary: 'show whether the service is running',
    description: 'Show whether the service is installed and running. Exit code 1 when it is not running.',
    examples: ['tweetspan service status'],
  },
  remove: {
    summary: 'stop and remove the service',
    description: 'Stop the service and delete its file. The queue keeps its items.',
    examples: ['tweetspan service remove'],
  },
  print: {
    summary: 'print the service file',
    description: 'Print the file that install would write, without changing anything.',
    examples: ['tweetspan service print --manager systemd'],
  },
};

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

export const en = {
  help,
  manager: 'service manager (default: that of your system)',
  written: (file: string): string => `Wrote ${file}`,
  updated: (file: string): string => `Updated ${file}`,
  started: 'The service is running now, and starts whenever you log in.',
  linger: 'To keep it running while you are logged out: loginctl enable-linger',
  log: (command: string): string => `Log: ${command}`,
  temporary: 'This copy of tweetspan is in the npx cache, which npm may empty: install tweetspan, then run this again.',
  notInstalled: 'Not installed: run tweetspan service install.',
  installed: (file: string): string => `Installed: ${file}`,
  startsAtLogIn: (is: boolean): string => `Starts at login: ${yesNo(is)}`,
  running: (is: boolean, detail: string): string => `Running: ${yesNo(is)}${detail === '' ? '' : ` (${detail})`}`,
  heartbeat: (pid: number, host: string, age: number): string =>
    `Heartbeat: process ${pid} on ${host}, ${span(age, 'en')} ago`,
  noHeartbeat: 'Heartbeat: none',
  heartbeatUnknown: (why: string): string => `Heartbeat: unknown (${why})`,
  removed: (file: string): string => `Stopped the service and deleted ${file}`,
  nothingToRemove: (file: string): string => `Nothing to remove: there is no ${file}`,
  noServiceWindows: (why: string, command: string): string =>
    `no service can be installed here (${why}); let Task Scheduler run this every minute: ${command}`,
  noService: (why: string, line: string): string =>
    `no service can be installed here (${why}); add this line to your crontab instead (crontab -e): ${line}`,
  noHome: 'HOME is not set: set it to your home folder, where the service file goes',
  notDeleted: (file: string, code: string): string =>
    `cannot delete ${file} (${code}): the service is stopped; delete the file yourself`,
  controlCharacter: (value: string): string =>
    `${value} contains a control character, which a service file cannot hold: rename it`,
  toolFailed: (command: string, why: string): string => `${command}: ${why}; fix that, then try again`,
  noAnswer: 'no answer',
  exitCode: (code: number): string => `exit code ${code}`,
};

/** The shape of the section in any language. */
export type ServiceSentences = typeof en;
