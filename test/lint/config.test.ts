import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { toJsonSchema } from '@valibot/to-json-schema';
import { describeProblem } from '#cli/describe-problem.js';
import { unknownRules } from '#lint/config.js';
import { configSchema } from '#lint/config-schema.js';
import { checkConfig } from '#lint/config-check.js';

/** One line of `fixtures/config.json`; one without faults is good. */
interface ConfigCase {
  readonly name: string;
  readonly config: unknown;
  readonly faults: readonly string[];
  /** Set where a schema cannot know what we do. */
  readonly schemaTakesIt?: boolean;
}

const table = JSON.parse(readFileSync('fixtures/config.json', 'utf8')) as ConfigCase[];
const good = table.filter(({ faults }) => faults.length === 0);
const bad = table.filter(({ faults }) => faults.length > 0);

const findFaults = (config: unknown): readonly string[] => {
  try {
    checkConfig(config, rules);
    return [];
  } catch (error) {
    return describeProblem(error, 'en') ?? expect.fail('another error');
  }
};

describe('a good configuration', () => {
  it.each(good.map(({ name, config }) => [name, config]))('is taken as it stands: %s', (_, config) => {
    const before = JSON.stringify(config);
    expect(checkConfig(config, rules)).toBe(config);
    expect(JSON.stringify(config)).toBe(before);
  });
});

describe('a bad configuration', () => {
  it.each(bad.map(({ name, config, faults }) => [name, config, faults]))('is refused: %s', (_, config, faults) => {
    expect(findFaults(config)).toEqual(faults);
  });

  it('is reported with all its faults at once, several unknown names included', () => {
    const config = { limitt: 280, langg: 'fr', locale: 'de', rules: { hashtag: 'off', image: { maxTags: 11 } } };
    expect(findFaults(config)).toHaveLength(5);
  });
});

describe('the schema for editors', () => {
  const schema = toJsonSchema(configSchema(rules), { errorMode: 'ignore' });
  const validate = new Ajv({ strict: true, allErrors: true }).compile(schema as object);

  it.each(table.map((row) => [row.name, row] as const))('agrees with the check: %s', (_, row) => {
    expect(validate(row.config)).toBe(row.schemaTakesIt ?? row.faults.length === 0);
  });

  it('holds every rule with every option and its default', () => {
    const text = JSON.stringify(schema);
    for (const { options, summary } of rules) {
      expect(text).toContain(JSON.stringify(summary));
      for (const [name, spec] of Object.entries(options)) {
        expect(text).toContain(`"${name}":{"type":"${spec.type}"`);
        expect(text).toContain(`"description":${JSON.stringify(spec.description)},"default":${spec.default}`);
      }
    }
  });
});

describe('a directive', () => {
  it('that turns off what does not exist is reported, with what was meant', () => {
    expect(unknownRules(['hashtags', 'hashtag', 'poetry'], rules)).toEqual([
      { code: 'unknownRule', path: 'hashtag', near: 'hashtags', known: rules.map(({ id }) => id) },
      { code: 'unknownRule', path: 'poetry', near: undefined, known: rules.map(({ id }) => id) },
    ]);
  });
});
