// `npm run bench:commands [-- --rounds 21] [--json]`: whole commands on a history of 2,000 posts that were read five times each, as wall-clock
// ratios to `node -e 0`. All run in turn, so that a slow moment of the machine hits all alike; a ratio is of one round.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from './generate-archive.mjs';
import { printRows } from './table.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '21' }, json: { type: 'boolean' } } });
const rounds = Number(values.rounds);
const PROGRAM = resolve('bin/tweetspan.js');
const HOUR = 3_600_000;
const POSTS = 2000;
/** Ages of the readings, in hours. */
const READ = [1, 3, 6, 24, 24 * 8];

const folder = mkdtempSync(join(tmpdir(), 'tweetspan-bench-'));
const database = join(folder, 'history.db');
const draft = join(folder, 'draft.md');
// An extra CA file is read at every start of Node 20, whatever the program: 38 ms that are not ours.
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...inherited } = process.env;
const env = { ...inherited, TZ: 'UTC', TWEETSPAN_DB: database };

function run(args) {
  const start = process.hrtime.bigint();
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { env, cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit code ${status}. ${stderr}${stdout}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Posts of the last 500 days, some two days apart at the most, a link in each; counts that rise from reading to reading. */
function writeHistory(file, now) {
  const next = random(7);
  const lines = ['id,text,at,observedAt,likes,retweets'];
  for (let index = 0; index < POSTS; index += 1) {
    const at = now - ((POSTS - index) / POSTS) * 500 * 24 * HOUR - Math.floor(next() * 5 * HOUR) - 9 * 24 * HOUR;
    const total = Math.floor(-8 * Math.log(1 - next()));
    const text = `A look at item ${index % 700} for teams https://example.org/p${index % 700} #guide`;
    for (const hours of READ) {
      const count = Math.round(total * (1 - 1 / (1 + hours ** 0.8)));
      const [when, seen] = [at, at + hours * HOUR].map((instant) => new Date(instant).toISOString());
      lines.push(`${10n ** 18n + BigInt(index)},${text},${when},${seen},${count},0`);
    }
  }
  writeFileSync(file, lines.join('\n'));
}

const COMMANDS = [
  ['hours', ['hours'], 5],
  ['decay', ['decay'], 8],
  ['schedule --dry-run', ['schedule', draft, '--dry-run'], 8],
  ['audit', ['audit'], 12],
  ['suggest', ['suggest'], undefined],
];

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

try {
  writeHistory(join(folder, 'posts.csv'), Date.now());
  writeFileSync(draft, 'What changed since last spring, in four charts and one table https://example.org/p5 #guide\n');
  run([PROGRAM, 'import', join(folder, 'posts.csv')]);
  // What was learned is kept in the database: the first call is another matter than all others.
  const first = COMMANDS.map(([, args]) => run([PROGRAM, ...args]));
  const bare = [];
  const ratios = COMMANDS.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    const node = run(['-e', '0']);
    bare.push(node);
    for (const [index, [, args]] of COMMANDS.entries()) ratios[index].push(run([PROGRAM, ...args]) / node);
  }
  const figures = COMMANDS.map(([name, , bar], index) => ({ name, bar, ratio: median(ratios[index]) }));
  printRows(
    [
      ['node -e 0 (ms)', Number(median(bare).toFixed(1)), ''],
      ...figures.map(({ name, ratio, bar }) => [
        `${name} (times node -e 0)`,
        Number(ratio.toFixed(2)),
        bar === undefined ? '' : `at most ${bar}`,
      ]),
      ...COMMANDS.map(([name], index) => [
        `${name}, the first time after an import (ms)`,
        Math.round(first[index]),
        '',
      ]),
    ],
    { schema: 'tweetspan/bench-commands@1', rounds },
  );
  if (figures.some(({ ratio, bar }) => bar !== undefined && ratio > bar)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
