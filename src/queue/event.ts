import type { Person } from './item.js';
import type { Reason } from './reason.js';

/** Something that happened, as it is kept and logged. Instants are ms UTC. */
export interface QueueEvent {
  readonly at: number;
  readonly name: EventName;
  readonly item?: number;
  readonly reason?: Reason;
  /** What else there is to know, in plain values: a slot, a post, a cost. */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
  /** Whose command or worker it was, where several share a queue; the store writes it down. */
  readonly by?: Person;
}

/** The names of all events. */
export const EVENT_NAMES = [
  'added',
  'claimed',
  'released',
  'sending',
  'posted',
  'refused',
  'unknown',
  'checked',
  'postponed',
  'reminded',
  'recorded',
  'missed',
  'moved',
  'approved',
  'edited',
  'retried',
  'cancelled',
  'deleted',
  'paused',
  'resumed',
  'observed',
  'gone',
  'started',
  'stopped',
  'clock-changed',
  'failed',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];
