// Who works on the queue.
import type { Worker } from '#queue/ports.js';
import { span } from '#locale/format.js';
import { check, type HealthCheck } from './check.js';
import type { DaemonFacts, HealthFacts, ServiceFacts } from './facts.js';

/** A worker gives a sign of life each minute; two may get lost. ms. Ours. */
export const ALIVE = 150_000;

/** The workers that gave a sign of life lately. */
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
  { pid, host, startedAt, ...worker }: Worker,
  version: string,
  now: number,
): readonly HealthCheck[] {
  const age = Math.max(0, now - startedAt);
  const running = check('daemon', 'ok', {
    en: `tweetspan run works on the queue: process ${pid} on ${host}, version ${worker.version}, for ${span(age, 'en')}.`,
    fr: `tweetspan run travaille sur la file : processus ${pid} sur ${host}, version ${worker.version}, depuis ${span(age, 'fr')}.`,
  });
  if (worker.version === version) return [running];
  const other = check(
    'daemon-version',
    'note',
    {
      en: `That process is of version ${worker.version}, and this program of version ${version}.`,
      fr: `Ce processus est de la version ${worker.version}, et ce programme de la version ${version}.`,
    },
    {
      en: 'Start it again (tweetspan service install does, where it is a service).',
      fr: 'Relancez-le (tweetspan service install le fait, si c’est un service).',
    },
  );
  return [running, other];
}

function idleCheck({ workers, inCrontab, cronLine }: DaemonFacts, planned: number): HealthCheck {
  if (inCrontab === true) {
    return check('daemon', 'ok', {
      en: 'cron does what is due, by a line of your crontab (tweetspan run --once).',
      fr: 'cron fait ce qui est dû, par une ligne de votre crontab (tweetspan run --once).',
    });
  }
  if (planned === 0) {
    return check('daemon', 'note', {
      en: 'Nothing works on the queue, and nothing is planned.',
      fr: 'Rien ne travaille sur la file, et rien n’est prévu.',
    });
  }
  const last = workers.toSorted((a, b) => b.heartbeatAt - a.heartbeatAt)[0];
  const gone = {
    en: last === undefined ? '' : `: process ${last.pid} on ${last.host} gives no sign of life any more`,
    fr: last === undefined ? '' : ` : le processus ${last.pid} sur ${last.host} ne donne plus signe de vie`,
  };
  const line = cronLine === undefined ? '' : `: ${cronLine}`;
  return check(
    'daemon',
    'problem',
    {
      en: `Items are planned (${planned}), and nothing works on the queue${gone.en}.`,
      fr: `Des éléments sont prévus (${planned}), et rien ne travaille sur la file${gone.fr}.`,
    },
    {
      en: `tweetspan run does it as long as it runs, tweetspan service install for good${
        line === '' ? '' : `, or a line of a crontab${line}`
      }`,
      fr: `tweetspan run le fait tant qu’il tourne, tweetspan service install pour de bon${
        line === '' ? '' : `, ou une ligne d’un crontab${line.replace(':', ' :')}`
      }`,
    },
  );
}

function serviceCheck(service: ServiceFacts, isRun: boolean): HealthCheck {
  if (service.kind === 'unavailable') {
    return check('service', 'note', {
      en: `No service can be installed here (${service.why}).`,
      fr: `Aucun service ne peut être installé ici (${service.why}).`,
    });
  }
  if (service.kind === 'none') {
    const text = { en: 'The service is not installed.', fr: 'Le service n’est pas installé.' };
    return check('service', 'note', text, {
      en: 'tweetspan service install lets the system run the queue in the background.',
      fr: 'tweetspan service install laisse le système s’occuper de la file en arrière-plan.',
    });
  }
  const { file, isActive, startsAtLogIn } = service;
  if (isActive && startsAtLogIn) {
    const text = { en: `The service runs (${file}).`, fr: `Le service tourne (${file}).` };
    return check('service', 'ok', text);
  }
  if (isActive) {
    return check(
      'service',
      'note',
      {
        en: `The service runs, but does not start at log-in (${file}).`,
        fr: `Le service tourne, mais ne démarre pas à l’ouverture de session (${file}).`,
      },
      { en: 'tweetspan service install mends that.', fr: 'tweetspan service install y remédie.' },
    );
  }
  return check(
    'service',
    isRun ? 'note' : 'warning',
    {
      en: `The service is installed, but does not run (${file}).`,
      fr: `Le service est installé, mais ne tourne pas (${file}).`,
    },
    {
      en: 'tweetspan service install starts it; its log tells why it ended.',
      fr: 'tweetspan service install le lance ; son journal dit pourquoi il s’est arrêté.',
    },
  );
}
