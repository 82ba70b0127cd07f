import { accountSentences } from '#locale/account.js';
import { queueSentences } from '#locale/queue.js';
import { budgetAt } from '#queue/budget.js';
import type { QueueEvent } from '#queue/event.js';
import { asJson } from '#report/documents/json.js';
import type { QueueChangeDocument } from '#report/documents/queue-schema.js';
import { itemRecord } from '#report/documents/queue.js';
import { PRICES } from '#x/api/prices.js';
import type { Registration } from '../command.js';
import { asCallError } from '../credentials.js';
import { withHistory } from '../history-database.js';
import { writeSentences } from '../notice.js';
import { databaseOption, formatChoice, jsonOption, newCommand } from '../options/common.js';
import { itemReader, openQueueIn, requireItem } from '../queue/open.js';
import { confirm } from '../terminal/prompt.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';

/** Events among which a deletion is looked for. */
const MAX_EVENTS = 1000;

/** `queue delete`: takes a posted item off X. The item and its counters stay here; the history notes that it is gone. */
export const registerDelete: Registration = (group, { shell, locale, finish }) => {
  const { help, options, errors, repost, changed } = queueSentences(locale);
  newCommand(group, 'delete', help.delete)
    .argument('<item>', options.item, itemReader(locale))
    .option('-y, --yes', options.yes)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, flags) => {
      const exitCode = await withHistory(
        shell,
        { db: flags.db, readonly: false },
        async (history): Promise<ExitCode> => {
          const queue = await openQueueIn(shell, flags, history);
          const { store, clocks } = queue;
          const item = await requireItem(queue, id);
          if (item.state !== 'posted') {
            throw new UserError(errors.wrongState(id, item.state, 'delete', ['posted']), { exitCode: EXIT.findings });
          }
          if ((await store.events({ item: id }, MAX_EVENTS)).some(({ name }) => name === 'deleted')) {
            throw new UserError(errors.alreadyDeleted(id), { exitCode: EXIT.findings });
          }
          const { postId = '' } = item;
          const price = PRICES.deletePost;
          const { left } = await budgetAt(store, history.now());
          if (price > left) {
            throw new UserError(accountSentences(locale).notEnoughBudget(price, left), { exitCode: EXIT.tryLater });
          }
          const { createXAccess } = await import('../wiring.js');
          const x = await createXAccess(shell, { history, queue }).open();
          if (x === undefined) throw new UserError(repost.signedOut, { exitCode: EXIT.credentials });
          if (!flags.yes && !shell.stdin.isTTY) throw new UserError(errors.nothingOnTerminal);
          const answer = flags.yes ? 'yes' : await confirm(shell, changed.confirmDelete(id, postId, price));
          if (answer !== 'yes') {
            shell.stderr.write(`tweetspan: ${repost.nothingDone}\n`);
            return answer === 'interrupted' ? EXIT.interrupted : EXIT.done;
          }
          const outcome = await x.deletePost(postId);
          if (outcome.kind === 'refused' || (outcome.kind === 'done' && !outcome.value)) {
            const why = outcome.kind === 'done' ? '' : outcome.detail;
            throw new UserError(errors.notDeleted(id, postId, why), { exitCode: EXIT.findings });
          }
          if (outcome.kind !== 'done') throw asCallError(outcome);
          const deleted: QueueEvent = {
            at: history.now(),
            name: 'deleted',
            item: id,
            data: { post: postId, cost: price },
          };
          await store.note(deleted);
          await store.watchedTo(postId, undefined);
          const document: QueueChangeDocument = {
            schema: 'tweetspan/queue-change@1',
            action: 'delete',
            items: [itemRecord(item, clocks.formatLocalTime)],
            failures: [],
          };
          if (flags.format === 'json') shell.stdout.write(asJson(document));
          else writeSentences(shell, changed.deleted(id, price));
          return EXIT.done;
        },
      );
      finish(exitCode);
    });
};
