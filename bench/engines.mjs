// How fast each SQLite engine is that the running Node offers: an import of a generated archive and 10,000 claims of
// the queue, processor time, the best of three runs each, interleaved. Option: --posts 100000
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { generateArchive } from './generate-archive.mjs';

const { values } = parseArgs({ options: { posts: { type: 'string', default: '100000' } } });
const CLAIMS = 10_000;
const NOW = 1_793_491_200_000;
const HOUR = 3_600_000;

const module = await bundle(
  'engines',
  `export { importPaths } from './src/history/import.js';
export { createHistoryWriter } from './src/store/history/writer.js';
export { createQueueStore } from './src/store/queue/store.js';
export { openDatabase } from './src/store/database.js';
export { driverLoaders } from './src/store/driver/choose.js';`,
);
const store = await import(pathToFileURL(resolve(module)).href);

const nodeVersion = process.versions.node;
const drivers = [];
for (const load of store.driverLoaders(nodeVersion)) {
  try {
    drivers.push(await load(nodeVersion));
  } catch (error) {
    console.log(`not offered: ${error.message}`);
  }
}

/** The processor time of this process so far, ms: other programs change it least. */
const cpuTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const folder = mkdtempSync(join(tmpdir(), 'tweetspan-engines-'));
let files = 0;
const openEmpty = (driver) => store.openDatabase(join(folder, `${(files += 1)}.db`), { nodeVersion, driver });

async function timeImport(driver) {
  const database = await openEmpty(driver);
  const start = cpuTime();
  await store.importPaths([join(folder, 'archive')], store.createHistoryWriter(database), { now: NOW });
  const ms = cpuTime() - start;
  database.close();
  return ms;
}

async function timeClaims(driver) {
  const database = await openEmpty(driver);
  const queue = store.createQueueStore(database);
  const items = Array.from({ length: CLAIMS }, (_, index) => ({
    mode: 'remind',
    link: `example.org/${index}`,
    text: `Post ${index} https://example.org/${index}`,
    media: [],
    dueAt: NOW + index,
    requestedTime: '2026-11-01T00:00',
    zone: 'UTC',
    missed: 'skip',
    gap: HOUR,
    review: false,
    price: 0,
    draft: 'bench.md',
  }));
  const added = queue.add(items, NOW);
  const late = NOW + CLAIMS;
  const start = cpuTime();
  for (const { id } of added) {
    const token = `t${id}`;
    const claimed =
      queue.claim(id, { owner: 'bench', token, until: late + HOUR }, { at: late, name: 'claimed' }) &&
      queue.change(id, ['claimed'], { state: 'missed' }, { at: late, name: 'missed' }, token);
    if (!claimed) throw new Error(`item ${id} could not be claimed`);
  }
  const ms = cpuTime() - start;
  database.close();
  return ms;
}

try {
  await generateArchive(join(folder, 'archive'), Number(values.posts));
  const best = drivers.map(() => ({ import: Infinity, claims: Infinity }));
  for (let run = 0; run < 3; run += 1) {
    for (const [index, driver] of drivers.entries()) {
      best[index].import = Math.min(best[index].import, await timeImport(driver));
      best[index].claims = Math.min(best[index].claims, await timeClaims(driver));
    }
  }
  for (const [index, { name }] of drivers.entries()) {
    const ms = best[index];
    console.log(
      `Node ${nodeVersion}, ${name}: import of ${values.posts} posts ${Math.round(ms.import)} ms, ` +
        `${CLAIMS} claims, each ended, ${Math.round(ms.claims)} ms`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
