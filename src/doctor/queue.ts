// The queue: its budget, its state, what waits for a person, who works on it.
import type { ItemState } from '#queue/item.js';
import type { Worker } from '#queue/ports.js';
import {
  advise,
  check,
  type FindingCode,
  type HealthCheck,
  type HealthStatus,
  type Remedy,
  toInstant,
} from './check.js';
import type { DaemonFacts, HealthFacts, QueueFacts, ServiceFacts } from './facts.js';
import { isWorking } from './worker.js';

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
  const status = code === 'by-hand' || code === 'imported' || code === 'handed-over' ? 'warning' : 'problem';
  const isElsewhere = code === 'handed-over' || code === 'copied';
  return check('pause', status, 'queue-paused', data, advise(isElsewhere ? 'adopt-queue' : 'resume-queue'));
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

/** A worker gives a heartbeat each minute; two may get lost. ms. @source own choice */
const ALIVE = 150_000;

/** The workers that gave a heartbeat lately, and whose process is there as far as can be seen. */
export const findAlive = ({ workers, ended = [] }: Pick<DaemonFacts, 'workers' | 'ended'>): readonly Worker[] =>
  workers.filter((worker) => isWorking(worker, { within: ALIVE, hasEnded: (owner) => ended.includes(owner) }));

/** Whether something works on the queue, and the service that would. */
export function daemonChecks({ daemon, queue, server, version, now }: HealthFacts): readonly HealthCheck[] {
  const alive = findAlive(daemon);
  const isRun = alive.length > 0 || daemon.inCrontab === true;
  return [
    ...alive.flatMap((worker) => aliveChecks(worker, { version, now, isShared: server !== undefined })),
    ...(alive.length > 0 || queue === undefined ? [] : [idleCheck(daemon, queue.counts.planned ?? 0)]),
    serviceCheck(daemon.service, isRun),
    ...serviceFileChecks(daemon.service),
  ];
}

function aliveChecks(
  { pid, host, startedAt, version: worker, person, leadsSince }: Worker,
  { version, now, isShared }: { readonly version: string; readonly now: number; readonly isShared: boolean },
): readonly HealthCheck[] {
  const age = Math.max(0, now - startedAt);
  const running = check('daemon', 'ok', 'worker-runs', {
    pid,
    host,
    version: worker,
    age,
    ...(person !== undefined && { person }),
    ...(isShared && { postingSince: leadsSince === undefined ? null : toInstant(leadsSince) }),
  });
  if (worker === version) return [running];
  const data = { worker, program: version };
  return [running, check('daemon-version', 'note', 'worker-of-other-version', data, advise('restart-worker'))];
}

function idleCheck({ workers, inCrontab, cronLine }: DaemonFacts, planned: number): HealthCheck {
  if (inCrontab === true) return check('daemon', 'ok', 'cron-runs', {});
  if (planned === 0) return check('daemon', 'note', 'queue-idle', {});
  const latest = workers.toSorted((a, b) => a.silentFor - b.silentFor)[0];
  const last = latest === undefined ? undefined : { pid: latest.pid, host: latest.host };
  const data = { planned, ...(last !== undefined && { last }) };
  const remedy = { code: 'run-scheduler', data: { ...(cronLine !== undefined && { cronLine }) } } as const;
  return check('daemon', 'problem', 'queue-unattended', data, remedy);
}

function serviceCheck(service: ServiceFacts, isRun: boolean): HealthCheck {
  if (service.kind === 'unavailable') return check('service', 'note', 'service-unavailable', { fault: service.fault });
  if (service.kind === 'none') return check('service', 'note', 'service-missing', {}, advise('install-service'));
  const { file, isActive, startsAtLogIn } = service;
  if (service.missing.length > 0) {
    return check('service', 'problem', 'service-broken', { file, missing: service.missing }, advise('enable-service'));
  }
  if (isActive && startsAtLogIn) return check('service', 'ok', 'service-runs', { file });
  if (isActive) return check('service', 'note', 'service-not-at-login', { file }, advise('enable-service'));
  return check('service', isRun ? 'note' : 'warning', 'service-stopped', { file }, advise('start-service'));
}

/** What will go wrong although the service runs: other settings than here, no keys, an end with the session. */
function serviceFileChecks(service: ServiceFacts): readonly HealthCheck[] {
  if (service.kind !== 'installed') return [];
  const { different, keysInShell, lingers } = service;
  return [
    ...(different.length === 0
      ? []
      : [check('service', 'warning', 'service-settings-differ', { names: different }, advise('enable-service'))]),
    ...(keysInShell.length === 0
      ? []
      : [check('service', 'warning', 'service-without-keys', { names: keysInShell }, advise('sign-in'))]),
    ...(lingers === false ? [check('service', 'warning', 'service-ends-at-logout', {}, advise('enable-linger'))] : []),
  ];
}
