import { Option } from 'commander';
import { readSeed, readZone } from '../options/arguments.js';
import { formatOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { HoursFlags } from '../options/timing.js';

/** Adds `hours` to the program. */
export const registerHours: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('hours'))
    .summary('at which hours your posts do well, if they show any')
    .description('Tells at which hours of the week your posts do better than usual, and whether they show it at all.')
    .addOption(new Option('--zone <zone>', 'IANA zone of your readers (default: this machine’s)').argParser(readZone))
    .addOption(
      new Option('--metric <metric>', 'what is counted (default: what most posts have)').choices([
        'reactions',
        'impressions',
        'clicks',
      ]),
    )
    .addOption(formatOption(['text', 'json']))
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
};
