import { isLanguageCode } from '#tweet/language.js';
import type { LinkOptions } from '#tweet/link.js';
import { hint } from '#base/did-you-mean.js';
import { LOCALES, type Locale } from '#base/locale.js';
import { optionFault } from './options.js';
import type { Rule } from './rule.js';
import { LEVELS, type RuleSetting } from './setting.js';

/** Where a model answers that may be asked for rewrites; its key stands in the environment, never here. */
export interface ModelConfig {
  /** Base of an OpenAI-compatible endpoint, such as `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly name: string;
  /** Seconds for one question and its answer; 20 by default. */
  readonly timeout?: number;
}

/** A configuration, checked. Everything is optional. */
export interface LintConfig {
  /** Weighted length that the account may post: 280, or up to 25,000. */
  readonly limit?: number;
  readonly lang?: string;
  readonly locale?: Locale;
  readonly minScore?: number;
  readonly links?: LinkOptions;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly model?: ModelConfig;
}

/** A configuration that cannot be followed, with all its faults. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[], options?: ErrorOptions) {
    super(faults.join('\n'), options);
    this.faults = faults;
  }
}

/** The longest post of a paying account (docs.x.com changelog, 2024-08-20). */
const LONGEST_POST = 25_000;
const MAX_WEIGHT = 100;

/** Seconds that a model is given where the configuration does not say. */
export const MODEL_TIMEOUT = 20;
const LONGEST_MODEL_TIMEOUT = 120;
/** The environment variable that holds the key of the model's server. */
export const MODEL_KEY_VARIABLE = 'TWEETSPAN_MODEL_KEY';
/** What people call a key, without regard to capitals, `-` and `_`. */
const KEY_NAMES = new Set(['key', 'apikey', 'token', 'accesstoken', 'secret', 'password', 'authorization', 'bearer']);

type Check = (value: unknown) => string | undefined;
type Entries = Readonly<Record<string, unknown>>;

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within =
  (least: number, most: number, kind: 'whole number' | 'number'): Check =>
  (value) => {
    const whole = kind === 'number' || Number.isInteger(value);
    const inside = typeof value === 'number' && least <= value && value <= most;
    return whole && inside ? undefined : `must be a ${kind} from ${least} to ${most}`;
  };
const isOneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value) ? undefined : `must be ${allowed.join(', ')}`;
const isFlag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');

const isLanguage: Check = (value) =>
  typeof value === 'string' && isLanguageCode(value)
    ? undefined
    : 'must be a two-letter code such as fr or en (ISO 639-1)';
const areAliases: Check = (value) =>
  isEntries(value) && Object.values(value).every((target) => typeof target === 'string')
    ? undefined
    : 'must map links to links';

const matches =
  (pattern: string, fault: string): Check =>
  (value) =>
    typeof value === 'string' && new RegExp(pattern, 'u').test(value) ? undefined : fault;

// The patterns are the schema's too. Whether an address may be asked at all is for the room that asks to say.
const ADDRESS = '^https?://\\S+$';
const NOT_BLANK = '\\S';

const TOP: Readonly<Record<string, Check | undefined>> = {
  $schema: (value) => (typeof value === 'string' ? undefined : 'must be the address of a schema'),
  limit: within(1, LONGEST_POST, 'whole number'),
  lang: isLanguage,
  locale: isOneOf(LOCALES),
  minScore: within(0, 100, 'number'),
  links: undefined,
  rules: undefined,
  model: undefined,
};
const LINKS: Readonly<Record<string, Check | undefined>> = { keepFragment: isFlag, aliases: areAliases };
const MODEL: Readonly<Record<keyof ModelConfig, Check>> = {
  baseUrl: matches(ADDRESS, 'must be an address that begins with https:// or http://'),
  name: matches(NOT_BLANK, 'must be the name of a model that the server has'),
  timeout: within(1, LONGEST_MODEL_TIMEOUT, 'number'),
};

function findFaults(path: string, entries: Entries, checks: Readonly<Record<string, Check | undefined>>): string[] {
  return Object.entries(entries).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(checks, key)) return [`unknown key "${name}"${hint(key, Object.keys(checks))}`];
    const fault = checks[key]?.(value);
    return fault === undefined ? [] : [`"${name}" ${fault}, received ${JSON.stringify(value)}`];
  });
}

