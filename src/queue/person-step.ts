// Steps of a campaign that only a person can take: a kit to hand out, people to ask, a post to pin or to unpin. The program
// reminds of them and sends nothing.

import type { Person } from './item.js';

/** What a person is to do. */
const STEP_KINDS = ['kit', 'ask', 'pin', 'unpin'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What a step can be; `done` and `cancelled` are final. */
const STEP_STATES = ['planned', 'reminded', 'done', 'cancelled'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** A step to be planned. Instants in ms UTC. */
export interface NewStep {
  readonly kind: StepKind;
  /** Identity of the link. */
  readonly link: string;
  /** The draft that it is of, as its user named it. */
  readonly draft: string;
  readonly dueAt: number;
  /** Of a pin: the last instant of its campaign; undefined for none. */
  readonly until?: number;
  readonly zone: string;
}

/** A step as it is kept. */
export interface PersonStep extends NewStep {
  readonly id: number;
  readonly state: StepState;
  readonly createdAt: number;
  readonly changedAt: number;
  /** Who planned it, where several share a queue. */
  readonly planner?: Person;
}

/** Where steps are kept. Changes answer whether they took place. */
export interface StepStore {
  /** Adds steps, and cancels open ones of the same kind, link and draft: a new plan takes the place of an old one. */
  add(steps: readonly NewStep[], now: number): Promise<readonly PersonStep[]>;
  get(id: number): Promise<PersonStep | undefined>;
  /** Open steps, or all of a link; the earliest first. */
  list(filter: { readonly link?: string; readonly isOpen?: boolean }, limit: number): Promise<readonly PersonStep[]>;
  /** Planned steps whose time has come. */
  due(now: number, limit: number): Promise<readonly PersonStep[]>;
  change(id: number, from: readonly StepState[], to: StepState, now: number): Promise<boolean>;
}

/** States in which a step is still to be taken. */
export const OPEN_STEPS: readonly StepState[] = ['planned', 'reminded'];
