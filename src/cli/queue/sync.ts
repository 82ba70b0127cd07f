import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { withHistory } from '../history-database.js';
import { openProgress } from '../terminal/progress.js';
import { wantsColor } from '../terminal/color.js';
import type { Shell } from '../shell.js';
import type { QueueFlags } from '../options/queue.js';
import { openQueueIn } from './open.js';
import { createXAccess, toUserError } from './work.js';
import { budgetAt } from '#queue/budget.js';
import { asJson } from '#report/documents/json.js';
import { plural, count } from '#locale/format.js';
import { dollars } from '#locale/dollars.js';

/** How `sync` was called. */
export interface SyncFlags extends QueueFlags {
  /** ms UTC. */
  readonly since?: number;
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

const DAY = 86_400_000;
/** Private counters exist for 30 days: reading that far each time keeps them, for at most a thousandth a post. */
const USUAL = 30 * DAY;

const WORDS = {
  en: {
    done: (posts: string, added: string) => `${posts} read, ${added} new`,
    gone: (posts: string) => `${posts} gone from X`,
    cost: (dollars: string) => `cost ${dollars}`,
    cut: 'there are older ones: the budget, or X, allows no more now',
  },
  fr: {
    done: (posts: string, added: string) => `${posts} lu(s), dont ${added} de plus`,
    gone: (posts: string) => `${posts} disparus de X`,
    cost: (dollars: string) => `coût ${dollars}`,
    cut: 'il y en a de plus anciens : le budget, ou X, n’en permet pas davantage',
  },
} as const;

/** `sync`: the account's own timeline with its counters, into the history. */
export async function syncCommand(shell: Shell, flags: SyncFlags): Promise<ExitCode> {
  return withHistory(shell, { db: flags.db, readonly: false }, async (history) => {
    const queue = await openQueueIn(shell, flags, history);
    const { store, locale } = queue;
    const x = await createXAccess(shell, { history, queue }).open();
    if (x === undefined) throw new UserError('nobody is signed in: tweetspan login', { exitCode: EXIT.credentials });
    const before = store.spentSince(0);
    const { left } = budgetAt(store, shell.now());
    if (left === 0)
      throw new UserError('the budget is spent: tweetspan budget shows and sets it', { exitCode: EXIT.tryLater });
    const from = flags.all ? 0 : (flags.since ?? shell.now() - USUAL);
    const progress = await openProgress(shell, wantsColor({ ...shell, stdout: shell.stderr }, flags.color), 'X …');
    const outcome = await x.recordTimeline(from, Math.min(left, MAX_POSTS)).finally(() => progress.stop());
    if (outcome.kind !== 'done') throw toUserError(outcome);
    const { posts, added, gone, isCut } = outcome.value;
    const cost = store.spentSince(0) - before;
    store.note({ at: shell.now(), name: 'observed', data: { posts } });
    if (flags.format === 'json') {
      const document = { schema: 'tweetspan/sync@1', posts, added, gone, more: isCut, cost };
      shell.stdout.write(asJson(document));
      return EXIT.done;
    }
    const words = WORDS[locale];
    const message = [
      words.done(plural(posts, 'post', 'posts', locale), count(added, locale)),
      ...(gone.length === 0 ? [] : [words.gone(count(gone.length, locale))]),
      words.cost(dollars(cost)),
    ];
    shell.stdout.write(`${message.join(' · ')}\n`);
    if (isCut) shell.stderr.write(`tweetspan: ${words.cut}\n`);
    return EXIT.done;
  });
}

/** X goes back no further. */
const MAX_POSTS = 3200;
