// What is wrong with a configuration, in the words of the catalog: each fault with its place and what is allowed there.
import * as v from 'valibot';
import { unknownName, type ValueFault } from '#draft/draft-error.js';
import { configSchema, links, type LintConfig, model, team } from './config-schema.js';
import { ConfigError, MODEL_KEY_VARIABLE } from './config.js';
import type { Rule } from './rule.js';

/** What people call a key, without regard to capitals, `-` and `_`. */
const KEY_NAMES = new Set(['key', 'apikey', 'token', 'accesstoken', 'secret', 'password', 'authorization', 'bearer']);

type Issue = v.BaseIssue<unknown>;
type Path = readonly { readonly key: unknown; readonly input: unknown }[];

const isEntries = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSecret = (name: string): boolean => KEY_NAMES.has(name.toLowerCase().replace(/[-_]/g, ''));

/** The names that are allowed where a path ends. */
function knownKeys(path: Path, rules: readonly Rule[]): readonly string[] {
  const [part, id] = path.slice(0, -1).map(({ key }) => String(key));
  if (part === 'links') return Object.keys(links.entries);
  if (part === 'model') return Object.keys(model.entries);
  if (part === 'remind') return ['command'];
  if (part === 'x') return ['ownApp'];
  if (part === 'profiles') return ['database', 'credentials', 'account'];
  if (part === 'team') return Object.keys(team.entries);
  if (part === 'blackouts') return ['from', 'until', 'why'];
  if (part === 'holidays') return ['of', 'skip'];
  if (part === 'utm') return ['source', 'medium', 'campaign'];
  if (part !== 'rules') return Object.keys(configSchema([]).entries);
  const rule = rules.find((candidate) => candidate.id === id);
  return rule === undefined ? rules.map((each) => each.id) : ['level', 'weight', ...Object.keys(rule.options)];
}

/** Valibot stops at the first unknown name of an object: all of them are looked for here. */
function unknownNames(path: Path, rules: readonly Rule[]): ValueFault[] {
  const parts = path.slice(0, -1).map(({ key }) => String(key));
  const known = knownKeys(path, rules);
  const parent = path.at(-1)?.input;
  if (!isEntries(parent)) return [{ code: 'wrongValue', path: parts.join('.'), expected: 'keys', received: parent }];
  const names = Object.keys(parent).filter((name) => !known.includes(name));
  const code = parts.length === 1 && parts[0] === 'rules' ? 'unknownRule' : 'unknownKey';
  return names.map((name) => {
    const written = [...parts, name].join('.');
    return parts[0] === 'model' && isSecret(name)
      ? { code: 'secretKey', path: written, variable: MODEL_KEY_VARIABLE }
      : unknownName(code, written, name, known);
  });
}

function toFaults(issue: Issue, rules: readonly Rule[], before: Path = []): ValueFault[] {
  const path = [...before, ...((issue.path ?? []) as unknown as Path)];
  const name = path.map(({ key }) => String(key)).join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownNames(path, rules);
  if (issue.type === 'strict_object' && issue.received === 'undefined') return [{ code: 'missingKey', path: name }];
  // Of a union the member is meant that has the form of the value.
  if (issue.type === 'union' && isEntries(issue.input)) {
    const inside = (issue.issues ?? []).filter(({ path: inner }) => inner !== undefined);
    return inside.flatMap((inner) => toFaults(inner, rules, path));
  }
  const isAlias = path[0]?.key === 'links' && path[1]?.key === 'aliases';
  const whole = isAlias ? path.slice(0, 2) : path;
  const received = isAlias && path.length > 2 ? path[2]?.input : issue.input;
  return [
    { code: 'wrongValue', path: whole.map(({ key }) => String(key)).join('.'), expected: issue.message, received },
  ];
}

/** To valibot a list of texts is a record. */
function aliasFaults(value: unknown): ValueFault[] {
  const received = isEntries(value) ? value['aliases'] : undefined;
  if (!Array.isArray(received)) return [];
  return [{ code: 'wrongValue', path: 'links.aliases', expected: 'aliases', received }];
}

/**
 * Checks what was read from a configuration file.
 * @throws ConfigError with every fault: what was received, what is allowed.
 */
export function checkConfig(value: unknown, rules: readonly Rule[]): LintConfig {
  if (!isEntries(value)) throw new ConfigError([{ fault: { code: 'notKeys', example: 'limit' } }]);
  const { issues = [] } = v.safeParse(configSchema(rules), value);
  const faults = [...issues.flatMap((issue) => toFaults(issue, rules)), ...aliasFaults(value['links'])];
  if (faults.length === 0) return value as LintConfig;
  // A number can break two bounds at once.
  const different = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  throw new ConfigError([...different.values()].map((fault) => ({ fault })));
}
