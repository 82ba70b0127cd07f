import { decideDue, isLate, type Decision } from './due.js';
import { checkClock, type ClockMemory } from './clock.js';
import { readHold } from './hold.js';
import { isSendable, needsLook } from './look.js';
import { checkFile } from './restored.js';
import { lookForItems } from './unknown.js';
import { budgetAt, leftForPosts, renewedAfter } from './budget.js';
import { effectiveDue, type Item } from './item.js';
import { dueReadings } from './observe.js';
import type { Pause, QueuePorts, Worker } from './ports.js';
import type { QueueEvent } from './event.js';
import { FUTURE } from '#timing/plan/spacing.js';
import { change, event, isSame } from './change.js';
import { findLastPostsOf } from './last-posts.js';
import { recordInHistory } from './record-history.js';
import { forgetReminders, remind, remindOfSteps } from './remind.js';
import { sendItem, stopQueue, type PendingWrite, type Sending, type Sent } from './send.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Items that one tick looks at: with an hour between two posts more than a day's worth. */
const MAX_DUE = 100;
/** How long events and other traces are kept, ms. @source own choice */
const KEPT_FOR = 400 * DAY;
/** How long counters are left alone after an answer that says nothing of when to ask again, ms. @source own choice */
const OBSERVE_AGAIN = 15 * MINUTE;
/** A clock that went back by more than this between two ticks, ms, is logged. @source own choice */
const CLOCK_BACK = 10_000;

/** How long a worker is the one that posts after its last sign of life, ms: a tick comes each minute. @source own choice */
const LEAD = 3 * MINUTE;

/** What sending can come to so that a person should look. */
const NEEDS_ATTENTION: ReadonlySet<Sent['kind']> = new Set<Sent['kind']>(['refused', 'unknown', 'to be approved']);

/** What a process remembers between its ticks. All else is in the database. */
interface TickMemory extends ClockMemory {
  /** Answers of X that could not be written down. */
  pendingWrites: PendingWrite[];
  prunedAt: number | undefined;
  /** Counters are not asked for before this instant, ms UTC: X refused them for now. */
  observeFrom: number;
}

/** The memory of a process that has just started. */
export const newTickMemory = (): TickMemory => ({
  pendingWrites: [],
  checkedAt: undefined,
  lastTick: undefined,
  prunedAt: undefined,
  observeFrom: -Infinity,
});

/** Who ticks. */
type Ticking = Sending & Pick<Worker, 'pid' | 'host' | 'version' | 'startedAt' | 'person'>;

/** How many items a tick sent, or reminded of, and what became of them. */
export interface TickReport {
  readonly posted: number;
  /** Items that were refused, missed, held for approval, or of unknown outcome: somebody should look. */
  readonly needsAttention: number;
}

/**
 * One tick: what is due now, done. It trusts no schedule but the database and the clock, so that it may come late, twice,
 * or from several processes at once. Ends early, between two items, when `signal` is aborted.
 * @throws StoreError when the database cannot be used; every item is then in a true state.
 */
export async function tick(
  ports: QueuePorts,
  ticking: Ticking,
  memory: TickMemory,
  signal?: AbortSignal,
): Promise<TickReport> {
  const { store, now, log } = ports;
  const began = now();
  if (memory.lastTick !== undefined && began < memory.lastTick - CLOCK_BACK) {
    await note(ports, { at: began, name: 'clock-changed', data: { by: began - memory.lastTick } });
  }
  const isRight = await checkClock(ports, memory);
  memory.lastTick = began;
  const { owner, pid, host, version, startedAt } = ticking;
  await store.heartbeat({ owner, pid, host, version, startedAt }, began);
  // First of all: an answer that is still only in memory is the truth about its item.
  await writePending(memory);
  for (const item of await store.expire(began)) {
    log(event(began, item.state === 'unknown' ? 'unknown' : 'released', item, { code: 'lease-expired' }));
  }
  await checkFile(ports);
  // Where several share the queue one posts: the others stand by, and remind their own people.
  if (store.lead !== undefined && !(await store.lead(owner, LEAD, ports.x !== undefined))) {
    if (!isRight) return { posted: 0, needsAttention: 0 };
    await remindOfSteps(ports);
    return await work(ports, ticking, memory, signal, 'stands by');
  }
  await checkUnknown(ports);
  await recordInHistory(ports);
  if (!isRight) return { posted: 0, needsAttention: 0 };
  await forgetReminders(ports);
  await remindOfSteps(ports);
  const report = await work(ports, ticking, memory, signal);
  if (signal?.aborted !== true) await observe(ports, memory);
  if (memory.prunedAt === undefined || began > memory.prunedAt + DAY) {
    await store.prune(KEPT_FOR, began);
    memory.prunedAt = began;
  }
  return report;
}

