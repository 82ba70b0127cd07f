import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#base/locale.js';
import type { LocalizedCommand } from '#cli/command.js';
import { main } from '#cli/main.js';
import { createProgram } from '#cli/program.js';
import { worldOf } from './run.js';

/** The commands that say the sentences of a section; those of `cli` are said by all. */
const COMMANDS_OF: Readonly<Record<string, readonly string[]>> = {
  account: ['login', 'logout', 'whoami', 'budget', 'sync', 'keywords'],
  evidence: ['audit', 'suggest', 'rules'],
  history: ['import', 'export', 'backup', 'restore', 'links', 'posts', 'contacts', 'keywords'],
  lint: ['lint', 'rules'],
  plan: ['schedule', 'suggest', 'repost'],
  queue: ['queue', 'schedule', 'post', 'record', 'repost', 'run', 'sync', 'keywords'],
  rewrite: ['rewrite'],
  standing: ['lint'],
  system: ['run', 'service', 'doctor'],
  timing: ['hours', 'decay', 'links', 'suggest'],
};

/** Options of other programs that a sentence names. */
const OF_OTHERS = /systemctl --user/g;
const OPTION = /(?<![\w-])--[a-z][a-z-]*[a-z]/g;
/** A call as a sentence writes it: up to the sign that ends it. */
const CALL = /tweetspan ((?:[a-z]+ )?[a-z]+)\b([^'`"”»,;:()\n]*)/g;

const program = await createProgram(worldOf({ argv: [] }).shell, () => undefined);

const parts = (command: LocalizedCommand): readonly LocalizedCommand[] => [
  command,
  ...command.commands.flatMap((part) => parts(part as LocalizedCommand)),
];
const find = (within: LocalizedCommand, name: string | undefined): LocalizedCommand | undefined =>
  within.commands.find((command) => command.name() === name) as LocalizedCommand | undefined;
/** Options of a command and of its parts: a group called alone is one of its parts. */
const optionsOf = (command: LocalizedCommand): readonly string[] =>
  parts(command).flatMap(({ options }) => [...options.flatMap(({ long }) => long ?? []), '--help']);

interface Named {
  readonly where: string;
  readonly options: readonly string[];
  readonly known: readonly string[];
}

/** Options that the sentences of a file name, each with those that its command takes. */
function namedIn(section: string, locale: string): readonly Named[] {
  const file = `src/locale/${section}/${locale}.ts`;
  const sayers = COMMANDS_OF[section]?.map((name) => find(program, name)) ?? [program];
  const bySection = sayers.flatMap((command) => (command === undefined ? [] : optionsOf(command)));
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const where = `${file}:${index + 1}`;
      const text = line.replaceAll(OF_OTHERS, '');
      const calls = [...text.matchAll(CALL)].flatMap(([call, words = '']) => {
        const [first, second] = words.split(' ');
        const command = find(program, first);
        if (command === undefined) return [];
        const options = call.match(OPTION) ?? [];
        return [{ where, options, known: optionsOf(find(command, second) ?? command) }];
      });
      const rest = text.replaceAll(CALL, (call, words: string) =>
        find(program, words.split(' ')[0]) === undefined ? call : '',
      );
      return [...calls, { where, options: rest.match(OPTION) ?? [], known: bySection }];
    })
    .filter(({ options }) => options.length > 0);
}

const SECTIONS = readdirSync('src/locale', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(LOCALES)('an option that a sentence names in %s', (locale) => {
  it('is found at all', () => {
    expect(SECTIONS.flatMap((section) => namedIn(section, locale)).length).toBeGreaterThan(60);
  });

  it.each(SECTIONS)('is one of its command: %s', (section) => {
    const unknown = namedIn(section, locale).flatMap(({ where, options, known }) =>
      options.filter((option) => !known.includes(option)).map((option) => `${where} ${option}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('--verbose, which an internal error advises', () => {
  const calls = parts(program).map((command) =>
    command === program ? [] : command.callName.replace(/^tweetspan /, '').split(' '),
  );

  it.each(calls.filter((words) => words.length > 0).map((words) => [words.join(' '), words] as const))(
    'shows where it arose: %s',
    async (_, words) => {
      const fail = async (...more: string[]): Promise<string> => {
        const { shell, written } = worldOf({ argv: [...words, '--help', ...more] });
        const stdout = {
          ...shell.stdout,
          write: () => {
            throw new RangeError('unforeseen');
          },
        };
        expect(await main({ ...shell, stdout })).toBe(70);
        return written.stderr;
      };
      const short = await fail();
      expect(short).toMatch(/^tweetspan: internal error \(RangeError: unforeseen\).*--verbose\n$/);
      const long = await fail('--verbose');
      expect(long.slice(0, short.length)).toBe(short);
      expect(long.slice(short.length)).toMatch(/^RangeError: unforeseen\n {4}at /);
    },
  );
});
