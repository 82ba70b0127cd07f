// What a person decides about the whole queue: pause and resume.
import { queueSentences } from '#locale/queue.js';
import type { Reason } from '#queue/reason.js';
import { asJson } from '#report/documents/json.js';
import type { QueuePauseDocument } from '#report/documents/queue-schema.js';
import { reasonRecord } from '#report/documents/queue.js';
import { reasonText } from '#report/reason-text.js';
import type { Registration } from '../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand } from '../options/common.js';
import { withQueue } from '../queue/open.js';
import { EXIT } from '../user-error.js';

const toDocument = (paused: boolean, changed: boolean, reason: Reason | undefined): QueuePauseDocument => ({
  schema: 'tweetspan/queue-pause@1',
  paused,
  changed,
  reason: reasonRecord(reason),
});

/** `queue pause`: the program sends nothing until a person resumes it. */
export const registerPause: Registration = (queue, { shell, locale, finish }) => {
  const { help, changed } = queueSentences(locale);
  newCommand(queue, 'pause', help.pause)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (flags) => {
      await withQueue(shell, flags, 'change', async ({ store, now }) => {
        const known = await store.pause();
        // A pause that ends by itself gives way to one that does not.
        const isKept = known !== undefined && known.until === undefined;
        const reason: Reason = isKept ? known : { code: 'by-hand' };
        if (!isKept) {
          await store.setPause({ code: 'by-hand', detail: '', since: now }, { at: now, name: 'paused', reason });
        }
        const line = isKept ? changed.pausedAlready(reasonText(known, locale)) : changed.paused;
        shell.stdout.write(flags.format === 'json' ? asJson(toDocument(true, !isKept, reason)) : `${line}\n`);
      });
      finish(EXIT.done);
    });
};

/** `queue resume`: ends a pause, and says what it was for. */
export const registerResume: Registration = (queue, { shell, locale, finish }) => {
  const { help, changed } = queueSentences(locale);
  newCommand(queue, 'resume', help.resume)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (flags) => {
      await withQueue(shell, flags, 'change', async ({ store, now }) => {
        const known = await store.pause();
        if (known !== undefined) {
          const { code, detail } = known;
          await store.setPause(undefined, {
            at: now,
            name: 'resumed',
            reason: { code, ...(detail !== '' && { detail }) },
          });
        }
        const line = known === undefined ? changed.notPaused : changed.resumed(reasonText(known, locale, true));
        const document = toDocument(false, known !== undefined, known);
        shell.stdout.write(flags.format === 'json' ? asJson(document) : `${line}\n`);
      });
      finish(EXIT.done);
    });
};
