import { Command, InvalidArgumentError, Option } from 'commander';
import { rules } from '#rules/index.js';
import { LEVELS, type RuleLevel } from '#lint/setting.js';
import { isLanguageCode } from '#tweet/language.js';
import { hint } from '#base/did-you-mean.js';
import { registerAudit } from './commands/audit.js';
import { registerBackup } from './commands/backup.js';
import { registerBudget } from './commands/budget.js';
import { registerContacts } from './commands/contacts.js';
import { registerDecay } from './commands/decay.js';
import { registerDoctor } from './commands/doctor.js';
import { registerExport } from './commands/export.js';
import { registerHours } from './commands/hours.js';
import { registerImport } from './commands/import.js';
import { registerKeywords } from './commands/keywords.js';
import { registerLinks } from './commands/links.js';
import { lintCommand, type LintFlags } from './commands/lint.js';
import { registerLogin } from './commands/login.js';
import { registerLogout } from './commands/logout.js';
import { registerPost } from './commands/post.js';
import { registerPosts } from './commands/posts.js';
import { registerQueue } from './commands/queue.js';
import type { RewriteFlags } from './commands/rewrite.js';
import { rulesCommand, type RulesFlags } from './commands/rules.js';
import { registerRecord } from './commands/record.js';
import { registerRepost } from './commands/repost.js';
import { registerRun } from './commands/run.js';
import { registerSync } from './commands/sync.js';
import { registerSchedule } from './commands/schedule.js';
import { registerService } from './commands/service.js';
import { registerWhoami } from './commands/whoami.js';
import { common, type Registration } from './options/common.js';
import { EXIT, type ExitCode } from './user-error.js';
import type { Shell } from './shell.js';

/** Commands that make themselves known, in the order of the help. */
const REGISTRATIONS: readonly Registration[] = [
  registerImport,
  registerLinks,
  registerPosts,
  registerContacts,
  registerKeywords,
  registerExport,
  registerBackup,
  registerHours,
  registerDecay,
  registerSchedule,
  registerQueue,
  registerRecord,
  registerPost,
  registerRepost,
  registerRun,
  registerSync,
  registerBudget,
  registerAudit,
  registerService,
  registerDoctor,
  registerLogin,
  registerLogout,
  registerWhoami,
];

const MAX_REQUESTED = 20;

function readScore(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 100)) {
    throw new InvalidArgumentError('It must be a number from 0 to 100.');
  }
  return score;
}

/** Reads how many of something are wanted: each of them is to be read by somebody. */
function readCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > MAX_REQUESTED) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_REQUESTED}.`);
  }
  return count;
}

function readLanguage(value: string): string {
  if (!isLanguageCode(value)) {
    throw new InvalidArgumentError('It must be a two-letter code such as fr or en (ISO 639-1).');
  }
  return value;
}

function readLevel(value: string, before: Record<string, RuleLevel>): Record<string, RuleLevel> {
  const [id = '', level = ''] = value.split('=');
  const ids = rules.map((rule) => rule.id as string);
  if (!ids.includes(id)) throw new InvalidArgumentError(`Unknown rule "${id}"${hint(id, ids)}.`);
  const known = LEVELS.find((candidate) => candidate === level);
  if (known === undefined) throw new InvalidArgumentError(`It must be ${id}=${LEVELS.join(`, ${id}=`)}.`);
  return { ...before, [id]: known };
}

/** The options of every command that judges drafts. */
const judging = (command: Command): Command =>
  command
    .addOption(new Option('--lang <code>', 'language of the drafts (default: found out)').argParser(readLanguage))
    .addOption(
      new Option('--rule <id=level>', 'how strict a rule is: off, warn, error or default; may be repeated')
        .argParser<Record<string, RuleLevel>>(readLevel)
        .default({}, 'as each rule says'),
    )
    .option('--config <file>', 'configuration file (default: tweetspan.config.json or .yaml, upward from the draft)')
    .option(
      '--thesaurus <file>',
      'MyThes file (.dat) to ask for synonyms (default: what is installed; English: our own)',
    )
    .option('--facts', 'ask the history, and fail when it cannot be read (default: ask it when there is one)')
    .option('--no-facts', 'do not ask the history')
    .option('--db <file>', 'file of the history (default: TWEETSPAN_DB, else in the data folder)');

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

  const lintCommandLine = common(program.command('lint'))
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
    .option('--fix-dry-run', 'show what --fix would change, change nothing');
  judging(lintCommandLine)
    .option('-q, --quiet', 'only the findings and the score')
    .option('-v, --verbose', 'tell which configuration is used')
    .action(async (files: string[], flags: LintFlags) => finish(await lintCommand(shell, files, flags)));

  const rewriteCommandLine = common(program.command('rewrite'))
    .summary('suggest better texts for a draft, or texts for its reposts')
    .description(
      'Suggests better texts for a draft, each judged anew and keeping every fact; or, with --variants, texts for reposts.',
    )
    .argument('<file>', 'draft file; - reads standard input')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('-n <count>', `how many rewrites at most (1..${MAX_REQUESTED}, default: 3)`).argParser(readCount),
    )
    .addOption(
      new Option('--variants <count>', 'texts for so many reposts of the link instead')
        .argParser(readCount)
        .conflicts(['n', 'interactive', 'model']),
    )
    .option('--interactive', 'choose one and write it into the file, with a backup beside it')
    .option('--model', 'ask the model of the configuration for more texts; what breaks a fact is dropped');
  judging(rewriteCommandLine)
    .option('-q, --quiet', 'only the texts and their scores')
    .option('-v, --verbose', 'tell which configuration is used, and what was tried and refused')
    .action(async (file: string, flags: RewriteFlags) => {
      // Loaded here only: judging needs none of it.
      const { rewriteCommand } = await import('./commands/rewrite.js');
      finish(await rewriteCommand(shell, file, flags));
    });

  common(program.command('rules'))
    .summary('list the rules, or explain one')
    .description('Lists the ten rules, or explains one with its evidence, options and examples.')
    .argument('[id]', 'id or number of a rule')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .action((id: string | undefined, flags: RulesFlags) => finish(rulesCommand(shell, id, flags)));

  // `lint` runs at each save of a file: the others, of which it needs none, take some ms to set up.
  if (shell.argv[0] !== 'lint') for (const register of REGISTRATIONS) register(program, shell, finish);

  program.addHelpText(
    'after',
    `
Exit codes: ${EXIT.done} nothing wrong · ${EXIT.findings} findings of severity error, or below --min-score; some files or items
failed; a plan that cannot go out · ${EXIT.usage} usage, configuration or unreadable input · ${EXIT.nativePart} a native part
is missing · ${EXIT.bug} a bug of ours · ${EXIT.tryLater} try again later · ${EXIT.credentials} not signed in · ${EXIT.version} a history of another
version · ${EXIT.interrupted} interrupted

A draft is a text file: the text of the post with its link, and above it, between two lines
of ---, what is planned for it. tweetspan lint draft.md tells what to mend,
tweetspan rewrite draft.md how it could read.`,
  );
  return program;
}
