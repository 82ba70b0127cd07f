// A whole queue on its way from one database to another: what goes along, and how it comes together with what is there.
import { ENDED, type Attempt, type Item, type NewItem, type Person } from './item.js';
import type { PersonStep } from './person-step.js';
import type { Caps, QueueEvent, Spending } from './ports.js';

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

/** The pauses in which nothing is claimed: of a queue that was handed over, and of one that was brought in. */
export const SET_ASIDE = ['handed-over', 'imported', 'copied'] as const;

/** The pause that a copy is brought in with: whoever still sends the same elsewhere has to be stopped first. */
export const pauseOfCopy = ({ isHandedOver }: Pick<QueueCopy, 'isHandedOver'>): 'imported' | 'copied' =>
  isHandedOver ? 'imported' : 'copied';

/** An item that is here already, under its number here. */
export type PresentItem = Pick<CopiedItem, 'key' | 'number' | 'state' | 'events'>;

/** What becomes of the items of a copy. */
export interface CopyPlan {
  /** Items that are new here, under the numbers that they get. */
  readonly added: readonly { readonly item: CopiedItem; readonly id: number }[];
  /** Items that are known here and were worked on in the copy since. */
  readonly updated: readonly { readonly item: CopiedItem; readonly id: number; readonly knownEvents: number }[];
  readonly known: number;
  /** Numbers here of items that were worked on in both places since they were the same. */
  readonly diverged: readonly number[];
}

const asText = ({ at, name, reason, data, by }: Omit<QueueEvent, 'item'>): string =>
  JSON.stringify([at, name, reason ?? null, data ?? null, by ?? null]);

type Standing = Pick<CopiedItem, 'state' | 'events'>;

/** Which of two journals of an item goes on from the other. */
function compare(here: Standing, copied: Standing): 'same' | 'here' | 'copy' | 'neither' {
  // The oldest events are forgotten of what has ended alone: what went out stays so.
  const isPruned = [here, copied].some(({ events }) => events[0]?.name !== 'added');
  if (isPruned) {
    const [hereEnded, copyEnded] = [here, copied].map(({ state }) => ENDED.includes(state));
    return hereEnded === copyEnded ? 'same' : hereEnded === true ? 'here' : 'copy';
  }
  const shared = Math.min(here.events.length, copied.events.length);
  for (let place = 0; place < shared; place += 1) {
    const [own, other] = [here.events[place], copied.events[place]];
    if (own === undefined || other === undefined || asText(own) !== asText(other)) return 'neither';
  }
  if (here.events.length === copied.events.length) return 'same';
  return here.events.length > copied.events.length ? 'here' : 'copy';
}

/**
 * What becomes of each item of a copy. One that is known goes on where the copy's journal goes on from the one here, and
 * stays where it is the other way round.
 * @param last the highest number that was given here.
 */
export function planCopy(items: readonly CopiedItem[], present: readonly PresentItem[], last: number): CopyPlan {
  const byKey = new Map(present.map((item) => [item.key, item]));
  let next = Math.max(last, ...items.map(({ number }) => number));
  const added: { item: CopiedItem; id: number }[] = [];
  const updated: { item: CopiedItem; id: number; knownEvents: number }[] = [];
  const diverged: number[] = [];
  let known = 0;
  for (const item of items) {
    const here = byKey.get(item.key);
    if (here === undefined) {
      added.push({ item, id: item.number > last ? item.number : (next += 1) });
      continue;
    }
    const further = compare(here, item);
    if (further === 'copy') updated.push({ item, id: here.number, knownEvents: here.events.length });
    else if (further === 'neither') diverged.push(here.number);
    else known += 1;
  }
  return { added, updated, known, diverged };
}

/** An item as it is copied: nobody works on it there, and what was being sent is looked for before anything else. */
export const withoutClaim = (item: CopiedItem): CopiedItem =>
  item.state === 'claimed'
    ? { ...item, state: 'planned' }
    : item.state === 'sending'
      ? { ...item, state: 'unknown', notBefore: item.notBefore ?? item.changedAt, reason: { code: 'lease-expired' } }
      : item;

/** Spendings of a copy that are not here yet. Two of the same instant, sum and kind are two. */
export function findNewSpendings(
  copied: readonly CopiedSpending[],
  present: readonly CopiedSpending[],
): CopiedSpending[] {
  const nameOf = ({ at, what, amount, item, attempt }: CopiedSpending): string =>
    attempt === undefined ? JSON.stringify([at, what, amount, item ?? null]) : attempt;
  const here = new Map<string, number>();
  for (const spending of present) here.set(nameOf(spending), (here.get(nameOf(spending)) ?? 0) + 1);
  return copied.filter((spending) => {
    const left = here.get(nameOf(spending)) ?? 0;
    here.set(nameOf(spending), left - 1);
    return left <= 0;
  });
}
