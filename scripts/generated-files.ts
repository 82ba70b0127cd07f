// What is written from the code, so that documents cannot tell another story than the program.
import { readFileSync } from 'node:fs';
import type { Command, Option } from 'commander';
import { toJsonSchema } from '@valibot/to-json-schema';
import { DOCUMENT_SCHEMAS } from './document-schemas.js';
import { rules } from '#rules/index.js';
import { rulesIn } from '#rules/locales/rules-in.js';
import { createProgram } from '#cli/program.js';
import type { Shell } from '#cli/shell.js';
import { frontMatterSchema } from '#draft/front-matter.js';
import { configSchema } from '#lint/config-schema.js';
import { ruleTable, rulesReference } from './rules-reference.js';
import { leavesOf, usageOf } from './command-tree.js';
import { manualPage } from './manual-page.js';

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

function describeCommand(command: Command): string {
  const options = command.options
    .filter((option: Option) => !option.hidden)
    .map((option: Option) => {
      const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
      return `| \`${option.flags}\` | ${option.description}${choices} |`;
    });
  return [
    `### \`${usageOf(command)}\``,
    command.description(),
    ['| option | |', '| --- | --- |', ...options].join('\n'),
  ].join('\n\n');
}

/** A golden transcript as a block of a document. */
function transcript(file: string): string {
  const text = readFileSync(`fixtures/transcripts/${file}`, 'utf8').replace(/\n--- exit code \d+\n$/, '');
  return `\`\`\`text\n${text}\n\`\`\``;
}

const OVERVIEW = ['', 'command', 'what it does'];
const FRENCH_OVERVIEW = ['', 'commande', 'ce qu’elle fait'];
const FRENCH_RULES = {
  titles: ['nº', 'règle', 'levier', 'poids', 'ce qu’elle vérifie'],
  levers: { relevance: 'pertinence', search: 'recherche', amplification: 'diffusion' },
};

/** The commands in their groups, one line each. */
function commandOverview(program: Command, titles: readonly string[]): string {
  let shown = '';
  const rows = program.commands.map((command) => {
    const group = (command.helpGroup() || 'More:').replace(/\s*:/, '');
    const title = group === shown ? '' : `**${group}**`;
    shown = group;
    return `| ${title} | \`${command.name()}\` | ${command.summary() || command.description()} |`;
  });
  return [`| ${titles.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n');
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
  'docs/getting-started.fr.md': [
    ['transcript lint', 'lint/fr-townhall-middling-locale-fr.txt'],
    ['transcript decay', 'decay/fr.txt'],
    ['transcript schedule', 'schedule/without-history-fr.txt'],
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
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const pages = Object.entries(SPLICED).map(([page, blocks]): [string, string] => [
    page,
    blocks.reduce((text, [name, file]) => splice(text, name, transcript(file)), readFileSync(page, 'utf8')),
  ]);
  const files = new Map(pages);
  const french = await createProgram({ ...noShell, env: { LC_ALL: 'fr' } }, () => undefined);
  const readme = (page: string, ruleRows: string, commandRows: string): [string, string] => [
    page,
    splice(splice(readFileSync(page, 'utf8'), 'rules', ruleRows), 'commands', commandRows),
  ];
  const schemas = Object.entries(DOCUMENT_SCHEMAS).map(([name, schema]): [string, string] => [
    `schemas/${name}.schema.json`,
    `${JSON.stringify({ title: `tweetspan/${name}@1`, ...toJsonSchema(schema) }, null, 2)}\n`,
  ]);
  return new Map([
    ...files,
    ...schemas,
    readme('README.md', ruleTable(rules, 'rules/README.md'), commandOverview(program, OVERVIEW)),
    readme(
      'README.fr.md',
      ruleTable(rulesIn('fr'), 'rules/README.md', FRENCH_RULES),
      commandOverview(french, FRENCH_OVERVIEW),
    ),
    ['docs/cli.md', commandReference(program)],
    ['man/tweetspan.1', manualPage(program, version)],
    ['rules/README.md', rulesReference(rules, rulesIn('fr'))],
    ['schemas/config.schema.json', toConfigSchema()],
    ['schemas/draft.schema.json', toDraftSchema()],
  ]);
}
