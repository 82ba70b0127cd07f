import type { OpenEntry } from '#x/auth/keyring.js';
import type { ToolOptions, ToolResult } from './desktop/child-process.js';
import type { FullScreen, ScreenClient } from './editor/port.js';
import { openOutput, type Output, type OutputError } from './output.js';

/** A line that was typed, or how the prompt ended: by closing the input, or by Ctrl-C. */
type Reply = { readonly line: string } | { readonly end: 'closed' | 'interrupted' };

/** A profile with its files, as absolute paths. */
export interface Profile {
  readonly name: string;
  readonly database: string;
  readonly credentials: string;
  /** The handle of its account, without `@`; undefined where the configuration does not name it. */
  readonly account?: string;
}

/** The world as a command sees it: nothing below `cli` reads `process`, and a test can be the world. */
export interface Shell {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The profile that the command works for: `env` then names its history and its credentials. */
  readonly profile?: Profile;
  /** The version of Node that runs: what a native part must fit. */
  readonly nodeVersion: string;
  readonly stdin: {
    readonly isTTY: boolean;
    /** All of standard input, or undefined as soon as it is longer than `maxBytes`. */
    read(maxBytes: number): Promise<Uint8Array | undefined>;
  };
  /**
   * Prompts at the terminal, on standard error: standard output is for data. What is typed as an answer to a
   * `secret` question does not show.
   */
  question(prompt: string, kind?: 'secret'): Promise<Reply>;
  readonly stdout: Output;
  readonly stderr: Output;
  /**
   * Writes a long text to standard output, no faster than its reader takes it. Ends early when the reader has seen
   * enough, or with the reason of `signal`.
   */
  writeAll(pieces: Iterable<string>, signal?: AbortSignal): Promise<void>;
  /**
   * Aborted by Ctrl-C. From the first call on, the first Ctrl-C no longer ends the process: the caller must stop. The
   * second one ends it.
   */
  interruption(): AbortSignal;
  /** The present instant in ms UTC. */
  now(): number;
  /** A random id that no other process makes. */
  randomId(): string;
  /** The name of the machine that this process runs on. */
  readonly host: string;
  /** The version of the rules of time zones that this Node knows, such as `2025c`. */
  readonly zoneRules: string;
  /** The operating system, in Node's words: `linux`, `darwin`, `win32` … */
  readonly platform: string;
  /** The number of the user that runs the program; undefined where users have none. */
  readonly uid: number | undefined;
  /** The number of this process, and whether that of another is one of a process that is there. */
  readonly pid: number;
  isRunning(pid: number): boolean;
  /** What starts the program: the Node that runs it, and its script, both as absolute paths. */
  readonly program: { readonly node: string; readonly script: string };
  /** Runs another program, without a shell. `code` is null when it is not there or was stopped. Never throws. */
  readonly run: (command: string, args: readonly string[], options?: ToolOptions) => Promise<ToolResult>;
  /**
   * Opens a file in the user's editor and waits for its end. `code` is null when there is none; undefined where nobody
   * sits at a terminal.
   */
  readonly edit: (file: string) => Promise<{ readonly code: number | null } | undefined>;
  /** Takes the terminal for a full screen, until it is closed; to be called at a terminal only. */
  readonly openScreen: (client: ScreenClient) => Promise<FullScreen>;
  /** Opens a secret of this user in the keyring of the system. Rejects when there is none. */
  readonly openSecret: OpenEntry;
}

/** Columns to write for: the terminal's, else what the environment says, else 80. */
export function terminalWidth({ stdout, env }: Pick<Shell, 'stdout' | 'env'>): number {
  const configured = Number(env['COLUMNS']);
  return stdout.columns ?? (Number.isInteger(configured) && configured > 0 ? configured : 80);
}

