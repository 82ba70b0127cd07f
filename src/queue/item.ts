import type { Assignment } from '#timing/experiment/design.js';
import type { Reason } from './reason.js';

/** How a post goes out: by the program, or by hand from a reminder. */
export type ItemMode = 'api' | 'remind';

/** What an item can be. Those of `ENDED` are final but for what a person decides. */
export const ITEM_STATES = [
  'planned',
  'claimed',
  'sending',
  'reminded',
  'posted',
  'refused',
  'unknown',
  'missed',
  'cancelled',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/**
 * What may become of an item in each state. `claimed` goes back to `planned` because nothing was sent yet; `sending`
 * goes back to it only with X's own word that nothing was posted; nothing leaves `unknown` for `planned` but by a
 * person who has looked. `missed` and `refused` may be planned again, with a new slot or text, and what was cancelled
 * before its slot; what is planned is found to be posted where the history was put back from an earlier time.
 */
export const TRANSITIONS: Readonly<Record<ItemState, readonly ItemState[]>> = {
  planned: ['claimed', 'reminded', 'refused', 'missed', 'cancelled', 'planned', 'posted'],
  claimed: ['planned', 'sending', 'refused', 'missed'],
  sending: ['posted', 'refused', 'unknown', 'planned'],
  reminded: ['posted', 'missed', 'cancelled', 'planned'],
  unknown: ['posted', 'refused', 'planned', 'cancelled', 'unknown'],
  posted: [],
  refused: ['planned', 'posted', 'cancelled'],
  missed: ['planned', 'posted', 'cancelled'],
  cancelled: ['planned'],
};

/** Whether an item may go from one state to another. */
export const mayBecome = (from: ItemState, to: ItemState): boolean => TRANSITIONS[from].includes(to);

/** States that nothing but a person changes. */
export const ENDED: readonly ItemState[] = ['posted', 'refused', 'missed', 'cancelled'];

/** States in which an item still takes its slot. */
export const OPEN: readonly ItemState[] = ITEM_STATES.filter((state) => !ENDED.includes(state));

/**
 * What happens to an item whose slot passed while nothing ran: it is dropped; posted as long as it is no later than
 * so many ms; or moved to the same time of the next day that is free.
 */
export type MissedPolicy = 'skip' | 'next-slot' | { readonly within: number };

/** A picture or film of an item. `file` is an absolute path; `tag` holds handles without `@`. */
export interface ItemMedia {
  readonly file: string;
  /** SHA-256 of its bytes when it was planned and shown, in hexadecimal digits; another file is not sent. */
  readonly sha256?: string;
  readonly alt?: string;
  readonly tag?: readonly string[];
}

/** One of several people who share a queue, and the machine that they sat at. */
export interface Person {
  readonly name: string;
  readonly host: string;
}

/** A post to be planned. */
export interface NewItem {
  readonly mode: ItemMode;
  /** Identity of the link that it promotes. */
  readonly link: string;
  /** What is sent, to the letter. */
  readonly text: string;
  readonly media: readonly ItemMedia[];
  /** The slot: ms UTC, with the wall-clock time that was wished and the zone that it was wished in. */
  readonly dueAt: number;
  readonly requestedTime: string;
  readonly zone: string;
  readonly missed: MissedPolicy;
  /** Least time to another post of the link, ms. */
  readonly gap: number;
  /** The last instant of its campaign, ms UTC; undefined for none. */
  readonly until?: number;
  /** Whether somebody has still to approve it. */
  readonly review: boolean;
  /** What X takes for it, thousandths of a US dollar, at the prices of its planning. */
  readonly price: number;
  /** The draft that it came from, as its user named it. */
  readonly draft: string;
  /** What was drawn for it, where it is part of an experiment: it stays, whatever becomes of the item. */
  readonly experiment?: Assignment;
}

/** What a worker claims an item with. */
export interface NewClaim {
  readonly owner: string;
  readonly token: string;
  /** How long nobody else may work on the item, ms. */
  readonly lease: number;
  /** X's id of the account whose keys the worker has. */
  readonly account: string;
}

/** Who works on an item, and until when nobody else may. `token` tells one claim from all others. */
interface Claim {
  readonly owner: string;
  readonly token: string;
  /** ms UTC. */
  readonly until: number;
}

/** One planned post, as the queue keeps it. */
export interface Item extends NewItem {
  readonly id: number;
  /** X's id of the account that it goes out by; empty while nobody has signed in for it. */
  readonly account: string;
  readonly state: ItemState;
  readonly createdAt: number;
  /** When it got its present state, ms UTC. */
  readonly changedAt: number;
  /** Not before this instant, ms UTC: X said so, or a check of an unknown outcome is due then. */
  readonly notBefore?: number;
  readonly claim?: Claim;
  readonly reason?: Reason;
  /** The post on X, once it is known. */
  readonly postId?: string;
  /** Attempts to send it so far, and checks of the last one's outcome. */
  readonly attempts: number;
  readonly checks: number;
  /** Who planned it, where several share a queue. */
  readonly planner?: Person;
}

/** One attempt to send an item, written down before anything is sent. */
export interface Attempt {
  /** A random id: the queue's own idempotency key, as X takes none. */
  readonly id: string;
  readonly item: number;
  readonly text: string;
  /** When it was written down, ms UTC. */
  readonly startedAt: number;
  /** What it costs if it arrives, thousandths of a US dollar. */
  readonly price: number;
}

/** The instant from which an item may go out. */
export const effectiveDue = ({ dueAt, notBefore }: Pick<Item, 'dueAt' | 'notBefore'>): number =>
  Math.max(dueAt, notBefore ?? -Infinity);
