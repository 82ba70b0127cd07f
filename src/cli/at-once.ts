// Answers that need no program: a lone `--version` or `--help`, from texts made at build time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localeInArguments } from './options/locale.js';
import { isPipeOrFile, writeDirectly } from './output.js';

/**
 * Answers a lone `--version`, `-V` or `--help` that goes into a pipe or a file, and says whether it did. All else is the
 * program's: a terminal has a width of its own, and only commander reads other arguments.
 */
export function answerAtOnce(process: NodeJS.Process): boolean {
  const [, , asked, ...more] = process.argv;
  if (more.length > 0 || !isPipeOrFile(1)) return false;
  const text = textFor(asked, process.env);
  if (text === undefined) return false;
  const written = writeDirectly(1, text);
  // Looking at `process.stdout` opens the stream: 5 ms.
  if (typeof written === 'object') process.stdout.write(written.rest);
  return true;
}

function textFor(asked: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  if (asked === '--version' || asked === '-V') return `${TWEETSPAN_VERSION}\n`;
  if (asked !== '--help') return undefined;
  return readFileSync(join(TWEETSPAN_DIST, `help.${localeInArguments({ argv: [], env })}.txt`), 'utf8');
}
