import { queueSentences } from '#locale/queue.js';
import type { Item, ItemState } from '#queue/item.js';
import { nextSlot } from '#queue/due.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import type { Registration } from '../../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../../options/common.js';
import { itemReader, whenReader, zoneOption, type When } from '../../options/queue.js';
import { changeItem, changeItems, requireState } from '../../queue/change.js';
import type { OpenQueue } from '../../queue/open.js';
import { checkSlot, confirmSlot, otherPosts, resolveSlot, type FoundSlot } from '../../queue/slot.js';
import type { Shell } from '../../shell.js';
import { confirm } from '../../terminal/confirm.js';
import { EXIT, UserError } from '../../user-error.js';

const RETRIABLE: readonly ItemState[] = ['missed', 'refused', 'unknown'];

/** `queue retry`: a new slot for an item that did not go out, or may not have. A delay counts from now. */
export const registerRetry: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'retry', help.retry)
    .argument('<item>', options.item, itemReader(locale))
    .addOption(option('--at <when>', help.retry.at).argParser(whenReader(locale)))
    .addOption(zoneOption(locale))
    .option('--not-on-x', help.retry.notOnX)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, flags) => {
      finish(
        await changeItems(shell, { ids: [id], action: 'retry' }, flags, async (open, item) => {
          const retrying = { from: RETRIABLE, action: 'retry' } as const;
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
