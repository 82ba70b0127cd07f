// Loads a TypeScript module of the project as it stands: Node 20 reads none by itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The exports of a TypeScript file and of all that it imports, packages left where they are. */
export async function loadTypeScript(entry) {
  // Inside the project, so that packages are found from there.
  const folder = mkdtempSync(join('node_modules', '.tweetspan-'));
  try {
    const outfile = join(folder, 'module.mjs');
    const define = { TWEETSPAN_VERSION: '"0.0.0"', TWEETSPAN_DIST: '"dist/program"' };
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      define,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
