import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** What another program answered. `code` is null when it is not there, could not be started, or was stopped. */
export interface ToolResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a call of another program can have besides its arguments. */
export interface ToolOptions {
  /** Its standard input, in UTF-8; none is an empty one. */
  readonly stdin?: string;
  /** After that many ms it is killed. */
  readonly timeoutMs?: number;
}

/** Long enough for any tool that only answers, ms. @source own choice */
const TIMEOUT = 30_000;
/** Characters kept of each output: tools answer shortly. @source own choice */
const MAX_OUTPUT = 256 * 1024;
/** How long outputs may stay open after the end, ms. @source own choice */
const LINGER = 100;

/** Collects what a tool writes; the rest is read and dropped, so that the tool does not wait for its reader. */
function collect(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (piece: string) => {
    if (text.length < MAX_OUTPUT) text = (text + piece).slice(0, MAX_OUTPUT);
  });
  // What was read until then is the answer.
  stream.on('error', () => undefined);
  return () => text;
}

/**
 * Runs another program to its end, without a shell: no argument is ever read as a command. Never throws.
 * A program that leaves a part of itself in the background, as clipboard tools do, has ended when its first part has.
 */
export function runTool(
  command: string,
  args: readonly string[],
  { stdin = '', timeoutMs = TIMEOUT }: ToolOptions = {},
): Promise<ToolResult> {
  return new Promise((resolve) => {
    const failed = (error: unknown): void =>
      resolve({ code: null, stdout: '', stderr: error instanceof Error ? error.message : String(error) });
    try {
      const child = spawn(command, [...args], { stdio: 'pipe', windowsHide: true });
      const stdout = collect(child.stdout);
      const stderr = collect(child.stderr);
      // SIGKILL: a tool that hangs may not listen to anything else.
      const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
      let lingering: NodeJS.Timeout | undefined;
      const end = (code: number | null): void => {
        clearTimeout(timer);
        clearTimeout(lingering);
        // A background part that inherited them would keep this process alive as well.
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ code, stdout: stdout(), stderr: stderr() });
      };
      child.on('error', (error) => {
        clearTimeout(timer);
        failed(error);
      });
      child.on('exit', (code) => (lingering = setTimeout(() => end(code), LINGER)));
      child.on('close', (code) => end(code));
      // A tool may end without reading its input.
      child.stdin.on('error', () => undefined);
      child.stdin.end(stdin);
    } catch (error) {
      // An argument with a NUL in it, or too long for the system.
      failed(error);
    }
  });
}

/**
 * Runs a command line of the user's own with a file behind it, in the terminal of this process, to its end. A shell reads
 * the line (`code --wait`), never the name of the file. `code` is null when it could not be started.
 */
export function runInTerminal(line: string, file: string, platform: string): Promise<{ readonly code: number | null }> {
  return new Promise((resolve) => {
    const child =
      platform === 'win32'
        ? spawn(`${line} "${file}"`, { stdio: 'inherit', shell: true })
        : spawn('sh', ['-c', `${line} "$1"`, 'sh', file], { stdio: 'inherit' });
    child.on('error', () => resolve({ code: null }));
    child.on('close', (code) => resolve({ code }));
  });
}
