// Builds the program (CommonJS: it starts several ms before the same code as ES modules), the library (ES modules)
// and the notices of all that was bundled.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';
import { bundledPackages } from './bundled-packages.mjs';
import { writeNotices } from './notices.mjs';
import { exportWordnet, WORDNET, WORDNET_PACKAGE, wordnetLicence } from './wordnet.mjs';

/** The languages of drafts, whose lexicons are files of their own as well. */
const LEXICONS = ['fr', 'en'];

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/program/lexicon', { recursive: true });
for (const language of LEXICONS) {
  const lexicon = JSON.parse(readFileSync(`rules/lexicon/${language}.json`, 'utf8'));
  writeFileSync(`dist/program/lexicon/${language}.json`, JSON.stringify(lexicon));
}

/** Lexicons stay JSON beside the program, to be required by the draft's language. */
const lexiconsBeside = {
  name: 'lexicons-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:fr|en)\.json$/ }, ({ path }) => ({
      path: path.replace('./', './lexicon/'),
      external: true,
    }));
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
// A module's own address, from which it requires files, is to be a URL: node-cron refuses a path.
const program = {
  ...shared,
  define: {
    ...shared.define,
    TWEETSPAN_DIST: '__dirname',
    'import.meta.url': 'importMetaUrl',
  },
  inject: ['scripts/import-meta-url.mjs'],
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist/program',
  outExtension: { '.js': '.cjs' },
  // Only this format can be split, so that a command reads its own code and no other's.
  format: 'esm',
  splitting: true,
  minify: true,
  write: false,
  plugins: [lexiconsBeside, bundledPackages],
};

/** Writes split modules as CommonJS, which starts 10 ms before the same code as ES modules. */
async function writeAsCommonJs(result) {
  mkdirSync('dist/program', { recursive: true });
  for (const { path, text } of result.outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      legalComments: 'none',
      supported: { 'dynamic-import': false },
    });
    writeFileSync(path, code);
  }
}

// Bundled CommonJS packages ask for Node's own modules by `require`, which an ES module has to make itself.
const requireInModules = {
  js: "import { createRequire as tweetspanRequire } from 'node:module';\nconst require = tweetspanRequire(import.meta.url);",
};

const building = Promise.all([
  build(program),
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
writeFileSync('dist/program/lexicon/wordnet.txt', exportWordnet(WORDNET), 'latin1');
const results = await building;
await writeAsCommonJs(results[0]);
writeNotices(
  results.map((result) => result.metafile),
  [{ folder: WORDNET_PACKAGE, also: wordnetLicence(WORDNET) }],
  'dist/THIRD-PARTY-NOTICES.txt',
);
