// Bundles the timing benchmark and runs it: `npm run bench:timing -- [--json] [--only hours|decay|lives|alarms|experiment|audit|speed]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'tweetspan-bench-'));
try {
  const outfile = join(folder, 'timing.mjs');
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
} finally {
  rmSync(folder, { recursive: true, force: true });
}