/**
 * Whether an item is for a worker. The one that posts has all of them but reminders for others, until they are late: those
 * are given by the machine of who planned the item.
 */
function isFor(role: 'posts' | 'stands by', item: Item, { host, person }: Ticking, now: number): boolean {
  const { planner, mode } = item;
  const isOurs = planner !== undefined && planner.host === host && planner.name === (person ?? planner.name);
  if (role === 'stands by') return mode === 'remind' && isOurs && !isLate(item, now);
  return mode === 'api' || planner === undefined || isOurs || isLate(item, now);
}

async function writePending(memory: TickMemory): Promise<void> {
  const left: PendingWrite[] = [];
  for (const write of memory.pendingWrites) {
    try {
      await write();
    } catch {
      // It was logged when it failed first; the disk may still be full.
      left.push(write);
    }
  }
  memory.pendingWrites = left;
}

async function note({ store, log }: QueuePorts, entry: QueueEvent): Promise<void> {
  await store.note(entry);
  log(entry);
}

async function checkUnknown(ports: QueuePorts): Promise<void> {
  const { store, x, now } = ports;
  if (x === undefined) return;
  const items = await store.unchecked(now(), MAX_DUE);
  if (items.length > 0 && (await findStop(ports)) === undefined) await lookForItems(items, x, ports);
}

/** Why the program sends nothing now, if so. A stop that has had its time ends by itself. */
async function findStop(ports: QueuePorts): Promise<Pick<Pause, 'code' | 'detail'> | undefined> {
  const { store, now, x, whyNotX = '' } = ports;
  const pause = await store.pause();
  if (pause !== undefined && pause.until !== undefined && (pause.until <= now() || pause.since > now() + FUTURE)) {
    const entry: QueueEvent = { at: now(), name: 'resumed', reason: { code: pause.code, detail: pause.detail } };
    await store.setPause(undefined, entry);
    ports.log(entry);
  } else if (pause !== undefined) return pause;
  if (x !== undefined) return undefined;
  return whyNotX === 'other-account' ? { code: whyNotX, detail: '' } : { code: 'signed-out', detail: whyNotX };
}

async function work(
  ports: QueuePorts,
  ticking: Ticking,
  memory: TickMemory,
  signal: AbortSignal | undefined,
  role: 'posts' | 'stands by' = 'posts',
): Promise<TickReport> {
  const { store, now, x } = ports;
  const report = { posted: 0, needsAttention: 0 };
  const unreached = new Set<number>();
  let isBusy = false;
  // Each round acts on what is true then; a round that lets nothing out is the last.
  for (let round = 0; round < MAX_DUE; round += 1) {
    if (signal?.aborted === true) break;
    // Of each kind by itself: posts that wait for the account must not keep reminders back.
    const due = [...(await store.due(now(), MAX_DUE, 'api')), ...(await store.due(now(), MAX_DUE, 'remind'))]
      .sort((a, b) => effectiveDue(a) - effectiveDue(b) || a.id - b.id)
      .filter(({ id, mode }) => !unreached.has(id) && !(isBusy && mode === 'api'))
      .filter((item) => isFor(role, item, ticking, now()));
    if (due.length === 0) break;
    const budget = await budgetAt(store, now());
    const decisions = decideDue({
      now: now(),
      due,
      planned: await findPlanned(due, store, now()),
      lastPosts: await findLastPostsOf(due, ports),
      stopped: await findStop(ports),
      hold: await readHold(store, now()),
      blackouts: ports.blackouts,
      left: await leftForPosts(store, now(), x),
      renewedAt: renewedAfter(now(), budget, 1),
      minInterval: ticking.minInterval,
    });
    let isOut = false;
    for (const decision of decisions) {
      if (decision.act === 'send' && x !== undefined) {
        const { item } = decision;
        if ((await needsLook(item, store, now())) && !(await isSendable(item, x, ports))) {
          isOut = true;
          break;
        }
        const { kind, pendingWrite } = await sendItem(item, x, ports, ticking, signal);
        if (pendingWrite !== undefined) memory.pendingWrites.push(pendingWrite);
        // Another process is at work, and goes on to what is due; the next minute tries again.
        isBusy = kind === 'lost';
        if (kind === 'posted') report.posted += 1;
        if (NEEDS_ATTENTION.has(kind)) report.needsAttention += 1;
        isOut = true;
        // Before the next one is judged: its distance and its likeness are to what has just gone out.
        await recordInHistory(ports);
        break;
      } else if (decision.act === 'remind') {
        const reminded = await remind(decision.item, ports);
        // It stays due, and holds nothing else up.
        if (reminded === 'unreached') unreached.add(decision.item.id);
        if (reminded !== 'given') report.needsAttention += 1;
        isOut = true;
        break;
      } else if (await applyDecision(decision, ports)) report.needsAttention += 1;
    }
    if (!isOut) break;
  }
  return report;
}

