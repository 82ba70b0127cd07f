// How fast and how large: imports of generated archives beside a bare JSON.parse of the same bytes, in processor time,
// and beside the sqlite3 shell's own .import of the same rows, then look-ups. Options: --posts 100000,1000000 --json --keep
import { execFileSync, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, IMPORT_PROGRAM } from './bundle.mjs';
import { generateArchive } from './generate-archive.mjs';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '100000,1000000' },
    json: { type: 'boolean' },
    keep: { type: 'boolean' },
  },
});
const sizes = values.posts.split(',').map(Number);
const say = (line) => process.stderr.write(`${line}\n`);

const PARSE_PROGRAM = `
import { readFileSync } from 'node:fs';
const start = performance.now();
const before = process.cpuUsage();
let elements = 0;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  elements += JSON.parse(text.slice(text.indexOf('['))).length;
}
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024, elements }));
`;
const LOOK_UP_SOURCE = `
export { openDatabase } from './src/store/database.js';
export { createHistoryReader } from './src/store/history/reader.js';
`;

const run = (program, ...args) =>
  JSON.parse(execFileSync(process.execPath, [program, ...args], { maxBuffer: 1 << 28 }));

/** Time of the sqlite3 shell for the rows of \`posts\` as CSV; undefined where there is no such program. */
async function shellImport(folder, database) {
  if (spawnSync('sqlite3', ['--version']).error) return undefined;
  const csv = join(folder, 'rows.csv');
  const rows = 'SELECT id, at, kind, language, media, text, likes, reposts FROM posts';
  const out = createWriteStream(csv);
  const { spawn } = await import('node:child_process');
  const dump = spawn('sqlite3', ['-readonly', '-csv', database, rows]);
  dump.stdout.pipe(out);
  await once(out, 'finish');
  const table =
    'CREATE TABLE posts (id TEXT PRIMARY KEY, at INTEGER, kind TEXT, language TEXT, media INTEGER, text TEXT, likes INTEGER, reposts INTEGER)';
  const start = performance.now();
  execFileSync('sqlite3', [join(folder, 'shell.db'), table, '.mode csv', `.import ${csv} posts`]);
  return performance.now() - start;
}

/** Median and largest time of some warm runs, in ms. */
function time(work, runs = 15) {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)], max: times[runs - 1] };
}

async function lookUps(database) {
  const module = await bundle('look-up', LOOK_UP_SOURCE);
  const { openDatabase, createHistoryReader } = await import(pathToFileURL(resolve(module)).href);
  const connection = await openDatabase(database, { nodeVersion: process.versions.node, readonly: true });
  const history = createHistoryReader(connection);
  const terms = connection.prepare('SELECT term FROM posts_terms ORDER BY doc DESC LIMIT 400').pluck().all();
  const [common, rare] = [terms[0], terms.at(-1)];
  const [link] = history.links({}, 'posts', 1);
  const result = {
    links: time(() => history.links({}, 'posts', 50)),
    'links by last post': time(() => history.links({}, 'last', 50)),
    [`posts --search ${common} (most frequent)`]: time(() => history.posts({ search: common }, 'newest', 50)),
    [`posts --search ${rare}`]: time(() => history.posts({ search: rare }, 'newest', 50)),
    'posts --search of originals of one year': time(() =>
      history.posts(
        { search: common, kinds: ['original'], since: Date.UTC(2020, 0, 1), until: Date.UTC(2021, 0, 1) },
        'newest',
        50,
      ),
    ),
    'facts: use of a frequent term': time(() => history.termUse(common)),
    'facts: past posts of the most frequent link': time(() => history.pastPosts(link.identity, 20)),
    'facts: people for a draft': time(() => history.contactsFor({ link: link.identity, words: [common, rare] }, 10)),
    'facts: figures for a term': time(() => history.demand(common, 'fr')),
  };
  connection.close();
  return result;
}

const importer = await bundle('import', IMPORT_PROGRAM);
const parser = await bundle('parse', PARSE_PROGRAM);
const folder = mkdtempSync(join(tmpdir(), 'tweetspan-bench-'));
const results = [];
let repeated = [];

