import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#base/locale.js';
import type { HealthFacts } from '#doctor/facts.js';
import { checkHealth } from '#doctor/health.js';
import { doctorDocument } from '#report/documents/doctor.js';
import { doctorReport } from '#report/terminal/doctor.js';
import { displayWidth } from '#report/terminal/width.js';
import { HEALTH_CASES, healthyFacts, patched } from '../doctor/cases.js';

const plain = { color: false, columns: 80 } as const;

describe('the report', () => {
  it.each(HEALTH_CASES.map((entry) => [entry.name, entry] as const))('is made of whole sentences: %s', (_, entry) => {
    const reports = LOCALES.map((locale) => doctorReport(checkHealth(entry.facts), { ...plain, locale }));
    for (const report of reports) expect(report).not.toMatch(/undefined|NaN|null|\[object/);
    expect(new Set(reports).size).toBe(LOCALES.length);
  });

  it.each([60, 80, 120])('keeps to %i columns, in both languages', (columns) => {
    for (const locale of LOCALES) {
      for (const { facts } of HEALTH_CASES) {
        const report = doctorReport(checkHealth(facts), { color: false, columns, locale });
        for (const line of report.split('\n')) {
          expect(displayWidth(line), line).toBeLessThanOrEqual(Math.min(columns, 100));
        }
      }
    }
  });

  it('reads the same without color as with it', () => {
    const checks = checkHealth(healthyFacts);
    const [uncolored, colored] = [false, true].map((color) => doctorReport(checks, { ...plain, color, locale: 'en' }));
    expect(colored).toContain('\u001b[32m');
    // oxlint-disable-next-line no-control-regex -- colors begin with one
    expect(colored?.replace(/\u001b\[\d+m/g, '')).toBe(uncolored);
  });

  const unwell = patched(healthyFacts, {
    daemon: { workers: [] },
    zone: { ignored: 'Paris' },
    clock: { seen: { skew: 9e5 } },
  }) as HealthFacts;

  it('ends with how many things are wrong', () => {
    const reportIn = (locale: 'en' | 'fr'): string => doctorReport(checkHealth(unwell), { ...plain, locale });
    expect(reportIn('en')).toMatch(/\n\n2 problems, 1 warning\.\n$/);
    expect(reportIn('fr')).toMatch(/\n\n2 problèmes, 1 alerte\.\n$/);
  });

  it('has only what needs attention when it is quiet, and nothing where all is well', () => {
    const quiet = { ...plain, locale: 'en', isQuiet: true } as const;
    expect(doctorReport(checkHealth(healthyFacts), quiet)).toBe('');
    const lines = doctorReport(checkHealth(unwell), quiet).split('\n').slice(0, -1);
    expect(lines.filter((line) => /^\S/.test(line)).map((line) => line.split(/ +/)[1])).toEqual([
      'problem',
      'warning',
      'problem',
    ]);
    expect(lines.every((line) => line !== '')).toBe(true);
  });
});

describe('the document', () => {
  const schema = JSON.parse(readFileSync('schemas/doctor.schema.json', 'utf8')) as object;
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

  it.each(HEALTH_CASES.map((entry) => [entry.name, entry] as const))('fits its schema: %s', (_, { facts }) => {
    validate(doctorDocument(checkHealth(facts), facts));
    expect(validate.errors).toBeNull();
  });
});
