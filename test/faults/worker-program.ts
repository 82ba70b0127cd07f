/**
 * The program of a worker whose clock is told and that ends itself at a labelled step:
 * `node MODULE DATABASE CLOCK [STEP]`, CLOCK being the instant (ms UTC) at which it starts, and STEP where it is killed.
 * All else is the real thing: the command, the database, the client of X.
 */
export const WORKER_PROGRAM = `
import { openShell } from './src/cli/shell.js';
import { runCommand } from './src/cli/commands/run.js';
const [db, clock, step] = process.argv.slice(2);
const ahead = Number(clock) - Date.now();
const shell = { ...openShell(process), now: () => Date.now() + ahead };
process.exitCode = await runCommand(shell, { db, once: true, log: 'json', minInterval: 0 }, (reached) => {
  if (reached === step) process.kill(process.pid, 'SIGKILL');
});
`;