function ruleFaults(settings: Entries, rules: readonly Rule[]): string[] {
  const ids = rules.map(({ id }) => id);
  return Object.entries(settings).flatMap(([id, setting]) => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule === undefined) return [`unknown rule "rules.${id}"${hint(id, ids)}`];
    if (!isEntries(setting)) {
      const fault = isOneOf(LEVELS)(setting);
      return fault === undefined
        ? []
        : [`"rules.${id}" ${fault}, or { level, weight, options }, received ${JSON.stringify(setting)}`];
    }
    const options = Object.entries(rule.options).map(([name, spec]): [string, Check] => [
      name,
      (value) => optionFault(spec, value),
    ]);
    const checks = { level: isOneOf(LEVELS), weight: within(0, MAX_WEIGHT, 'number'), ...Object.fromEntries(options) };
    return findFaults(`rules.${id}`, setting, checks);
  });
}

/** A key in the file is told without its value: the line may end up in a log. */
function modelFaults(entries: Entries): string[] {
  const isKey = (name: string): boolean => KEY_NAMES.has(name.toLowerCase().replace(/[-_]/g, ''));
  const names = Object.keys(entries);
  return [
    ...names
      .filter(isKey)
      .map((name) => `"model.${name}" is not read; keep the key out of the file: set ${MODEL_KEY_VARIABLE}`),
    ...findFaults('model', Object.fromEntries(Object.entries(entries).filter(([name]) => !isKey(name))), MODEL),
    ...['baseUrl', 'name'].filter((name) => !names.includes(name)).map((name) => `"model.${name}" is missing`),
  ];
}

/**
 * Checks what was read from a configuration file.
 * @throws ConfigError with every fault: what was received, what is allowed.
 */
export function checkConfig(value: unknown, rules: readonly Rule[]): LintConfig {
  if (!isEntries(value)) throw new ConfigError([`must hold keys such as "limit", received ${JSON.stringify(value)}`]);
  const parts = [
    ['links', value['links'], (entries: Entries) => findFaults('links', entries, LINKS)],
    ['rules', value['rules'], (entries: Entries) => ruleFaults(entries, rules)],
    ['model', value['model'], modelFaults],
  ] as const;
  const nested = parts.flatMap(([name, part, check]) => {
    if (part === undefined) return [];
    return isEntries(part) ? check(part) : [`"${name}" must hold keys, received ${JSON.stringify(part)}`];
  });
  const faults = [...findFaults('', value, TOP), ...nested];
  if (faults.length > 0) throw new ConfigError(faults);
  return value as LintConfig;
}

/** The rules' ids that a draft turns off and that do not exist, each as a sentence. */
export function unknownRules(disabled: readonly string[], rules: readonly Rule[]): string[] {
  const ids = rules.map(({ id }) => id);
  return disabled.filter((id) => !ids.includes(id)).map((id) => `unknown rule "${id}"${hint(id, ids)}`);
}

/** The schema of the configuration file, for editors: generated from the same rules that check it. */
export function configSchema(rules: readonly Rule[]): Entries {
  const level = {
    enum: [...LEVELS],
    description: 'off, warn (errors become warnings), error (warnings become errors)',
  };
  const ruleSchema = ({ options, weight, summary }: Rule): Entries => ({
    description: summary.en,
    anyOf: [
      level,
      {
        type: 'object',
        additionalProperties: false,
        properties: { level, weight: { type: 'number', minimum: 0, maximum: MAX_WEIGHT, default: weight }, ...options },
      },
    ],
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'tweetspan configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: LONGEST_POST,
        default: 280,
        description: 'Weighted length that the account may post.',
      },
      lang: {
        type: 'string',
        pattern: '^[a-z]{2}$',
        description: 'Language of the drafts, where they do not say it themselves.',
      },
      locale: { enum: [...LOCALES], default: 'en', description: 'Language of the messages.' },
      minScore: { type: 'number', minimum: 0, maximum: 100, description: 'Below this score a draft fails.' },
      links: {
        type: 'object',
        additionalProperties: false,
        properties: {
          keepFragment: { type: 'boolean', default: false, description: 'What follows # makes another page.' },
          aliases: {
            type: 'object',
            additionalProperties: { type: 'string' },
            description: 'Links that count as another one.',
          },
        },
      },
      rules: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
      model: {
        type: 'object',
        description: `A model that may be asked for rewrites. Its key, if it wants one, goes into ${MODEL_KEY_VARIABLE}.`,
        additionalProperties: false,
        required: ['baseUrl', 'name'],
        properties: {
          baseUrl: {
            type: 'string',
            pattern: ADDRESS,
            description: 'Base of an OpenAI-compatible endpoint; http: on this machine only.',
          },
          name: { type: 'string', pattern: NOT_BLANK, description: 'The model, as its server names it.' },
          timeout: {
            type: 'number',
            minimum: 1,
            maximum: LONGEST_MODEL_TIMEOUT,
            default: MODEL_TIMEOUT,
            description: 'Seconds for one question and its answer.',
          },
        },
      },
    },
  };
}