const POST = '1500000000000000001';
const TEXT = 'A post about the garden https://example.org/garden';
const rows = (count, row) => Array.from({ length: count }, (_, index) => row(index)).join('\n');
/** Files that say one thing many times: what merges them is fast only if it never looks back at all of them. */
const REPEATED = {
  '200000 equal rows of a table': [
    'equal.csv',
    () => `id,text,at,likes\n${rows(200_000, () => `${POST},${TEXT},2022-03-06T09:00:00Z,4`)}`,
  ],
  '200000 equal posts of an archive': [
    'tweets.js',
    () =>
      `window.YTD.tweets.part0 = [${rows(200_000, (index) => `${index === 0 ? '' : ','}${JSON.stringify({ tweet: { id_str: POST, full_text: TEXT, favorite_count: '4' } })}`)}]`,
  ],
  '3000 readings of one post': [
    'readings.csv',
    () =>
      `id,text,at,observedAt,likes\n${rows(3000, (index) => `${POST},${TEXT},2022-03-06T09:00:00Z,${new Date(Date.UTC(2022, 2, 6, 10, index)).toISOString()},${index}`)}`,
  ],
};

/** Processor time of importing each, in ms. */
function importRepeated() {
  return Object.entries(REPEATED).map(([name, [file, write]], index) => {
    const path = join(folder, file);
    writeFileSync(path, write());
    return { name, cpuMs: run(importer, join(folder, `repeated-${index}.db`), path).cpuMs };
  });
}

try {
  for (const posts of sizes) {
    const place = join(folder, String(posts));
    const parts = await generateArchive(place, posts);
    const megabytes = parts.reduce((sum, part) => sum + statSync(part).size, 0) / 1e6;
    // One after the other and twice: the better of two, as other programs disturb either.
    const runs = [0, 1].map((turn) => ({
      parse: run(parser, ...parts),
      import: run(importer, join(folder, `${posts}-${turn}.db`), place),
    }));
    const best = (name) => runs.map((pair) => pair[name]).sort((a, b) => a.cpuMs - b.cpuMs)[0];
    const [imported, parsed] = [best('import'), best('parse')];
    const again = run(importer, join(folder, `${posts}-0.db`), place);
    const shellMs = await shellImport(folder, join(folder, `${posts}-0.db`));
    rmSync(join(folder, 'shell.db'), { force: true });
    rmSync(place, { recursive: true });
    results.push({
      posts,
      megabytes,
      databaseMb: statSync(join(folder, `${posts}-0.db`)).size / 1e6,
      importMs: imported.ms,
      importCpuMs: imported.cpuMs,
      rowsPerSecond: posts / (imported.ms / 1000),
      peakMb: imported.peakMb,
      againMs: again.ms,
      parseMs: parsed.ms,
      parseCpuMs: parsed.cpuMs,
      parsePeakMb: parsed.peakMb,
      importByParse: imported.cpuMs / parsed.cpuMs,
      shellImportMs: shellMs ?? null,
      importByShell: shellMs === undefined ? null : imported.ms / shellMs,
      lookUpsMs: await lookUps(join(folder, `${posts}-0.db`)),
    });
    say(`${posts} posts done`);
  }
  repeated = importRepeated();
} finally {
  if (values.keep) say(`kept ${folder}`);
  else rmSync(folder, { recursive: true });
}

/** How much more of something the last size takes than the first, for ten times the posts. */
const growth = (name) => {
  const [first, last] = [results[0], results.at(-1)];
  if (first === undefined || first.posts === last.posts) return null;
  return (last[name] / first[name]) ** (1 / Math.log10(last.posts / first.posts));
};
const timeGrowth = growth('importCpuMs');
const memoryGrowth = growth('peakMb');
if (values.json)
  console.log(
    JSON.stringify({ schema: 'tweetspan/bench-history@1', results, timeGrowth, memoryGrowth, repeated }, null, 2),
  );
else {
  for (const result of results) {
    const { posts, lookUpsMs, ...figures } = result;
    console.log(`\n${posts} posts`);
    for (const [name, figure] of Object.entries(figures))
      console.log(
        `  ${name.padEnd(16)} ${figure === null ? 'no sqlite3 shell here' : figure.toFixed(figure < 10 ? 2 : 0)}`,
      );
    for (const [name, { median, max }] of Object.entries(lookUpsMs))
      console.log(`  ${name.padEnd(48)} ${median.toFixed(2)} ms (at most ${max.toFixed(2)})`);
  }
  console.log('\none post, many times');
  for (const { name, cpuMs } of repeated) console.log(`  ${name.padEnd(48)} ${(cpuMs / 1000).toFixed(2)} s`);
  if (memoryGrowth !== null)
    console.log(
      `\nper tenfold: processor time grows ${timeGrowth.toFixed(1)}× (allowed 11×), peak memory ${memoryGrowth.toFixed(2)}× (allowed 1.3×)`,
    );
}
