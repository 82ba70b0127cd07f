/**
 * Why an item is in its state. `detail` is what else is known: words of X, facts such as a file or an amount, or a code
 * with facts behind it (`file-type: photo.heic, HEIC`), where the code is another reason or one of `DETAIL_CODES`.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly detail?: string;
}

/** All reasons that an item or the queue can have. */
export const REASON_CODES = [
  // Of the program's own rules.
  'near-duplicate',
  'opted-out',
  'late',
  'spacing',
  'no-free-slot',
  'blackout',
  'zone-rules',
  'not-recorded',
  'not-reached',
  'page-gone',
  'page-moved',
  'page-login',
  'media-unreadable',
  'media-changed',
  'budget',
  'by-hand',
  'moved-by-hand',
  'slot-missed',
  'lease-expired',
  // Of X.
  'duplicate',
  'too-long',
  'media-refused',
  'invalid',
  'forbidden',
  'rate-limit',
  'daily-limit',
  'no-connection',
  'server-error',
  // Of an answer that tells nothing.
  'timeout',
  'cut',
  'not-understood',
  'not-recorded-answer',
  'not-found',
  'says-duplicate',
  // What stops the whole queue.
  'no-credits',
  'usage-cap',
  'not-enrolled',
  'read-only-app',
  'signed-out',
  'unauthorized',
  'write-restricted',
  'other-account',
  'account-locked',
  'account-suspended',
  'looks-automated',
  'wrong-clock',
  'restored',
  'copied',
  'handed-over',
  'imported',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What a detail can begin with, besides the codes of reasons. */
export const DETAIL_CODES = [
  // Of another item, by its number.
  'item',
  // Of a call to X.
  'no-answer',
  'half-answer',
  'no-post-named',
  'not-of-x',
  'clock-wrong',
  'proxy-refused',
  'proxy-unreachable',
  'clock-jumped',
  'wrong-kind-of-keys',
  'no-bearer',
  'query-length',
  'tokens-unreadable',
  // Of media.
  'file-too-large',
  'gif-too-large',
  'alt-too-long',
  'too-many-files',
  'file-type',
  'file-incomplete',
  'file-not-alone',
  'processing-failed',
  'still-processing',
  'too-many-tags',
  'no-such-account',
  // Of the sign-in.
  'not-signed-in',
  'sign-in-expired',
  'sign-in-revoked',
  'renewal-failed',
  'renewal-lost',
  'renewal-blocked',
  'renewal-busy',
  'account-unknown',
] as const;
export type DetailCode = (typeof DETAIL_CODES)[number];

/** Reasons that are not the item's fault: X or the network is down, and waiting for them makes an item late all the same. */
export const OUTAGES: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['no-connection', 'server-error']);

const PAGE_FAULTS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['page-gone', 'page-moved', 'page-login']);

/** Whether something is wrong with the page of an item's link: a person decides whether its post goes out all the same. */
export const isPageFault = (reason: { readonly code: ReasonCode } | null | undefined): boolean =>
  reason != null && PAGE_FAULTS.has(reason.code);
