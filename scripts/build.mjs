// Builds the program (CommonJS: it starts several ms before the same code as ES modules), the library (ES modules)
// and the notices of all that was bundled.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { bundledPackages } from './bundled-packages.mjs';
import { packageFolder } from './dictionary/forms.mjs';
import { DICTIONARIES } from './dictionary/packages.mjs';
import { compileEagerly } from './eager-functions.mjs';
import { lazyPackages, writePackages } from './lazy-packages.mjs';
import { lexiconsBeside, writeLexicons } from './lexicon-files.mjs';
import { writeNotices } from './notices.mjs';
import { AT_ONCE, writeProgram } from './program-files.mjs';
import { tablesBeside, writeTables } from './tables-beside.mjs';
import { exportWordnet, WORDNET, WORDNET_PACKAGE, wordnetLicence } from './wordnet.mjs';

/** Runs the program for its help, without the launcher, which answers from the text that is made here. */
const HELP = `
  const { main, openShell } = require(process.argv[1]);
  process.argv.splice(1, 1, 'tweetspan', '--help');
  main(openShell(process)).then((exitCode) => (process.exitCode = exitCode));
`;

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/program/lexicon', { recursive: true });
// Found before the package's own, which Node reads for each file required: 1 ms for its size.
writeFileSync('dist/program/package.json', '{ "type": "commonjs" }\n');
await writeLexicons('dist/program/lexicon');
await writeTables('dist/program/lexicon');

/**
 * The sentences of other languages than English are files of their own, read at once when they are first used: 1 ms for
 * those of a `lint` in English. `program-files.mjs` turns the mark into a plain `require`.
 */
const languagesBeside = {
  name: 'languages-beside',
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]locale[\\/]\w+\.ts$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      const [statement, file] = /^import \{ fr \} from ('\.\/\w+\/fr\.js');\n/m.exec(code) ?? [];
      if (statement === undefined) return undefined;
      const later = `get fr() { return import(${file}).${AT_ONCE}.fr; }`;
      return { contents: code.replace(statement, '').replace('{ en, fr }', `{ en, ${later} }`), loader: 'ts' };
    });
  },
};

/** As above: the letters of the languages, 16 kB in the file of `lint`, are read where most words of a text look like none. */
const lettersBeside = {
  name: 'letters-beside',
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]words[\\/]letters\.ts$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      const contents = code
        .replace("import { LETTER_TRIGRAMS } from './letter-trigrams.js';\n", '')
        .replace('(LETTER_TRIGRAMS)', `(import('./letter-trigrams.js').${AT_ONCE}.LETTER_TRIGRAMS)`);
      if (contents.includes('(LETTER_TRIGRAMS)') || contents.includes('import {'))
        throw new Error(`${path} has changed: see build.mjs`);
      return { contents, loader: 'ts' };
    });
  },
};

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // As "new RegExp", an expression with the sets of Unicode costs nothing until it is made; as a literal, its sets are
  // built to check it when the file is read, though its function is never called: 10 ms of a `lint` (Node 20).
  supported: { 'regexp-sticky-and-unicode-flags': false },
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Heavy or native: loaded when used, from the packages that users install.
  external: ['@napi-rs/keyring', 'better-sqlite3', 'opening_hours', 'papaparse', 'pg', 'yauzl'],
  define: { TWEETSPAN_VERSION: JSON.stringify(version) },
};
// A module asks for its own address to require files from there, for which a path will do.
const program = {
  ...shared,
  define: {
    ...shared.define,
    TWEETSPAN_DIST: '__dirname',
    'import.meta.url': '__filename',
  },
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist/program',
  // Only this format can be split, so that a command reads its own code and no other's.
  format: 'esm',
  splitting: true,
  minify: true,
  write: false,
  plugins: [
    lexiconsBeside('__dirname'),
    tablesBeside('__dirname'),
    languagesBeside,
    lettersBeside,
    lazyPackages('./packages'),
    bundledPackages,
  ],
};

// Bundled CommonJS packages ask for Node's own modules by `require`, which an ES module has to make itself.
const requireInModules = {
  js: "import { createRequire as tweetspanRequire } from 'node:module';\nconst require = tweetspanRequire(import.meta.url);",
};

const writingWords = once(
  spawn(process.execPath, ['scripts/dictionary/write.mjs', 'dist/program/lexicon'], { stdio: 'inherit' }),
  'exit',
);
const building = Promise.all([
  build(program),
  build({
    ...shared,
    banner: requireInModules,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [
      lexiconsBeside('`${import.meta.dirname}/program`'),
      tablesBeside('`${import.meta.dirname}/program`'),
      lazyPackages('./program/packages'),
      bundledPackages,
    ],
  }),
  writePackages({ ...shared, plugins: [bundledPackages] }, 'dist/program/packages'),
  build({
    ...shared,
    define: program.define,
    entryPoints: ['src/cli/at-once.ts'],
    outfile: 'dist/program/at-once.cjs',
    format: 'cjs',
    minify: true,
  }),
]);
// While esbuild is at work, in a process of its own.
writeFileSync('dist/program/lexicon/wordnet.txt', exportWordnet(WORDNET), 'latin1');
const [split, library, packages, atOnce] = await building;
const [wordsCode] = await writingWords;
if (wordsCode !== 0) throw new Error('the word lists could not be written');
const joined = {
  'main.cjs': ['src/cli/main.ts'],
  'lint.cjs': ['src/cli/commands/lint.ts'],
  'words.cjs': ['src/cli/word-lists.ts'],
  'front-matter.cjs': ['src/draft/front-matter.ts'],
};
await writeProgram(split, {
  joined,
  commands: /^src\/cli\/commands\//,
  folder: 'dist/program',
  options: { platform: 'node', target: 'node20', legalComments: 'none', logLevel: 'warning' },
});
compileEagerly('bin/tweetspan.js', 'dist/program', [...Object.keys(joined), 'packages/french.cjs']);
writeNotices(
  [split, library, ...packages, atOnce].map((result) => result.metafile),
  [
    { folder: WORDNET_PACKAGE, also: wordnetLicence(WORDNET) },
    ...Object.values(DICTIONARIES)
      .flat()
      .map((name) => ({ folder: packageFolder(name) })),
  ],
  'dist/THIRD-PARTY-NOTICES.txt',
);
// By the program itself, as it answers a pipe of no known width.
for (const locale of ['en', 'fr']) {
  const { stdout, status } = spawnSync(process.execPath, ['-e', HELP, resolve('dist/program/main.cjs')], {
    encoding: 'utf8',
    env: { LC_ALL: locale },
  });
  if (status !== 0) throw new Error(`the program does not answer --help in ${locale}`);
  writeFileSync(`dist/program/help.${locale}.txt`, stdout);
}
