import { findPageFault, findRefusal, findUnsure } from './guard.js';
import type { Item } from './item.js';
import type { QueuePorts } from './ports.js';
import { change, isSame } from './change.js';

const DAY = 86_400_000;

/** Reminders that are looked at in one tick. */
const MAX_AT_ONCE = 100;
/** A reminder that nobody answered for so long, ms, counts as missed; it can still be recorded. @source own choice */
const REMINDER_TIMEOUT = DAY;

/** Has reminders that nobody answered for long count as missed. */
export async function forgetReminders(ports: QueuePorts): Promise<void> {
  for (const item of await ports.store.remindedFor(REMINDER_TIMEOUT, ports.now(), MAX_AT_ONCE)) {
    await change(ports, item, { state: 'missed', reason: { code: 'not-recorded' } }, 'missed');
  }
}

/**
 * Reminds of steps that only a person can take. Only what a channel took counts as given: the others are tried again. A
 * step whose reminder reaches nobody keeps nothing else back.
 */
export async function remindOfSteps({ people, now }: Pick<QueuePorts, 'people' | 'now'>): Promise<void> {
  if (people === undefined) return;
  for (const step of await people.steps.due(now(), MAX_AT_ONCE)) {
    const channels = await people.notify(step);
    if (channels.length > 0) await people.steps.change(step.id, ['planned'], 'reminded', now());
  }
}

/**
 * Reminds of an item. Only what a channel took counts as given; `held` is one that was refused, or waits for a person:
 * there is nothing to be reminded of.
 */
export async function remind(item: Item, ports: QueuePorts): Promise<'given' | 'unreached' | 'held'> {
  const refusal = await findRefusal(item, ports.history, await findUnsure(ports.store), ports.now());
  if (refusal !== undefined) {
    await change(ports, item, { state: 'refused', reason: refusal }, 'refused');
    return 'held';
  }
  const fault = await findPageFault(item, ports);
  if (fault !== undefined) {
    await change(ports, item, { state: 'planned', review: true, reason: fault }, 'postponed');
    return 'held';
  }
  // Before the state: a reminder given twice, by two workers at once, is a nuisance; a reminder that no channel took is lost.
  const channels = await ports.notify(item);
  await ports.store.setFact('reminder', [ports.now(), ...channels].join(' '));
  if (channels.length > 0) {
    // Where another process was faster the person was reminded all the same.
    await change(ports, item, { state: 'reminded', reason: null }, 'reminded');
    return 'given';
  }
  // Said once: each tick until it ends would fill the log.
  const reason = { code: 'not-reached' } as const;
  if (!isSame(item.reason, reason)) await change(ports, item, { state: 'planned', reason }, 'postponed');
  return 'unreached';
}
