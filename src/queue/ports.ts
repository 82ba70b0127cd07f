import type { Blackout } from '#timing/clock/blackout.js';
import type { QueueEvent } from './event.js';
import type { Attempt, Item, ItemMedia, ItemMode, ItemState, NewClaim, NewItem } from './item.js';
import type { PersonStep, StepStore } from './person-step.js';
import type { Reason, ReasonCode } from './reason.js';
import type { QueueX, StopCode } from './x-port.js';

/** What the history tells the queue of what was posted, by whatever hand. */
export interface QueueHistory {
  /** Texts of the account's own posts from an instant on, and all those of a link; with what is known of each. */
  textsFor(link: string, since: number): Promise<readonly PostedText[]>;
  /** The account's latest post, and the latest of a link, ms UTC. */
  lastPostAt(link?: string): Promise<number | undefined>;
  /** Handles (without `@`) among these that want to be left alone. */
  optedOut(handles: readonly string[]): Promise<readonly string[]>;
  /** Whether a post is known already. */
  hasPost(postId: string): Promise<boolean>;
  /** Adds a post that the queue has made, or that was made by hand for it. The same again changes nothing. */
  addPosted(post: {
    readonly id: string;
    readonly text: string;
    readonly at: number;
    readonly media: number;
  }): Promise<void>;
}

/** A text that the account has posted, or may have: with its post, or with the item that it is of. */
export interface PostedText {
  readonly text: string;
  readonly at: number;
  readonly id?: string;
  readonly item?: number;
}

/** What a state change writes besides the state. `null` takes a value away. */
export interface ItemPatch {
  readonly state: ItemState;
  readonly reason?: Reason | null;
  readonly notBefore?: number | null;
  readonly postId?: string;
  readonly slot?: Pick<NewItem, 'dueAt' | 'requestedTime' | 'zone'>;
  /** A new text or new media, with the price of the post then. */
  readonly text?: string;
  readonly media?: readonly ItemMedia[];
  readonly price?: number;
  readonly review?: boolean;
  readonly checks?: number;
}

/** Which items of a list. */
export interface ItemFilter {
  readonly states?: readonly ItemState[];
  readonly link?: string;
  /** Slot from this instant on, and before that one, ms UTC. */
  readonly from?: number;
  readonly until?: number;
  /** Only those of an experiment. */
  readonly inExperiment?: boolean;
}

/** Why the queue sends nothing. `until` (ms UTC) is missing where only a person can end it. */
export interface Pause {
  readonly code: StopCode;
  readonly detail: string;
  readonly since: number;
  readonly until?: number;
}

/** A process that works on the queue. `startedAt` is ms UTC. */
export interface Worker {
  readonly owner: string;
  readonly pid: number;
  readonly host: string;
  readonly version: string;
  readonly startedAt: number;
  /** How long ago it gave its last sign of life, ms; negative for one that is dated in the future. */
  readonly silentFor: number;
  /** Whose it is, where several share a queue. */
  readonly person?: string;
  /** Since when it is the one that posts, ms UTC, where others stand by; undefined for one that stands by. */
  readonly leadsSince?: number;
}

/** An own post whose counters are to be read, and how many of its readings are done. */
export interface Watched {
  readonly postId: string;
  /** ms UTC. */
  readonly postedAt: number;
  /** Readings done or skipped so far: the next one is that of this index. */
  readonly step: number;
}

/** What may be spent, and what was; thousandths of a US dollar. Days and months are those of UTC, as X counts them. */
export interface Caps {
  readonly day: number;
  readonly month: number;
}

/** One thing that was paid for. */
export interface Spending {
  readonly at: number;
  readonly what: 'post' | 'repost' | 'delete' | 'read' | 'count' | 'user' | 'media';
  readonly amount: number;
  readonly item?: number;
}

/** Reads what was paid for, by what it was. */
export interface SpendingReader {
  /** Sums from an instant (ms UTC) on, thousandths of a US dollar; kinds without any are left out. */
  spentByKind(since: number): Promise<Readonly<Partial<Record<Spending['what'], number>>>>;
}

/**
 * Where the queue of one account is kept. Each call is one transaction, and each change of an item writes its event with
 * it. Changes answer whether they took place: another worker may have been faster. Each row names its account.
 *
 * Leases, signs of life and ages are durations: a store on a server counts them by its own clock, so that two machines
 * whose clocks differ agree on them. One in a file has none, and counts by `now`, and by the instant of the event.
 */
