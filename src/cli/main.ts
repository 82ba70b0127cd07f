import { CommanderError } from 'commander';
import { EXIT, userMessage, type ExitCode } from './user-error.js';
import { runProgram } from './program.js';
import { localeInArguments } from './options/locale.js';
import { cliSentences } from '#locale/cli.js';
import { openShell as openWorld, type Shell } from './shell.js';
import { writeNotice } from './notice.js';

/** The world of a process, which ends at once where nothing can be written any more: what follows would be lost as well. */
export const openShell = (process: NodeJS.Process): Shell =>
  openWorld(process, ({ code }) => {
    const locale = localeInArguments({ argv: process.argv.slice(2), env: process.env });
    writeNotice(process, cliSentences(locale).errors.output(code));
    process.exit(EXIT.tryLater);
  });

/** Runs the program in a world and returns its exit code. Never throws: an unforeseen error is reported as a bug. */
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
    return await printError(error, shell);
  }
}

async function printError(error: unknown, shell: Shell): Promise<ExitCode> {
  const { argv, stderr } = shell;
  const locale = localeInArguments(shell);
  const known = await userMessage(error, locale);
  if (known !== undefined) {
    for (const line of known.lines) writeNotice({ stderr }, line);
    return known.exitCode;
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const { internal } = cliSentences(locale).errors;
  writeNotice({ stderr }, internal(`${name}: ${message}`));
  if (argv.includes('--verbose') || argv.includes('-v')) stderr.write(`${stack}\n`);
  return EXIT.bug;
}
