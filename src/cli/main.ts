import { CommanderError } from 'commander';
import { EXIT, exitCodeForError, userMessages, type ExitCode } from './user-error.js';
import { createProgram } from './program.js';
import type { Shell } from './shell.js';

export { openShell } from './shell.js';

/** Runs the program in a world and answers its exit code. Nothing escapes: what is not foreseen is our bug, and said. */
export async function main(shell: Shell): Promise<ExitCode> {
  let answer: ExitCode = EXIT.done;
  const program = createProgram(shell, (exitCode) => {
    answer = exitCode;
  });
  try {
    if (shell.argv.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync([...shell.argv], { from: 'user' });
    return answer;
  } catch (error) {
    // Commander has written its own line; it calls every misuse 1, which here means findings.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return printError(error, shell);
  }
}

function printError(error: unknown, { argv, stderr }: Shell): ExitCode {
  const lines = userMessages(error);
  if (lines !== undefined) {
    for (const line of lines) stderr.write(`tweetspan: ${line}\n`);
    return exitCodeForError(error);
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  stderr.write(`tweetspan: a bug of ours (${name}: ${message}); please report it with the output of --verbose\n`);
  if (argv.includes('--verbose') || argv.includes('-v')) stderr.write(`${stack}\n`);
  return EXIT.bug;
}
