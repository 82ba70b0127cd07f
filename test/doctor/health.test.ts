import { describe, expect, it } from 'vitest';
import { HEALTH_IDS, type HealthCheck } from '#doctor/check.js';
import { checkHealth } from '#doctor/health.js';
import { HEALTH_CASES, healthyFacts } from './cases.js';

const ofId = (checks: readonly HealthCheck[], id: string): readonly HealthCheck[] =>
  checks.filter((check) => check.id === id);

describe('what facts mean', () => {
  it('a healthy machine needs no attention', () => {
    expect(checkHealth(healthyFacts).filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  it.each(HEALTH_CASES.map((entry) => [entry.name, entry] as const))('%s', (_, { facts, expected, absent = [] }) => {
    const checks = checkHealth(facts);
    for (const { id, status, code, data, remedy } of expected) {
      const found = ofId(checks, id).find((check) => check.code === code);
      expect(found, `${id}: ${code}`).toMatchObject({ status, data });
      expect(found?.remedy?.code ?? null, `${id}: ${code}`).toBe(remedy);
    }
    for (const id of absent) expect(ofId(checks, id)).toEqual([]);
  });

  it('every kind of check is in the table, or in the healthy one', () => {
    const ids = [...HEALTH_CASES.flatMap(({ facts }) => checkHealth(facts)), ...checkHealth(healthyFacts)];
    expect(new Set(ids.map(({ id }) => id))).toEqual(new Set(HEALTH_IDS));
  });

  it('every problem and every warning has a remedy, but for what X itself answers', () => {
    for (const { name, facts } of HEALTH_CASES) {
      for (const { id, status, code, remedy } of checkHealth(facts)) {
        const needsRemedy = (status === 'problem' || status === 'warning') && code !== 'online-stopped';
        expect(needsRemedy && remedy === undefined, `${name}: ${id}`).toBe(false);
      }
    }
  });
});
