import { queueSentences } from '#locale/queue.js';
import { adopt, missingFrom } from '#queue/restored.js';
import { asJson } from '#report/documents/json.js';
import type { QueuePauseDocument } from '#report/documents/queue-schema.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { databaseOption, formatChoice, jsonOption, newCommand } from '../options/common.js';
import { openCustody } from '../queue/custody.js';
import { EXIT } from '../user-error.js';

/** `queue adopt`: a history that this machine has never worked on is worked on here from now on. */
export const registerAdopt: Registration = (queue, { shell, locale, finish }) => {
  const { help, changed } = queueSentences(locale);
  newCommand(queue, 'adopt', help.adopt)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async ({ db, format }) => {
      await withHistory(shell, { db, readonly: false, durable: true }, async (history) => {
        const custody = await openCustody(shell, history);
        const isNew = (await custody.check()) === 'copied';
        const ports = { store: history.queue, custody, now: () => shell.now(), log: () => undefined };
        if (isNew) await adopt(ports, await missingFrom(ports));
        const document: QueuePauseDocument = {
          schema: 'tweetspan/queue-pause@1',
          paused: (await history.queue.pause()) !== undefined,
          changed: isNew,
          reason: isNew ? { code: 'restored', detail: null } : null,
        };
        const line = isNew ? changed.adopted : changed.notACopy;
        shell.stdout.write(format === 'json' ? asJson(document) : `${line}\n`);
      });
      finish(EXIT.done);
    });
};
