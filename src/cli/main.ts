import { CommanderError } from 'commander';
import { EXIT, userMessage, type ExitCode } from './user-error.js';
import { runProgram } from './program.js';
import { localeInArguments } from './options/locale.js';
import { cliSentences } from '#locale/cli.js';
import type { Shell } from './shell.js';
import type { OutputError } from './output.js';
import { writeNotice } from './notice.js';

export { openShell } from './shell.js';

/**
 * Says that standard output cannot be written any more, and answers how the process is then to end, at once: what would
 * follow is lost as well.
 */
export function reportOutputFault(world: Pick<Shell, 'argv' | 'env' | 'stderr'>, { code }: OutputError): ExitCode {
  writeNotice(world, cliSentences(localeInArguments(world)).errors.output(code));
  return EXIT.tryLater;
}

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
