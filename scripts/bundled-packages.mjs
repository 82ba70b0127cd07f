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
    // commander loads child_process for commands in files of their own, of which there are none here: 4 ms.
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /node_modules[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'empty' } : undefined,
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
    // node-cron asks for its own path as an address, which a script has none of; only its background tasks use it.
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