/** All that is planned, where one of these items could need a new slot between. */
const findPlanned = async (due: readonly Item[], store: QueuePorts['store'], now: number): Promise<readonly Item[]> =>
  due.some((item) => item.missed === 'next-slot' && isLate(item, now))
    ? await store.list({ states: ['planned'] }, 100_000)
    : [];

/** Carries out what sends nothing; answers whether an item was lost by it. */
async function applyDecision(decision: Decision, ports: QueuePorts): Promise<boolean> {
  const { item } = decision;
  switch (decision.act) {
    case 'miss':
      return await change(ports, item, { state: 'missed', reason: decision.reason }, 'missed');
    case 'move': {
      const { slot } = decision;
      const patch = { state: 'planned', slot, notBefore: null, reason: { code: 'slot-missed' } } as const;
      await change(ports, item, patch, 'moved', { from: item.dueAt, to: slot.dueAt });
      return false;
    }
    case 'postpone':
      await change(ports, item, { state: 'planned', notBefore: decision.until, reason: decision.reason }, 'postponed', {
        until: decision.until,
      });
      return false;
    case 'wait':
      // Said once: each tick until it ends would fill the log.
      if (!isSame(item.reason, decision.reason)) {
        await change(ports, item, { state: 'planned', reason: decision.reason }, 'postponed');
      }
      return false;
    case 'send':
    case 'remind':
      return false;
  }
}

/** Reads the counters that are due, all in one go. */
async function observe(ports: QueuePorts, memory: TickMemory): Promise<void> {
  const { store, x, now } = ports;
  if (x === undefined || now() < memory.observeFrom) return;
  const readings = dueReadings(await store.watched(1000), now());
  // What would break a cap waits until there is room.
  if (
    readings.length === 0 ||
    (await findStop(ports)) !== undefined ||
    (await budgetAt(store, now())).left < readings.length * x.ownReadPrice
  )
    return;
  const outcome = await x.observe(readings.map(({ postId }) => postId));
  if (outcome.kind === 'stopped') await stopQueue(ports, outcome);
  if (outcome.kind !== 'done') {
    memory.observeFrom = Math.max(outcome.kind === 'later' ? outcome.retryAt : 0, now() + OBSERVE_AGAIN);
    return await note(ports, { at: now(), name: 'failed', reason: { code: outcome.code, detail: outcome.detail } });
  }
  const { seen, gone } = outcome.value;
  // One that is neither seen nor gone loses this reading: asking for it each minute would cost and bring nothing.
  for (const { postId, next } of readings) await store.watchedTo(postId, gone.includes(postId) ? undefined : next);
  if (seen.length > 0) await note(ports, { at: now(), name: 'observed', data: { posts: seen.length } });
  for (const postId of gone) await note(ports, { at: now(), name: 'gone', data: { post: postId } });
}
