import { queueSentences } from '#locale/queue.js';
import { budgetAt, toLookPrice } from '#queue/budget.js';
import { asJson } from '#report/documents/json.js';
import type { SyncDocument } from '#report/documents/x-schemas.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { readDayOrInstant } from '../options/history.js';
import { openQueueIn } from '../queue/open.js';
import { wantsColor } from '../shell.js';
import { openProgress } from '../terminal/progress.js';
import { EXIT, UserError } from '../user-error.js';
import { createXAccess } from '../wiring.js';
import { asCallError } from '../credentials.js';
import { writeNotice } from '../notice.js';

/** Private counters exist for 30 days: reading that far each time keeps them. ms. */
const DEFAULT_PERIOD = 30 * 86_400_000;
/** X goes back no further. */
const MAX_POSTS = 3200;

/** `sync`: the account's own posts and their counters, from X into the history. */
export const registerSync: Registration = (program, { shell, locale, finish }) => {
  const { help, sync: words, repost } = queueSentences(locale);
  newCommand(program, 'sync', help.sync)
    .addOption(option('--since <date>', help.sync.since).argParser(readDayOrInstant(locale)))
    .option('--all', help.sync.all)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (flags) => {
      await withHistory(shell, { db: flags.db, readonly: false }, async (history) => {
        const queue = await openQueueIn(shell, flags, history);
        const { store } = queue;
        const x = await createXAccess(shell, { history, queue }).openOwn();
        if (x === undefined) throw new UserError(repost.signedOut, { exitCode: EXIT.credentials });
        const before = await store.spentSince(0);
        const { left } = await budgetAt(store, history.now());
        if (left < toLookPrice(x)) throw new UserError(words.spent, { exitCode: EXIT.tryLater });
        const from = flags.all ? 0 : (flags.since?.at ?? history.now() - DEFAULT_PERIOD);
        const isColored = wantsColor({ ...shell, stdout: shell.stderr }, flags.color);
        const progress = await openProgress(shell, isColored, words.progress);
        const outcome = await x
          .recordTimeline(from, Math.min(Math.floor(left / x.ownReadPrice), MAX_POSTS))
          .finally(() => progress.stop());
        if (outcome.kind !== 'done') throw asCallError(outcome);
        const { posts, added, gone, isCut } = outcome.value;
        const cost = (await store.spentSince(0)) - before;
        await store.note({ at: history.now(), name: 'observed', data: { posts } });
        const document: SyncDocument = {
          schema: 'tweetspan/sync@1',
          posts,
          added,
          gone: [...gone],
          more: isCut,
          cost,
        };
        const facts = [
          words.done(posts, added),
          ...(gone.length === 0 ? [] : [words.gone(gone.length)]),
          words.cost(cost),
        ];
        shell.stdout.write(flags.format === 'json' ? asJson(document) : `${facts.join(' · ')}\n`);
        if (isCut && flags.format === 'text' && flags.quiet !== true) writeNotice(shell, words.older);
      });
      finish(EXIT.done);
    });
};
