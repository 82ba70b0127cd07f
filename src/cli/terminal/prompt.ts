import { cliSentences } from '#locale/cli.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

/** More than any set of keys needs, bytes. @source own choice */
const MAX_BYTES = 64 * 1024;

/** What ends a command whose user pressed Ctrl-C. */
export const interrupted = (): UserError =>
  new UserError((locale) => cliSentences(locale).errors.interrupted, { exitCode: EXIT.interrupted });

/**
 * Reads one line after another: at a terminal by a prompt for each, else from standard input, which holds them all.
 * @throws UserError when the input ends too early, or by Ctrl-C.
 */
export function lineReader(shell: Shell): (prompt: string, kind?: 'secret') => Promise<string> {
  let lines: string[] | undefined;
  const nextLine = async (): Promise<string | undefined> => {
    if (lines === undefined) {
      const bytes = await shell.stdin.read(MAX_BYTES);
      if (bytes === undefined) throw new UserError((locale) => cliSentences(locale).errors.tooMuchInput(MAX_BYTES));
      lines = new TextDecoder().decode(bytes).split(/\r?\n/);
    }
    return lines.shift();
  };
  return async (prompt, kind) => {
    const reply = shell.stdin.isTTY ? await shell.question(prompt, kind) : { line: await nextLine() };
    if ('end' in reply && reply.end === 'interrupted') throw interrupted();
    const line = 'line' in reply ? reply.line?.trim() : undefined;
    if (line !== undefined && line !== '') return line;
    const question = prompt.trim().replace(/\s*:$/, '');
    throw new UserError((locale) => cliSentences(locale).errors.noAnswer(question));
  };
}

const YES = /^(?:y|yes|o|oui)$/i;

/** Asks for a yes at the terminal. Anything but a yes is a no, and so is the end of the input. */
export async function confirm(
  shell: Pick<Shell, 'question' | 'stderr'>,
  question: string,
): Promise<'yes' | 'no' | 'interrupted'> {
  const reply = await shell.question(`${question} `);
  if ('line' in reply) return YES.test(reply.line.trim()) ? 'yes' : 'no';
  // The cursor still stands behind the question.
  shell.stderr.write('\n');
  return reply.end === 'interrupted' ? 'interrupted' : 'no';
}
