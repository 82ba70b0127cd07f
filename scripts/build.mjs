// Builds the program (CommonJS: it starts several ms before the same code as ES modules), the library (ES modules)
// and the notices of all that was bundled.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { bundledPackages } from './bundled-packages.mjs';
import { writeNotices } from './notices.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Heavy or native: loaded when used, from the packages that users install.
  external: ['better-sqlite3', 'papaparse', 'yauzl'],
  define: { TWEETSPAN_VERSION: JSON.stringify(version) },
  plugins: [bundledPackages],
};

const results = await Promise.all([
  build({ ...shared, entryPoints: ['src/cli/main.ts'], outfile: 'dist/tweetspan.cjs', format: 'cjs', minify: true }),
  build({ ...shared, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', format: 'esm' }),
]);
writeNotices(
  results.map((result) => result.metafile),
  'dist/THIRD-PARTY-NOTICES.txt',
);
