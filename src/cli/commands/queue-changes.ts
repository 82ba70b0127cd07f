// What a person decides about planned posts: approve, cancel, move, send now, retry.
import { slotText } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import { ITEM_STATES, mayBecome, type ItemState, type Item } from '#queue/item.js';
import { isLate } from '#queue/due.js';
import { adviceOn } from '#report/reason-text.js';
import { linkIdentity } from '#tweet/link.js';
import type { Registration } from '../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { zoneOption } from '../options/times.js';
import { changeItem, changeItems, requireState, checkSlot, confirmSlot, newSlot } from '../queue/change.js';
import { lookBeforeRetry } from '../queue/retry-look.js';
import { itemReader, itemsReader, withQueue, type OpenQueue, type QueueFlags } from '../queue/open.js';
import { resolveSlot, whenReader } from '../queue/when.js';
import type { Shell } from '../shell.js';
import { confirm } from '../terminal/prompt.js';
import { EXIT, UserError } from '../user-error.js';

const CANCELLABLE = ITEM_STATES.filter((state) => mayBecome(state, 'cancelled'));

/** `queue cancel`: items are kept, and never go out. Until its slot one that was planned can be planned again. */
export const registerCancel: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, errors } = queueSentences(locale);
  newCommand(queue, 'cancel', help.cancel)
    .argument('[items...]', options.items, itemsReader(locale))
    .option('--link <url>', help.cancel.link)
    .option('--undo', help.cancel.undo)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (named, flags) => {
      const isNamed = named !== undefined && named.length > 0;
      if (isNamed === (flags.link !== undefined)) throw new UserError(errors.itemsOrLink);
      const from: readonly ItemState[] = flags.undo ? ['cancelled'] : CANCELLED_BY_LINK;
      const ids = isNamed ? named : await itemsOfLink(shell, flags, flags.link ?? '', from);
      const action = flags.undo ? 'undo' : 'cancel';
      finish(await changeItems(shell, { ids, action }, flags, flags.undo ? undoCancel : cancelItem));
    });
};

/** Those of a link that a person means by "all": what is to come, and what they were reminded of. */
const CANCELLED_BY_LINK: readonly ItemState[] = ['planned', 'reminded'];
/** Items of one link that are changed at once: years of posts. */
const MAX_OF_LINK = 1000;

/** @throws UserError when a link has no item in these states. */
async function itemsOfLink(
  shell: Shell,
  flags: QueueFlags,
  link: string,
  states: readonly ItemState[],
): Promise<readonly number[]> {
  const identity = linkIdentity(link) ?? link;
  const found = await withQueue(shell, flags, 'read', ({ store }) =>
    store.list({ states, link: identity }, MAX_OF_LINK),
  );
  if (found.length > 0) return found.map(({ id }) => id);
  throw new UserError((locale) => queueSentences(locale).errors.noneOfLink(link), { exitCode: EXIT.findings });
}

async function cancelItem(open: OpenQueue, item: Item): Promise<string> {
  const { changed } = queueSentences(open.locale);
  const patch = { state: 'cancelled', reason: { code: 'by-hand' } } as const;
  await changeItem(open, item, { from: CANCELLABLE, action: 'cancel', patch, event: 'cancelled' });
  if (item.state === 'unknown') return changed.cancelledUnclear(item.id);
  if (item.state !== 'planned' || item.dueAt <= open.now) return changed.cancelled(item.id);
  return changed.cancelledFor(item.id, shownSlot(open, item));
}

/** Plans a cancelled item again at its own slot, unless something else came there meanwhile. */
async function undoCancel(open: OpenQueue, item: Item): Promise<string> {
  const { changed, errors } = queueSentences(open.locale);
  requireState(item, { from: ['cancelled'], action: 'undo' });
  // What was ever sent may be on X.
  if (item.attempts > 0 || item.dueAt <= open.now) throw new UserError(errors.undoTooLate(item.id));
  const { dueAt, requestedTime, zone } = item;
  await checkSlot(open, item, { dueAt, requestedTime, zone, match: 'exact' });
  const patch = { state: 'planned', reason: null, notBefore: null } as const;
  await changeItem(open, item, { from: ['cancelled'], action: 'undo', patch, event: 'retried', data: { dueAt } });
  return changed.retried(item.id, shownSlot(open, item));
}

