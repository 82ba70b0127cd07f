import { Option } from 'commander';
import { formatOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { PostFlags } from '../queue/post.js';

/** `post`: a draft, now. */
export const registerPost: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('post'))
    .summary('post a draft now')
    .description('Posts a draft now, once, by the same path as the queue: shown and priced first, then asked.')
    .argument('<draft>', 'draft file, or - for standard input')
    .addOption(
      new Option('--mode <mode>', 'posted by the program, or by hand from a link')
        .choices(['api', 'remind'])
        .default('api'),
    )
    .option('-y, --yes', 'do not ask')
    .addOption(formatOption(['text', 'json']))
    .option('--config <file>', 'configuration file (default: tweetspan.config.json or .yaml, upward from the draft)')
    .action(async (draft: string, flags: PostFlags) => {
      const { postCommand } = await import('../queue/post.js');
      finish(await postCommand(shell, draft, flags));
    });
};
