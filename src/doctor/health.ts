// What works and what is missing, judged from plain facts: as checks, and as data.
import { HEALTH_STATUSES, type HealthCheck, type HealthStatus } from './check.js';
import { credentialChecks } from './credentials.js';
import { daemonChecks } from './daemon.js';
import { accountCheck, databaseChecks } from './database.js';
import type { HealthFacts } from './facts.js';
import { clockCheck, desktopChecks, programChecks, zoneChecks } from './machine.js';
import { queueChecks } from './queue.js';
import type { Locale } from '#base/locale.js';

export type { HealthCheck, HealthId, HealthStatus } from './check.js';
export type { HealthFacts } from './facts.js';

/**
 * Judges facts: a check for each thing that was looked at, in the order of the report; what could not be looked at has
 * none.
 */
export const checkHealth = (facts: HealthFacts): readonly HealthCheck[] => [
  ...programChecks(facts),
  ...databaseChecks(facts.database),
  ...(facts.history === undefined ? [] : [accountCheck(facts.history, facts.now)]),
  ...credentialChecks(facts),
  ...(isClockKnown(facts) ? [clockCheck(facts.clock, facts.now, facts.price)] : []),
  ...zoneChecks(facts.zone),
  ...(facts.queue === undefined ? [] : queueChecks(facts.queue)),
  ...daemonChecks(facts),
  ...desktopChecks(facts.desktop),
];

/** A history that cannot be read keeps to itself whether the clocks were ever compared. */
const isClockKnown = ({ clock, queue, database }: HealthFacts): boolean =>
  clock.seen !== undefined || queue !== undefined || database.state.kind === 'none';

/** `tweetspan/doctor@1`, described by `doctor.schema.json` in the package. */
export function doctorDocument(checks: readonly HealthCheck[], { now, version }: HealthFacts, locale: Locale) {
  const count = (wanted: HealthStatus): number => checks.filter(({ status }) => status === wanted).length;
  return {
    schema: 'tweetspan/doctor@1' as const,
    now: new Date(now).toISOString(),
    version,
    checks: checks.map(({ id, status, text, remedy }) => ({
      id,
      status,
      text: text[locale],
      mend: remedy?.[locale] ?? null,
    })),
    summary: Object.fromEntries(HEALTH_STATUSES.map((status) => [status, count(status)])) as Record<
      HealthStatus,
      number
    >,
  };
}

export type DoctorDocument = ReturnType<typeof doctorDocument>;
