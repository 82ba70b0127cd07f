import { parseTweet } from '../tweet/parse.js';
import type { Shell } from './shell.js';

export { openShell } from './shell.js';

export async function main(shell: Shell): Promise<number> {
  shell.stdout.write(JSON.stringify(parseTweet(shell.argv[0] ?? '')));
  return 0;
}
