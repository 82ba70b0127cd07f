import type { QueuePorts } from './ports.js';
import type { QueueEvent } from './event.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A clock that is wrong by more decides nothing: items would be skipped, put off or sent at a wrong hour. @source own choice */
const MAX_SKEW = HOUR + MINUTE;
/** How long a look at X's clock is good for, as long as ours runs evenly, ms. @source own choice */
const GOOD_FOR = HOUR;
/** A tick that comes so much later than the one before, or earlier than it, ms, shows that a clock or a sleep jumped. */
const UNEVEN = 10 * MINUTE;

/** What a process remembers of the clock between its ticks, ms UTC. */
export interface ClockMemory {
  checkedAt: number | undefined;
  lastTick: number | undefined;
}

/** Hours that this clock is ahead of X's, as the detail of a reason: `+26 h`. */
const toDetail = (skew: number): string => `${skew < 0 ? '+' : '−'}${Math.round(Math.abs(skew) / HOUR)} h`;

/**
 * Holds all decisions while this machine's clock is wrong by more than an hour, and lets them go on when it is right
 * again. X's own clock is looked at when something is due: once an hour, and after each jump; where it cannot be, ours
 * is believed. Answers whether the clock may be trusted.
 */
export async function checkClock(ports: QueuePorts, memory: ClockMemory): Promise<boolean> {
  const { store, x, now } = ports;
  const at = now();
  const pause = await store.pause();
  const isHeld = pause?.code === 'wrong-clock';
  const isEven =
    memory.checkedAt !== undefined &&
    Math.abs(at - memory.checkedAt) < GOOD_FOR &&
    (memory.lastTick === undefined || (at >= memory.lastTick && at < memory.lastTick + UNEVEN));
  if (x?.clock === undefined || (!isHeld && (isEven || (await store.due(at, 1)).length === 0))) return !isHeld;
  const skew = await x.clock();
  if (skew === undefined) return !isHeld;
  memory.checkedAt = at;
  const log = async (event: QueueEvent, next: typeof pause): Promise<void> => {
    await store.setPause(next, event);
    ports.log(event);
  };
  if (Math.abs(skew) <= MAX_SKEW) {
    if (isHeld) await log({ at, name: 'resumed', reason: { code: pause.code, detail: pause.detail } }, undefined);
    return true;
  }
  // A pause that only a person can end is not replaced: nothing is decided all the same.
  if (pause === undefined || pause.until !== undefined) {
    const detail = toDetail(skew);
    await log(
      { at, name: 'paused', reason: { code: 'wrong-clock', detail } },
      { code: 'wrong-clock', detail, since: at },
    );
  }
  return false;
}
