import { CommanderError } from 'commander';
import { EXIT, exitCodeForError, userMessages, type ExitCode } from './user-error.js';
import { runProgram } from './program.js';
import { localeInArguments } from './options/locale.js';
import { cliSentences } from '#locale/cli.js';
import type { Shell } from './shell.js';

export { openShell } from './shell.js';

/** Runs the program in a world and answers its exit code. Nothing escapes: what is not foreseen is our bug, and said. */
export async function main(shell: Shell): Promise<ExitCode> {
  let answer: ExitCode = EXIT.done;
  try {
    await runProgram(shell, (exitCode) => {
      answer = exitCode;
    });
    return answer;
  } catch (error) {
    // Its line is written already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return printError(error, shell);
  }
}

function printError(error: unknown, shell: Shell): ExitCode {
  const { argv, stderr } = shell;
  const lines = userMessages(error);
  if (lines !== undefined) {
    for (const line of lines) stderr.write(`tweetspan: ${line}\n`);
    return exitCodeForError(error);
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const { internal } = cliSentences(localeInArguments(shell)).errors;
  stderr.write(`tweetspan: ${internal(`${name}: ${message}`)}
`);
  if (argv.includes('--verbose') || argv.includes('-v')) stderr.write(`${stack}\n`);
  return EXIT.bug;
}
