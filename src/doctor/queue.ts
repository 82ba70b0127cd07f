// The queue: its budget, its state, what waits for a person.
import type { ItemState } from '#queue/item.js';
import {
  advise,
  check,
  toInstant,
  type FindingCode,
  type HealthCheck,
  type HealthStatus,
  type Remedy,
} from './check.js';
import type { QueueFacts } from './facts.js';

/** All about the queue but who works on it. */
export const queueChecks = (queue: QueueFacts): readonly HealthCheck[] => [
  budgetCheck(queue),
  stateCheck(queue),
  ...(queue.pause === undefined ? [] : [pauseCheck(queue.pause)]),
  ...waitingChecks(queue.waiting),
];

function budgetCheck({ caps, spent }: QueueFacts): HealthCheck {
  const amounts = (period: 'day' | 'month') => ({ spent: spent[period], cap: caps[period] });
  const isReached = (period: 'day' | 'month'): boolean => spent[period] >= caps[period];
  if (!isReached('day') && !isReached('month')) {
    return check('budget', 'ok', 'budget-left', { day: amounts('day'), month: amounts('month') });
  }
  if (caps.day === 0 || caps.month === 0) return check('budget', 'note', 'budget-zero', {});
  const period = isReached('month') ? 'month' : 'day';
  const remedy = { code: 'raise-budget', data: { period } } as const;
  return check('budget', 'warning', 'budget-spent', { period, ...amounts(period) }, remedy);
}

function stateCheck({ counts, next }: QueueFacts): HealthCheck {
  const states = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) as Partial<
    Record<ItemState, number>
  >;
  if (Object.keys(states).length === 0) return check('queue', 'ok', 'queue-empty', {}, advise('schedule-draft'));
  if (next === undefined) return check('queue', 'ok', 'queue-holds', { states });
  const { id, localTime, zone } = next;
  return check('queue', 'ok', 'queue-holds', { states, next: { item: id, localTime, zone } });
}

function pauseCheck({ code, detail, since, until }: NonNullable<QueueFacts['pause']>): HealthCheck {
  const data = { code, detail, since: toInstant(since) };
  if (until !== undefined) {
    return check('pause', 'warning', 'queue-paused', data, {
      code: 'resumes-alone',
      data: { until: toInstant(until) },
    });
  }
  return check('pause', code === 'by-hand' ? 'warning' : 'problem', 'queue-paused', data, advise('resume-queue'));
}

type WaitingCode = Extract<FindingCode, `items-${string}`>;

function waitingChecks({ review, reminded, unknown, missed, refused }: QueueFacts['waiting']): readonly HealthCheck[] {
  const of = (items: readonly number[], status: HealthStatus, code: WaitingCode, remedy: Remedy) =>
    items.length === 0 ? [] : [check('waiting', status, code, { items }, remedy)];
  return [
    ...of(unknown, 'problem', 'items-unknown', advise('settle-unknown')),
    ...of(refused, 'warning', 'items-refused', advise('settle-refused')),
    ...of(missed, 'warning', 'items-missed', advise('settle-missed')),
    ...of(reminded, 'warning', 'items-reminded', advise('post-by-hand')),
    ...of(review, 'note', 'items-in-review', advise('approve-items')),
  ];
}
