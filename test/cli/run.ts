import { spawnSync } from 'node:child_process';
import { main } from '#cli/main.js';
import type { Shell } from '#cli/shell.js';

/** How the program is called; nothing of the world around the test gets in but what stands here. */
export interface Call {
  readonly argv: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Bytes on standard input; a terminal when left out. */
  readonly stdin?: string | Uint8Array;
  readonly columns?: number;
  /** What is typed at the prompts of a terminal, one line each; `^C` interrupts, and the input closes after the last. A function gives a line that depends on what was shown. */
  readonly typed?: readonly (string | (() => string))[];
  /** What happens in the world while a question waits for its answer. */
  readonly whileAsked?: () => unknown;
  /** The present instant in ms UTC; `NOW` when left out. */
  readonly now?: number;
  /** What Ctrl-C aborts. */
  readonly interruption?: AbortSignal;
  /** The version of Node that the program is told it runs on. */
  readonly nodeVersion?: string;
  /** The operating system that the program is told it runs on; Linux when left out. */
  readonly platform?: string;
  /** The name of the machine; `here.example` when left out. */
  readonly host?: string;
  /** The user that runs the program; the first one of a Mac when left out. */
  readonly uid?: number;
  /** Sees each text as it is written to standard error. */
  readonly onStderr?: (text: string) => void;
  /** What other programs answer; none of them is there when left out. */
  readonly run?: Shell['run'];
  /** What an editor does to a file; nobody sits at a terminal when left out. */
  readonly edit?: (file: string) => void;
  /** The keyring of the system; there is none when left out. */
  readonly openSecret?: Shell['openSecret'];
  readonly openScreen?: Shell['openScreen'];
}

/** What a call left behind. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

/** The present instant of calls in process that name none: Monday 2026-03-02, noon UTC. */
const NOW = Date.UTC(2026, 2, 2, 12);

/** No test finds the history or the configuration of the person who runs it. */
const HOMELESS = { HOME: '/nonexistent' };

/** Random ids of calls in process, which must not differ from run to run. */
let ids = 0;

/** The world of a call, and what is written in it. */
export function worldOf({
  argv,
  cwd = process.cwd(),
  env = {},
  stdin,
  columns,
  typed = [],
  whileAsked,
  now = NOW,
  interruption = new AbortController().signal,
  nodeVersion = process.versions.node,
  platform = 'linux',
  uid = 501,
  host = 'here.example',
  onStderr,
  run = async () => ({ code: null, stdout: '', stderr: '' }),
  edit,
  openScreen = () => Promise.reject(new Error('no screen')),
  openSecret = () => Promise.reject(new Error('no keyring')),
}: Call): { readonly shell: Shell; readonly written: { stdout: string; stderr: string } } {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    isTTY: columns !== undefined,
    columns,
    write: (text: string) => {
      written[name] += text;
      if (name === 'stderr') onStderr?.(text);
    },
  });
  const lines = [...typed];
  const shell: Shell = {
    argv,
    env: { ...HOMELESS, ...env },
    cwd,
    nodeVersion,
    stdin: {
      isTTY: stdin === undefined,
      read: async (maxBytes) => {
        const bytes = typeof stdin === 'string' ? new TextEncoder().encode(stdin) : (stdin ?? new Uint8Array());
        return bytes.length > maxBytes ? undefined : bytes;
      },
    },
    question: async (prompt) => {
      written.stderr += prompt;
      await whileAsked?.();
      const next = lines.shift();
      const line = typeof next === 'function' ? next() : next;
      if (line === undefined) return { end: 'closed' };
      return line === '^C' ? { end: 'interrupted' } : { line };
    },
    stdout: output('stdout'),
    stderr: output('stderr'),
    writeAll: async (pieces) => {
      for (const piece of pieces) written.stdout += piece;
    },
    interruption: () => interruption,
    now: () => now,
    randomId: () => `id-${(ids += 1)}`,
    host,
    zoneRules: '2025c',
    platform,
    uid,
    pid: process.pid,
    isRunning: () => true,
    program: { node: '/usr/bin/node', script: '/usr/local/bin/tweetspan' },
    run,
    edit: async (file) => {
      if (edit === undefined) return undefined;
      edit(file);
      return { code: 0 };
    },
    openScreen,
    openSecret,
  };
  return { shell, written };
}

/** Runs the program in this process. */
export async function runInProcess(call: Call): Promise<Outcome> {
  const { shell, written } = worldOf(call);
  const exitCode = await main(shell);
  return { ...written, exitCode };
}

/** Runs the built program as a process of its own, with pipes. */
export function runProcess({ argv, cwd = process.cwd(), env = {}, stdin = '' }: Call): Outcome {
  const program = new URL('../../bin/tweetspan.js', import.meta.url).pathname;
  const { PATH = '' } = process.env;
  const result = spawnSync(process.execPath, [program, ...argv], {
    cwd,
    env: { PATH, ...HOMELESS, ...env },
    input: stdin,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { stdout: result.stdout, stderr: result.stderr, exitCode: result.status };
}
