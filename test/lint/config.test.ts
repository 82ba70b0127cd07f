import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { checkConfig, ConfigError, configSchema, unknownRules } from '#lint/config.js';

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
    if (error instanceof ConfigError) return error.faults;
    throw error;
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

  it('tells all its faults at once, each in a line of the message', () => {
    const config = { limitt: 280, locale: 'de', rules: { hashtag: 'off', image: { maxTags: 11 } } };
    const faults = findFaults(config);
    expect(faults).toHaveLength(4);
    expect(() => checkConfig(config, rules)).toThrow(faults.join('\n'));
  });
});

describe('the schema for editors', () => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(configSchema(rules));

  it.each(table.map((row) => [row.name, row] as const))('agrees with the check: %s', (_, row) => {
    expect(validate(row.config)).toBe(row.schemaTakesIt ?? row.faults.length === 0);
  });

  it('holds every rule with every option and its default', () => {
    const text = JSON.stringify(configSchema(rules));
    for (const { options, summary } of rules) {
      expect(text).toContain(JSON.stringify(summary.en));
      for (const [name, spec] of Object.entries(options)) expect(text).toContain(`"${name}":${JSON.stringify(spec)}`);
    }
  });
});

describe('a directive', () => {
  it('that turns off what does not exist is told, with what was meant', () => {
    expect(unknownRules(['hashtags', 'hashtag', 'poetry'], rules)).toEqual([
      'unknown rule "hashtag"; did you mean hashtags?',
      `unknown rule "poetry"; allowed: ${rules.map(({ id }) => id).join(', ')}`,
    ]);
  });
});
