// What of a third-party package does not go into the bundle as it stands, and why.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** The languages that a draft is told apart from when its own words do not decide. */
const LANGUAGES = new Set(['de', 'en', 'es', 'fr', 'it', 'nl', 'pt']);

/**
 * Cuts eld's model to a few languages: 60 languages are 0.95 MB, these are a quarter.
 * The ids must be renumbered from 0 without gaps, or the detector answers nothing.
 */
function cutModel({ type, languages, ngrams }) {
  const kept = Object.entries(languages).filter(([, code]) => LANGUAGES.has(code));
  const newId = new Map(kept.map(([id], index) => [id, index]));
  const cut = {};
  for (const [ngram, scores] of Object.entries(ngrams)) {
    const entries = Object.entries(scores).filter(([id]) => newId.has(id));
    if (entries.length > 0) cut[ngram] = Object.fromEntries(entries.map(([id, score]) => [newId.get(id), score]));
  }
  const codes = Object.fromEntries(kept.map(([, code], index) => [index, code]));
  return { type, languages: codes, isSubset: true, ngrams: cut };
}

const COMMANDER = `
  export { Argument } from './lib/argument.js';
  export { Command } from './lib/command.js';
  export { CommanderError, InvalidArgumentError } from './lib/error.js';
  export { Help } from './lib/help.js';
  export { Option } from './lib/option.js';
`;

/**
 * A file of commander as an ES module. It runs no commands in files of their own, for which it loads child_process, and
 * what is near to a mistyped name the program says itself.
 */
function commanderAsModule(code) {
  const module = code
    .replace("const childProcess = require('node:child_process');", 'const childProcess = {};')
    .replace("const { suggestSimilar } = require('./suggestSimilar');", "const suggestSimilar = () => '';")
    .replace(/^const (\{[^}]+\}|\w+) = require\(('\.[^']+')\);$/gm, 'import $1 from $2;')
    .replace(/^exports\.(\w+) = \1;/gm, 'export { $1 };');
  if (/^exports\b|\brequire\('\./m.test(module)) throw new Error('commander has changed: see bundled-packages.mjs');
  return module;
}

/** An esbuild plugin with the exceptions below. */
export const bundledPackages = {
  name: 'bundled-packages',
  setup(build) {
    build.onLoad({ filter: /eld[\\/]src[\\/]ngrams[\\/]extrasmall\.js$/ }, async ({ path }) => {
      const { ngramsData } = await import(pathToFileURL(path).href);
      return { contents: `export const ngramsData = ${JSON.stringify(cutModel(ngramsData))};`, loader: 'js' };
    });
    // twitter-text loads core-js 2, which patches in what every supported Node has: half of its weight.
    build.onResolve({ filter: /^core-js\// }, ({ path }) => ({ path, namespace: 'empty' }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '', loader: 'js' }));
    // linkedom reads the style sheets of a page by it, which nobody here looks at: 0.2 MB.
    build.onResolve({ filter: /^cssomnom/ }, ({ path }) => ({ path, namespace: 'no-style' }));
    build.onLoad({ filter: /.*/, namespace: 'no-style' }, () => ({
      contents: 'export const parse = () => ({ cssRules: [] });',
      loader: 'js',
    }));
    // As ES modules, which stand in the bundle as they are; a CommonJS module is a function there, which the engine
    // reads twice: commander 5 ms, yaml 9 (Node 20).
    build.onLoad({ filter: /commander[\\/](?:esm\.mjs|lib[\\/]\w+\.js)$/ }, async ({ path }) => ({
      contents: path.endsWith('esm.mjs') ? COMMANDER : commanderAsModule(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    build.onResolve({ filter: /^yaml$/ }, () =>
      build.resolve('./node_modules/yaml/browser/dist/index.js', {
        kind: 'import-statement',
        resolveDir: process.cwd(),
      }),
    );
    // twitter-text builds all its expressions when it is loaded, 6 ms; made lazy, each when it is used first.
    build.onLoad({ filter: /twitter-text[\\/]dist[\\/].*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const contents = code.replace(
        /^var (\w+) = _interopRequireDefault\(require\(("\.[^"]+")\)\);$/gm,
        'var $1 = { get default() { return _interopRequireDefault(require($2)).default; } };',
      );
      return { contents, loader: 'js' };
    });
    // node-cron makes its own path of its address, which is a path already where it is bundled.
    build.onLoad({ filter: /node-cron[\\/]dist[\\/]node-cron\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: code.replaceAll('fileURLToPath(import.meta.url)', 'import.meta.url'), loader: 'js' };
    });
    // Without the slash Node resolves its own deprecated `punycode` and warns at every start.
    build.onResolve({ filter: /^punycode$/ }, ({ resolveDir }) =>
      build.resolve('punycode/', { kind: 'require-call', resolveDir }),
    );
  },
};