async function readAll(stream: NodeJS.ReadStream, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > maxBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function promptLine(
  stdin: NodeJS.ReadStream,
  stderr: NodeJS.WriteStream,
  prompt: string,
  kind?: 'secret',
): Promise<Reply> {
  // Loaded here only: few runs prompt.
  const { createInterface } = await import('node:readline');
  const lines =
    kind === 'secret' && stdin.isTTY
      ? createInterface({ input: stdin, output: await silent(), terminal: true })
      : createInterface({ input: stdin, output: stderr });
  if (kind === 'secret' && stdin.isTTY) stderr.write(prompt);
  try {
    return await new Promise<Reply>((resolve) => {
      lines.once('SIGINT', () => resolve({ end: 'interrupted' }));
      lines.once('close', () => resolve({ end: 'closed' }));
      lines.question(prompt, (line) => resolve({ line }));
    });
  } finally {
    lines.close();
    // The line end that was typed has not shown either.
    if (kind === 'secret' && stdin.isTTY) stderr.write('\n');
  }
}

/** A stream that shows nothing: readline would echo what is typed on a terminal. */
async function silent(): Promise<NodeJS.WritableStream> {
  const { Writable } = await import('node:stream');
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function createInterruption(process: NodeJS.Process): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (controller === undefined) {
      const made = new AbortController();
      process.once('SIGINT', () => made.abort());
      process.once('SIGTERM', () => made.abort());
      controller = made;
    }
    return controller.signal;
  };
}

/**
 * The real world, from the process that the program runs in.
 * @param onFault gets a fault of standard output that shows after the call that caused it.
 */
export function openShell(process: NodeJS.Process, onFault?: (fault: OutputError) => void): Shell {
  const stdout = openOutput(1, () => process.stdout, process.env, onFault);
  return {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    nodeVersion: process.versions.node,
    // Looking at `process.stdin` opens it: only where it is read.
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true;
      },
      read: (maxBytes) => readAll(process.stdin, maxBytes),
    },
    question: (prompt, kind) => promptLine(process.stdin, process.stderr, prompt, kind),
    stdout,
    stderr: openOutput(2, () => process.stderr, process.env),
    writeAll: stdout.writeAll,
    interruption: createInterruption(process),
    now: () => Date.now(),
    randomId: () => globalThis.crypto.randomUUID(),
    get host() {
      // Asked for by few runs, and the module takes 1 ms.
      return process.getBuiltinModule('node:os').hostname();
    },
    zoneRules: process.versions['tz'] ?? '',
    platform: process.platform,
    uid: process.getuid?.(),
    pid: process.pid,
    isRunning: (pid) => {
      try {
        return process.kill(pid, 0);
      } catch (error) {
        // That of another user is there, but may not be signaled.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
      }
    },
    program: { node: process.execPath, script: process.argv[1] ?? '' },
    run: async (command, args, options) => {
      // Loaded here only: few runs need another program.
      const { runTool } = await import('./desktop/child-process.js');
      return runTool(command, args, options);
    },
    edit: async (file) => {
      if (process.stdin.isTTY !== true) return undefined;
      const { runInTerminal } = await import('./desktop/child-process.js');
      const { VISUAL, EDITOR } = process.env;
      return runInTerminal(
        VISUAL || EDITOR || (process.platform === 'win32' ? 'notepad' : 'vi'),
        file,
        process.platform,
      );
    },
    openScreen: async (client) => {
      // Loaded here only: no other command draws on the whole terminal.
      const { openFullScreen } = await import('./editor/full-screen.js');
      return openFullScreen(process, client);
    },
    openSecret: async (service, account) => {
      const { openSystemEntry } = await import('#x/auth/keyring.js');
      return openSystemEntry(service, account);
    },
  };
}

/**
 * Whether standard output is written in colour. What was asked for on the command line wins; then NO_COLOR
 * (no-color.org), which chalk does not heed; then FORCE_COLOR; then whether somebody looks at a terminal that can.
 */
export function wantsColor({ env, stdout }: Pick<Shell, 'env' | 'stdout'>, flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stdout.isTTY && env['TERM'] !== 'dumb';
}
