// What a person decides about planned posts: approve, cancel, move, send now, retry.
import { Argument } from 'commander';
import { slotText } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import { ITEM_STATES, mayBecome, type ItemState, type Item } from '#queue/item.js';
import { isLate } from '#queue/due.js';
import { adviceOn } from '#report/reason-text.js';
import { linkIdentity } from '#tweet/link.js';
import type { LocalizedCommand, Registration } from '../command.js';
import { newCommand, option, withDataOptions } from '../options/common.js';
import { zoneOption } from '../options/times.js';
import {
  changeItem,
  changing,
  checkSlot,
  confirmSlot,
  newSlot,
  planAt,
  requireState,
  type ChangeFlags,
} from '../queue/change.js';
import { itemReader, itemsReader, requireItem, withQueue, type OpenQueue, type QueueFlags } from '../queue/open.js';
import { resolveSlot, whenReader, type When } from '../queue/when.js';
import type { Shell } from '../shell.js';
import { confirm } from '../terminal/prompt.js';
import { EXIT, UserError } from '../user-error.js';

const CANCELLABLE = ITEM_STATES.filter((state) => mayBecome(state, 'cancelled'));

/** `queue cancel`: items are kept, and never go out. Until its slot one that was planned can be planned again. */
export const registerCancel: Registration = (queue, context) => {
  const { shell, locale } = context;
  const { help, options, errors } = queueSentences(locale);
  const command = newCommand(queue, 'cancel', help.cancel)
    .argument('[items...]', options.items, itemsReader(locale))
    .option('--link <url>', help.cancel.link)
    .option('--undo', help.cancel.undo);
  withDataOptions(command, locale).action(async (named, flags) => {
    const isNamed = named !== undefined && named.length > 0;
    if (isNamed === (flags.link !== undefined)) throw new UserError(errors.itemsOrLink);
    const from: readonly ItemState[] = flags.undo ? ['cancelled'] : CANCELLED_BY_LINK;
    const ids = isNamed ? named : await itemsOfLink(shell, flags, flags.link ?? '', from);
    const change = flags.undo ? changing(context, 'undo', undoCancel) : changing(context, 'cancel', cancelItem);
    await change(ids, flags);
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
  const slot = { dueAt, requestedTime, zone, match: 'exact' } as const;
  await checkSlot(open, item, slot);
  await planAt(open, item, slot, { from: ['cancelled'], action: 'undo', event: 'retried' });
  return changed.retried(item.id, shownSlot(open, item));
}

const shownSlot = ({ clocks, locale }: OpenQueue, { dueAt, zone }: Pick<Item, 'dueAt' | 'zone'>): string =>
  slotText({ localTime: clocks.formatLocalTime(dueAt, zone), zone }, locale);

/** `queue approve`: items that wait for approval go out on time. */
export const registerApprove: Registration = (queue, context) => {
  const { locale } = context;
  const { help, options } = queueSentences(locale);
  const command = newCommand(queue, 'approve', help.approve).argument('<items...>', options.items, itemsReader(locale));
  withDataOptions(command, locale).action(changing(context, 'approve', approveItem));
};

async function approveItem(open: OpenQueue, item: Item): Promise<string> {
  const { changed } = queueSentences(open.locale);
  if (item.state === 'planned' && !item.review) return changed.noApproval(item.id);
  const patch = { state: 'planned', review: false } as const;
  await changeItem(open, item, { from: ['planned'], action: 'approve', patch, event: 'approved' });
  if (!isLate(item, open.now)) return changed.approved(item.id);
  return item.missed === 'next-slot' ? changed.approvedMoves(item.id) : changed.approvedLate(item.id);
}

/** `queue move`: another time for an item. */
export const registerMove: Registration = (queue, context) => {
  const { locale } = context;
  const { help, options } = queueSentences(locale);
  const command = newCommand(queue, 'move', help.move)
    .argument('<item>', options.item, itemReader(locale))
    // In as many words as people type: `tomorrow 9:00`, quoted or not.
    .argument('<when...>', options.when)
    .addOption(zoneOption(locale, options.zone));
  withDataOptions(command, locale).action((id, words, flags) => {
    const moment = new Argument('<when>').argParser(whenReader(locale));
    // It is made as one of ours; commander's types know nothing of that.
    // oxlint-disable-next-line no-underscore-dangle -- commander's own name
    const when = (command as unknown as LocalizedCommand)._callParseArg(moment, words.join(' '), undefined) as When;
    return changing(context, 'move', (open, item) => moveItem(open, item, when, flags.zone))(id, flags);
  });
};

async function moveItem(open: OpenQueue, item: Item, when: When, zone = item.zone): Promise<string> {
  const moving = { from: ['planned', 'reminded'], action: 'move', event: 'moved' } as const;
  requireState(item, moving);
  const slot = resolveSlot(when, zone, item, open.now, open.clocks);
  await checkSlot(open, item, slot);
  await planAt(open, item, slot, moving);
  return confirmSlot(open, slot, (text) => queueSentences(open.locale).changed.moved(item.id, text));
}

/** `queue now`: the slot of an item is now. It goes out when the scheduler looks next, by the same checks as ever. */
export const registerNow: Registration = (queue, context) => {
  const { locale } = context;
  const { help, options } = queueSentences(locale);
  const command = newCommand(queue, 'now', help.now).argument('<item>', options.item, itemReader(locale));
  withDataOptions(command, locale).action(changing(context, 'now', makeDueNow));
};

async function makeDueNow(open: OpenQueue, item: Item): Promise<string> {
  const sending = { from: ['planned', 'reminded', 'missed'], action: 'now', event: 'moved' } as const;
  requireState(item, sending);
  const slot = resolveSlot({ kind: 'now' }, item.zone, item, open.now, open.clocks);
  await checkSlot(open, item, slot);
  await planAt(open, item, slot, sending);
  return adviceOn({ ...item, state: 'planned' }, open.locale) ?? queueSentences(open.locale).changed.now(item.id);
}

/** `queue retry`: a new slot for an item that did not go out, or may not have. */
export const registerRetry: Registration = (queue, context) => {
  const { shell, locale } = context;
  const { help, options } = queueSentences(locale);
  const command = newCommand(queue, 'retry', help.retry)
    .argument('<item>', options.item, itemReader(locale))
    .addOption(option('--at <when>', help.retry.at).argParser(whenReader(locale)))
    .addOption(zoneOption(locale, options.zone))
    .option('--not-on-x', help.retry.notOnX);
  withDataOptions(command, locale).action((id, flags) =>
    changing(context, 'retry', (open, item) => retryItem(shell, open, item, flags))(id, flags),
  );
};

/** How `queue retry` was called. */
interface RetryFlags extends ChangeFlags {
  readonly at?: When | undefined;
  readonly zone?: string | undefined;
  readonly notOnX?: boolean | undefined;
}

async function retryItem(shell: Shell, open: OpenQueue, found: Item, flags: RetryFlags): Promise<string> {
  const retrying = { from: ['missed', 'refused', 'unknown'], action: 'retry', event: 'retried' } as const;
  requireState(found, retrying);
  const item = found.state === 'unknown' ? await lookBeforeRetry(shell, open, found) : found;
  requireState(item, retrying);
  const slot = await newSlot(open, item, flags);
  if (item.state === 'unknown' && flags.notOnX !== true) await confirmNotOnX(shell, open, item);
  await planAt(open, item, slot, retrying);
  return confirmSlot(open, slot, (text) => queueSentences(open.locale).changed.retried(item.id, text));
}

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

/**
 * Looks for an item on X itself, and lets nothing be sent again while looks are to come: the profile that a person sees
 * lags behind as well. Answers the item as it is now.
 * @throws UserError when it was found, or is looked for again later.
 */
async function lookBeforeRetry(shell: Shell, queue: OpenQueue, item: Item): Promise<Item> {
  const { errors } = queueSentences(queue.locale);
  const history = queue.opened;
  const [{ createPorts, createXAccess }, { lookForItems }] = await Promise.all([
    import('../wiring.js'),
    import('#queue/unknown.js'),
  ]);
  const x = await createXAccess(shell, { history, queue }).openOwn();
  if (x !== undefined) {
    const ports = createPorts(shell, { history, queue, notify: async () => [], log: () => undefined }, x);
    await lookForItems([item], x, ports);
  }
  const now = await requireItem(queue, item.id);
  if (now.state === 'posted') {
    throw new UserError(errors.foundOnX(item.id, `https://x.com/i/status/${now.postId ?? ''}`), {
      exitCode: EXIT.findings,
    });
  }
  if (now.state === 'unknown' && now.notBefore !== undefined && now.notBefore > shell.now()) {
    const localTime = queue.clocks.formatLocalTime(now.notBefore, now.zone);
    const when = slotText({ localTime, zone: now.zone }, queue.locale);
    throw new UserError(errors.stillLooking(item.id, when), { exitCode: EXIT.tryLater });
  }
  return now;
}
