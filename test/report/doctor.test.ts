import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { HEALTH_IDS } from '#doctor/check.js';
import { checkHealth, doctorDocument, type HealthCheck, type HealthFacts } from '#doctor/health.js';
import { doctorReport } from '#report/terminal/doctor.js';
import { displayWidth } from '#report/terminal/width.js';

type Json = Readonly<Record<string, unknown>>;
interface Case {
  readonly name: string;
  /** A merge patch (RFC 7396) of the healthy facts. */
  readonly facts: Json;
  /** Checks that there must be; of the sentences, a part. */
  readonly expect: readonly {
    readonly id: string;
    readonly status: string;
    readonly en?: string;
    readonly fr?: string;
    readonly mend?: string;
  }[];
  readonly absent?: readonly string[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(`fixtures/doctor/${name}.json`, 'utf8'));
const healthy = read('healthy') as HealthFacts;
const cases = read('checks') as readonly Case[];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function patched(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = patched(result[key], value);
  }
  return result;
}

const toFacts = ({ facts }: Case): HealthFacts => patched(healthy, facts) as HealthFacts;

const isLike = ({ id, status, text, remedy }: HealthCheck, expected: Case['expect'][number]): boolean =>
  id === expected.id &&
  status === expected.status &&
  text.en.includes(expected.en ?? '') &&
  text.fr.includes(expected.fr ?? '') &&
  // Mends that are told in both languages have their command in common.
  (expected.mend === undefined || (remedy?.en.includes(expected.mend) === true && remedy.fr !== ''));

describe('what facts mean', () => {
  it('a healthy machine has nothing to be told of', () => {
    expect(checkHealth(healthy).filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    const checks = checkHealth(toFacts(entry));
    for (const expected of entry.expect) {
      expect(
        checks.some((check) => isLike(check, expected)),
        JSON.stringify(expected),
      ).toBe(true);
    }
    for (const id of entry.absent ?? []) expect(checks.map((check) => check.id)).not.toContain(id);
  });

  it('every kind of check is in the table, or in the healthy one', () => {
    const ids = [...cases.flatMap((entry) => checkHealth(toFacts(entry))), ...checkHealth(healthy)];
    expect(new Set(ids.map(({ id }) => id))).toEqual(new Set(HEALTH_IDS));
  });

  it('each says a sentence in both languages, and each problem how to mend it', () => {
    for (const entry of cases) {
      for (const { id, status, text, remedy } of checkHealth(toFacts(entry))) {
        const label = `${entry.name}: ${id}`;
        for (const said of [text.en, text.fr]) expect(said, label).toMatch(/^\S.*\.$/);
        expect(text.fr, label).not.toBe(text.en);
        // What X answered holds its mend in the reason itself.
        const needsMend = (status === 'problem' || status === 'warning') && id !== 'online';
        expect(needsMend && remedy === undefined, label).toBe(false);
        expect(JSON.stringify({ text, mend: remedy }), label).not.toMatch(/undefined|NaN|null|\[object/);
      }
    }
  });
});

describe('the report', () => {
  it.each([60, 80, 120])('keeps to %i columns, in both languages', (columns) => {
    for (const locale of ['en', 'fr'] as const) {
      for (const entry of cases) {
        const facts = toFacts(entry);
        const report = doctorReport(doctorDocument(checkHealth(facts), facts, locale), {
          color: false,
          columns,
          locale,
        });
        for (const line of report.split('\n'))
          expect(displayWidth(line), line).toBeLessThanOrEqual(Math.min(columns, 100));
      }
    }
  });

  it('says the same without colour as with it', () => {
    const document = doctorDocument(checkHealth(healthy), healthy, 'en');
    const [plain, coloured] = [false, true].map((color) =>
      doctorReport(document, { color, columns: 80, locale: 'en' }),
    );
    expect(coloured).toContain('\u001b[32m');
    // oxlint-disable-next-line no-control-regex -- colours begin with one
    expect(coloured?.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  it('tells at its end how many things are wrong', () => {
    const facts = patched(healthy, {
      daemon: { workers: [] },
      zone: { ignored: 'Paris' },
      clock: { seen: { skew: 9e5 } },
    });
    const of = (locale: 'en' | 'fr'): string =>
      doctorReport(doctorDocument(checkHealth(facts as HealthFacts), facts as HealthFacts, locale), {
        color: false,
        columns: 80,
        locale,
      });
    expect(of('en')).toMatch(/\n\n2 problems, 1 warning\.\n$/);
    expect(of('fr')).toMatch(/\n\n2 problèmes, 1 alerte\.\n$/);
  });
});

describe('the document', () => {
  const schema = JSON.parse(readFileSync('schemas/doctor.schema.json', 'utf8')) as object;
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

  it.each(cases.map((entry) => [entry.name, entry] as const))('is as its schema says: %s', (_, entry) => {
    const facts = toFacts(entry);
    validate(doctorDocument(checkHealth(facts), facts, 'fr'));
    expect(validate.errors).toBeNull();
  });
});
