// What a person changes of items: each change is one transaction with its event, and answers one line. A new slot keeps
// its distance from all other posts.
import { slotText } from '#locale/format.js';
import { type Action, queueSentences } from '#locale/queue.js';
import { mayBecome, OPEN, type Item, type ItemState } from '#queue/item.js';
import type { ItemPatch } from '#queue/ports.js';
import type { EventName, QueueEvent } from '#queue/event.js';
import { nextSlot } from '#queue/due.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { asJson } from '#report/documents/json.js';
import type { QueueChangeDocument } from '#report/documents/queue-schema.js';
import { itemRecord } from '#report/documents/queue.js';
import { clockNote } from '#report/terminal/plan-notes.js';
import { openZone } from '#timing/clock/zone.js';
import { findTooNear, nextFreeInstant, requiredDistance, type PlacedPost } from '#timing/plan/spacing.js';
import type { CommandContext } from '../command.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { requireItem, withQueue, type OpenQueue, type QueueFlags } from './open.js';
import { resolveSlot, type FoundSlot, type When } from './when.js';
import { writeNotice, writeSentences } from '../notice.js';

/** What is to become of an item, and what the log says of it. */
export interface Change {
  /** States in which it can be done. */
  readonly from: readonly ItemState[];
  readonly action: Action;
  readonly patch: ItemPatch;
  readonly event: EventName;
  readonly data?: QueueEvent['data'];
}

/**
 * Changes an item, if it is still what it was when it was read.
 * @throws UserError that says what the item is and what is allowed.
 */
export async function changeItem(
  { store, now }: Pick<OpenQueue, 'store' | 'now'>,
  item: Item,
  { from, action, patch, event, data }: Change,
): Promise<void> {
  requireState(item, { from, action });
  if (!mayBecome(item.state, patch.state)) throw new Error(`${item.state} never becomes ${patch.state}`);
  const entry: QueueEvent = {
    at: now,
    name: event,
    item: item.id,
    ...(patch.reason && { reason: patch.reason }),
    ...(data !== undefined && { data }),
  };
  if (await store.change(item.id, [item.state], patch, entry)) return;
  const state = (await store.get(item.id))?.state;
  throw new UserError((locale) => queueSentences(locale).errors.justChanged(item.id, state));
}

/**
 * Plans an item at a slot, as if nothing had held it up before.
 * @throws UserError as `changeItem`, which takes all else of the change.
 */
export async function planAt(
  queue: OpenQueue,
  item: Item,
  { dueAt, requestedTime, zone }: FoundSlot,
  change: Omit<Change, 'patch' | 'data'>,
): Promise<void> {
  const slot = { dueAt, requestedTime, zone };
  const patch: ItemPatch = { state: 'planned', slot, reason: null, notBefore: null, checks: 0 };
  const data = { ...(item.dueAt !== dueAt && { from: item.dueAt }), dueAt };
  await changeItem(queue, item, { ...change, patch, data });
}

/** @throws UserError when an item is in none of the states in which something can be done. */
export function requireState({ id, state }: Item, { from, action }: Pick<Change, 'from' | 'action'>): void {
  if (from.includes(state)) return;
  throw new UserError((locale) => queueSentences(locale).errors.wrongState(id, state, action, from));
}

/** How a command that changes items was called. */
export interface ChangeFlags extends QueueFlags {
  readonly format: 'text' | 'json';
}

/**
 * Does the same to several items, and writes the line that each answers, or all of them as a document. An item that
 * fails is reported on standard error and keeps none of the others back.
 * @returns 1 when some of several failed, the exit code of the error for a single one.
 */
export function changeItems(
  shell: Shell,
  { ids, action }: { readonly ids: readonly number[]; readonly action: QueueChangeDocument['action'] },
  flags: ChangeFlags,
  work: (queue: OpenQueue, item: Item) => string | Promise<string>,
): Promise<ExitCode> {
  return withQueue(shell, flags, 'change', async (queue) => {
    let exitCode: ExitCode = EXIT.done;
    const document: QueueChangeDocument = { schema: 'tweetspan/queue-change@1', action, items: [], failures: [] };
    for (const id of ids) {
      try {
        const item = await requireItem(queue, id);
        const line = (await work(queue, item)) + experimentRemark(item, action, queue);
        if (flags.format === 'text') writeSentences(shell, line);
        document.items.push(itemRecord(await requireItem(queue, id), queue.clocks.formatLocalTime));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        writeNotice(shell, error.toLine(queue.locale));
        exitCode = error.exitCode === EXIT.usage ? EXIT.findings : error.exitCode;
        document.failures.push({ item: id, exitCode });
      }
    }
    if (flags.format === 'json') await shell.writeAll([asJson(document)]);
    return exitCode;
  });
}

const ENDING: ReadonlySet<QueueChangeDocument['action']> = new Set(['cancel', 'delete']);
const HARMLESS: ReadonlySet<QueueChangeDocument['action']> = new Set(['approve', 'undo']);

/** What a change means for the experiment that an item is part of. Posts are compared as they were drawn. */
function experimentRemark(
  { experiment }: Item,
  action: QueueChangeDocument['action'],
  { locale }: Pick<OpenQueue, 'locale'>,
): string {
  if (experiment === undefined || HARMLESS.has(action)) return '';
  const { remark, inExperiment, leavesExperiment } = queueSentences(locale).changed;
  return remark(ENDING.has(action) ? leavesExperiment : inExperiment);
}

