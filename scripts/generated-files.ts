// What is written from the code, so that documents cannot tell another story than the program.
import { readFileSync } from 'node:fs';
import type { Argument, Command, Option } from 'commander';
import { toJsonSchema } from '@valibot/to-json-schema';
import { DOCUMENT_SCHEMAS } from './document-schemas.js';
import { rules } from '#rules/index.js';
import { rulesIn } from '#rules/locales/rules-in.js';
import { createProgram } from '#cli/program.js';
import type { Shell } from '#cli/shell.js';
import { frontMatterSchema } from '#draft/front-matter.js';
import { configSchema } from '#lint/config-schema.js';
import { ruleTable, rulesReference } from './rules-reference.js';

/** Puts a text between the two marks of its name in a document. */
function splice(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- begin ${name}: written by npm run generate -->`, `<!-- end ${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the document lacks the marks "${begin}" and "${end}"`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}

const nowhere = { isTTY: false, columns: 80, write: () => undefined };
const noShell: Shell = {
  argv: [],
  env: {},
  cwd: '/',
  nodeVersion: '20.19.0',
  stdin: { isTTY: false, read: async () => undefined },
  question: async () => ({ end: 'closed' }),
  stdout: nowhere,
  stderr: nowhere,
  writeAll: async () => undefined,
  interruption: () => new AbortController().signal,
  now: () => 0,
  randomId: () => '',
  host: '',
  zoneRules: '',
  platform: 'linux',
  uid: undefined,
  pid: 1,
  isRunning: () => false,
  program: { node: '', script: '' },
  run: async () => ({ code: null, stdout: '', stderr: '' }),
  edit: async () => undefined,
  openScreen: () => Promise.reject(new Error('no screen')),
  openSecret: () => Promise.reject(new Error('no keyring')),
};

const argument = (spec: Argument): string => {
  const name = `${spec.name()}${spec.variadic ? '…' : ''}`;
  return spec.required ? `<${name}>` : `[${name}]`;
};

/** A command by the words that call it. */
const callOf = (command: Command): string[] =>
  command.parent === null ? [command.name()] : [...callOf(command.parent), command.name()];

/** Commands that do something: of one that is divided, its parts. */
const leavesOf = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);

function describeCommand(command: Command): string {
  const usage = [...callOf(command), ...command.registeredArguments.map(argument)].join(' ');
  const options = command.options
    .filter((option: Option) => !option.hidden)
    .map((option: Option) => {
      const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
      return `| \`${option.flags}\` | ${option.description}${choices} |`;
    });
  return [`### \`${usage}\``, command.description(), ['| option | |', '| --- | --- |', ...options].join('\n')].join(
    '\n\n',
  );
}

/** A golden transcript as a block of a document. */
function transcript(file: string): string {
  const text = readFileSync(`fixtures/transcripts/${file}`, 'utf8').replace(/\n--- exit code \d+\n$/, '');
  return `\`\`\`text\n${text}\n\`\`\``;
}

/** The commands in their groups, one line each. */
function commandOverview(program: Command): string {
  let shown = '';
  const rows = program.commands.map((command) => {
    const group = (command.helpGroup() || 'More:').replace(':', '');
    const title = group === shown ? '' : `**${group}**`;
    shown = group;
    return `| ${title} | \`${command.name()}\` | ${command.summary() || command.description()} |`;
  });
  return ['| | command | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The page of all commands. */
const commandReference = (program: Command): string =>
  [
    '# Commands',
    'Written from the program by `npm run generate`. Every command also takes `-h, --help`.',
    ...leavesOf(program).map(describeCommand),
  ].join('\n\n') + '\n';

/** Pages with marked blocks, and what goes between the marks. */
const SPLICED: Readonly<Record<string, readonly (readonly [name: string, transcript: string])[]>> = {
  'README.md': [
    ['transcript lint', 'lint/en-shop-bad-quiet.txt'],
    ['transcript schedule', 'schedule/without-history.txt'],
    ['transcript decay', 'decay/plain.txt'],
  ],
};

/** The schema of the configuration, for editors. That a language has a code is more than a schema can check. */
function toConfigSchema(): string {
  const schema = toJsonSchema(configSchema(rules), { errorMode: 'ignore' });
  return `${JSON.stringify({ title: 'tweetspan configuration', ...schema }, null, 2)}\n`;
}

/** The schema of the front matter, for editors. What a value becomes when it is read is no matter of theirs. */
function toDraftSchema(): string {
  const schema = toJsonSchema(frontMatterSchema, { errorMode: 'ignore', typeMode: 'input' });
  return `${JSON.stringify({ title: 'tweetspan draft: front matter', ...schema }, null, 2)}\n`;
}

/** Every generated file with its content, by path from the root. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const program = await createProgram(noShell, () => undefined);
  const pages = Object.entries(SPLICED).map(([page, blocks]): [string, string] => [
    page,
    blocks.reduce((text, [name, file]) => splice(text, name, transcript(file)), readFileSync(page, 'utf8')),
  ]);
  const files = new Map(pages);
  const readme = splice(files.get('README.md') ?? '', 'rules', ruleTable(rules, 'rules/README.md'));
  const schemas = Object.entries(DOCUMENT_SCHEMAS).map(([name, schema]): [string, string] => [
    `schemas/${name}.schema.json`,
    `${JSON.stringify({ title: `tweetspan/${name}@1`, ...toJsonSchema(schema) }, null, 2)}\n`,
  ]);
  return new Map([
    ...files,
    ...schemas,
    ['README.md', splice(readme, 'commands', commandOverview(program))],
    ['docs/cli.md', commandReference(program)],
    ['rules/README.md', rulesReference(rules, rulesIn('fr'))],
    ['schemas/config.schema.json', toConfigSchema()],
    ['schemas/draft.schema.json', toDraftSchema()],
  ]);
}
