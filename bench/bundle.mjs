// Bundles sources of the program into a module that plain Node runs, beside the packages that it loads.
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

/** Bundles what `source`, TypeScript relative to the root of the project, exports; answers the path of the module. */
export async function bundle(name, source) {
  const folder = 'node_modules/.cache/tweetspan';
  mkdirSync(folder, { recursive: true });
  // Of its own: a test and a benchmark may run at the same time.
  const outfile = `${folder}/${name}-${process.pid}.mjs`;
  await build({
    stdin: { contents: source, resolveDir: '.', loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['@napi-rs/keyring', 'better-sqlite3', 'papaparse', 'pg', 'twitter-api-v2', 'yauzl'],
    // Bundled CommonJS packages ask for Node's own modules by `require`, which an ES module has to make itself.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
    define: { TWEETSPAN_VERSION: '"bundled"' },
    logLevel: 'error',
  });
  return outfile;
}

/** A program that imports paths into a database: `node MODULE DATABASE PATH…`. Prints its report with its peak memory. */
export const IMPORT_PROGRAM = `
import { importPaths } from './src/history/import.js';
import { createHistoryWriter } from './src/store/history/writer.js';
import { openDatabase } from './src/store/database.js';
const [file, ...paths] = process.argv.slice(2);
const database = await openDatabase(file, { nodeVersion: process.versions.node });
const start = performance.now();
const before = process.cpuUsage();
const report = await importPaths(paths, createHistoryWriter(database), { now: 1793491200000 });
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
database.close();
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024, report }));
`;
