import type { Command } from 'commander';
import { LocalizedCommand, type CommandContext, type Registration } from './command.js';
import { cliSentences, type GroupTitles } from '#locale/cli.js';
import type { Shell } from './shell.js';
import { EXIT, type ExitCode } from './user-error.js';
import { writeNotice } from './notice.js';
import { localeInArguments } from './options/locale.js';
import { hasProfile } from './profile-choice.js';
import type { CommandTree } from './completion/candidates.js';

interface CommandEntry {
  readonly name: string;
  readonly group: keyof GroupTitles;
  /** Reads the file of the command: the only lazy step of the program, so that each run reads its own code alone. */
  readonly load: () => Promise<Registration>;
  /** The part that a lone number calls: `queue 2` is `queue show 2`. */
  readonly byNumber?: string;
}

/** Every command by its group, in the order of the help. */
const COMMANDS: readonly CommandEntry[] = [
  { name: 'new', group: 'write', load: async () => (await import('./commands/new.js')).registerNew },
  { name: 'lint', group: 'write', load: async () => (await import('./commands/lint.js')).registerLint },
  { name: 'rewrite', group: 'write', load: async () => (await import('./commands/rewrite.js')).registerRewrite },
  { name: 'compose', group: 'write', load: async () => (await import('./commands/compose.js')).registerCompose },
  { name: 'rules', group: 'write', load: async () => (await import('./commands/rules.js')).registerRules },
  { name: 'schedule', group: 'plan', load: async () => (await import('./commands/schedule.js')).registerSchedule },
  { name: 'suggest', group: 'plan', load: async () => (await import('./commands/suggest.js')).registerSuggest },
  {
    name: 'queue',
    group: 'plan',
    load: async () => (await import('./commands/queue.js')).registerQueue,
    byNumber: 'show',
  },
  { name: 'post', group: 'plan', load: async () => (await import('./commands/post.js')).registerPost },
  { name: 'repost', group: 'plan', load: async () => (await import('./commands/repost.js')).registerRepost },
  { name: 'record', group: 'plan', load: async () => (await import('./commands/record.js')).registerRecord },
  { name: 'import', group: 'learn', load: async () => (await import('./commands/import.js')).registerImport },
  { name: 'sync', group: 'learn', load: async () => (await import('./commands/sync.js')).registerSync },
  { name: 'links', group: 'learn', load: async () => (await import('./commands/links.js')).registerLinks },
  { name: 'posts', group: 'learn', load: async () => (await import('./commands/posts.js')).registerPosts },
  { name: 'hours', group: 'learn', load: async () => (await import('./commands/hours.js')).registerHours },
  { name: 'decay', group: 'learn', load: async () => (await import('./commands/decay.js')).registerDecay },
  { name: 'audit', group: 'learn', load: async () => (await import('./commands/audit.js')).registerAudit },
  { name: 'report', group: 'learn', load: async () => (await import('./commands/report.js')).registerReport },
  { name: 'keywords', group: 'learn', load: async () => (await import('./commands/keywords.js')).registerKeywords },
  { name: 'contacts', group: 'learn', load: async () => (await import('./commands/contacts.js')).registerContacts },
  { name: 'ask', group: 'people', load: async () => (await import('./commands/ask.js')).registerAsk },
  { name: 'pin', group: 'people', load: async () => (await import('./commands/pin.js')).registerPin },
  { name: 'kit', group: 'people', load: async () => (await import('./commands/kit.js')).registerKit },
  { name: 'login', group: 'x', load: async () => (await import('./commands/login.js')).registerLogin },
  { name: 'logout', group: 'x', load: async () => (await import('./commands/logout.js')).registerLogout },
  { name: 'whoami', group: 'x', load: async () => (await import('./commands/whoami.js')).registerWhoami },
  { name: 'budget', group: 'x', load: async () => (await import('./commands/budget.js')).registerBudget },
  { name: 'run', group: 'system', load: async () => (await import('./commands/run.js')).registerRun },
  { name: 'service', group: 'system', load: async () => (await import('./commands/service.js')).registerService },
  { name: 'doctor', group: 'system', load: async () => (await import('./commands/doctor.js')).registerDoctor },
  {
    name: 'completion',
    group: 'system',
    load: async () => (await import('./commands/completion.js')).registerCompletion(commandTree),
  },
  { name: 'init', group: 'system', load: async () => (await import('./commands/init.js')).registerInit },
  { name: 'export', group: 'system', load: async () => (await import('./commands/export.js')).registerExport },
  { name: 'backup', group: 'system', load: async () => (await import('./commands/backup.js')).registerBackup },
  { name: 'mcp', group: 'system', load: async () => (await import('./commands/mcp.js')).registerMcp(runProgram) },
  { name: 'restore', group: 'system', load: async () => (await import('./commands/restore.js')).registerRestore },
];

/** The commands one by one, for completion: a key press is not to read them all. */
const commandTree = (context: CommandContext): CommandTree => {
  const load = async (name: string): Promise<LocalizedCommand | undefined> => {
    const entry = COMMANDS.find((each) => each.name === name);
    const program = createRoot(context);
    if (entry !== undefined) await register(program, entry);
    return program.commands[0] as LocalizedCommand | undefined;
  };
  return { names: COMMANDS.map(({ name }) => name), load };
};

