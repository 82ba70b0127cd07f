import type { Locale } from '#base/locale.js';
import { queueSentences } from '#locale/queue.js';
import type { ItemState } from '#queue/item.js';
import type { EventName } from '#queue/event.js';
import { isPageFault, type Reason, type ReasonCode } from '#queue/reason.js';

/** Reasons that pause the whole queue until a person has done something and resumes it. */
const PAUSES: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'no-credits',
  'usage-cap',
  'not-enrolled',
  'read-only-app',
  'signed-out',
  'unauthorized',
  'write-restricted',
  'account-locked',
  'account-suspended',
  'looks-automated',
]);

/** A detail of a reason in words: its code in the language of the run, then the facts behind it, which have none. */
function detailText(detail: string, locale: Locale): string {
  const { reasons, details } = queueSentences(locale);
  const [, code = '', facts] = /^([a-z]+(?:-[a-z]+)*)(?:: (.+))?$/s.exec(detail) ?? [];
  const words: Readonly<Record<string, string>> = { ...reasons, ...details };
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  if (known === undefined) return detail;
  // An item goes by its number, as in every other sentence: item 8.
  if (code === 'item') return `${known} ${facts ?? ''}`;
  return facts === undefined ? known : `${known}, ${detailText(facts, locale)}`;
}

/**
 * A reason as a sentence without its full stop; what else is known of it is in brackets.
 * @param isOver leaves out how to go on, for a pause that has ended.
 */
export function reasonText({ code, detail }: Reason, locale: Locale, isOver = false): string {
  const { reasons, thenResume } = queueSentences(locale);
  const words = reasons[code] + (PAUSES.has(code) && !isOver ? thenResume : '');
  return detail === undefined || detail === '' ? words : `${words} (${detailText(detail, locale)})`;
}

/** Pauses that `queue resume` does not end: the queue goes on by itself, or after `queue adopt`. */
const ENDED_OTHERWISE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'restored',
  'copied',
  'handed-over',
  'wrong-clock',
]);

/** Whether a person ends a pause of this reason with `queue resume`. */
export const isEndedByHand = (code: ReasonCode): boolean => !ENDED_OTHERWISE.has(code);

/**
 * That the queue is paused, why, and how it goes on.
 * @param until when it goes on by itself, as a text.
 */
export function pauseText(reason: Reason, locale: Locale, until?: string): string {
  const { paused, pausedUntil, held } = queueSentences(locale).post;
  const why = reasonText(reason, locale, true);
  if (!isEndedByHand(reason.code)) return held(why);
  return until === undefined ? paused(why) : pausedUntil(why, until);
}

/** The reason of an event as a sentence without its full stop: of a pause that has ended, what ended it where that is known. */
export function eventReasonText(name: EventName, reason: Reason, locale: Locale): string {
  const isOver = name === 'resumed';
  const ends: Readonly<Partial<Record<ReasonCode, string>>> = queueSentences(locale).resumedBecause;
  return (isOver ? ends[reason.code] : undefined) ?? reasonText(reason, locale, isOver);
}

/** Refusals for a file, which can be put right without changing the item. */
const OF_A_FILE: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['media-unreadable', 'media-changed']);

/** An item as far as advice on it goes. */
interface Advised {
  readonly id: number;
  readonly state: ItemState;
  readonly review: boolean;
  readonly reason?: { readonly code: ReasonCode; readonly detail?: string | null } | null;
}

/**
 * What a person can do about an item in its state; undefined where there is nothing to do.
 * @param next when something is done about it without them, as a text: it is looked for on X, or its lease ends.
 */
export function adviceOn({ id, state, review, reason }: Advised, locale: Locale, next?: string): string | undefined {
  const { advice } = queueSentences(locale);
  if (state === 'sending') return next === undefined ? undefined : advice.sending(next);
  if (state === 'unknown' && next !== undefined) return advice.lookedFor(next);
  const post = reason?.code === 'duplicate' ? (reason.detail ?? '') : '';
  if (state === 'refused' && reason != null && OF_A_FILE.has(reason.code)) return advice.file(id);
  if (state === 'refused' && /^\d+$/.test(post)) return advice.duplicate(id, `https://x.com/i/status/${post}`);
  if (state === 'planned' && review && isPageFault(reason)) return advice.page(id);
  if (state === 'planned') return review ? advice.review(id) : undefined;
  if (state === 'missed' && reason?.code === 'not-recorded') return advice.notRecorded(id);
  return state === 'unknown' || state === 'reminded' || state === 'missed' || state === 'refused'
    ? advice[state](id)
    : undefined;
}
