import { withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { RepostFlags } from '../queue/repost.js';

/** `repost`: an own post, as it is. */
export const registerRepost: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('repost'))
    .summary('repost one of your own posts as it is')
    .description(
      'Reposts one of your own posts as it is, which costs a fraction of a new post with a link; or undoes it.',
    )
    .argument('<address>', 'address of the post')
    .option('--undo', 'take the repost back')
    .option('-y, --yes', 'do not ask')
    .action(async (address: string, flags: RepostFlags) => {
      const { repostCommand } = await import('../queue/repost.js');
      finish(await repostCommand(shell, address, flags));
    });
};
