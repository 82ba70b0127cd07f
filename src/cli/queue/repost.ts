import { confirm } from '../terminal/confirm.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { withHistory } from '../history-database.js';
import type { Shell } from '../shell.js';
import type { QueueFlags } from '../options/queue.js';
import { openQueueIn } from './open.js';
import { createXAccess, toUserError } from './work.js';
import { parsePostUrl } from '#x/api/intent.js';
import { PRICES } from '#x/api/prices.js';
import { budgetAt } from '#queue/budget.js';
import { dollars } from '#locale/dollars.js';

/** How `repost` was called. */
export interface RepostFlags extends QueueFlags {
  readonly undo?: boolean;
  readonly yes?: boolean;
}

const WORDS = {
  en: {
    ask: (id: string, cost: string) => `Repost ${id} for ${cost}? [y/N]`,
    askUndo: (id: string, cost: string) => `Take the repost of ${id} back for ${cost}? [y/N]`,
    done: (id: string) => `reposted: https://x.com/i/status/${id}`,
    undone: (id: string) => `no longer reposted: https://x.com/i/status/${id}`,
    not: 'nothing was done',
  },
  fr: {
    ask: (id: string, cost: string) => `Reposter ${id} pour ${cost} ? [o/N]`,
    askUndo: (id: string, cost: string) => `Annuler le repost de ${id} pour ${cost} ? [o/N]`,
    done: (id: string) => `reposté : https://x.com/i/status/${id}`,
    undone: (id: string) => `plus reposté : https://x.com/i/status/${id}`,
    not: 'rien n’a été fait',
  },
} as const;

/** `repost`: an own post as it is, or that taken back. Others' posts are not this program's to spread. */
export function repostCommand(shell: Shell, address: string, flags: RepostFlags): Promise<ExitCode> {
  return withHistory(shell, { db: flags.db, readonly: false }, async (history) => {
    const queue = await openQueueIn(shell, flags, history);
    const { store, locale } = queue;
    const words = WORDS[locale];
    const id = parsePostUrl(address)?.id;
    if (id === undefined) {
      throw new UserError(`"${address}" is no address of a post: give one such as https://x.com/example/status/123`);
    }
    if (!queue.history.hasPost(id)) {
      throw new UserError(
        `post ${id} is none of the history's: only own posts are reposted; tweetspan sync reads yours`,
      );
    }
    const price = flags.undo ? PRICES.undoRepost : PRICES.repost;
    const { left } = budgetAt(store, shell.now());
    if (price > left) {
      throw new UserError(`it costs ${dollars(price)}, and ${dollars(left)} are left: see tweetspan budget`, {
        exitCode: EXIT.tryLater,
      });
    }
    const x = await createXAccess(shell, { history, queue }).open();
    if (x === undefined) throw new UserError('nobody is signed in: tweetspan login', { exitCode: EXIT.credentials });
    if (!flags.yes && !shell.stdin.isTTY) throw new UserError('nobody can be asked here: add --yes; nothing was done');
    const question = flags.undo ? words.askUndo : words.ask;
    const answer = flags.yes ? 'yes' : await confirm(shell, question(id, dollars(price)));
    if (answer !== 'yes') {
      shell.stderr.write(`tweetspan: ${words.not}\n`);
      return answer === 'interrupted' ? EXIT.interrupted : EXIT.done;
    }
    const outcome = await (flags.undo ? x.undoRepost(id) : x.repost(id));
    if (outcome.kind !== 'done') throw toUserError(outcome);
    shell.stdout.write(`${outcome.value ? words.done(id) : words.undone(id)}\n`);
    return EXIT.done;
  });
}
