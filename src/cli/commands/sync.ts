import { formatOption, readSince, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { SyncFlags } from '../queue/sync.js';

/** `sync`: the account's own posts and counters, from X. */
export const registerSync: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('sync'))
    .summary('read your posts and their counters from X')
    .description(
      'Reads your own posts and their counters from X into the history, at a tenth of a cent a post and day.',
    )
    .option('--since <date>', 'posts from this day or instant on (default: of 30 days)', readSince)
    .option('--all', 'all that X still tells, 3,200 posts at most')
    .addOption(formatOption(['text', 'json']))
    .action(async (flags: SyncFlags) => {
      const { syncCommand } = await import('../queue/sync.js');
      finish(await syncCommand(shell, flags));
    });
};
