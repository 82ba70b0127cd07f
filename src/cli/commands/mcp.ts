import { extname, resolve } from 'node:path';
import { CommanderError } from 'commander';
import type { Locale } from '#base/locale.js';
import { agentSentences } from '#locale/agent.js';
import { asJson } from '#report/documents/json.js';
import type { PageDocument } from '#report/documents/page.js';
import type { DraftSource, Job } from '#mcp/tools.js';
import type { JobResult } from '#mcp/server.js';
import type { Registration } from '../command.js';
import { readNamedFile } from '../files.js';
import { writeNotice } from '../notice.js';
import { configOption, databaseOption, newCommand } from '../options/common.js';
import type { Shell } from '../shell.js';
import { EXIT, userMessage, UserError, type ExitCode } from '../user-error.js';

/** Runs what the arguments of a world call for, as the program does. */
export type RunProgram = (shell: Shell, finish: (exitCode: ExitCode) => void) => Promise<void>;

/** Options of the server that its commands are called with, too. */
interface ServerFlags {
  readonly db?: string | undefined;
  readonly config?: string | undefined;
}

/**
 * `mcp`: a server for agents. Its tools are commands of the program, called in a world without terminal, editor, keyring
 * and other programs.
 */
export const registerMcp =
  (runProgram: RunProgram): Registration =>
  (program, { shell, locale, finish }) => {
    const sentences = agentSentences(locale);
    newCommand(program, 'mcp', sentences.help)
      .addOption(databaseOption(locale))
      .addOption(configOption(locale))
      .action(async (flags) => {
        // Loaded here only: the protocol takes 0.1 s.
        const { serve } = await import('#mcp/server.js');
        if (shell.stdin.isTTY) writeNotice(shell, sentences.waiting);
        const isWhole = await serve({
          version: TWEETSPAN_VERSION,
          locale,
          log: (line) => writeNotice(shell, line),
          run: (job) => runJob(shell, job, { runProgram, locale, flags }),
        });
        finish(isWhole ? EXIT.done : EXIT.usage);
      });
  };

interface JobSetting {
  readonly runProgram: RunProgram;
  readonly locale: Locale;
  readonly flags: ServerFlags;
}

async function runJob(shell: Shell, job: Job, setting: JobSetting): Promise<JobResult> {
  try {
    return 'page' in job
      ? { document: await readPageDocument(shell, job.page, setting.locale), lines: [], hasFailed: false }
      : await runCommand(shell, job, setting);
  } catch (error) {
    const known = await userMessage(error, setting.locale);
    if (known !== undefined) return { lines: known.lines, hasFailed: true };
    // A fault of the program: its message may quote anything, its name does not.
    return { lines: [error instanceof Error ? error.name : 'Error'], hasFailed: true };
  }
}

async function runCommand(
  shell: Shell,
  { command, draft }: Extract<Job, { readonly command: readonly string[] }>,
  { runProgram, locale, flags }: JobSetting,
): Promise<JobResult> {
  const takesConfig = draft !== undefined;
  const argv = [
    ...insertOptions(command, [
      `--locale=${locale}`,
      '--format=json',
      ...(flags.db === undefined ? [] : [`--db=${flags.db}`]),
      ...(takesConfig && flags.config !== undefined ? [`--config=${flags.config}`] : []),
    ]),
    ...(draft === undefined ? [] : ['--', await draftArgument(shell, draft, locale)]),
  ];
  const { world, written } = closedWorld(shell, argv, draft);
  let exitCode: ExitCode = EXIT.done;
  try {
    await runProgram(world, (code) => {
      exitCode = code;
    });
  } catch (error) {
    // Its line is written already.
    if (!(error instanceof CommanderError)) throw error;
  }
  const lines = written.stderr
    .split('\n')
    .map((line) => line.replace(/^tweetspan: /, ''))
    .filter((line) => line !== '');
  // With findings or problems there is a document; it is no failure to have found some.
  if (written.stdout !== '') {
    return { document: written.stdout, lines, hasFailed: exitCode !== EXIT.done && exitCode !== EXIT.findings };
  }
  return { lines: lines.length === 0 ? [agentSentences(locale).noData] : lines, hasFailed: true };
}

/** Options stand before the words that `--` leads. */
function insertOptions(command: readonly string[], options: readonly string[]): readonly string[] {
  const end = command.indexOf('--');
  return end < 0 ? [...command, ...options] : [...command.slice(0, end), ...options, ...command.slice(end)];
}

/** A draft as a word of the command line: `-` for one that is handed over as text. */
async function draftArgument(shell: Shell, draft: DraftSource, locale: Locale): Promise<string> {
  if ('text' in draft) return '-';
  const { file } = draft;
  const ending = extname(file).toLowerCase();
  // An agent may be talked into naming any file: what lies outside, and what is no draft, is not even opened.
  const read =
    ending === '.md' || ending === '.txt' ? readNamedFile(resolve(shell.cwd, file), 0, shell.cwd) : undefined;
  if (read === undefined || 'unread' in read) {
    throw new UserError(agentSentences(locale).notADraft, { code: 'notADraft' });
  }
  return resolve(shell.cwd, file);
}

/** A world in which a command finds its draft and nobody to answer it; what it writes is kept. */
function closedWorld(shell: Shell, argv: readonly string[], draft: DraftSource | undefined) {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    isTTY: false,
    columns: undefined,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const bytes = new TextEncoder().encode(draft !== undefined && 'text' in draft ? draft.text : '');
  const world: Shell = {
    ...shell,
    argv,
    stdin: { isTTY: false, read: async (maxBytes) => (bytes.length > maxBytes ? undefined : bytes) },
    question: async () => ({ end: 'closed' }),
    stdout: output('stdout'),
    stderr: output('stderr'),
    writeAll: async (pieces) => {
      for (const piece of pieces) written.stdout += piece;
    },
    interruption: () => new AbortController().signal,
    run: async () => ({ code: null, stdout: '', stderr: '' }),
    edit: async () => undefined,
    openSecret: () => Promise.reject(new Error('no keyring')),
  };
  return { world, written };
}

/** What a page says, and a draft that leads to it. @throws UserError for what is no page */
async function readPageDocument(shell: Shell, url: string, locale: Locale): Promise<string> {
  const { openPage } = await import('../page.js');
  const { chooseOpening, judgingOptions, writeDraft } = await import('../draft-from-page.js');
  const reading = await openPage(shell, url);
  const { page, link, lang, keywords = [], robots = [] } = reading;
  const document: PageDocument = {
    schema: 'tweetspan/page@1',
    link: link ?? null,
    lang: lang ?? null,
    keywords,
    robots,
    page,
    draft: writeDraft(reading, chooseOpening(reading, await judgingOptions(reading, locale)), locale),
  };
  return asJson(document);
}
