import type { ItemMedia } from './item.js';
import type { ReasonCode } from './reason.js';

/** Reasons that concern the account, not the item: the whole queue stops, and the item stays planned. */
export type StopCode = Extract<
  ReasonCode,
  | 'no-credits'
  | 'usage-cap'
  | 'not-enrolled'
  | 'read-only-app'
  | 'signed-out'
  | 'unauthorized'
  | 'write-restricted'
  | 'other-account'
  | 'budget'
  | 'by-hand'
  | 'daily-limit'
  | 'account-locked'
  | 'account-suspended'
  | 'looks-automated'
  | 'wrong-clock'
  | 'restored'
  | 'copied'
  | 'handed-over'
  | 'imported'
>;

/** Reasons for which X refuses one post. */
export type RefusalCode = Extract<
  ReasonCode,
  'duplicate' | 'too-long' | 'media-refused' | 'invalid' | 'forbidden' | 'media-unreadable' | 'media-changed'
>;

/** Reasons to try the same again later: nothing was posted, for certain. */
export type LaterCode = Extract<ReasonCode, 'rate-limit' | 'daily-limit' | 'no-connection' | 'server-error'>;

/** Ways in which an answer can tell nothing about whether the post exists. */
type UnknownCode = Extract<ReasonCode, 'timeout' | 'cut' | 'server-error' | 'not-understood'>;

/**
 * What became of a post that was sent. `later` and `stopped` mean that it does not exist, for certain; `unknown` means
 * that it may. Instants are ms UTC; `until` is missing where only a person can end the stop.
 */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly detail: string }
  | { readonly kind: 'later'; readonly code: LaterCode; readonly retryAt: number; readonly detail: string }
  | { readonly kind: 'stopped'; readonly code: StopCode; readonly detail: string; readonly until?: number }
  | { readonly kind: 'unknown'; readonly code: UnknownCode; readonly detail: string };

/** What became of a call that changes nothing public, and so may be made again. */
export type ReadOutcome<T> =
  { readonly kind: 'done'; readonly value: T } | Extract<PostOutcome, { kind: 'refused' | 'later' | 'stopped' }>;

/** What is sent to X for one post. `mediaIds` and `taggedIds` are X's. */
export interface PostRequest {
  readonly text: string;
  readonly mediaIds: readonly string[];
  readonly taggedIds: readonly string[];
}

/** A post of the account as X tells it: text with its short addresses replaced by where they lead. */
export interface OwnPost {
  readonly id: string;
  /** ms UTC by X's clock; undefined for an id that holds no time. */
  readonly at: number | undefined;
  readonly text: string;
}

/** X, as far as the queue needs it. */
export interface QueueX {
  /** X's id of the account that is signed in. */
  readonly account: string;
  /** What X takes for a post of the account's own timeline, thousandths of a US dollar. */
  readonly ownReadPrice: number;
  /** Uploads an item's media and finds the people tagged in them. Nothing of it is public. */
  prepare(media: readonly ItemMedia[]): Promise<ReadOutcome<Pick<PostRequest, 'mediaIds' | 'taggedIds'>>>;
  /** What preparing these media may cost, thousandths of a US dollar; nothing without the method. */
  preparationPrice?(media: readonly ItemMedia[]): number;
  /**
   * Sends a post once. Never throws, never sends twice, and not at all when its first byte would leave at an instant
   * (ms UTC) more than half a minute away from `decidedAt`: others may have judged it meanwhile.
   */
  post(request: PostRequest, decidedAt: number): Promise<PostOutcome>;
  /**
   * How far X's clock is ahead of ours now, ms, by an answer of it that costs nothing; undefined when it does not answer.
   * Without the method nothing is known of it.
   */
  clock?(): Promise<number | undefined>;
  /** The same by the last answer in this process, without a request. */
  skew?(): number | undefined;
  /** The account's posts from an instant (ms UTC) on, newest first. */
  ownPostsSince(instant: number): Promise<ReadOutcome<readonly OwnPost[]>>;
  /** Reads the counters of own posts and keeps them in the history; tells which are gone from X. */
  observe(
    ids: readonly string[],
  ): Promise<ReadOutcome<{ readonly seen: readonly string[]; readonly gone: readonly string[] }>>;
}
