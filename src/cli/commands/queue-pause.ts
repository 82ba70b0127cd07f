// What a person decides about the whole queue: pause, resume, and work on a copied history here.
import { queueSentences } from '#locale/queue.js';
import type { Reason } from '#queue/reason.js';
import { adopt, missingFrom } from '#queue/restored.js';
import { asJson } from '#report/documents/json.js';
import type { QueuePauseDocument } from '#report/documents/queue-schema.js';
import { reasonRecord } from '#report/documents/queue.js';
import { isEndedByHand, reasonText } from '#report/reason-text.js';
import type { CommandContext, Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { newCommand, withDataOptions } from '../options/common.js';
import { openCustody } from '../queue/custody.js';
import { withQueue, type OpenQueue } from '../queue/open.js';
import { writeNotice, writeSentences } from '../notice.js';
import { EXIT } from '../user-error.js';

/** What became of the pause: `reason` is why the queue is paused, or was; `line` says so. */
interface Turned {
  readonly paused: boolean;
  readonly changed: boolean;
  readonly reason?: Reason | undefined;
  readonly line: string;
}

function writeTurned({ shell }: CommandContext, format: 'text' | 'json', { line, reason, ...rest }: Turned): void {
  const document: QueuePauseDocument = { schema: 'tweetspan/queue-pause@1', ...rest, reason: reasonRecord(reason) };
  if (format === 'json') shell.stdout.write(asJson(document));
  else writeSentences(shell, line);
}

/** A command that turns the queue off or on. */
const registerSwitch =
  (name: 'pause' | 'resume', turn: (queue: OpenQueue) => Promise<Turned>): Registration =>
  (queue, context) => {
    const { shell, locale, finish } = context;
    const command = newCommand(queue, name, queueSentences(locale).help[name]);
    withDataOptions(command, locale).action(async (flags) => {
      const turned = await withQueue(shell, flags, 'change', turn);
      // What was asked for is not so: whatever pauses the queue ends otherwise.
      const isRefused = name === 'resume' && turned.paused;
      if (isRefused) writeNotice(shell, turned.line);
      if (!isRefused || flags.format === 'json') writeTurned(context, flags.format, turned);
      finish(isRefused ? EXIT.tryLater : EXIT.done);
    });
  };

/** `queue pause`: the program sends nothing until a person resumes it. */
export const registerPause = registerSwitch('pause', async ({ store, now, locale }) => {
  const { changed } = queueSentences(locale);
  const known = await store.pause();
  // A pause that ends by itself gives way to one that does not.
  if (known !== undefined && known.until === undefined) {
    return { paused: true, changed: false, reason: known, line: changed.pausedAlready(reasonText(known, locale)) };
  }
  const reason = { code: 'by-hand' } as const;
  await store.setPause({ ...reason, detail: '', since: now }, { at: now, name: 'paused', reason });
  return { paused: true, changed: true, reason, line: changed.paused };
});

/** `queue resume`: ends a pause that a person can end, and says what it was for. */
export const registerResume = registerSwitch('resume', async ({ store, now, locale }) => {
  const { changed } = queueSentences(locale);
  const known = await store.pause();
  if (known === undefined) return { paused: false, changed: false, line: changed.notPaused };
  const { code, detail } = known;
  if (!isEndedByHand(code)) {
    return { paused: true, changed: false, reason: known, line: changed.staysPaused(reasonText(known, locale)) };
  }
  const reason = { code, ...(detail !== '' && { detail }) };
  await store.setPause(undefined, { at: now, name: 'resumed', reason });
  return { paused: false, changed: true, reason: known, line: changed.resumed(reasonText(known, locale, true)) };
});

/** `queue adopt`: a history that this machine has never worked on is worked on here from now on. */
export const registerAdopt: Registration = (queue, context) => {
  const { shell, locale, finish } = context;
  const { help, changed } = queueSentences(locale);
  withDataOptions(newCommand(queue, 'adopt', help.adopt), locale).action(async ({ db, format }) => {
    await withHistory(shell, { db, readonly: false, durable: true }, async (history) => {
      const custody = await openCustody(shell, history);
      // Of one that was brought here, or was handed over and is taken back, only its pause tells.
      const pause = await history.queue.pause();
      const isNew = (await custody.check()) === 'copied' || pause?.code === 'copied' || pause?.code === 'handed-over';
      const ports = { store: history.queue, custody, now: history.now, log: () => undefined };
      if (isNew) await adopt(ports, await missingFrom(ports));
      writeTurned(context, format, {
        paused: (await history.queue.pause()) !== undefined,
        changed: isNew,
        ...(isNew && { reason: { code: 'restored' } }),
        line: isNew ? changed.adopted : changed.notACopy,
      });
    });
    finish(EXIT.done);
  });
};
