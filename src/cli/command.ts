// A command of commander that speaks the language of the run, and leaves the exit to its caller.
import { Command, Help, InvalidArgumentError, Option, type Argument, type HelpConfiguration } from 'commander';
import type { Locale } from '#base/locale.js';
import { nearest } from '#base/did-you-mean.js';
import { cliSentences, type CommandHelp } from '#locale/cli.js';
import type { Shell } from './shell.js';
import type { ExitCode } from './user-error.js';
import { writeNotice } from './notice.js';

/** What a command gets from the program: the world, the language of the run, and where its exit code goes. */
export interface CommandContext {
  readonly shell: Shell;
  readonly locale: Locale;
  readonly finish: (exitCode: ExitCode) => void;
}

/** Makes a command known to the program: its options and its handler. */
export type Registration = (program: LocalizedCommand, context: CommandContext) => void;

/** Names near to one that was typed, as they are shown: `lint`, `list`. */
const suggestion = (name: string, known: readonly string[], sentence: (names: string) => string): string => {
  const near = nearest(name, known);
  return near === undefined ? '' : sentence(near);
};

/**
 * A commander command whose errors and headings are in the catalog. Commander calls the methods below for each misuse;
 * they are not in its type declarations, but have kept their names since its version 7 (a test holds each).
 */
export class LocalizedCommand extends Command {
  readonly context: CommandContext;

  constructor(name: string | undefined, context: CommandContext) {
    super(name);
    this.context = context;
    const { shell } = context;
    const sentences = cliSentences(context.locale);
    this.exitOverride();
    this.configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
      getOutHelpWidth: () => shell.stdout.columns ?? 80,
      getErrHelpWidth: () => shell.stderr.columns ?? 80,
    });
    this.addHelpOption(new Option('-h, --help', sentences.options.help));
    this.helpCommand(false);
  }

  /** Made when help is written: a run that works needs none of it. */
  override createHelp(): Help {
    return Object.assign(super.createHelp(), helpIn(this.context.locale));
  }

  override createCommand(name?: string): LocalizedCommand {
    return new LocalizedCommand(name, this.context);
  }

  override copyInheritedSettings(source: Command): this {
    super.copyInheritedSettings(source);
    // Among the options that all commands have: the program itself has no others.
    const { help } = cliSentences(this.context.locale).options;
    return this.addHelpOption(new Option('-h, --help', help).helpGroup(GLOBAL_OPTIONS));
  }

  /** The words that call it: `tweetspan queue move`. */
  get callName(): string {
    const parent = this.parent as LocalizedCommand | null;
    return parent === null ? this.name() : `${parent.callName} ${this.name()}`;
  }

  /** Summary, description and examples from the catalog. */
  describe(help: CommandHelp): this {
    const { examples = [], after } = help;
    const title = cliSentences(this.context.locale).frame.examples;
    const shown = examples.length === 0 ? [] : ['', title, ...layOutExamples(examples)];
    this.summary(help.summary).description([help.description, ...shown].join('\n'));
    if (after !== undefined) this.addHelpText('after', `\n${after}`);
    return this;
  }

  /** Ends the parsing with one line, and points to the help of this command. */
  refuse(message: string): never {
    const { shell, locale } = this.context;
    writeNotice(shell, message);
    shell.stderr.write(`${cliSentences(locale).errors.seeHelp(this.callName)}\n`);
    // oxlint-disable-next-line no-underscore-dangle -- commander's own name
    return this._exit(1, 'tweetspan.usage', message);
  }

  declare _exit: (exitCode: number, code: string, message: string) => never;

  missingArgument(name: string): never {
    const { errors, placeholders } = cliSentences(this.context.locale);
    const { argChoices } = this.registeredArguments.find((argument) => argument.name() === name) ?? {};
    const choices = argChoices === undefined ? '' : `; ${errors.choices(argChoices.join(', '))}`;
    return this.refuse(errors.missingArgument(placeholders[name] ?? name) + choices);
  }

  optionMissingArgument({ flags }: Option): never {
    const { errors, placeholders } = cliSentences(this.context.locale);
    return this.refuse(errors.missingValue(withPlaceholders(flags, placeholders)));
  }

  _conflictingOption(option: Option, conflicting: Option): never {
    const { conflict } = cliSentences(this.context.locale).errors;
    return this.refuse(conflict(option.long ?? option.flags, conflicting.long ?? conflicting.flags));
  }

  unknownOption(flag: string): void {
    const { unknownOption, didYouMean } = cliSentences(this.context.locale).errors;
    const flags = this.options.flatMap(({ long }) => (long == null ? [] : [long]));
    const name = flag.split('=')[0] ?? flag;
    // The program itself is neither verbose nor short of a version.
    if (this.parent === null && name === '-v') this.refuse(unknownOption(name) + didYouMean('--version'));
    this.refuse(unknownOption(name) + suggestion(name, [...flags, '--help'], didYouMean));
  }

  unknownCommand(): void {
    this.refuseCommand(this.args[0] ?? '');
  }

  /** Refuses a word that is the name of no command here, with what it meant where that is known, else the nearest one. */
  refuseCommand(name: string, meant?: string): never {
    const { unknownCommand, didYouMean } = cliSentences(this.context.locale).errors;
    const known = this.commands.map((command) => command.name());
    const isNumberToShow = /^\d+$/.test(name) && known.includes('show');
    const named = isNumberToShow ? `show ${name}` : meant;
    return this.refuse(
      unknownCommand(name) + (named === undefined ? suggestion(name, known, didYouMean) : didYouMean(named)),
    );
  }

  declare _allowExcessArguments: boolean;

  _excessArguments(received: readonly string[]): void {
    // oxlint-disable-next-line no-underscore-dangle -- commander's own name
    if (this._allowExcessArguments) return;
    const group = this.parent as LocalizedCommand | null;
    // The part that a group calls by default was not named, so the word is a misspelled part.
    if (group !== null && group.commands.length > 1 && !group.args.includes(this.name())) {
      group.refuseCommand(received[0] ?? '');
    }
    const { tooManyArguments } = cliSentences(this.context.locale).errors;
    const { parent } = this;
    const [word = ''] = parent?.args ?? [];
    // A default command gets what is not the name of one: then it is the name that is wrong.
    if (parent instanceof LocalizedCommand && parent.parent !== null && word !== this.name())
      parent.refuseCommand(word);
    this.refuse(tooManyArguments(this.registeredArguments.length, received.length));
  }

  _callParseArg(target: Option | Argument, value: string, previous: unknown): unknown {
    const { errors, placeholders } = cliSentences(this.context.locale);
    const { invalidValue, choices } = errors;
    try {
      return target.parseArg?.(value, previous as never);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      const reason = target.argChoices === undefined ? error.message : choices(target.argChoices.join(', '));
      const what = 'flags' in target ? target.flags : `<${target.name()}>`;
      return this.refuse(invalidValue(withPlaceholders(what, placeholders), value, reason));
    }
  }
}

