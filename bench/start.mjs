// `npm run bench:start [-- --json]`: the start of every command beside `node -e 0`, in turn. It prints, and never fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printRows } from './table.mjs';

/** The names of all commands, from the list that the program itself runs by. */
const COMMANDS = [...readFileSync('src/cli/program.ts', 'utf8').matchAll(/\bname: '([a-z]+)'/g)].map(
  ([, name]) => name,
);
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const PROGRAM = resolve('bin/tweetspan.js');
const folder = mkdtempSync(join(tmpdir(), 'tweetspan-start-'));
writeFileSync(
  join(folder, 'draft.txt'),
  'Seven ways to shorten your release notes https://example.org/guide #ReleaseNotes\n',
);
writeFileSync(
  join(folder, 'draft.md'),
  '---\nlink: https://example.org/guide\n---\nSeven ways to shorten your release notes #ReleaseNotes\n',
);

/** Commands on a draft do their work; of all others the help is the start: nothing is read, sent or written. */
const ON_DRAFTS = {
  lint: ['lint', 'draft.txt'],
  'lint (front matter)': ['lint', 'draft.md'],
  rewrite: ['rewrite', 'draft.txt'],
  schedule: ['schedule', 'draft.md', '--dry-run'],
};
const calls = {
  'node -e 0': ['-e', '0'],
  ...Object.fromEntries(Object.entries(ON_DRAFTS).map(([name, argv]) => [name, [PROGRAM, ...argv]])),
  ...Object.fromEntries(COMMANDS.map((name) => [`${name} --help`, [PROGRAM, name, '--help']])),
};

const env = { PATH: process.env.PATH, HOME: folder, TZ: 'UTC' };
const times = Object.fromEntries(Object.keys(calls).map((name) => [name, []]));
// In turn, so that what else the machine does falls on all of them alike.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, argv] of Object.entries(calls)) {
    const start = process.hrtime.bigint();
    spawnSync(process.execPath, argv, { cwd: folder, env, stdio: 'ignore' });
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
  }
}
rmSync(folder, { recursive: true, force: true });

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const least = median(times['node -e 0']);
printRows(
  Object.entries(times).map(([name, values]) => {
    const time = median(values);
    return [name, `${(time / least).toFixed(2)} ×`, `${time.toFixed(0)} ms`];
  }),
  { schema: 'tweetspan/bench-start@1' },
);
