// Builds the program (CommonJS: it starts several ms before the same code as ES modules), the library (ES modules)
// and the notices of all that was bundled.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundledPackages } from './bundled-packages.mjs';
import { writeNotices } from './notices.mjs';

/** Packages that few runs of the program need: each in a file of its own, read when it is first used. */
const LAZY_PACKAGES = ['diff', 'eld/extrasmall', 'image-size', 'yaml'];
/** Parts of the program that few runs need, with the packages that only they use: each in a file of its own as well. */
const LAZY_PARTS = { 'report-html': 'src/report/html/pages.ts' };
/** The languages of drafts, whose lexicons are files of their own as well. */
const LEXICONS = ['fr', 'en'];

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/lexicon', { recursive: true });
for (const language of LEXICONS) {
  const lexicon = JSON.parse(readFileSync(`rules/lexicon/${language}.json`, 'utf8'));
  writeFileSync(`dist/lexicon/${language}.json`, JSON.stringify(lexicon));
}

const fileOf = (name) => `./lib/${name.replaceAll('/', '-')}.cjs`;

/** Leaves lazy packages and lexicons out of the program, to be required beside it. */
const readWhenUsed = {
  name: 'read-when-used',
  setup({ onResolve, onLoad }) {
    const names = new RegExp(`^(?:${LAZY_PACKAGES.join('|')})$`);
    onResolve({ filter: names }, ({ path }) => ({ path: fileOf(path), external: true }));
    for (const [name, entry] of Object.entries(LAZY_PARTS)) {
      const end = entry.replace(/^src\/(.*)\.ts$/, '$1.js').replaceAll('.', '\\.');
      onResolve({ filter: new RegExp(`/${end}$`) }, () => ({ path: fileOf(name), external: true }));
    }
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
  external: ['better-sqlite3', 'papaparse', 'yauzl'],
  define: { TWEETSPAN_VERSION: JSON.stringify(version) },
};
const program = { ...shared, format: 'cjs', minify: true };

// Bundled CommonJS packages ask for Node's own modules by `require`, which an ES module has to make itself.
const requireInModules = {
  js: "import { createRequire as tweetspanRequire } from 'node:module';\nconst require = tweetspanRequire(import.meta.url);",
};

const results = await Promise.all([
  build({
    ...program,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/tweetspan.cjs',
    plugins: [readWhenUsed, bundledPackages],
  }),
  ...LAZY_PACKAGES.map((name) =>
    build({
      ...program,
      stdin: { contents: `export * from '${name}';`, resolveDir: '.' },
      outfile: `dist/${fileOf(name)}`,
      plugins: [bundledPackages],
    }),
  ),
  ...Object.entries(LAZY_PARTS).map(([name, entry]) =>
    build({ ...program, entryPoints: [entry], outfile: `dist/${fileOf(name)}`, plugins: [bundledPackages] }),
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
writeNotices(
  results.map((result) => result.metafile),
  'dist/THIRD-PARTY-NOTICES.txt',
);
