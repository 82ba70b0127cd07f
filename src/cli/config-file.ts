import { existsSync, lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '#lint/config.js';
import type { LintConfig } from '#lint/config-schema.js';
import type { Rule } from '#lint/rule.js';
import { fileError, readNamedFile, type Unread } from './files.js';
import type { Shell } from './shell.js';
import type { UserError } from './user-error.js';
import { CONFIG_NAMES, userFolder } from './user-folder.js';

/** More than any configuration has, bytes. @source own choice */
const MAX_BYTES = 1024 * 1024;

/** A configuration with the file that it came from. */
export interface LoadedConfig {
  readonly path: string | undefined;
  /** Whether the user chose it: named it, or keeps it in their own folder. One beside a draft may be anybody's. */
  readonly isOwn: boolean;
  readonly config: LintConfig;
}

/** The configuration file that holds for a folder: the nearest upward, to the root of its repository; else the user's. */
function findConfig(shell: Shell, folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    // A link that leads nowhere is a file all the same: passed over, the wrong configuration would hold.
    const found = CONFIG_NAMES.map((name) => join(current, name)).find((path) =>
      lstatSync(path, { throwIfNoEntry: false }),
    );
    if (found !== undefined) return found;
    if (existsSync(join(current, '.git')) || dirname(current) === current) break;
  }
  const own = userFolder(shell);
  return own && CONFIG_NAMES.map((name) => join(own, name)).find((path) => existsSync(path));
}

/**
 * Loads configurations, each file once. `configFor` answers for a folder, or for the file named on the command line.
 * @throws UserError when a file cannot be read; ConfigError with the path when it cannot be followed.
 */
export function configLoader(shell: Shell, rules: readonly Rule[], named: string | undefined) {
  const own = userFolder(shell);
  const isOwn = (path: string): boolean => named !== undefined || (own !== undefined && dirname(path) === own);
  const loaded = new Map<string, Promise<LoadedConfig>>();
  const load = (path: string): Promise<LoadedConfig> => {
    const folderOf = isOwn(path) ? undefined : dirname(path);
    const known =
      loaded.get(path) ?? readConfig(path, folderOf, rules).then((config) => toLoaded(path, config, isOwn(path)));
    loaded.set(path, known);
    return known;
  };
  return async (folder: string): Promise<LoadedConfig> => {
    const path = named === undefined ? findConfig(shell, folder) : resolve(shell.cwd, named);
    return path === undefined ? { path, config: {}, isOwn: true } : load(path);
  };
}

/** What runs a command or speaks of the user's account: a configuration that came with a draft has no say in it. */
const OWN_ONLY = ['remind', 'x', 'team', 'profiles', 'profile'] as const;

/** @throws ConfigError for such a setting in a configuration that may have come with a draft. */
function toLoaded(path: string, config: LintConfig, isOwn: boolean): LoadedConfig {
  const wrong = isOwn ? [] : OWN_ONLY.filter((key) => config[key] !== undefined);
  if (wrong.length === 0) return { path, config, isOwn };
  throw new ConfigError(
    wrong.map((key) => ({ fault: { code: 'ownOnly', path: key } })),
    { file: path },
  );
}

/**
 * The user's own configuration, whatever folder the program runs in; empty without one. Rules are read only with one.
 * @throws as `configLoader`.
 */
export async function loadOwnConfig(shell: Shell, readRules: () => Promise<readonly Rule[]>): Promise<LintConfig> {
  const folder = userFolder(shell);
  const path = folder && CONFIG_NAMES.map((name) => join(folder, name)).find((each) => existsSync(each));
  return path === undefined ? {} : readConfig(path, undefined, await readRules());
}

/** Whether the user's own configuration may say something of a key, by its text alone: it is not checked for that. */
export function mayConfigure(shell: Pick<Shell, 'env'>, key: string): boolean {
  const folder = userFolder(shell);
  const path = folder && CONFIG_NAMES.map((name) => join(folder, name)).find((each) => existsSync(each));
  if (path === undefined) return false;
  const read = readNamedFile(path, MAX_BYTES);
  // What is wrong with a file is said by who reads it whole.
  return 'unread' in read || new TextDecoder().decode(read.bytes).includes(key);
}

/** @param folder where a file that the user did not choose has to lie. */
async function readConfig(path: string, folder: string | undefined, rules: readonly Rule[]): Promise<LintConfig> {
  const read = readNamedFile(path, MAX_BYTES, folder);
  if ('unread' in read) throw unreadConfig(path, read.unread);
  if (read.size > MAX_BYTES) throw fileError('largeConfig', [path]);
  const text = new TextDecoder().decode(read.bytes);
  try {
    // Loaded here only: most runs have no configuration, and valibot takes a few ms.
    const { checkConfig } = await import('#lint/config-check.js');
    return checkConfig(path.endsWith('.json') ? readJson(text) : await readYamlValue(text), rules);
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    throw new ConfigError(cause.faults, { cause, file: path });
  }
}

function unreadConfig(path: string, unread: Unread): UserError {
  if (unread === 'outside') return fileError('linkedConfig', [path]);
  if (unread === 'notRegular') return fileError('notRegularConfig', [path]);
  return fileError('noConfig', [path, unread === 'missing' ? 'ENOENT' : unread.code]);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new ConfigError([{ fault: { code: 'json' } }], { cause });
  }
}

async function readYamlValue(text: string): Promise<unknown> {
  // Loaded here only: most drafts have no YAML to read.
  const { readYaml } = await import('#draft/yaml.js');
  const read = readYaml(text);
  if ('faults' in read) throw new ConfigError(read.faults);
  return read.value ?? {};
}
