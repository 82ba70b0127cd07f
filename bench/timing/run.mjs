// Bundles the timing benchmark and runs it: `npm run bench:timing -- [--json] [--only hours|decay|speed]`.
import { build } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const outfile = resolve('dist/bench/timing.mjs');
await build({
  entryPoints: ['bench/timing/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = main(process.argv.slice(2), process.env.TWEETSPAN_BENCH_DATA ?? '../shared');
