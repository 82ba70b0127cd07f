// `npm run bench [-- --json]`: start, throughput and memory of `lint`; `bench:history` measures the history. It prints and never fails a test: figures are read,
// and compared with those of the same run only.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { lint, parseDraft } from '../dist/index.js';
import { loadTypeScript } from '../scripts/run-typescript.mjs';
import { rewriteRows } from './rewrites.mjs';
import { printRows } from './table.mjs';

const RUNS = 31;
const DRAFTS = 10_000;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value, digits = 1) => Number(value.toFixed(digits));

/** Medians of whole processes in ms, each command in turn, so that a slow moment of the machine hits all alike. */
function timeStarts(commands) {
  // An extra CA file is read at every start of Node 20, whatever the program: 38 ms that are not ours.
  // The history of the person who runs this would be read.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = { ...process.env, TWEETSPAN_DB: '/nonexistent' };
  const times = commands.map(() => []);
  for (let run = 0; run < RUNS + 1; run += 1) {
    commands.forEach((args, index) => {
      const start = process.hrtime.bigint();
      spawnSync(process.execPath, args, { env, stdio: 'ignore' });
      // The first round fills the caches of the file system.
      if (run > 0) times[index].push(Number(process.hrtime.bigint() - start) / 1e6);
    });
  }
  return times.map(median);
}

/** Drafts like those of the samples, no two alike: each sample with other words in other places. */
function makeDrafts() {
  const samples = readdirSync('fixtures/drafts')
    .filter((file) => /^(?:fr|en)-.*\.(?:md|txt)$/.test(file))
    .map((file) => readFileSync(`fixtures/drafts/${file}`, 'utf8'));
  return Array.from({ length: DRAFTS }, (_, index) => {
    const sample = samples[index % samples.length];
    return parseDraft(sample.replace(/(https?:\/\/\S+?)(?=[\s"\]]|$)/g, `$1-${index}`));
  });
}

/** Processor time in s. */
function timeEach(items, work) {
  const start = process.cpuUsage();
  for (const item of items) work(item);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const ROUNDS = 5;

/**
 * Figures of lint beside those of twitter-text's bare parse, over the same drafts. One after the other, and the package
 * loaded in between: its core-js puts slower regular expressions in the place of the engine's, for everybody.
 */
async function timeThroughput() {
  const drafts = makeDrafts();
  const facts = { now: Date.UTC(2026, 2, 2) };
  const rounds = Array.from({ length: ROUNDS });
  const judged = rounds.map(() => timeEach(drafts, (draft) => lint(draft, { facts })));
  const megabytes = process.memoryUsage().rss / 1e6;
  const { default: twitterText } = await import('twitter-text');
  const parsed = rounds.map(() => timeEach(drafts, ({ text }) => twitterText.parseTweet(text)));
  return { lint: DRAFTS / median(judged), parse: DRAFTS / median(parsed), megabytes };
}

const NODE = ['-e', '0'];
const STARTS = {
  'lint, one draft of text alone': ['bin/tweetspan.js', 'lint', 'fixtures/drafts/fr-job-middling.txt'],
  'lint, one draft with front matter': ['bin/tweetspan.js', 'lint', 'fixtures/drafts/fr-townhall-middling.md'],
  '--version': ['bin/tweetspan.js', '--version'],
};

const { thesaurusRows } = await loadTypeScript('bench/thesaurus.ts');
const [node, ...starts] = timeStarts([NODE, ...Object.values(STARTS)]);
const throughput = await timeThroughput();
const rows = [
  ['node -e 0 (ms)', round(node), ''],
  ...Object.keys(STARTS).map((name, index) => [
    `${name} (ms above node)`,
    round(starts[index] - node),
    name.startsWith('lint') ? 'at most 45, aim for 25' : '',
  ]),
  ['lint in process, all rules (drafts/s)', round(throughput.lint, 0), 'at least 5000'],
  ['twitter-text parseTweet alone (drafts/s)', round(throughput.parse, 0), ''],
  ...thesaurusRows().map(([name, value, target]) => [name, round(value, 2), target]),
  ['memory after 50,000 drafts (MB RSS)', round(throughput.megabytes, 0), ''],
  ...(await rewriteRows()),
];

printRows(rows, { schema: 'tweetspan/bench@1', runs: RUNS, drafts: DRAFTS });
if (!process.argv.includes('--json')) {
  process.stdout.write(
    '\nImports and look-ups of a history: npm run bench:history. Hours and decay: npm run bench:timing.\n',
  );
}