/** Characters in a line of help, in which nothing is to be copied from two lines. */
const HELP_WIDTH = 80;

/** Examples, each with its comment behind it; above it where one of them would be longer than a line. */
function layOutExamples(examples: readonly string[]): string[] {
  const lines = examples.map((example) => `  ${example}`);
  if (lines.every(({ length }) => length <= HELP_WIDTH)) return lines;
  return lines.flatMap((line) => {
    const [, command = line, comment] = /^(.*?\S)\s+(# .*)$/.exec(line) ?? [];
    return [...(comment === undefined ? [] : [`  ${comment}`]), ...splitCommand(command)];
  });
}

/** A command in lines that a shell reads as one. */
function splitCommand(command: string): string[] {
  const last = command.lastIndexOf(' --');
  return command.length <= HELP_WIDTH || last < 0
    ? [command]
    : [`${command.slice(0, last)} \\`, `      ${command.slice(last + 1)}`];
}

/** The heading of the options that every command has, as commander calls it; shown in the language of the run. */
export const GLOBAL_OPTIONS = 'Global Options:';

/** Words in angle or square brackets in the language of the run: `--db <file>` is `--db <fichier>` in French. */
const withPlaceholders = (term: string, placeholders: Readonly<Record<string, string>>): string =>
  term.replace(
    /([<[])([\w-]+)(\.\.\.)?([>\]])/g,
    (_, open: string, word: string, dots = '', close: string) => `${open}${placeholders[word] ?? word}${dots}${close}`,
  );

/** The frame of the help in a language: headings, placeholders, choices and defaults. */
function helpIn(locale: Locale): HelpConfiguration {
  const { frame, placeholders } = cliSentences(locale);
  const base = new Help();
  const isTitle = (title: string): title is keyof typeof frame & `${string}:` => Object.hasOwn(frame, title);
  const extras = ({ argChoices, ...rest }: Option | Argument): string[] => [
    ...(argChoices === undefined ? [] : [frame.choices(argChoices.join(', '))]),
    ...(rest.defaultValueDescription === undefined ? defaultIn(rest) : [frame.default(rest.defaultValueDescription)]),
  ];
  const defaultIn = ({ defaultValue }: { readonly defaultValue?: unknown }): string[] =>
    typeof defaultValue === 'string' || typeof defaultValue === 'number' ? [frame.default(String(defaultValue))] : [];
  const described = (item: Option | Argument): string => {
    const more = extras(item);
    return more.length === 0 ? item.description : `${item.description} (${more.join(frame.separator)})`.trimStart();
  };
  const isGlobal = (item: unknown): boolean => item instanceof Option && item.helpGroupHeading === GLOBAL_OPTIONS;
  return {
    styleTitle: (title) => (isTitle(title) ? frame[title] : title),
    optionDescription: described,
    argumentDescription: described,
    optionTerm: ({ flags }) => withPlaceholders(flags, placeholders),
    argumentTerm: (argument) => placeholders[argument.name()] ?? argument.name(),
    // Without the words `[options]`, which say nothing in a list.
    subcommandTerm: (command) => withPlaceholders(base.subcommandTerm(command).replace(' [options]', ''), placeholders),
    commandUsage: (command) => withPlaceholders(base.commandUsage(command), placeholders),
    // What is special to a command comes first.
    groupItems: (all, shown, heading) =>
      base.groupItems(
        all.toSorted((one, other) => Number(isGlobal(one)) - Number(isGlobal(other))),
        shown,
        heading,
      ),
  };
}
