// What a person decides about planned posts: approve, cancel, move, retry, pause and resume.
import { queueSentences } from '#locale/queue.js';
import { ITEM_STATES, mayBecome, type ItemState, type Item } from '#queue/item.js';
import { isLate, nextSlot } from '#queue/due.js';
import type { Reason } from '#queue/reason.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { asJson } from '#report/documents/json.js';
import type { QueuePauseDocument } from '#report/documents/queue-schema.js';
import { reasonRecord } from '#report/documents/queue.js';
import { reasonText } from '#report/reason-text.js';
import type { Registration } from '../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { zoneOption } from '../options/times.js';
import {
  changeItem,
  changeItems,
  requireState,
  checkSlot,
  confirmSlot,
  resolveSlot,
  otherPosts,
  type FoundSlot,
  whenReader,
  type When,
} from '../queue/change.js';
import { lookBeforeRetry } from '../queue/retry-look.js';
import { itemReader, itemsReader, withQueue, type OpenQueue } from '../queue/open.js';
import type { Shell } from '../shell.js';
import { confirm } from '../terminal/prompt.js';
import { EXIT, UserError } from '../user-error.js';

const CANCELLABLE = ITEM_STATES.filter((state) => mayBecome(state, 'cancelled'));

/** `queue cancel`: items are kept, and never go out. */
export const registerCancel: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'cancel', help.cancel)
    .argument('<items...>', options.items, itemsReader(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (ids, flags) => {
      finish(
        await changeItems(shell, { ids, action: 'cancel' }, flags, (open, item) => {
          const patch = { state: 'cancelled', reason: { code: 'by-hand' } } as const;
          changeItem(open, item, { from: CANCELLABLE, action: 'cancel', patch, event: 'cancelled' });
          return item.state === 'unknown' ? changed.cancelledUnclear(item.id) : changed.cancelled(item.id);
        }),
      );
    });
};

/** `queue approve`: items that wait for approval go out on time. */
export const registerApprove: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'approve', help.approve)
    .argument('<items...>', options.items, itemsReader(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (ids, flags) => {
      finish(
        await changeItems(shell, { ids, action: 'approve' }, flags, (open, item) => {
          if (item.state === 'planned' && !item.review) return changed.noApproval(item.id);
          const patch = { state: 'planned', review: false } as const;
          changeItem(open, item, { from: ['planned'], action: 'approve', patch, event: 'approved' });
          if (!isLate(item, open.now)) return changed.approved(item.id);
          return item.missed === 'next-slot' ? changed.approvedMoves(item.id) : changed.approvedLate(item.id);
        }),
      );
    });
};

const MOVABLE: readonly ItemState[] = ['planned', 'reminded'];

/** `queue move`: another time for an item. A delay counts from the item's own slot. */
export const registerMove: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'move', help.move)
    .argument('<item>', options.item, itemReader(locale))
    .argument('<when>', options.when, whenReader(locale))
    .addOption(zoneOption(locale, options.zone))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, when, flags) => {
      finish(
        await changeItems(shell, { ids: [id], action: 'move' }, flags, (open, item) => {
          const moving = { from: MOVABLE, action: 'move' } as const;
          requireState(item, moving);
          const slot = resolveSlot(when, flags.zone ?? item.zone, item.dueAt, open.clocks);
          checkSlot(open, item, slot);
          const { dueAt, requestedTime, zone } = slot;
          const patch = {
            state: 'planned',
            slot: { dueAt, requestedTime, zone },
            reason: null,
            notBefore: null,
          } as const;
          changeItem(open, item, { ...moving, patch, event: 'moved', data: { from: item.dueAt, dueAt } });
          return confirmSlot(open, slot, (text) => changed.moved(item.id, text));
        }),
      );
    });
};

const RETRIABLE: readonly ItemState[] = ['missed', 'refused', 'unknown'];

/** `queue retry`: a new slot for an item that did not go out, or may not have. A delay counts from now. */
export const registerRetry: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'retry', help.retry)
    .argument('<item>', options.item, itemReader(locale))
    .addOption(option('--at <when>', help.retry.at).argParser(whenReader(locale)))
    .addOption(zoneOption(locale, options.zone))
    .option('--not-on-x', help.retry.notOnX)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, flags) => {
      finish(
        await changeItems(shell, { ids: [id], action: 'retry' }, flags, async (open, found) => {
          const retrying = { from: RETRIABLE, action: 'retry' } as const;
          requireState(found, retrying);
          const item = found.state === 'unknown' ? await lookBeforeRetry(shell, open, found) : found;
          requireState(item, retrying);
          const slot = newSlot(open, item, flags);
          if (item.state === 'unknown' && flags.notOnX !== true) await confirmNotOnX(shell, open, item);
          const { dueAt, requestedTime, zone } = slot;
          const patch = {
            state: 'planned',
            slot: { dueAt, requestedTime, zone },
            reason: null,
            notBefore: null,
            checks: 0,
          } as const;
          changeItem(open, item, { ...retrying, patch, event: 'retried', data: { from: item.dueAt, dueAt } });
          return confirmSlot(open, slot, (text) => changed.retried(item.id, text));
        }),
      );
    });
};

/** @throws UserError unless a person says that they looked, and that the item is not on X. */
async function confirmNotOnX(shell: Shell, { locale }: OpenQueue, { id }: Item): Promise<void> {
  const { errors, changed } = queueSentences(locale);
  if (!shell.stdin.isTTY) throw new UserError(errors.mayBeOnX(id));
  const answer = await confirm(shell, changed.confirmNotOnX(id));
  if (answer === 'yes') return;
  throw new UserError(changed.unknownStays(id), {
    exitCode: answer === 'interrupted' ? EXIT.interrupted : EXIT.findings,
  });
}

/** The slot that was asked for, else the same time of the next day that is free. */
function newSlot(
  queue: OpenQueue,
  item: Item,
  { at, zone }: { readonly at?: When | undefined; readonly zone?: string | undefined },
): FoundSlot {
  const { clocks, now, locale } = queue;
  if (at !== undefined) {
    const slot = resolveSlot(at, zone ?? item.zone, now, clocks);
    checkSlot(queue, item, slot);
    return slot;
  }
  const others = otherPosts(queue, item).map(({ id = 0, at: dueAt, link = '' }) => ({ id, dueAt, link }));
  const slot = nextSlot(item, { now, others, minInterval: SENDING_DEFAULTS.minInterval });
  if (slot === undefined) throw new UserError(queueSentences(locale).errors.noSlot(item.id));
  return { ...slot, match: 'exact' };
}

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
      await withQueue(shell, flags, 'change', ({ store, now }) => {
        const known = store.pause();
        // A pause that ends by itself gives way to one that does not.
        const isKept = known !== undefined && known.until === undefined;
        const reason: Reason = isKept ? known : { code: 'by-hand' };
        if (!isKept) {
          store.setPause({ code: 'by-hand', detail: '', since: now }, { at: now, name: 'paused', reason });
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
      await withQueue(shell, flags, 'change', ({ store, now }) => {
        const known = store.pause();
        if (known !== undefined) {
          const { code, detail } = known;
          store.setPause(undefined, { at: now, name: 'resumed', reason: { code, ...(detail !== '' && { detail }) } });
        }
        const line = known === undefined ? changed.notPaused : changed.resumed(reasonText(known, locale, true));
        const document = toDocument(false, known !== undefined, known);
        shell.stdout.write(flags.format === 'json' ? asJson(document) : `${line}\n`);
      });
      finish(EXIT.done);
    });
};
