import { Command, InvalidArgumentError, Option } from 'commander';
import { rules } from '../../rules/index.js';
import { UI_LANGUAGES } from '../lint/message.js';
import { LEVELS, type Level } from '../lint/setting.js';
import { isLanguageCode } from '../tweet/language.js';
import { hint } from '../tweet/nearest.js';
import { registerAudit } from './commands/audit.js';
import { registerDecay } from './commands/decay.js';
import { registerHours } from './commands/hours.js';
import { lintCommand, type LintFlags } from './commands/lint.js';
import { rulesCommand, type RulesFlags } from './commands/rules.js';
import { registerSchedule } from './commands/schedule.js';
import { EXIT, type ExitCode } from './failure.js';
import type { Shell } from './shell.js';

const common = (command: Command): Command =>
  command
    .addOption(
      new Option('--ui <language>', 'language of the messages (default: from the environment)').choices(UI_LANGUAGES),
    )
    .option('--color', 'colour, whatever the terminal')
    .option('--no-color', 'no colour');

function readScore(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 100)) {
    throw new InvalidArgumentError('It must be a number from 0 to 100.');
  }
  return score;
}

function readLanguage(value: string): string {
  if (!isLanguageCode(value)) {
    throw new InvalidArgumentError('It must be a two-letter code such as fr or en (ISO 639-1).');
  }
  return value;
}

function readLevel(value: string, before: Record<string, Level>): Record<string, Level> {
  const [id = '', level = ''] = value.split('=');
  const ids = rules.map((rule) => rule.id as string);
  if (!ids.includes(id)) throw new InvalidArgumentError(`Unknown rule "${id}"${hint(id, ids)}.`);
  const known = LEVELS.find((candidate) => candidate === level);
  if (known === undefined) throw new InvalidArgumentError(`It must be ${id}=${LEVELS.join(`, ${id}=`)}.`);
  return { ...before, [id]: known };
}

/** The commands of the program. What they answer goes to `finish`: a command never ends the process itself. */
export function createProgram(shell: Shell, finish: (exitCode: ExitCode) => void): Command {
  const program = new Command('tweetspan');
  program
    // Before any command: those made earlier would still end the process themselves.
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
      getOutHelpWidth: () => shell.stdout.columns ?? 80,
      getErrHelpWidth: () => shell.stderr.columns ?? 80,
    })
    .description('Makes a tweet that carries a link live longer.')
    .version(TWEETSPAN_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('(tweetspan --help shows what there is)');

  common(program.command('lint'))
    .summary('score drafts against the ten longevity rules')
    .description('Scores drafts against the ten longevity rules and says what to mend.')
    .argument('[files...]', 'draft files; - or nothing reads standard input')
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .addOption(new Option('--min-score <n>', 'fail below this score (0..100)').argParser(readScore))
    .addOption(new Option('--fix', 'apply the safe suggestions to the files').conflicts('fixDryRun'))
    .option('--fix-dry-run', 'show what --fix would change, change nothing')
    .addOption(new Option('--lang <code>', 'language of the drafts (default: found out)').argParser(readLanguage))
    .addOption(
      new Option('--rule <id=level>', 'how strict a rule is: off, warn, error or default; may be repeated')
        .argParser<Record<string, Level>>(readLevel)
        .default({}, 'as each rule says'),
    )
    .option('--config <file>', 'configuration file (default: tweetspan.config.json or .yaml, upward from the draft)')
    .option('-q, --quiet', 'only the findings and the score')
    .option('-v, --verbose', 'tell which configuration is used')
    .action(async (files: string[], flags: LintFlags) => finish(await lintCommand(shell, files, flags)));

  common(program.command('rules'))
    .summary('list the rules, or explain one')
    .description('Lists the ten rules, or explains one with its evidence, options and examples.')
    .argument('[id]', 'id or number of a rule')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .action((id: string | undefined, flags: RulesFlags) => finish(rulesCommand(shell, id, flags)));

  registerHours(common(program.command('hours')), shell, finish);
  registerDecay(common(program.command('decay')), shell, finish);
  registerSchedule(common(program.command('schedule')), shell, finish);
  registerAudit(common(program.command('audit')), shell, finish);

  program.addHelpText(
    'after',
    `
Exit codes: ${EXIT.done} nothing wrong · ${EXIT.findings} findings of severity error, or below --min-score · ${EXIT.usage} usage,
configuration or unreadable input · ${EXIT.bug} a bug of ours

A draft is a text file: the text of the post with its link, and above it, between two lines
of ---, what is planned for it. tweetspan lint draft.md tells what to mend.`,
  );
  return program;
}
