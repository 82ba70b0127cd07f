// A whole queue on its way from one database to another: what goes along, and how it comes together with what is there.
import type { Attempt, Item, NewItem, Person } from './item.js';
import type { PersonStep } from './person-step.js';
import type { QueueEvent } from './event.js';
import type { Caps, Spending } from './ports.js';

/** An attempt of a copied item. `number` counts from 1; `outcome` is missing where nothing is known of it. */
export interface CopiedAttempt extends Omit<Attempt, 'item'> {
  readonly number: number;
  readonly outcome?: string;
  readonly endedAt?: number;
}

/** An item with all that was done for it. `key` is its name in every database that it ever comes to. */
export interface CopiedItem
  extends NewItem, Pick<Item, 'state' | 'createdAt' | 'changedAt' | 'notBefore' | 'reason' | 'postId' | 'checks'> {
  readonly key: string;
  /** Its number where it comes from; another one where that is taken. */
  readonly number: number;
  readonly postedAt?: number;
  /** Whether its post is in the history. */
  readonly isRecorded: boolean;
  readonly planner?: Person;
  /** In their order. */
  readonly attempts: readonly CopiedAttempt[];
  /** In their order; without the oldest where the item has ended long ago. */
  readonly events: readonly Omit<QueueEvent, 'item'>[];
}

/** A step that only a person can take. It has no number of its own: its plan names it. */
export type CopiedStep = Omit<PersonStep, 'id'>;

/** An own post, as far as the guard and the distances need it. */
export interface CopiedPost {
  readonly id: string;
  /** ms UTC; undefined where it is not known. */
  readonly at?: number;
  /** Whether the hour is known, and not only the day. */
  readonly hasHour: boolean;
  readonly text: string;
  readonly isGone: boolean;
  /** Identities, in their order. */
  readonly links: readonly string[];
}

/** A person who is to be left alone: the handle in lower case without `@`. */
export interface CopiedOptOut {
  readonly handle: string;
  readonly notedAt: number;
  /** Nothing else of them is kept. */
  readonly forgotten?: true;
}

/** That a person was asked for help, or given a post to send. */
export interface CopiedOutreach {
  readonly handle: string;
  readonly what: 'ask' | 'kit';
  readonly at: number;
  readonly link: string;
  readonly text: string;
  readonly tag: string;
  readonly moment?: number;
}

/** What was spent, for which attempt or item (by its key) where it was for one. */
export interface CopiedSpending extends Pick<Spending, 'at' | 'what' | 'amount'> {
  readonly item?: string;
  readonly attempt?: string;
}

/** A queue without what belongs to its place: workers, claims, the pause and its own name. */
export interface QueueCopy {
  /** Whether the queue that it comes from was set aside with it, and so sends nothing any more. */
  readonly isHandedOver: boolean;
  /** Whose queue it is, where that is known by X's id. */
  readonly account?: { readonly id: string; readonly handle: string };
  readonly caps: Caps;
  /** The rules of time zones that slots were resolved by. */
  readonly zoneRules?: string;
  readonly items: readonly CopiedItem[];
  readonly steps: readonly CopiedStep[];
  readonly posts: readonly CopiedPost[];
  readonly optOuts: readonly CopiedOptOut[];
  readonly outreach: readonly CopiedOutreach[];
  readonly spendings: readonly CopiedSpending[];
  /** Posts that were paid for on a UTC day (ms of its beginning). */
  readonly paidReads: readonly { readonly day: number; readonly post: string }[];
  /** Without a step the readings of a post have ended. */
  readonly watched: readonly { readonly post: string; readonly postedAt: number; readonly step?: number }[];
}

/** What a copy has brought. */
export interface CopyCounts {
  /** Items that are new here, and those that were worked on in the copy since they were known here. */
  readonly added: number;
  readonly updated: number;
  /** Items that are here as they were copied, or further on. */
  readonly known: number;
  /** New items that have another number here: from, and to. */
  readonly renumbered: readonly (readonly [from: number, to: number])[];
  readonly steps: number;
  readonly posts: number;
  readonly people: number;
}

/** Where whole queues are taken from and brought to. Each call is one transaction. */
export interface CopyStore {
  /**
   * All of the queue. With `isHandedOver` it is set aside in the same step: from then on nothing of it is claimed or sent.
   * @throws StoreError `items-at-work` when something of a queue that is to be set aside is being sent.
   */
  read(isHandedOver: boolean, now: number): Promise<QueueCopy>;
  /**
   * Brings a copy in, and pauses the queue until a person resumes it; all or nothing. What is here already is not added
   * again, and then the queue is not paused either.
   * @throws StoreError `copy-diverged`, `slot-taken`, `post-taken`, `other-account`.
   */
  add(copy: QueueCopy, now: number): Promise<CopyCounts>;
}
