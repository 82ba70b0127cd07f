import { findEntities } from '#tweet/entities.js';
import { computeFingerprint, likeness, NEAR_DUPLICATE } from '#words/similarity.js';
import type { Item, ItemState } from './item.js';
import { isPageFault, type Reason } from './reason.js';
import type { PostedText, QueueHistory, QueuePorts, QueueStore } from './ports.js';

/**
 * How far back other posts of the account are compared, ms: X publishes no period for its rule on repeated posts. Posts
 * of the same link are compared however old they are. @source own choice
 */
export const COMPARED_FOR = 30 * 86_400_000;

/** Handles, in lower case, that a post calls: in its text and on its pictures. */
export function calledIn({ text, media }: Pick<Item, 'text' | 'media'>): readonly string[] {
  const mentioned = findEntities(text)
    .filter(({ type }) => type === 'mention')
    .map(({ value }) => value);
  const tagged = media.flatMap(({ tag = [] }) => tag);
  return [...new Set([...mentioned, ...tagged].map((handle) => handle.toLowerCase()))];
}

/** The text among these that reads as the same post; undefined when none does. */
export function findNearDuplicate(text: string, others: readonly PostedText[]): PostedText | undefined {
  const print = computeFingerprint(text);
  return others.find((other) => likeness(print, computeFingerprint(other.text)) >= NEAR_DUPLICATE);
}

/** Items whose post may be on X though the queue does not say so: for likeness they count as posted. */
export async function findUnsure(
  store: Pick<QueueStore, 'list' | 'givenUp'>,
  more: readonly ItemState[] = [],
): Promise<readonly Item[]> {
  const open = await store.list({ states: ['sending', 'unknown', 'reminded', ...more] }, 1000);
  return [...open, ...(await store.givenUp(1000))];
}

/**
 * Why an item may not go out, by what the account has posted since it was planned and by who wants to be left alone:
 * both can have changed. Undefined when it may.
 * @param unsure items that were sent and may be on X already.
 */
export async function findRefusal(
  item: Item,
  history: Pick<QueueHistory, 'textsFor' | 'optedOut'>,
  unsure: readonly Item[],
  now: number,
): Promise<Reason | undefined> {
  const optedOut = await history.optedOut(calledIn(item));
  if (optedOut.length > 0) {
    return { code: 'opted-out', detail: optedOut.map((handle) => `@${handle}`).join(', ') };
  }
  const maybe = unsure
    .filter(({ id }) => id !== item.id)
    .map(({ id, text, changedAt }) => ({ text, at: changedAt, item: id }));
  const same = findNearDuplicate(item.text, [...(await history.textsFor(item.link, now - COMPARED_FOR)), ...maybe]);
  return same && { code: 'near-duplicate', detail: same.item === undefined ? (same.id ?? '') : `item: ${same.item}` };
}

/**
 * What is wrong with the page of a link that was posted before: a person has to look. One who has approved the item since
 * knows; undefined then, for a first post, and when the page stands.
 */
export async function findPageFault(item: Item, { history, pageCheck }: QueuePorts): Promise<Reason | undefined> {
  if (pageCheck === undefined || (await history.lastPostAt(item.link)) === undefined) return undefined;
  if (isPageFault(item.reason)) return undefined;
  const code = await pageCheck(item);
  return code && { code };
}
