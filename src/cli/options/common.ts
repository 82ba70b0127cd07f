import { isAbsolute, join, resolve } from 'node:path';
import type { Command as TypedCommand, Option as TypedOption, OptionValues } from '@commander-js/extra-typings';
import { InvalidArgumentError, Option } from 'commander';
import { LOCALES, type Locale } from '#base/locale.js';
import { cliSentences, type CommandHelp } from '#locale/cli.js';
import { GLOBAL_OPTIONS, type LocalizedCommand } from '../command.js';
import type { Shell } from '../shell.js';

/** What every command takes. */
// A type alias: commander wants option values with an index signature, which interfaces lack.
export type GlobalOptions = {
  readonly locale?: Locale;
  readonly color?: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly profile?: string;
};

/** An option whose value type is inferred from its flags, choices, parser and default. */
export const option = <Flags extends string>(flags: Flags, description: string): TypedOption<Flags> =>
  // The same class at run time: the typed declarations add no code.
  new Option(flags, description) as unknown as TypedOption<Flags>;

/**
 * A command with the options of every command (`--locale --color --quiet --verbose`, one meaning everywhere). Its own
 * options are added by the caller; commander infers the type of what the action gets.
 */
export function newCommand(
  program: LocalizedCommand,
  name: string,
  help: CommandHelp,
  settings: { readonly isDefault?: boolean } = {},
): TypedCommand<[], GlobalOptions> {
  const { options } = cliSentences(program.context.locale);
  const command = program.command(name, settings).describe(help) as unknown as TypedCommand;
  return command
    .addOption(option('--locale <language>', options.locale).choices(LOCALES).helpGroup(GLOBAL_OPTIONS))
    .addOption(option('--color', options.color).helpGroup(GLOBAL_OPTIONS))
    .addOption(option('--no-color', options.noColor).helpGroup(GLOBAL_OPTIONS))
    .addOption(option('-q, --quiet', options.quiet).helpGroup(GLOBAL_OPTIONS))
    .addOption(option('-v, --verbose', options.verbose).helpGroup(GLOBAL_OPTIONS))
    .addOption(option('--profile <name>', options.profile).helpGroup(GLOBAL_OPTIONS)) as unknown as TypedCommand<
    [],
    GlobalOptions
  >;
}

/** A command that only has parts: `queue`, `service`. Called alone it shows its help, unless one part is the default. */
export function newGroup(program: LocalizedCommand, name: string, help: CommandHelp): LocalizedCommand {
  return program.command(name).describe(help);
}

/** `--format`, the first of the formats being the default. `--json` is added beside it by `jsonOption`. */
export const formatChoice = <const Formats extends readonly [string, ...string[]]>(locale: Locale, formats: Formats) =>
  option('--format <format>', cliSentences(locale).options.format)
    .choices(formats)
    .default(formats[0] as Formats[number]);

/** `--json`, the same as `--format json`. */
export const jsonOption = (locale: Locale) =>
  option('--json', cliSentences(locale).options.json).implies({ format: 'json' as const });

/** `--db`. */
export const databaseOption = (locale: Locale) => option('--db <file>', cliSentences(locale).options.database);

/** Adds what a command takes that works on the history and prints text or JSON: `--db`, `--format` and `--json`. */
export const withDataOptions = <Args extends unknown[], Options extends OptionValues>(
  command: TypedCommand<Args, Options>,
  locale: Locale,
) =>
  command
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale));

/** `--config`. */
export const configOption = (locale: Locale) => option('--config <file>', cliSentences(locale).options.config);

/** `--limit`, 20 rows where nothing is said. */
export const rowLimit = (locale: Locale) =>
  option('-n, --limit <n>', cliSentences(locale).options.limit).argParser(rowLimitReader(locale)).default(20);

/** Rows of a list at most: more than any history has. */
const MAX_ROWS = 1_000_000;

const rowLimitReader =
  (locale: Locale) =>
  (value: string): number => {
    const limit = Number(value);
    if (value.trim() === '' || !Number.isInteger(limit) || limit < 0 || limit > MAX_ROWS) {
      throw new InvalidArgumentError(cliSentences(locale).values.wholeNumber(0, MAX_ROWS));
    }
    return limit === 0 ? MAX_ROWS : limit;
  };

/** Whether a database is named by the address of a server, not by a file. */
export const isServerAddress = (named: string): boolean => /^postgres(?:ql)?:\/\//i.test(named);

/** Options of an address that hold no secret. */
const SHOWN_OPTIONS: ReadonlySet<string> = new Set(['sslmode', 'sslrootcert', 'host']);

/** The address of a server without its password; what cannot be read as an address shows nothing but its beginning. */
export function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return 'postgresql://';
  const url = new URL(address);
  url.password = '';
  // An unknown option may hold a secret.
  const hidden = Array.from(url.searchParams.keys()).filter((name) => !SHOWN_OPTIONS.has(name));
  for (const name of hidden) url.searchParams.delete(name);
  return url.href;
}

/**
 * Where the history is: what `--db` says, else TWEETSPAN_DB, else the user's data folder (XDG base directories, which
 * say that a relative path is to be ignored). Beside a queue on a server each person has a history of their own: what
 * TWEETSPAN_HISTORY says, else that folder.
 */
export function databaseFile({ env, cwd }: Pick<Shell, 'env' | 'cwd'>, named: string | undefined): string {
  const first = named ?? (env['TWEETSPAN_DB'] || undefined);
  const chosen = first !== undefined && isServerAddress(first) ? env['TWEETSPAN_HISTORY'] || undefined : first;
  if (chosen !== undefined) return resolve(cwd, chosen);
  const configured = env['XDG_DATA_HOME'];
  const home = env['HOME'] || cwd;
  const data = configured !== undefined && isAbsolute(configured) ? configured : join(home, '.local', 'share');
  return join(data, 'tweetspan', 'history.db');
}
