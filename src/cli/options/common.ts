import { InvalidArgumentError, Option, type Command } from 'commander';
import { LOCALES, type Locale } from '#base/locale.js';
import { readInstant } from '#history/values.js';
import type { Command as TypedCommand, Option as TypedOption } from '@commander-js/extra-typings';
import { cliSentences, type CommandHelp } from '#locale/cli.js';
import { GLOBAL_OPTIONS, type LocalizedCommand } from '../command.js';

/** What every command takes. */
// A type alias: commander wants option values with an index signature, which interfaces lack.
export type GlobalOptions = {
  readonly locale?: Locale;
  readonly color?: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
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
    .addOption(option('-v, --verbose', options.verbose).helpGroup(GLOBAL_OPTIONS)) as unknown as TypedCommand<
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

/** `--config`. */
export const configOption = (locale: Locale) => option('--config <file>', cliSentences(locale).options.config);

/** `--limit`, 20 rows where nothing is said. */
export const rowLimit = (locale: Locale) =>
  option('-n, --limit <n>', cliSentences(locale).options.limit).argParser(readLimit).default(20);

/** What `common` adds. */
export interface CommonFlags {
  readonly locale?: Locale;
  readonly color?: boolean;
}

/** Adds the options of every command. */
export const common = (command: Command): Command =>
  command
    .addOption(
      new Option('--locale <language>', 'language of the messages (default: from the environment)').choices(LOCALES),
    )
    .option('--color', 'colour, whatever the terminal')
    .option('--no-color', 'no colour');

/** Adds the options of a command that uses the history. */
export const withDatabase = (command: Command): Command =>
  common(command).option('--db <file>', 'file of the history (default: TWEETSPAN_DB, else in the data folder)');

/** The form of an answer, one of those named; the first is the default. */
export const formatOption = (formats: readonly [string, ...string[]], what = 'form of the answer'): Option =>
  new Option('--format <format>', what).choices(formats).default(formats[0]);

/** How many lines a list has at most. */
export const limitOption = (): Option =>
  new Option('-n, --limit <n>', 'how many at most; 0 for all').argParser(readLimit).default(20);

const MAX_INTEGER = 1_000_000;

function readLimit(value: string): number {
  const limit = Number(value);
  if (value.trim() === '' || !Number.isInteger(limit) || limit < 0 || limit > MAX_INTEGER) {
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_INTEGER}; 0 means all.`);
  }
  return limit === 0 ? MAX_INTEGER : limit;
}

function parseInstant(value: string): { at: number; isDay: boolean } {
  const { at, precision } = readInstant(value);
  // Months without such a day roll over to the next one: nobody means that.
  const isReal = at !== undefined && (precision !== 'day' || new Date(at).toISOString().startsWith(value));
  if (at === undefined || !isReal) {
    throw new InvalidArgumentError('It must be a day such as 2026-01-31, or a time such as 2026-01-31T18:00Z.');
  }
  return { at, isDay: precision === 'day' };
}

/** From when: the beginning of a day in UTC, or an instant. In ms UTC. */
export const readSince = (value: string): number => parseInstant(value).at;