export interface QueueStore {
  /**
   * Adds items all together or none, in the place of planned ones that are cancelled with it.
   * @throws StoreError `slot-taken` when a link has that slot already, `item-changed` when one to be replaced is not
   * planned any more, `planned-meanwhile` when an open item is there that is not among `around`, but for those replaced.
   * @param around all open items that the new ones were planned around.
   */
  add(
    items: readonly NewItem[],
    now: number,
    replaced?: readonly number[],
    around?: readonly Pick<Item, 'id' | 'dueAt'>[],
  ): Promise<readonly Item[]>;
  get(id: number): Promise<Item | undefined>;
  /** In the order of their slots. */
  list(filter: ItemFilter, limit: number): Promise<readonly Item[]>;
  count(): Promise<Readonly<Partial<Record<ItemState, number>>>>;
  /** Planned items that may go out by an instant, approved ones only; the earliest first. */
  due(now: number, limit: number, mode?: ItemMode): Promise<readonly Item[]>;
  /** Items of unknown outcome whose next check is due. */
  unchecked(now: number, limit: number): Promise<readonly Item[]>;
  /** Reminders that were given at least so many ms ago, and that nobody has answered. */
  remindedFor(age: number, now: number, limit: number): Promise<readonly Item[]>;
  /** When the latest post that the queue made was sent, by our clock, of those before an instant. */
  lastSentAt(before: number, link?: string): Promise<number | undefined>;
  /** The last attempt to send an item. */
  lastAttempt(id: number): Promise<Attempt | undefined>;
  /** Whether an attempt of an item ended without X's own word on it: the post may exist. */
  hasOpenAttempt(id: number): Promise<boolean>;
  /** Cancelled items with such an attempt, the latest first: a person gave them up while their outcome was unknown. */
  givenUp(limit: number): Promise<readonly Item[]>;
  /** Those among these posts that an item is known to have made. */
  takenPosts(ids: readonly string[]): Promise<readonly string[]>;

  /**
   * From `planned` to `claimed`, by exactly one worker, while no other item of the account is claimed or being sent: what
   * keeps the queue guarantees that, however many claims come at once. An item of another account is not given.
   */
  claim(id: number, claim: NewClaim, event: QueueEvent): Promise<boolean>;
  /**
   * From `claimed` to `sending` with the attempt and its cost written down, as long as the claim is still held and its
   * lease has not ended; the fact `generation` counts one more. Nothing may be sent before this has answered true.
   */
  journal(token: string, attempt: Attempt, event: QueueEvent): Promise<boolean>;
  /**
   * The end of an attempt: its item becomes what `patch` says, if this is its last attempt and it is `sending` or
   * `unknown` still. `isFree` takes its cost back, where X has posted nothing for certain. A posted one is watched.
   */
  finish(
    attempt: string,
    patch: ItemPatch,
    end: { readonly event: QueueEvent; readonly isFree: boolean; readonly postedAt?: number },
  ): Promise<boolean>;
  /** Any other change of an item that is in one of these states; gives up a claim of `token` where one is named. */
  change(id: number, from: readonly ItemState[], patch: ItemPatch, event: QueueEvent, token?: string): Promise<boolean>;
  /** Ends leases that ran out: `claimed` becomes `planned`, `sending` becomes `unknown`. Answers the items changed. */
  expire(now: number): Promise<readonly Item[]>;

  /** Posted items that the history does not know of yet, and the note that it does. */
  unrecorded(limit: number): Promise<readonly (Item & { readonly postId: string; readonly postedAt: number })[]>;
  markRecorded(id: number): Promise<void>;

  /** Starts to watch a post. The same again changes nothing. */
  watch(postId: string, postedAt: number): Promise<void>;
  watched(limit: number): Promise<readonly Watched[]>;
  /** Notes how far a post's readings are; undefined ends them. */
  watchedTo(postId: string, step: number | undefined): Promise<void>;

  pause(): Promise<Pause | undefined>;
  setPause(pause: Pause | undefined, event: QueueEvent): Promise<void>;

  caps(): Promise<Caps>;
  setCaps(caps: Caps): Promise<void>;
  spend(spending: Spending): Promise<void>;
  /** What was spent from an instant on. */
  spentSince(instant: number): Promise<number>;
  /** Notes posts read on a UTC day (ms of its beginning); answers how many X charges for: each once a day. */
  noteReads(day: number, ids: readonly string[]): Promise<number>;

