import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidArgumentError } from 'commander';
import { LOCALES, type Locale } from '#base/locale.js';
import { isZone, zoneOfCity } from '#base/time-zone.js';
import { setupSentences } from '#locale/setup.js';
import { initDocument } from '#report/documents/init.js';
import { asJson } from '#report/documents/json.js';
import { oneLine } from '#report/terminal/width.js';
import { linkIdentity } from '#tweet/link.js';
import type { Registration } from '../command.js';
import { fileError } from '../files.js';
import { writeNotice } from '../notice.js';
import { formatChoice, jsonOption, newCommand } from '../options/common.js';
import { resolveZone, windowReader } from '../options/times.js';
import { sampleDraft, type Answers } from '../sample-draft.js';
import type { Shell } from '../shell.js';
import { interrupted } from '../terminal/prompt.js';
import { EXIT } from '../user-error.js';
import { CONFIG_NAMES } from '../user-folder.js';

/** A file that was written, or one that was there before and was left alone. */
interface InitFile {
  readonly file: string;
  readonly state: 'written' | 'kept';
}

/** `init`: a configuration and a sample draft. */
export const registerInit: Registration = (program, { shell, locale, finish }) => {
  const sentences = setupSentences(locale).init;
  newCommand(program, 'init', sentences.help)
    .argument('[folder]', sentences.folder)
    .option('-y, --yes', sentences.yes)
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (folder = '.', { yes, format, quiet }) => {
      const defaults: Answers = {
        lang: locale,
        link: 'https://example.org/guide',
        zone: resolveZone(shell),
        window: '08:00-20:00',
        minText: '60',
      };
      const asks = shell.stdin.isTTY && yes !== true;
      const path = resolve(shell.cwd, folder);
      const answers = asks ? await askAll(shell, defaults, { keys: openQuestions(path), locale }) : defaults;
      const files = writeFiles(shell, path, answers);
      if (format === 'json') shell.stdout.write(asJson(initDocument(files)));
      else shell.stdout.write(report(files, { locale, quiet: quiet ?? false }));
      finish(EXIT.done);
    });
};

const CONFIG_FILE = 'tweetspan.config.yaml';
const DRAFT_FILE = 'draft.md';
const findConfig = (folder: string): string | undefined => CONFIG_NAMES.find((name) => existsSync(join(folder, name)));

/** The questions whose answers a file that is still to be written needs. */
function openQuestions(folder: string): ReadonlySet<keyof Answers> {
  const forConfig = findConfig(folder) === undefined ? (['lang', 'minText'] as const) : [];
  const forDraft = existsSync(join(folder, DRAFT_FILE)) ? [] : (['lang', 'link', 'zone', 'window'] as const);
  return new Set([...forConfig, ...forDraft]);
}

/** Puts each of the questions until its answer can be used; an empty answer is the default. */
async function askAll(
  shell: Shell,
  defaults: Answers,
  { keys, locale }: { readonly keys: ReadonlySet<keyof Answers>; readonly locale: Locale },
): Promise<Answers> {
  const { questions, invalid, intro } = setupSentences(locale).init;
  const answers = { ...defaults };
  if (keys.size > 0) shell.stderr.write(`${intro(keys.size)}\n`);
  const ask = async <Key extends keyof Answers>(key: Key, read: (line: string) => Answers[Key] | undefined) => {
    if (!keys.has(key)) return;
    for (;;) {
      const reply = await shell.question(`${questions[key]} [${defaults[key]}]: `);
      if ('end' in reply) {
        // The cursor still stands behind the question.
        shell.stderr.write('\n');
        throw interrupted();
      }
      const line = reply.line.trim();
      const value = line === '' ? defaults[key] : read(line);
      if (value !== undefined) {
        answers[key] = value;
        return;
      }
      writeNotice(shell, invalid[key]);
    }
  };
  await ask('lang', (line) => LOCALES.find((language) => line.toLowerCase().startsWith(language)));
  await ask('link', (line) => (/\s/.test(line) || linkIdentity(line) === undefined ? undefined : line));
  await ask('zone', (line) => (isZone(line) ? line : zoneOfCity(line)));
  await ask('window', (line) => readsAsWindow(line, locale));
  await ask('minText', (line) => (/^\d{1,3}$/.test(line) && Number(line) <= 100 ? String(Number(line)) : undefined));
  return answers;
}

/** The window as a draft has it, or undefined when it is none. */
function readsAsWindow(line: string, locale: Locale): string | undefined {
  try {
    const { from, to } = windowReader(locale)(line);
    const clock = (minutes: number): string =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return `${clock(from)}-${clock(to)}`;
  } catch (error) {
    if (error instanceof InvalidArgumentError) return undefined;
    throw error;
  }
}

/**
 * Writes what is not there yet.
 * @throws UserError when a file cannot be written.
 */
function writeFiles(shell: Shell, folder: string, answers: Answers): readonly InitFile[] {
  const schema = (name: string): string => `# yaml-language-server: $schema=${schemaUrl(shell, folder, name)}\n`;
  const config = `${schema('config')}lang: ${answers.lang}\nminText: ${answers.minText}\n`;
  const named = (name: string): string => join(relative(shell.cwd, folder), name);
  const existing = findConfig(folder);
  return [
    existing === undefined
      ? { file: named(CONFIG_FILE), state: create(folder, CONFIG_FILE, config) }
      : { file: named(existing), state: 'kept' },
    { file: named(DRAFT_FILE), state: create(folder, DRAFT_FILE, sampleDraft(answers, schema('draft'))) },
  ];
}

/** Creates a file, unless one of that name is there: the system itself refuses to replace it. */
function create(folder: string, name: string, text: string): InitFile['state'] {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    return 'written';
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST' && existsSync(path)) return 'kept';
    throw fileError('unwritableFile', [path, code ?? message], { cause });
  }
}

/** Where an editor finds a schema of this installation: relative inside the project, which a team shares, else a URL. */
function schemaUrl({ program }: Shell, folder: string, name: string): string {
  const path = resolve(program.script, '..', '..', 'schemas', `${name}.schema.json`);
  const local = join(folder, 'node_modules', 'tweetspan', 'schemas', `${name}.schema.json`);
  if (existsSync(local)) return `./${relative(folder, local).split(sep).join('/')}`;
  return isAbsolute(path) ? pathToFileURL(path).href : path;
}

function report(files: readonly InitFile[], view: { locale: Locale; quiet: boolean }): string {
  const { wrote, kept, next, steps } = setupSentences(view.locale).init;
  const lines = files.map(({ file, state }) => oneLine(state === 'written' ? wrote(file) : kept(file)));
  const draft = oneLine(files.at(-1)?.file ?? DRAFT_FILE);
  const shown = /\s/.test(draft) ? `"${draft}"` : draft;
  const commands = [
    [`tweetspan lint ${shown}`, steps.lint],
    [`tweetspan rewrite ${shown}`, steps.rewrite],
    [`tweetspan schedule --dry-run ${shown}`, steps.schedule],
  ] as const;
  const width = Math.max(...commands.map(([command]) => command.length));
  const after = commands.map(([command, why]) => `  ${command.padEnd(width)}  # ${why}`);
  return [...lines, ...(view.quiet ? [] : ['', next, ...after]), ''].join('\n');
}
