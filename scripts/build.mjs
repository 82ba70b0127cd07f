// Builds the program (CommonJS: it starts several ms before the same code as ES modules), the library (ES modules)
// and the notices of all that was bundled.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { bundledPackages } from './bundled-packages.mjs';
import { writeNotices } from './notices.mjs';
import { exportWordnet, WORDNET, WORDNET_PACKAGE, wordnetLicence } from './wordnet.mjs';

/** Packages that few runs of the program need: each in a file of its own, read when it is first used. */
const LAZY_PACKAGES = ['diff', 'eld/extrasmall', 'file-type/core', 'image-size', 'ora'];
/** Those whose default export is what is used: a CommonJS file has it when it is the whole of its exports. */
const BY_DEFAULT = new Set(['ora']);
/** Parts of the program that few of its runs need: each in a file of its own as well. */
const LAZY_PARTS = [
  'src/cli/history-parts.ts',
  'src/cli/queue-parts.ts',
  'src/cli/store-parts.ts',
  'src/cli/timing-parts.ts',
  'src/cli/x-parts.ts',
  'src/report/html/page-parts.ts',
];
/** The languages of drafts, whose lexicons are files of their own as well. */
const LEXICONS = ['fr', 'en'];

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/lexicon', { recursive: true });
for (const language of LEXICONS) {
  const lexicon = JSON.parse(readFileSync(`rules/lexicon/${language}.json`, 'utf8'));
  writeFileSync(`dist/lexicon/${language}.json`, JSON.stringify(lexicon));
}

const partOf = (path) => `./lib/${basename(path, '.ts')}.cjs`;
const fileOf = (name) => `./lib/${name.replaceAll('/', '-')}.cjs`;

/** Leaves lazy packages and lexicons out of the program, to be required beside it. */
const readWhenUsed = {
  name: 'read-when-used',
  setup({ onResolve, onLoad }) {
    const names = new RegExp(`^(?:${LAZY_PACKAGES.join('|')})$`);
    onResolve({ filter: names }, ({ path }) => ({ path: fileOf(path), external: true }));
    const parts = new Map(LAZY_PARTS.map((path) => [`${basename(path, '.ts')}.js`, path]));
    onResolve({ filter: /-parts\.js$/ }, ({ path, kind }) => {
      const part = parts.get(basename(path));
      return kind === 'dynamic-import' && part !== undefined ? { path: partOf(part), external: true } : undefined;
    });
    onResolve({ filter: /^\.\/(?:fr|en)\.json$/ }, ({ path }) => ({ path, namespace: 'lexicon' }));
    onLoad({ filter: /.*/, namespace: 'lexicon' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path.replace('./', './lexicon/'))});`,
    }));
    onResolve({ filter: /^\.\/lexicon\// }, ({ path }) => ({ path, external: true }));
  },
};

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Heavy or native: loaded when used, from the packages that users install.
  external: ['@napi-rs/keyring', 'better-sqlite3', 'papaparse', 'yauzl'],
  define: { TWEETSPAN_VERSION: JSON.stringify(version) },
};
// Files that the program reads beside itself, wherever it is installed.
// A module's own address, from which it requires files, is to be a URL: node-cron refuses a path.
const beside = { TWEETSPAN_DIST: '__dirname', 'import.meta.url': 'importMetaUrl' };
const program = {
  ...shared,
  define: { ...shared.define, ...beside },
  inject: ['scripts/import-meta-url.mjs'],
  format: 'cjs',
  minify: true,
  // `bin/program.js` runs the bundle as a script, and one whose compiled code was kept knows no `import()`.
  supported: { 'dynamic-import': false },
};

// Bundled CommonJS packages ask for Node's own modules by `require`, which an ES module has to make itself.
const requireInModules = {
  js: "import { createRequire as tweetspanRequire } from 'node:module';\nconst require = tweetspanRequire(import.meta.url);",
};

const building = Promise.all([
  build({
    ...program,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/tweetspan.cjs',
    plugins: [readWhenUsed, bundledPackages],
  }),
  ...LAZY_PARTS.map((path) =>
    build({ ...program, entryPoints: [path], outfile: `dist/${partOf(path)}`, plugins: [bundledPackages] }),
  ),
  ...LAZY_PACKAGES.map((name) =>
    build({
      ...program,
      stdin: {
        contents: BY_DEFAULT.has(name) ? `module.exports = require('${name}').default;` : `export * from '${name}';`,
        resolveDir: '.',
      },
      outfile: `dist/${fileOf(name)}`,
      plugins: [bundledPackages],
    }),
  ),
  build({
    ...shared,
    banner: requireInModules,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    format: 'esm',
    plugins: [bundledPackages],
  }),
]);
// While esbuild is at work, in a process of its own.
writeFileSync('dist/lexicon/wordnet.txt', exportWordnet(WORDNET), 'latin1');
const results = await building;
writeNotices(
  results.map((result) => result.metafile),
  [{ folder: WORDNET_PACKAGE, also: wordnetLicence(WORDNET) }],
  'dist/THIRD-PARTY-NOTICES.txt',
);
execFileSync(process.execPath, ['scripts/compile-program.cjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
