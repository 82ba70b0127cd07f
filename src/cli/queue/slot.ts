// New slots that a person gives to items: each keeps its distance from all other posts.
import { queueSentences } from '#locale/queue.js';
import { slotText } from '#locale/format.js';
import type { Item, NewItem } from '#queue/item.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { formatLocalTime, parseLocalTime, type LocalTimeMatch } from '#timing/clock/zone.js';
import { findTooNear, nextFreeInstant, requiredDistance, type PlacedPost } from '#timing/plan/spacing.js';
import { clockNote } from '#report/terminal/plan.js';
import type { When } from '../options/queue.js';
import { UserError } from '../user-error.js';
import { OPEN, type Clocks, type OpenQueue } from './open.js';

const DAY = 86_400_000;
const MAX_ITEMS = 1000;

/** A slot, and what the clock did to the requested time. */
export type FoundSlot = Pick<NewItem, 'dueAt' | 'requestedTime' | 'zone'> & { readonly match: LocalTimeMatch };

/**
 * The slot that is meant. Days are stepped on the clock of the zone, so that the hour stays when the clock changes; hours
 * and minutes are spans of time.
 * @param from what `+2h` counts from, ms UTC.
 */
export function resolveSlot(when: When, zone: string, from: number, clocks: Clocks): FoundSlot {
  if (when.kind === 'local') return slotAt(parseLocalTime(when.text), zone, from, clocks);
  if (when.unit === 'time') {
    const dueAt = from + when.amount;
    return { dueAt, requestedTime: clocks.formatLocalTime(dueAt, zone), zone, match: 'exact' };
  }
  return slotAt(clocks.zone(zone, from).localTimeAt(from) + when.amount * DAY, zone, from, clocks);
}

function slotAt(localTime: number, zone: string, near: number, clocks: Clocks): FoundSlot {
  // Opened around the time that is meant, which can be years away.
  const clock = clocks.zone(zone, Math.abs(localTime - near) < 100 * DAY ? near : localTime);
  const { at, match } = clock.toInstant(localTime);
  return { dueAt: at, requestedTime: formatLocalTime(localTime), zone, match };
}

/** A post that a slot must keep its distance from; `id` is missing for one that is out already. */
interface OtherPost extends PlacedPost {
  readonly id?: number;
}

/** All posts that an item keeps its distance from: those planned, and the last ones of the link and of the account. */
export function otherPosts({ store, history }: OpenQueue, item: Item): readonly OtherPost[] {
  const planned = store
    .list({ states: OPEN }, MAX_ITEMS)
    .filter(({ id }) => id !== item.id)
    .map(({ id, dueAt: at, link }) => ({ id, at, link }));
  const ofLink = history.lastPostAt(item.link);
  const ofAccount = history.lastPostAt();
  return [
    ...planned,
    ...(ofLink === undefined ? [] : [{ at: ofLink, link: item.link }]),
    ...(ofAccount === undefined ? [] : [{ at: ofAccount }]),
  ];
}

/** @throws UserError for a slot that has passed, is after the campaign, or is too near to another post. */
export function checkSlot(queue: OpenQueue, item: Item, { dueAt, zone, requestedTime }: FoundSlot): void {
  const { clocks, now, locale } = queue;
  const { errors } = queueSentences(locale);
  const shown = (instant: number): string =>
    slotText({ localTime: clocks.formatLocalTime(instant, zone), zone }, locale);
  const { id, until, link, gap } = item;
  if (dueAt <= now) {
    throw new UserError(errors.passed(id, slotText({ localTime: requestedTime, zone }, locale), shown(now)));
  }
  if (until !== undefined && dueAt > until) {
    throw new UserError(errors.afterCampaign(id, shown(dueAt), shown(until)));
  }
  const others = otherPosts(queue, item);
  const spacing = { gap, minInterval: SENDING_DEFAULTS.minInterval };
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
export function confirmSlot(
  { clocks, locale }: OpenQueue,
  { dueAt, zone, requestedTime, match }: FoundSlot,
  format: (when: string) => string,
): string {
  const localTime = clocks.formatLocalTime(dueAt, zone);
  const answer = format(slotText({ localTime, zone }, locale));
  const note = clockNote({ match, requestedTime, localTime }, locale);
  return note === undefined ? answer : answer + queueSentences(locale).changed.remark(note);
}
