// Packages that most runs never ask: each in a file of its own beside the program, read at the first call. Node 20, for
// a text that needs none of them: 21 ms less, of which chalk 10 (with `node:tty`), twitter-text 5, the emoji table 2.
import { build } from 'esbuild';

/** What the program imports, and the file and the name under which it is found there. */
const LAZY = {
  'twitter-text/dist/extractCashtagsWithIndices.js': { file: 'twitter-text', name: 'cashtags' },
  'twitter-text/dist/extractHashtagsWithIndices.js': { file: 'twitter-text', name: 'hashtags' },
  'twitter-text/dist/extractMentionsOrListsWithIndices.js': { file: 'twitter-text', name: 'mentions' },
  'twitter-text/dist/extractUrlsWithIndices.js': { file: 'twitter-text', name: 'urls' },
  'natural/lib/natural/stemmers/porter_stemmer.js': { file: 'stem-english', name: 'stemmer', method: 'stem' },
  'natural/lib/natural/stemmers/porter_stemmer_fr.js': { file: 'stem-french', name: 'stemmer', method: 'stem' },
  '@twemoji/parser': { file: 'twemoji', name: 'parse', exports: 'parse' },
  'image-size': { file: 'image-size', name: 'imageSize', exports: 'imageSize' },
  'get-east-asian-width': { file: 'east-asian-width', name: 'eastAsianWidth', exports: 'eastAsianWidth' },
  linkedom: { file: 'page', name: 'parseHTML', exports: 'parseHTML' },
  chalk: { file: 'chalk', name: 'Chalk', exports: 'Chalk', isClass: true },
};

/** Modules of ours that most runs never ask either, by how they are imported: their files, and what they export. */
const LAZY_MODULES = {
  '#rules/parts/closer-look.js': { file: 'reading', path: './rules/parts/closer-look.ts', names: ['takeCloserLook'] },
  '#lint/disruption.js': { file: 'disruption', path: './src/lint/disruption.ts', names: ['isDisruption'] },
  '#lint/lost-signs.js': {
    file: 'reading',
    path: './src/lint/lost-signs.ts',
    names: ['lostTags', 'lostNames', 'foreignHandles'],
  },
  '#words/languages/fr-inclusive.js': {
    file: 'reading',
    path: './src/words/languages/fr-inclusive.ts',
    names: ['readBothEndings'],
  },
  '#words/french-agreement.js': {
    file: 'french',
    path: './src/words/french-agreement.ts',
    names: ['frenchDisagreements'],
  },
  '#words/french-confusions.js': {
    file: 'french',
    path: './src/words/french-confusions.ts',
    names: ['frenchConfusions'],
  },
  '#words/french-roundabout.js': {
    file: 'french',
    path: './src/words/french-roundabout.ts',
    names: ['frenchPatterns'],
  },
  '#words/missing-accents.js': {
    file: 'french',
    path: './src/words/missing-accents.ts',
    names: ['missingAccents'],
  },
  '#words/participles.js': { file: 'french', path: './src/words/participles.ts', names: ['wrongParticiples'] },
  '#words/rare-cut.js': { file: 'reading', path: './src/words/rare-cut.ts', names: ['rareCut'] },
  '#lint/time-context.js': {
    file: 'wording',
    path: './src/lint/time-context.ts',
    names: ['isNoDate', 'isNewsOfTheDay', 'isPastFact'],
  },
  '#words/absolute-dates.js': {
    file: 'wording',
    path: './src/words/absolute-dates.ts',
    names: ['countsFromToday', 'toAbsolute'],
  },
  '#words/openings.js': { file: 'wording', path: './src/words/openings.ts', names: ['openingWords'] },
  '#lint/alt-text.js': { file: 'image-size', path: './src/lint/alt-text.ts', names: ['saysNothing'] },
  '#tweet/link-hosts.js': {
    file: 'link-hosts',
    path: './src/tweet/link-hosts.ts',
    names: ['nextForm', 'isPostMirror'],
  },
  '#page/read-page.js': { file: 'page', path: './src/page/read-page.ts', names: ['readPage'] },
  '#tweet/language-model.js': {
    file: 'language-model',
    path: './src/tweet/language-model.ts',
    names: ['languageByModel'],
  },
};

/** The module that stands in the program for one of ours. */
const moduleStandIn = ({ file, names }, folder) =>
  names
    .map((name) => `export const ${name} = (...values) => require('${folder}/${file}.cjs').${name}(...values);`)
    .join('\n');

/** The module that stands in the program for a lazy package. */
function standIn({ file, name, method, exports, isClass }, folder) {
  const found = `require('${folder}/${file}.cjs').${name}`;
  const call = `(...values) => ${found}${method === undefined ? '' : `.${method}`}(...values)`;
  if (isClass) return `export class ${exports} { constructor(...values) { return new (${found})(...values); } }`;
  if (method !== undefined) return `export default { ${method}: ${call} };`;
  return exports === undefined ? `export default ${call};` : `export const ${exports} = ${call};`;
}

/**
 * An esbuild plugin that puts stand-ins in the place of the packages.
 * @param folder where their files are, from the file that is built.
 */
export const lazyPackages = (folder) => ({
  name: 'lazy-packages',
  setup({ onResolve, onLoad }) {
    // Only for our own modules: a package that needs another is loaded with it.
    onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
      Object.hasOwn(LAZY, path) && !/node_modules/.test(importer)
        ? { path, namespace: 'lazy-package', sideEffects: false }
        : undefined,
    );
    onResolve({ filter: /^#/ }, ({ path }) =>
      Object.hasOwn(LAZY_MODULES, path) ? { path, namespace: 'lazy-package', sideEffects: false } : undefined,
    );
    onResolve({ filter: /^\.\// }, ({ path }) =>
      path.startsWith(`${folder}/`) ? { path, external: true } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazy-package' }, ({ path }) => ({
      contents: path.startsWith('#') ? moduleStandIn(LAZY_MODULES[path], folder) : standIn(LAZY[path], folder),
      resolveDir: process.cwd(),
    }));
  },
});

/** Writes the packages into a folder, and answers what went into each file. */
export async function writePackages(options, folder) {
  const files = [...new Set([...Object.values(LAZY), ...Object.values(LAZY_MODULES)].map(({ file }) => file))];
  const written = files.map(async (file) => {
    const lines = Object.entries(LAZY)
      .filter(([, entry]) => entry.file === file)
      .map(([path, { name, exports = 'default' }]) => `export { ${exports} as ${name} } from '${path}';`);
    const own = Object.values(LAZY_MODULES)
      .filter((entry) => entry.file === file)
      .map(({ path, names }) => `export { ${names.join(', ')} } from '${path}';`);
    return build({
      ...options,
      stdin: { contents: [...lines, ...own].join('\n'), resolveDir: process.cwd() },
      outfile: `${folder}/${file}.cjs`,
      format: 'cjs',
      minify: true,
    });
  });
  return Promise.all(written);
}