const shownSlot = ({ clocks, locale }: OpenQueue, { dueAt, zone }: Pick<Item, 'dueAt' | 'zone'>): string =>
  slotText({ localTime: clocks.formatLocalTime(dueAt, zone), zone }, locale);

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
        await changeItems(shell, { ids, action: 'approve' }, flags, async (open, item) => {
          if (item.state === 'planned' && !item.review) return changed.noApproval(item.id);
          const patch = { state: 'planned', review: false } as const;
          await changeItem(open, item, { from: ['planned'], action: 'approve', patch, event: 'approved' });
          if (!isLate(item, open.now)) return changed.approved(item.id);
          return item.missed === 'next-slot' ? changed.approvedMoves(item.id) : changed.approvedLate(item.id);
        }),
      );
    });
};

const MOVABLE: readonly ItemState[] = ['planned', 'reminded'];

/** `queue move`: another time for an item. */
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
        await changeItems(shell, { ids: [id], action: 'move' }, flags, async (open, item) => {
          const moving = { from: MOVABLE, action: 'move' } as const;
          requireState(item, moving);
          const slot = resolveSlot(when, flags.zone ?? item.zone, item, open.now, open.clocks);
          await checkSlot(open, item, slot);
          const { dueAt, requestedTime, zone } = slot;
          const patch = {
            state: 'planned',
            slot: { dueAt, requestedTime, zone },
            reason: null,
            notBefore: null,
          } as const;
          await changeItem(open, item, { ...moving, patch, event: 'moved', data: { from: item.dueAt, dueAt } });
          return await confirmSlot(open, slot, (text) => changed.moved(item.id, text));
        }),
      );
    });
};

const SENDABLE: readonly ItemState[] = ['planned', 'reminded', 'missed'];

/** `queue now`: the slot of an item is now. It goes out when the scheduler looks next, by the same checks as ever. */
export const registerNow: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'now', help.now)
    .argument('<item>', options.item, itemReader(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, flags) => {
      finish(
        await changeItems(shell, { ids: [id], action: 'now' }, flags, async (open, item) => {
          const sending = { from: SENDABLE, action: 'now' } as const;
          requireState(item, sending);
          const slot = resolveSlot({ kind: 'now' }, item.zone, item, open.now, open.clocks);
          await checkSlot(open, item, slot);
          const { dueAt, requestedTime, zone } = slot;
          const patch = {
            state: 'planned',
            slot: { dueAt, requestedTime, zone },
            reason: null,
            notBefore: null,
          } as const;
          await changeItem(open, item, { ...sending, patch, event: 'moved', data: { from: item.dueAt, dueAt } });
          return adviceOn({ ...item, state: 'planned' }, locale) ?? changed.now(item.id);
        }),
      );
    });
};

const RETRIABLE: readonly ItemState[] = ['missed', 'refused', 'unknown'];

/** `queue retry`: a new slot for an item that did not go out, or may not have. */
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
          const slot = await newSlot(open, item, flags);
          if (item.state === 'unknown' && flags.notOnX !== true) await confirmNotOnX(shell, open, item);
          const { dueAt, requestedTime, zone } = slot;
          const patch = {
            state: 'planned',
            slot: { dueAt, requestedTime, zone },
            reason: null,
            notBefore: null,
            checks: 0,
          } as const;
          await changeItem(open, item, { ...retrying, patch, event: 'retried', data: { from: item.dueAt, dueAt } });
          return await confirmSlot(open, slot, (text) => changed.retried(item.id, text));
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
