// What can stand where the cursor is, from the commands themselves.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Argument, Option } from 'commander';
import type { LocalizedCommand } from '../command.js';
import type { Shell } from '../shell.js';

/** One word that could stand there. */
export interface Candidate {
  readonly value: string;
  readonly remark?: string;
}

/** Words, or names of files, which the shell quotes in its own way. */
export interface Candidates {
  readonly kind: 'words' | 'files';
  readonly found: readonly Candidate[];
}

/** The commands of the program: their names, and each with its options when it is needed. */
export interface CommandTree {
  readonly names: readonly string[];
  readonly load: (name: string) => Promise<LocalizedCommand | undefined>;
}

/** What is looked up in the world. */
export interface Lookups {
  readonly items: () => Promise<readonly Candidate[]>;
  readonly profiles: () => Promise<readonly string[]>;
}

/** Names of arguments and values that are items of the queue. */
const ITEMS: ReadonlySet<string> = new Set(['item', 'items']);
/** Names of values that are files; those of arguments are known by their names too. */
const FILES = /^(?:files?|drafts?|output|folder|paths?|config)$/;
const DRAFT = /\.(?:md|txt)$/i;
const NONE: Candidates = { kind: 'words', found: [] };

/** Signs that another shell or a person would read as more than a name: such a word is left to the shell. */
const isPlain = (word: string): boolean => !/["'\\$`~*?[\]{}()<>|&;!]/.test(word);

/**
 * The words that bash splits at its word breaks, put together again: `--format = js` is `--format=js`.
 */
function joinBreaks(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let joins = false;
  for (const word of words) {
    if ((word === '=' || joins) && joined.at(-1)?.startsWith('--') === true)
      joined.push(`${joined.pop() ?? ''}${word}`);
    else joined.push(word);
    joins = word === '=';
  }
  return joined;
}

/** Drafts and folders that a beginning of a path leads to; none with a sign that a terminal or a list would obey. */
function draftPaths({ cwd }: Pick<Shell, 'cwd'>, start: string): Candidates {
  if (!isPlain(start)) return { kind: 'files', found: [] };
  const folder = start.slice(0, start.lastIndexOf('/') + 1);
  try {
    const found = readdirSync(resolve(cwd, folder === '' ? '.' : folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || DRAFT.test(entry.name))
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && !/\p{Cc}/u.test(name))
      // A folder is left open, so that what is in it comes next.
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
      .filter((path) => path.startsWith(start))
      .sort();
    return { kind: 'files', found: found.map((value) => ({ value })) };
  } catch {
    return { kind: 'files', found: [] };
  }
}

const valueName = (flags: string): string => /[<[]([\w-]+)/.exec(flags)?.[1] ?? '';

/** What an option takes. */
async function valuesOf(option: Option, start: string, shell: Shell, lookups: Lookups): Promise<Candidates> {
  const name = valueName(option.flags);
  if (option.argChoices !== undefined) return words(option.argChoices);
  if (option.long === '--profile') return words(await lookups.profiles());
  if (ITEMS.has(name)) return { kind: 'words', found: await lookups.items() };
  if (name === 'zone') return words([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return FILES.test(name) ? draftPaths(shell, start) : NONE;
}

const words = (values: readonly string[]): Candidates => ({ kind: 'words', found: values.map((value) => ({ value })) });

/** What an argument takes. */
async function argumentValues(spec: Argument | undefined, start: string, shell: Shell, lookups: Lookups) {
  if (spec === undefined) return NONE;
  if (spec.argChoices !== undefined) return words(spec.argChoices);
  if (ITEMS.has(spec.name())) return { kind: 'words', found: await lookups.items() } as const;
  return FILES.test(spec.name()) ? draftPaths(shell, start) : NONE;
}

/** What can stand in place of the last word. @param typed the words behind the name of the program, the last one begun. */
export async function candidates(
  typed: readonly string[],
  tree: CommandTree,
  shell: Shell,
  lookups: Lookups,
): Promise<Candidates> {
  const all = joinBreaks(typed);
  const current = all.at(-1) ?? '';
  const [first, ...rest] = all.slice(0, -1);
  const starting = ({ kind, found }: Candidates, start: string): Candidates => ({
    kind,
    found: found.filter(({ value }) => value.startsWith(start)),
  });
  if (first === undefined) {
    return starting(words([...tree.names, '--help', '--version']), current);
  }
  let command = await tree.load(first);
  if (command === undefined) return NONE;
  const given: string[] = [];
  let taking: Option | undefined;
  let isLiteral = false;
  for (const word of rest) {
    const part = given.length === 0 ? command.commands.find((each) => each.name() === word) : undefined;
    if (taking !== undefined) taking = undefined;
    else if (word === '--') isLiteral = true;
    else if (!isLiteral && word.startsWith('-')) {
      const option = optionsOf(command).find(({ long, short }) => long === word || short === word);
      taking = option !== undefined && /[<]/.test(option.flags) ? option : undefined;
    } else if (part !== undefined) command = part as LocalizedCommand;
    else given.push(word);
  }
  const options = optionsOf(command);
  if (taking !== undefined) return starting(await valuesOf(taking, current, shell, lookups), current);
  const [, name = '', value] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? [];
  const assigned = isLiteral || value === undefined ? undefined : options.find(({ long }) => long === name);
  if (assigned !== undefined && value !== undefined) {
    const { kind, found } = starting(await valuesOf(assigned, value, shell, lookups), value);
    // bash completes behind its own word break.
    const isBroken = typed.at(-1) !== current;
    return { kind, found: found.map((each) => (isBroken ? each : { ...each, value: `${name}=${each.value}` })) };
  }
  if (!isLiteral && current.startsWith('-')) {
    const found = options.flatMap(({ long, description }) =>
      long == null ? [] : [{ value: long, remark: description }],
    );
    return starting({ kind: 'words', found }, current);
  }
  const parts =
    given.length > 0 ? [] : command.commands.map((each) => ({ value: each.name(), remark: each.summary() }));
  const specs = command.registeredArguments;
  const spec = specs[given.length] ?? (specs.at(-1)?.variadic === true ? specs.at(-1) : undefined);
  const fitting = starting({ kind: 'words', found: parts }, current).found;
  const values = starting(await argumentValues(spec, current, shell, lookups), current);
  return fitting.length > 0 ? { kind: 'words', found: [...fitting, ...values.found] } : values;
}

/** The options of a command that its help shows, and the help itself. */
const optionsOf = (command: LocalizedCommand): readonly Option[] => command.createHelp().visibleOptions(command);