  heartbeat(worker: Omit<Worker, 'silentFor' | 'person' | 'leadsSince'>, now: number): Promise<void>;
  workers(now: number): Promise<readonly Worker[]>;
  gone(owner: string): Promise<void>;
  /**
   * Makes a worker the one that posts, for so many ms, or answers false: another one is. Who can post goes before who
   * cannot. Without the method each worker posts, one at a time.
   */
  lead?(owner: string, lease: number, canPost: boolean): Promise<boolean>;

  note(event: QueueEvent): Promise<void>;
  events(filter: { readonly item?: number }, limit: number): Promise<readonly QueueEvent[]>;
  /** Forgets events and other traces that are older than so many ms. */
  prune(age: number, now: number): Promise<void>;

  /** Small facts that outlive a process, such as the clock skew seen last. */
  fact(name: FactName): Promise<string | undefined>;
  setFact(name: FactName, value: string): Promise<void>;
}

/** The part of a store that plans, looks up and changes items. */
export type ItemStore = Pick<
  QueueStore,
  | 'add'
  | 'get'
  | 'list'
  | 'count'
  | 'due'
  | 'unchecked'
  | 'remindedFor'
  | 'givenUp'
  | 'takenPosts'
  | 'change'
  | 'unrecorded'
  | 'markRecorded'
>;

/**
 * Names of the small facts: ms that X's clock is ahead of ours, and when that was seen; the zone rules that slots were
 * resolved by; limits that were spent; id and handle of the account, where its keys do not tell; when the last reminder
 * was given (ms UTC), and the channels that took it; a random name of this queue, how many attempts were written down in
 * it, and the instant from which the timeline has to be read after it was put back.
 */
export type FactName =
  'clock-skew' | 'zone-rules' | 'rate-limits' | 'account' | 'reminder' | 'identity' | 'generation' | 'read-from';

/** What can bring a reminder to a person: a terminal, the desktop, a command of the user's own. */
const CHANNELS = ['terminal', 'desktop', 'command'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Reminds the user of a post to make by hand; answers the channels that took it. Never throws. */
export type Notify = (item: Item) => Promise<readonly Channel[]>;

/** The labelled steps of sending, in their order: tests end the process at each of them. */
export const STEPS = ['claimed', 'prepared', 'journaled', 'answered', 'recorded', 'in-history'] as const;
export type Step = (typeof STEPS)[number];

/**
 * Whether this file is the one that this machine knows: `restored` is one of an earlier time, `copied` one that this
 * machine never worked on, `replaced` another file in the place of the one that is open.
 */
type FileFault = 'restored' | 'copied' | 'replaced';

/** Compares the queue with what is kept of it outside of its file. */
export interface Custody {
  /** What is wrong with the file; undefined when it is the one that this machine knows. */
  check(): Promise<FileFault | undefined>;
  /** Notes outside of the file that an attempt was written down in it. Never throws. */
  noteSending(at: number): Promise<void>;
  /** The instant (ms UTC) from which posts may be missing in the file, as far as that is known outside of it. */
  missingFrom(): Promise<number | undefined>;
  /** The latest instant (ms UTC) at which something was sent that the file does not know of, as far as that is known. */
  lastMissing(): Promise<number | undefined>;
  /** Takes the file as it is for the one to work on from now on. */
  accept(): Promise<void>;
}

/** Reminds a person of a step that is theirs to take; answers the channels that took it. Never throws. */
export type NotifyStep = (step: PersonStep) => Promise<readonly Channel[]>;

/** All that a tick works with. */
export interface QueuePorts {
  readonly store: QueueStore;
  /** Undefined when no account is signed in, or the sign-in cannot be renewed now; then `whyNotX` is one line on it. */
  readonly x: QueueX | undefined;
  readonly whyNotX?: string;
  readonly history: QueueHistory;
  readonly notify: Notify;
  readonly log: (event: QueueEvent) => void;
  /** ms UTC. */
  readonly now: () => number;
  /** A random id of at least 122 bits. */
  readonly randomId: () => string;
  readonly custody?: Custody;
  /** What is wrong with the page of an item's link; undefined when it stands, or nothing can be said. Never throws. */
  readonly pageCheck?: (item: Item) => Promise<ReasonCode | undefined>;
  /** Stretches in which nothing goes out. */
  readonly blackouts?: readonly Blackout[];
  readonly trace?: (step: Step, item: number) => void;
  /** Steps that only a person can take, and how to remind of them. */
  readonly people?: { readonly steps: StepStore; readonly notify: NotifyStep };
}
