import { readFileSync } from 'node:fs';
import type { HealthFacts } from '#doctor/facts.js';
import { readFixture } from '../fixture.js';

type Json = Readonly<Record<string, unknown>>;
interface Row {
  readonly name: string;
  /** A merge patch (RFC 7396) of the healthy facts. */
  readonly facts: Json;
  /** Checks that there must be; of the data, a part. */
  readonly expect: readonly {
    readonly id: string;
    readonly status: string;
    readonly code: string;
    readonly data: Json;
    readonly remedy: string | null;
  }[];
  /** Ids of checks that there must not be. */
  readonly absent?: readonly string[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with a merge patch applied to it. */
export function patched(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = patched(result[key], value);
  }
  return result;
}

/** A machine on which everything works. */
export const healthyFacts = JSON.parse(readFileSync('fixtures/doctor/healthy.json', 'utf8')) as HealthFacts;

/** Machines on which something differs, with what the doctor must find there. */
export const HEALTH_CASES = readFixture<Row>('doctor/checks').map(({ facts, expect, ...rest }) => ({
  ...rest,
  facts: patched(healthyFacts, facts) as HealthFacts,
  expected: expect,
}));
