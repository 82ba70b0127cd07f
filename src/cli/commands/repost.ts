import { queueSentences } from '#locale/queue.js';
import { accountSentences } from '#locale/account.js';
import { budgetAt } from '#queue/budget.js';
import { pauseText } from '#report/reason-text.js';
import { asJson } from '#report/documents/json.js';
import type { RepostDocument } from '#report/documents/x-schemas.js';
import { parsePostUrl } from '#x/api/intent.js';
import { PRICES } from '#x/api/prices.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { databaseOption, formatChoice, jsonOption, newCommand } from '../options/common.js';
import { openQueueIn } from '../queue/open.js';
import { confirm } from '../terminal/prompt.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { createXAccess } from '../wiring.js';
import { asCallError } from '../credentials.js';
import { writeNotice } from '../notice.js';

/** `repost`: an own post as it is, or that undone. Posts of others are not reposted. */
export const registerRepost: Registration = (program, { shell, locale, finish }) => {
  const { help, options, errors, repost: words, record } = queueSentences(locale);
  newCommand(program, 'repost', help.repost)
    .argument('<url>', help.repost.url)
    .option('--undo', help.repost.undo)
    .option('-y, --yes', options.yes)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (url, flags) => {
      const exitCode = await withHistory(
        shell,
        { db: flags.db, readonly: false, durable: true },
        async (history): Promise<ExitCode> => {
          const queue = await openQueueIn(shell, flags, history);
          const id = parsePostUrl(url)?.id;
          if (id === undefined) throw new UserError(record.notAUrl(url));
          if (!(await queue.history.hasPost(id))) throw new UserError(words.notYours(id));
          const pause = await queue.store.pause();
          if (pause !== undefined) {
            throw new UserError(pauseText(pause, locale), { exitCode: EXIT.tryLater });
          }
          const price = flags.undo ? PRICES.undoRepost : PRICES.repost;
          const { left } = await budgetAt(queue.store, history.now());
          if (price > left) {
            throw new UserError(accountSentences(locale).notEnoughBudget(price, left), { exitCode: EXIT.tryLater });
          }
          const x = await createXAccess(shell, { history, queue }).openOwn();
          if (x === undefined) throw new UserError(words.signedOut, { exitCode: EXIT.credentials });
          if (!flags.yes && !shell.stdin.isTTY) throw new UserError(errors.nothingOnTerminal);
          const question = flags.undo ? words.confirmUndo : words.confirm;
          const answer = flags.yes ? 'yes' : await confirm(shell, question(id, price));
          if (answer !== 'yes') {
            writeNotice(shell, words.nothingDone);
            return answer === 'interrupted' ? EXIT.interrupted : EXIT.done;
          }
          const outcome = await (flags.undo ? x.undoRepost(id) : x.repost(id));
          if (outcome.kind !== 'done') throw asCallError(outcome);
          const document: RepostDocument = {
            schema: 'tweetspan/repost@1',
            post: id,
            reposted: outcome.value,
            cost: price,
          };
          const line = outcome.value ? words.done(id) : words.undone(id);
          shell.stdout.write(flags.format === 'json' ? asJson(document) : `${line}\n`);
          return EXIT.done;
        },
      );
      finish(exitCode);
    });
};