/** The handler of a command that does the same to one item or several, and writes the line about each. */
export const changing =
  (
    { shell, finish }: Pick<CommandContext, 'shell' | 'finish'>,
    action: QueueChangeDocument['action'],
    work: Parameters<typeof changeItems>[3],
  ) =>
  async (named: number | readonly number[], flags: ChangeFlags): Promise<void> =>
    finish(await changeItems(shell, { ids: [named].flat(), action }, flags, work));

const MAX_ITEMS = 1000;

/** A post that a slot must keep its distance from; `id` is missing for one that is out already. */
interface OtherPost extends PlacedPost {
  readonly id?: number;
}

/** All posts that an item keeps its distance from: those planned, and the last ones of the link and of the account. */
async function otherPosts({ store, history }: OpenQueue, item: Item): Promise<readonly OtherPost[]> {
  const planned = (await store.list({ states: OPEN }, MAX_ITEMS))
    .filter(({ id }) => id !== item.id)
    .map(({ id, dueAt: at, link }) => ({ id, at, link }));
  const ofLink = await history.lastPostAt(item.link);
  const ofAccount = await history.lastPostAt();
  return [
    ...planned,
    ...(ofLink === undefined ? [] : [{ at: ofLink, link: item.link }]),
    ...(ofAccount === undefined ? [] : [{ at: ofAccount }]),
  ];
}

/**
 * Near posts of other links are remarked on only: a person says when, and the scheduler keeps the distance.
 * @throws UserError for a slot that has passed, is after the campaign, or is too near to another post of its link.
 */
export async function checkSlot(
  queue: OpenQueue,
  item: Item,
  { dueAt, zone, requestedTime }: FoundSlot,
): Promise<void> {
  const { clocks, now, locale } = queue;
  const { errors } = queueSentences(locale);
  const shown = (instant: number): string =>
    slotText({ localTime: clocks.formatLocalTime(instant, zone), zone }, locale);
  const { id, until, link, gap } = item;
  if (dueAt < now) {
    throw new UserError(errors.passed(id, slotText({ localTime: requestedTime, zone }, locale), shown(now)));
  }
  if (until !== undefined && dueAt > until) {
    throw new UserError(errors.afterCampaign(id, shown(dueAt), shown(until)));
  }
  const others = (await otherPosts(queue, item)).filter((other) => other.link === item.link);
  const instants = [dueAt, ...others.map(({ at }) => at)];
  const clock = openZone(zone, Math.min(...instants), Math.max(...instants) + gap);
  const spacing = { gap, minInterval: SENDING_DEFAULTS.minInterval, zone: clock };
  const post = { at: dueAt, link };
  const near = findTooNear(post, others, spacing);
  if (near === undefined) return;
  const name = nameOf(near, link, shown(near.at), errors);
  const free = shown(nextFreeInstant(post, others, spacing));
  throw new UserError(errors.tooClose(id, shown(dueAt), name, requiredDistance(post, near, spacing), free));
}

function nameOf(
  near: OtherPost,
  link: string,
  slot: string,
  errors: ReturnType<typeof queueSentences>['errors'],
): string {
  if (near.link !== link) return errors.ownPostAt(slot);
  return near.id === undefined ? errors.lastPostAt(slot) : errors.itemAt(near.id, slot);
}

/** The answer about a new slot, with what a change of the clock did to it. */
export async function confirmSlot(
  queue: OpenQueue,
  { dueAt, zone, requestedTime, match }: FoundSlot,
  format: (when: string) => string,
): Promise<string> {
  const { clocks, locale, store } = queue;
  const { remark, closeToOther } = queueSentences(locale).changed;
  const localTime = clocks.formatLocalTime(dueAt, zone);
  const answer = format(slotText({ localTime, zone }, locale));
  const { minInterval } = SENDING_DEFAULTS;
  const around = { from: dueAt - minInterval + 1, until: dueAt + minInterval };
  // One of them is the item itself.
  const isCrowded = (await store.list({ states: OPEN, ...around }, 2)).length > 1;
  const notes = [
    clockNote({ match, requestedTime, localTime }, locale),
    isCrowded ? closeToOther(minInterval) : undefined,
  ].filter((note) => note !== undefined);
  return notes.reduce((text, note) => text + remark(note), answer);
}

/**
 * The slot that was requested, else the same time of the next day that is free.
 * @throws UserError when none is, or the requested one cannot be had.
 */
export async function newSlot(
  queue: OpenQueue,
  item: Item,
  { at, zone }: { readonly at?: When | undefined; readonly zone?: string | undefined },
): Promise<FoundSlot> {
  const { clocks, now, locale } = queue;
  if (at !== undefined) {
    const slot = resolveSlot(at, zone ?? item.zone, item, now, clocks);
    await checkSlot(queue, item, slot);
    return slot;
  }
  const others = (await otherPosts(queue, item)).map(({ id = 0, at: dueAt, link = '' }) => ({ id, dueAt, link }));
  const slot = nextSlot(item, { now, others, minInterval: SENDING_DEFAULTS.minInterval });
  if (slot === undefined) throw new UserError(queueSentences(locale).errors.noSlot(item.id));
  return { ...slot, match: 'exact' };
}
