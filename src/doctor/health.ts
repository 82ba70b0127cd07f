// What works and what is missing, judged from plain facts.
import type { HealthCheck } from './check.js';
import { credentialChecks } from './credentials.js';
import { daemonChecks, queueChecks } from './queue.js';
import { accountCheck, databaseChecks, clockCheck, desktopChecks, programChecks, zoneChecks } from './machine.js';
import { serverChecks } from './server.js';
import type { HealthFacts } from './facts.js';

/**
 * Judges facts: a check for each thing that was looked at, in the order of the report; what could not be looked at has
 * none.
 */
export const checkHealth = (facts: HealthFacts): readonly HealthCheck[] => [
  ...programChecks(facts),
  ...databaseChecks(facts.database),
  ...(facts.server === undefined ? [] : serverChecks(facts.server)),
  ...(facts.history === undefined ? [] : [accountCheck(facts.history, facts.now)]),
  ...credentialChecks(facts),
  ...(isClockKnown(facts) ? [clockCheck(facts.clock, facts.now, facts.price)] : []),
  ...zoneChecks(facts.zone),
  ...(facts.queue === undefined ? [] : queueChecks(facts.queue)),
  ...daemonChecks(facts),
  ...desktopChecks(facts.desktop, facts.queue?.reminder, facts.now),
];

/** A history that cannot be read keeps to itself whether the clocks were ever compared. */
const isClockKnown = ({ clock, queue, database }: HealthFacts): boolean =>
  clock.seen !== undefined || queue !== undefined || database.state.kind === 'none';
