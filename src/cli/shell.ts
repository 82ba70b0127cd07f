import { hostname } from 'node:os';
import type { OpenEntry } from '#x/auth/keyring.js';
import type { ToolOptions, ToolResult } from './desktop/child-process.js';
import { isAsciiOnly, toAscii } from './terminal/ascii.js';

/** Where text goes. `columns` is undefined for a pipe or a file, and for a terminal of unknown width. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** The stream behind it, for a library that draws on a terminal. */
  readonly stream?: NodeJS.WriteStream;
  write(text: string): void;
}

/** A line that was typed, or how the prompt ended: by closing the input, or by Ctrl-C. */
export type Reply = { readonly line: string } | { readonly end: 'closed' | 'interrupted' };

/** The world as a command sees it: nothing below `cli` reads `process`, and a test can be the world. */
export interface Shell {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
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

function asOutput(stream: NodeJS.WriteStream, env: Shell['env']): Output {
  // A reader that has seen enough (`| head`) closes the pipe: the rest has no reader.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const columns = stream.isTTY && stream.columns > 0 ? stream.columns : undefined;
  const shown = shownBy(stream, env);
  return { isTTY: stream.isTTY === true, columns, stream, write: (text) => void stream.write(shown(text)) };
}

/** How a text is shown by a stream: a file or a pipe gets it as it is. */
const shownBy = (stream: NodeJS.WriteStream, env: Shell['env']): ((text: string) => string) =>
  stream.isTTY && isAsciiOnly(env) ? toAscii : (text) => text;

/** Characters that are written at once: one system call for many lines. */
const BLOCK = 64 * 1024;

async function writeAll(
  stream: NodeJS.WriteStream,
  env: Shell['env'],
  pieces: Iterable<string>,
  signal?: AbortSignal,
): Promise<void> {
  const shown = shownBy(stream, env);
  let isGone = false;
  stream.once('error', () => (isGone = true));
  for (const block of joinIntoBlocks(pieces)) {
    const hasRoom = stream.write(shown(block));
    // Also when there is room: an interruption or a closed pipe shows between two turns of the event loop only.
    if (hasRoom) await new Promise((done) => setImmediate(done));
    else await drained(stream);
    signal?.throwIfAborted();
    if (isGone || stream.destroyed) return;
  }
}

const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((done) => {
    const events = ['drain', 'error', 'close'] as const;
    const end = (): void => {
      for (const event of events) stream.off(event, end);
      done();
    };
    for (const event of events) stream.once(event, end);
  });

/** Pieces joined into blocks of about 64 K characters. */
export function* joinIntoBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
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

/** The real world, from the process that the program runs in. */
export const openShell = (process: NodeJS.Process): Shell => ({
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
  stdout: asOutput(process.stdout, process.env),
  stderr: asOutput(process.stderr, process.env),
  writeAll: (pieces, signal) => writeAll(process.stdout, process.env, pieces, signal),
  interruption: createInterruption(process),
  now: () => Date.now(),
  randomId: () => globalThis.crypto.randomUUID(),
  get host() {
    // Few runs need it.
    return hostname();
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
  openSecret: async (service, account) => {
    const { openSystemEntry } = await import('#x/auth/keyring.js');
    return openSystemEntry(service, account);
  },
});
