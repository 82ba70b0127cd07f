// Runs scripts of package.json side by side: `node scripts/side-by-side.mjs build check`. What each prints comes in one piece,
// in the order of the call; the exit code is 1 where one has failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const { npm_execpath: npm } = process.env;
if (npm === undefined) throw new Error('side-by-side.mjs is started by npm: npm run check');

const runs = process.argv.slice(2).map((name) => {
  const run = spawn(process.execPath, [npm, 'run', '--silent', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  const printed = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (piece) => printed.push(piece));
  return { name, printed, ended: once(run, 'close') };
});
for (const { name, printed, ended } of runs) {
  const [code] = await ended;
  process.stdout.write(Buffer.concat(printed));
  if (code === 0) continue;
  process.stderr.write(`npm run ${name} failed\n`);
  process.exitCode = 1;
}
