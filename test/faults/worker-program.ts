/**
 * The program of a worker that is killed or stopped at a labelled step: `node MODULE DATABASE CLOCK WRONG [STEP ACT]`. The
 * file CLOCK holds the ms that the test's time is ahead of this machine's, read anew each time, WRONG the ms that the
 * worker's clock is wrong by besides. ACT is `kill`, or `stop`: it is said on stdout first, and ends by a SIGCONT. All else
 * is the real thing: the command, the database, the client of X.
 */
export const WORKER_PROGRAM = `
import { readFileSync, writeSync } from 'node:fs';
import { openShell } from './src/cli/shell.js';
import { runCommand } from './src/cli/commands/run.js';
const [db, clock, wrongBy, step, act] = process.argv.slice(2);
const now = () => Date.now() + Number(readFileSync(clock, 'utf8')) + Number(wrongBy);
const shell = { ...openShell(process), now };
process.exitCode = await runCommand(shell, { db, once: true, log: 'json', minInterval: 0 }, (reached) => {
  if (reached !== step) return;
  if (act === 'stop') writeSync(1, 'stopped');
  process.kill(process.pid, act === 'stop' ? 'SIGSTOP' : 'SIGKILL');
});
`;