/** The program with all its commands, as help and generated documents need it. */
export async function createProgram(shell: Shell, finish: (exitCode: ExitCode) => void): Promise<LocalizedCommand> {
  const program = createRoot({ shell, locale: localeInArguments(shell), finish });
  for (const entry of COMMANDS) await register(program, entry);
  return program;
}

/** Runs what the arguments call for. Only the called command is loaded; all of them where the help lists them. */
export async function runProgram(outer: Shell, finish: (exitCode: ExitCode) => void): Promise<void> {
  const shell = hasProfile(outer) ? await chooseProfile(outer) : outer;
  const [first = '', ...rest] = shell.argv;
  // `help queue move` is `queue move --help`.
  const words = first === 'help' && rest.length > 0 ? [...rest, '--help'] : shell.argv;
  const entry = COMMANDS.find(({ name }) => name === words[0]);
  const given =
    entry?.byNumber !== undefined && /^\d+$/.test(words[1] ?? '')
      ? [entry.name, entry.byNumber, ...words.slice(1)]
      : words;
  // `queue move 3 -1h`: no option begins with a digit, and to commander each hyphen begins an option.
  const argv = given.map((word) =>
    /^-\d/.test(word) && /^-\d+\s*\p{L}+$/u.test(word) ? `\u2212${word.slice(1)}` : word,
  );
  if (argv.length === 0) {
    writeStart(shell);
    return finish(EXIT.usage);
  }
  const program =
    entry === undefined
      ? await createProgram(shell, finish)
      : createRoot({ shell, locale: localeInArguments(shell), finish });
  if (entry !== undefined) await register(program, entry);
  if (first === 'help') assertCommand(program, rest);
  else await refuseUnknown(entry === undefined ? program : program.commands[0], words[entry === undefined ? 0 : 1]);
  if (first === 'help' && rest.length === 0) {
    program.outputHelp();
  } else {
    await program.parseAsync([...argv], { from: 'user' });
  }
}

/** Commands that say nothing of a profile: those on drafts alone, and the scheduler, which names it in each line. */
const SILENT_COMMANDS: ReadonlySet<string> = new Set(
  COMMANDS.flatMap(({ name, group }) => (group === 'write' || name === 'run' || name === 'completion' ? [name] : [])),
);

/** The world of the profile that is named, and a line that says so before anything is done. */
async function chooseProfile(outer: Shell): Promise<Shell> {
  // Loaded here only: most runs name none.
  const { profileLine, withProfile } = await import('./profile.js');
  const shell = await withProfile(outer);
  const [first = ''] = outer.argv;
  if (COMMANDS.some(({ name }) => name === first) && !SILENT_COMMANDS.has(first)) {
    for (const line of profileLine(shell, outer.env, localeInArguments(outer))) writeNotice(shell, line);
  }
  return shell;
}

/** What the program is for and how to begin, on one small screen: who typed its name alone may know nothing of it. */
function writeStart(shell: Shell): void {
  const { program } = cliSentences(localeInArguments(shell));
  const examples = program.examples.map((example) => `  ${example}`);
  shell.stderr.write(`${[program.description, '', ...examples, '', program.more].join('\n')}\n`);
}

/** Refuses a word where only the name of a command can stand, when it is known what people mean by it. */
async function refuseUnknown(group: Command | undefined, word = ''): Promise<void> {
  if (!(group instanceof LocalizedCommand) || group.commands.length === 0 || word === '' || word.startsWith('-'))
    return;
  if (group.commands.some((command) => command.name() === word) || /^\d+$/.test(word)) return;
  const { commandMeant, isDraftName, isPostText } = await import('./command-meant.js');
  const isRoot = group.parent === null;
  if (isRoot && isPostText(word)) group.refuse(cliSentences(group.context.locale).errors.textIsNoCommand);
  const meant = isRoot && isDraftName(word) ? `lint ${word}` : commandMeant(group.name(), word);
  if (meant !== undefined) group.refuseCommand(word, meant);
}

/** Refuses a path of commands that leads nowhere: `help lnt`, `help queue mvoe`. */
function assertCommand(program: LocalizedCommand, path: readonly string[]): void {
  let command = program;
  for (const word of path.filter((each) => !each.startsWith('-'))) {
    if (command.commands.length === 0) return;
    const part = command.commands.find((each) => each.name() === word);
    if (part === undefined) command.refuseCommand(word);
    command = part as LocalizedCommand;
  }
}

async function register(program: LocalizedCommand, { name, group, load }: CommandEntry): Promise<void> {
  (await load())(program, program.context);
  const { groups } = cliSentences(program.context.locale);
  program.commands.find((command) => command.name() === name)?.helpGroup(groups[group]);
}

function createRoot(context: CommandContext): LocalizedCommand {
  const { program } = cliSentences(context.locale);
  return new LocalizedCommand('tweetspan', context)
    .describe({ summary: '', ...program, after: program.exitCodes(EXIT) })
    .version(TWEETSPAN_VERSION, '-V, --version', program.version);
}
