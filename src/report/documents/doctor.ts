// What works and what is missing, as data. Nothing of it is secret.
import * as v from 'valibot';
import type { HealthCheck, HealthId, HealthStatus } from '#doctor/check.js';
import type { HealthFacts } from '#doctor/facts.js';
import { defineDocument } from './define.js';

const IDS = [
  'node',
  'native',
  'database',
  'disk',
  'server',
  'server-role',
  'server-clock',
  'server-media',
  'account',
  'credentials',
  'scopes',
  'same-account',
  'online',
  'clock',
  'zone',
  'zone-rules',
  'budget',
  'queue',
  'pause',
  'waiting',
  'daemon',
  'daemon-version',
  'service',
  'notice',
  'clipboard',
] as const satisfies readonly HealthId[];
const STATUSES = ['ok', 'note', 'warning', 'problem'] as const satisfies readonly HealthStatus[];

const codeAndData = {
  code: v.string(),
  data: v.pipe(
    v.record(v.string(), v.unknown()),
    v.description('Instants are ISO 8601 in UTC, durations ms, amounts thousandths of a US dollar.'),
  ),
};
const total = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The schema of `tweetspan doctor --format json`. */
export const doctorSchema = defineDocument('doctor', {
  now: v.string(),
  version: v.pipe(v.string(), v.description('The version of the program that looked.')),
  checks: v.pipe(
    v.array(
      v.strictObject({
        id: v.picklist(IDS),
        status: v.pipe(
          v.picklist(STATUSES),
          v.description('note: nothing need be done. problem: something does not work; the exit code is 1.'),
        ),
        ...codeAndData,
        remedy: v.pipe(
          v.nullable(v.strictObject(codeAndData)),
          v.description('What to do about it; null when there is nothing to do.'),
        ),
      }),
    ),
    v.description(
      'In the order of the report. What could not be looked at is missing; an id can occur more than once.',
    ),
  ),
  summary: v.pipe(
    v.strictObject({ ok: total, note: total, warning: total, problem: total }),
    v.description('How many checks have each status.'),
  ),
});

export type DoctorDocument = v.InferOutput<typeof doctorSchema>;

/** The checks of a machine as `tweetspan/doctor@1`. */
export function doctorDocument(
  checks: readonly HealthCheck[],
  { now, version }: Pick<HealthFacts, 'now' | 'version'>,
): DoctorDocument {
  return {
    schema: 'tweetspan/doctor@1',
    now: new Date(now).toISOString(),
    version,
    checks: checks.map(({ id, status, code, data, remedy }) => ({
      id,
      status,
      code,
      data: { ...data },
      remedy: remedy === undefined ? null : { code: remedy.code, data: { ...remedy.data } },
    })),
    summary: countStatuses(checks),
  };
}

/** How many checks have each status. */
export function countStatuses(checks: readonly HealthCheck[]): Record<HealthStatus, number> {
  const count = (wanted: HealthStatus): number => checks.filter(({ status }) => status === wanted).length;
  return { ok: count('ok'), note: count('note'), warning: count('warning'), problem: count('problem') };
}
