import { Option, type Command } from 'commander';
import type { UiLanguage } from '../../lint/message.js';
import { readCount, readSeed, readZone } from '../arguments.js';
import type { ExitCode } from '../failure.js';
import type { Shell } from '../shell.js';

/** How `decay` was called. */
export interface DecayFlags {
  readonly db?: string;
  readonly zone?: string;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly html?: string;
  readonly limit: number;
  readonly seed: number;
  readonly ui?: UiLanguage;
  readonly color?: boolean;
}

/** Adds `decay` to the program. */
export function registerDecay(command: Command, shell: Shell, finish: (exitCode: ExitCode) => void): void {
  command
    .summary('how long your links live, and whether to post one again')
    .description(
      'Tells how fast the reactions to your links come, how many are still to come, and whether to post a link again.',
    )
    .argument('[link]', 'a link, or a part of one: its curve and its posts; without it the newest links')
    .option('--db <file>', 'history database (default: TWEETSPAN_DB, else the user’s data folder)')
    .addOption(new Option('--zone <zone>', 'IANA zone of your readers (default: this machine’s)').argParser(readZone))
    .addOption(new Option('-n, --limit <n>', 'links to show').argParser(readCount(1, 10_000)).default(20))
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
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
}
