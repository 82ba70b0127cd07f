import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '#base/locale.js';
import { createProgram } from '#cli/program.js';
import type { LocalizedCommand } from '#cli/command.js';
import { displayWidth } from '#report/terminal/width.js';
import { runInProcess, worldOf, type Outcome } from './run.js';

const run = (line: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  runInProcess({ argv: line.split(' '), cwd: '/', env });

/** Every command with all its parts, in a language. */
async function allCommands(locale: Locale): Promise<readonly LocalizedCommand[]> {
  const program = await createProgram(worldOf({ argv: [], env: { LC_ALL: locale } }).shell, () => undefined);
  const below = (command: LocalizedCommand): LocalizedCommand[] => [
    command,
    ...command.commands.flatMap((part) => below(part as LocalizedCommand)),
  ];
  return below(program);
}

describe('help', () => {
  it.each([
    ['help queue move', 'Usage: tweetspan queue move [options] <item> <when...>'],
    ['queue move --help', 'Usage: tweetspan queue move [options] <item> <when...>'],
    ['help lint', 'Usage: tweetspan lint [options] [files...]'],
    ['help', 'Usage: tweetspan [options] [command]'],
  ])('%s is that of the command', async (line, usage) => {
    const { stdout, stderr, exitCode } = await run(line);
    expect({ usage: stdout.split('\n')[0], stderr, exitCode }).toEqual({ usage, stderr: '', exitCode: 0 });
  });

  it.each([
    ['help lnt', 'unknown command "lnt" (did you mean lint?)', 'tweetspan'],
    ['lnt', 'unknown command "lnt" (did you mean lint?)', 'tweetspan'],
    ['help queue mvoe', 'unknown command "mvoe" (did you mean move?)', 'tweetspan queue'],
    ['queue lst', 'unknown command "lst" (did you mean list?)', 'tweetspan queue'],
    ['service instal', 'unknown command "instal" (did you mean install?)', 'tweetspan service'],
    ['queue list 2', 'too many arguments: this command takes no argument, received 1', 'tweetspan queue list'],
    ['queue move', 'missing argument <item>', 'tweetspan queue move'],
    ['doctor --db', '--db <file> needs a value', 'tweetspan doctor'],
    ['doctor --onlin', 'unknown option --onlin (did you mean --online?)', 'tweetspan doctor'],
    ['doctor --format xml', '--format <format>: received "xml"; use one of text, json', 'tweetspan doctor'],
  ])('%s: %s', async (line, message, command) => {
    const { stdout, stderr, exitCode } = await run(line);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toBe(`tweetspan: ${message}\n(${command} --help shows the usage)\n`);
  });

  it('misuse is said in the language of the run', async () => {
    const { stderr } = await run('doctor --db', { LC_ALL: 'fr_FR.UTF-8' });
    expect(stderr).toBe(
      'tweetspan: il manque la valeur de --db <fichier>\n(tweetspan doctor --help affiche l’utilisation)\n',
    );
  });

  it('a lone number after queue is the number of an item', async () => {
    const { stderr } = await run('queue 2', { HOME: '/nowhere' });
    expect(stderr).toBe((await run('queue show 2', { HOME: '/nowhere' })).stderr);
  });

  it.each(LOCALES)('has no line over 80 columns: %s', async (locale) => {
    for (const command of await allCommands(locale)) {
      const text = command.helpInformation();
      for (const line of text.split('\n')) expect(displayWidth(line), `${command.callName}: ${line}`).toBeLessThan(81);
    }
  });

  it.each(LOCALES)('has no example that is broken into lines a shell would not read as one: %s', async (locale) => {
    for (const command of await allCommands(locale)) {
      const examples = command.description().split('\n').slice(1);
      for (const line of examples) expect(displayWidth(line), `${command.callName}: ${line}`).toBeLessThan(81);
    }
  });

  it('shows no English placeholder in French', async () => {
    const known = new Set([
      'options',
      'n',
      'id',
      'format',
      'date',
      'zone',
      'score',
      'url',
      'port',
      'code',
      'mode',
      'dollars',
      'page',
      'shell',
    ]);
    const placeholders = (await allCommands('fr')).flatMap((command) => [
      ...command.helpInformation().matchAll(/[<[]([\w-]+)(?:\.\.\.)?[>\]]/g),
    ]);
    const english = (await allCommands('en')).flatMap((command) => [
      ...command.helpInformation().matchAll(/[<[]([\w-]+)(?:\.\.\.)?[>\]]/g),
    ]);
    const words = new Set(english.map(([, word = '']) => word).filter((word) => !known.has(word)));
    expect([...new Set(placeholders.map(([, word = '']) => word))].filter((word) => words.has(word))).toEqual([]);
  });
});
