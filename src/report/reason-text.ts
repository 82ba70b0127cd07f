import type { Locale } from '#base/locale.js';
import { queueSentences } from '#locale/queue.js';
import type { ItemState } from '#queue/item.js';
import type { Reason, ReasonCode } from '#queue/reason.js';

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
export function detailText(detail: string, locale: Locale): string {
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

/** Refusals for a file, which can be put right without changing the item. */
const OF_A_FILE: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['media-unreadable', 'media-changed']);

/** What is wrong with the page of a link: a person decides whether its post goes out all the same. */
const PAGE_FAULTS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['page-gone', 'page-moved', 'page-login']);

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
  if (state === 'planned' && review && reason != null && PAGE_FAULTS.has(reason.code)) return advice.page(id);
  if (state === 'planned') return review ? advice.review(id) : undefined;
  if (state === 'missed' && reason?.code === 'not-recorded') return advice.notRecorded(id);
  return state === 'unknown' || state === 'reminded' || state === 'missed' || state === 'refused'
    ? advice[state](id)
    : undefined;
}
