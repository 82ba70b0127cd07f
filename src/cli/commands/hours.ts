import { Option, type Command } from 'commander';
import type { UiLanguage } from '../../lint/message.js';
import type { Metric } from '../../timing/usable-posts.js';
import { readSeed, readZone } from '../arguments.js';
import type { ExitCode } from '../failure.js';
import type { Shell } from '../shell.js';

/** How `hours` was called. */
export interface HoursFlags {
  readonly db?: string;
  readonly zone?: string;
  readonly metric?: Metric;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly html?: string;
  readonly seed: number;
  readonly ui?: UiLanguage;
  readonly color?: boolean;
}

/** Adds `hours` to the program. */
export function registerHours(command: Command, shell: Shell, finish: (exitCode: ExitCode) => void): void {
  command
    .summary('at which hours your posts do well, if they show any')
    .description('Tells at which hours of the week your posts do better than usual, and whether they show it at all.')
    .option('--db <file>', 'history database (default: TWEETSPAN_DB, else the user’s data folder)')
    .addOption(new Option('--zone <zone>', 'IANA zone of your readers (default: this machine’s)').argParser(readZone))
    .addOption(
      new Option('--metric <metric>', 'what is counted (default: what most posts have)').choices([
        'reactions',
        'impressions',
        'clicks',
      ]),
    )
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .option('--html <file>', 'write a page with the picture as well')
    .addOption(new Option('--seed <n>', 'seed of the random draws').argParser(readSeed).default(1))
    .addHelpText(
      'after',
      `
Effects are shrunk to what held out of sample, and compared with your habit. They
are observations: people post other things at night, so an hour is no proven
cause. The typical curve comes from public accounts, 2010 to 2021, most of them
American and well known, before X ranked its feed as it does today. Deleted posts
are missing; clicks may have other hours than reactions.`,
    )
    .action(async (flags: HoursFlags) => {
      const { hoursCommand } = await import('../timing/hours.js');
      finish(await hoursCommand(shell, flags));
    });
}
