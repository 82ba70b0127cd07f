// The queue and its budget as data.
import { endedWorkers, isWorking } from '#doctor/worker.js';
import { budgetAt, startOfDay, startOfMonth } from '#queue/budget.js';
import { effectiveDue, ITEM_STATES, type Item, type ItemState } from '#queue/item.js';
import type { PersonStep } from '#queue/person-step.js';
import type { Worker } from '#queue/ports.js';
import { budgetDocument } from '#report/documents/account.js';
import type { QueueDocument } from '#report/documents/queue-schema.js';
import { queueDocument, type QueueStatus } from '#report/documents/queue.js';
import type { BudgetDocument } from '#report/documents/x-schemas.js';
import { resolveZone } from '../options/times.js';
import { stepRecord } from '../person-steps.js';
import type { Shell } from '../shell.js';
import type { OpenQueue } from './open.js';

/** States of what is open or needs attention: neither done nor given up by hand. */
export const UNFINISHED_STATES: readonly ItemState[] = ITEM_STATES.filter(
  (state) => state !== 'posted' && state !== 'cancelled',
);
/** A worker ticks each minute; one that uploads a video may be silent for some. ms. @source own choice */
const HEARTBEAT_TIMEOUT = 5 * 60_000;
/** Items among which the next one is looked for: those that wait for approval come before it. */
const MAX_PLANNED = 1000;

/** Which items are read. */
export interface QueueQuery {
  readonly states: readonly ItemState[];
  /** Identity of a page. */
  readonly link?: string;
  readonly limit: number;
  /** Whether the open steps that only a person can take are wanted too. */
  readonly withSteps: boolean;
}

/** Items and open steps of persons, and the document that has them. */
export async function readQueue(
  open: OpenQueue,
  shell: Shell,
  { states, link, limit, withSteps }: QueueQuery,
): Promise<{
  readonly items: readonly Item[];
  readonly steps: readonly PersonStep[];
  readonly document: QueueDocument;
}> {
  const of = link === undefined ? {} : { link };
  // One more than wanted shows whether there are more.
  const found = await open.store.list({ states, ...of }, limit + 1);
  const items = found.slice(0, limit);
  const steps = withSteps ? await open.opened.steps.list({ isOpen: true, ...of }, limit) : [];
  const listed = queueDocument(items, found.length > limit, await readStatus(open, shell), open.clocks.formatLocalTime);
  return { items, steps, document: steps.length === 0 ? listed : { ...listed, people: steps.map(stepRecord) } };
}

/** The processes that work on the queue now, as far as can be seen from here. */
async function findWorking(store: OpenQueue['store'], shell: Shell, now: number): Promise<readonly Worker[]> {
  const workers = await store.workers(now);
  const ended = new Set(endedWorkers(workers, shell));
  return workers.filter((worker) =>
    isWorking(worker, { within: HEARTBEAT_TIMEOUT, hasEnded: (owner) => ended.has(owner) }),
  );
}

async function readStatus({ store, now }: OpenQueue, shell: Shell): Promise<QueueStatus> {
  const { caps, spent } = await budgetAt(store, now);
  const waiting = (await store.list({ states: ['planned'] }, MAX_PLANNED)).filter(({ review }) => !review);
  const counts = await store.count();
  return {
    now,
    counts: Object.fromEntries(ITEM_STATES.map((state) => [state, counts[state] ?? 0])) as Record<ItemState, number>,
    pause: await store.pause(),
    caps,
    spent,
    workers: await findWorking(store, shell, now),
    next: waiting.reduce<Item | undefined>(
      (first, item) => (first === undefined || effectiveDue(item) < effectiveDue(first) ? item : first),
      undefined,
    ),
    zone: resolveZone(shell),
  };
}

/** What was paid, by what for, and what the caps leave. */
export async function readBudget({
  store,
  spendings,
  now,
}: Pick<OpenQueue, 'store' | 'spendings' | 'now'>): Promise<BudgetDocument> {
  const byKind = {
    day: await spendings.spentByKind(startOfDay(now)),
    month: await spendings.spentByKind(startOfMonth(now)),
  };
  return budgetDocument(await budgetAt(store, now), byKind, now);
}
