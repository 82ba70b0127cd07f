// Who works on the queue.
import type { Worker } from '#queue/ports.js';
import { advise, check, type HealthCheck } from './check.js';
import type { DaemonFacts, HealthFacts, ServiceFacts } from './facts.js';

/** A worker gives a heartbeat each minute; two may get lost. ms. @source own choice */
export const ALIVE = 150_000;

/** The workers that gave a heartbeat lately. */
export const aliveAt = (workers: readonly Worker[], now: number): readonly Worker[] =>
  workers.filter(({ heartbeatAt }) => now - heartbeatAt <= ALIVE);

/** Whether something works on the queue, and the service that would. */
export function daemonChecks({ daemon, queue, version, now }: HealthFacts): readonly HealthCheck[] {
  const alive = aliveAt(daemon.workers, now);
  const isRun = alive.length > 0 || daemon.inCrontab === true;
  return [
    ...alive.flatMap((worker) => aliveChecks(worker, version, now)),
    ...(alive.length > 0 || queue === undefined ? [] : [idleCheck(daemon, queue.counts.planned ?? 0)]),
    serviceCheck(daemon.service, isRun),
  ];
}

function aliveChecks(
  { pid, host, startedAt, version: worker }: Worker,
  version: string,
  now: number,
): readonly HealthCheck[] {
  const age = Math.max(0, now - startedAt);
  const running = check('daemon', 'ok', 'worker-runs', { pid, host, version: worker, age });
  if (worker === version) return [running];
  const data = { worker, program: version };
  return [running, check('daemon-version', 'note', 'worker-of-other-version', data, advise('restart-worker'))];
}

function idleCheck({ workers, inCrontab, cronLine }: DaemonFacts, planned: number): HealthCheck {
  if (inCrontab === true) return check('daemon', 'ok', 'cron-runs', {});
  if (planned === 0) return check('daemon', 'note', 'queue-idle', {});
  const latest = workers.toSorted((a, b) => b.heartbeatAt - a.heartbeatAt)[0];
  const last = latest === undefined ? undefined : { pid: latest.pid, host: latest.host };
  const data = { planned, ...(last !== undefined && { last }) };
  const remedy = { code: 'run-scheduler', data: { ...(cronLine !== undefined && { cronLine }) } } as const;
  return check('daemon', 'problem', 'queue-unattended', data, remedy);
}

function serviceCheck(service: ServiceFacts, isRun: boolean): HealthCheck {
  if (service.kind === 'unavailable') return check('service', 'note', 'service-unavailable', { fault: service.fault });
  if (service.kind === 'none') return check('service', 'note', 'service-missing', {}, advise('install-service'));
  const { file, isActive, startsAtLogIn } = service;
  if (isActive && startsAtLogIn) return check('service', 'ok', 'service-runs', { file });
  if (isActive) return check('service', 'note', 'service-not-at-login', { file }, advise('enable-service'));
  return check('service', isRun ? 'note' : 'warning', 'service-stopped', { file }, advise('start-service'));
}
