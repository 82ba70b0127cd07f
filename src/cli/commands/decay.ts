import { Option } from 'commander';
import { readSeed, readZone } from '../options/arguments.js';
import { formatOption, limitOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { DecayFlags } from '../options/timing.js';

/** Adds `decay` to the program. */
export const registerDecay: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('decay'))
    .summary('how long your links live, and whether to post one again')
    .description(
      'Tells how fast the reactions to your links come, how many are still to come, and whether to post a link again.',
    )
    .argument('[link]', 'a link, or a part of one: its curve and its posts; without it the newest links')
    .addOption(new Option('--zone <zone>', 'IANA zone of your readers (default: this machine’s)').argParser(readZone))
    .addOption(limitOption())
    .addOption(formatOption(['text', 'json']))
    .option('--json', 'the same as --format json')
    .option('--html <file>', 'write a page with the picture as well')
    .addOption(new Option('--seed <n>', 'seed of the random draws').argParser(readSeed).default(1))
    .addHelpText(
      'after',
      `
Reactions are likes and reposts within 7 days. Times are given with the range that
holds 8 in 10 posts; where a post has told too little they are those of your
finished posts, or typical and not yours. Nothing shows that waiting increases
reach: the reasons to wait are spacing and X's rules on repeats.`,
    )
    .action(async (link: string | undefined, flags: DecayFlags) => {
      const { decayCommand } = await import('../timing/decay.js');
      finish(await decayCommand(shell, link, flags));
    });
};
