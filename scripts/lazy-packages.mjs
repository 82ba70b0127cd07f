// Packages that most runs never ask: each in a file of its own beside the program, read at the first call. Node 20, for
// a text that needs none of them: 21 ms less, of which chalk 10 (with `node:tty`), twitter-text 5, the emoji table 2.
import { dirname, join } from 'node:path';
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

/** Modules that most runs never ask either, by how they are imported: their files, and what they export. */
const LAZY_MODULES = {
  // Help and misuse, a third of commander: 1 % of the instructions of a `lint` (Node 20).
  'commander/lib/help.js': {
    file: 'help',
    path: './node_modules/commander/lib/help.js',
    names: ['stripColor'],
    classes: ['Help'],
  },
  // What writes YAML, and its block texts, a quarter of the package: 1 % of those of a `lint` with front matter.
  ...Object.fromEntries(
    Object.entries({
      'compose/resolve-block-scalar': ['resolveBlockScalar'],
      'stringify/stringify': ['createStringifyContext', 'stringify'],
      'stringify/stringifyCollection': ['stringifyCollection'],
      'stringify/stringifyDocument': ['stringifyDocument'],
      'stringify/stringifyNumber': ['stringifyNumber'],
      'stringify/stringifyPair': ['stringifyPair'],
      'stringify/stringifyString': ['stringifyString'],
    }).map(([name, names]) => [
      `yaml/browser/dist/${name}.js`,
      { file: 'yaml-text', path: `./node_modules/yaml/browser/dist/${name}.js`, names },
    ]),
  ),
  '#base/did-you-mean.js': { file: 'help', path: './src/base/did-you-mean.ts', names: ['nearest', 'hint'] },
  '#rules/parts/closer-look.js': { file: 'reading', path: './rules/parts/closer-look.ts', names: ['takeCloserLook'] },
  '#lint/disruption.js': { file: 'disruption', path: './src/lint/disruption.ts', names: ['isDisruption'] },
  '#lint/lost-signs.js': {
    file: 'reading',
    path: './src/lint/lost-signs.ts',
    names: ['lostTags', 'lostNames', 'foreignHandles'],
  },
  '#lint/shouting.js': { file: 'shouting', path: './src/lint/shouting.ts', names: ['shoutedWords'] },
  '#words/noun-place.js': { file: 'nouns', path: './src/words/noun-place.ts', names: ['nounPlaces'] },
  '#words/languages/fr-agreement.js': {
    file: 'nouns',
    path: './src/words/languages/fr-agreement.ts',
    names: ['agree', 'hasDependants', 'changesSound'],
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
  '#words/missing-accents.js': {
    file: 'french-slips',
    path: './src/words/missing-accents.ts',
    names: ['missingAccents'],
  },
  '#words/participles.js': { file: 'french-slips', path: './src/words/participles.ts', names: ['wrongParticiples'] },
  '#words/english-apostrophes.js': {
    file: 'english-slips',
    path: './src/words/english-apostrophes.ts',
    names: ['wrongApostrophes'],
  },
  '#words/english-slips.js': { file: 'english-slips', path: './src/words/english-slips.ts', names: ['englishSlips'] },
  '#words/french-slips.js': { file: 'french-slips', path: './src/words/french-slips.ts', names: ['sureFrenchSlips'] },
  '#words/lowered-starts.js': {
    file: 'english-slips',
    path: './src/words/lowered-starts.ts',
    names: ['loweredStarts'],
  },
  '#words/french-slip-signs.js': {
    file: 'french',
    path: './src/words/french-slip-signs.ts',
    names: ['mayHaveFrenchSlip'],
  },
  '#words/french-typography.js': {
    file: 'french',
    path: './src/words/french-typography.ts',
    names: ['frenchSlips'],
  },
  '#words/indirect-questions.js': {
    file: 'reading',
    path: './src/words/indirect-questions.ts',
    names: ['indirectQuestions'],
  },
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

/** The module that stands in the program for a lazy one. */
const moduleStandIn = ({ file, names, classes = [] }, folder) =>
  [
    ...names.map(
      (name) => `export const ${name} = (...values) => require('${folder}/${file}.cjs').${name}(...values);`,
    ),
    ...classes.map(
      (name) =>
        `export class ${name} { constructor(...values) { return new (require('${folder}/${file}.cjs').${name})(...values); } }`,
    ),
  ].join('\n');

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
 * @param own the file that is built, where it is one of them: what belongs into it stands in it.
 */
export const lazyPackages = (folder, own) => ({
  name: 'lazy-packages',
  setup({ onResolve, onLoad }) {
    const asLazy = (table, path) =>
      Object.hasOwn(table, path) && table[path].file !== own
        ? { path, namespace: 'lazy-package', sideEffects: false }
        : undefined;
    // Only for our own modules: a package that needs another is loaded with it.
    onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
      /node_modules/.test(importer) ? undefined : asLazy(LAZY, path),
    );
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, namespace }) => {
      if (namespace === 'lazy-package') return { path, external: true };
      const [, module = ''] = /node_modules\/(.*)$/.exec(join(dirname(importer), path).replaceAll('\\', '/')) ?? [];
      return asLazy(LAZY_MODULES, module);
    });
    onResolve({ filter: /^#/ }, ({ path }) => asLazy(LAZY_MODULES, path));
    onLoad({ filter: /.*/, namespace: 'lazy-package' }, ({ path }) => ({
      contents: Object.hasOwn(LAZY_MODULES, path)
        ? moduleStandIn(LAZY_MODULES[path], folder)
        : standIn(LAZY[path], folder),
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
      .map(({ path, names, classes = [] }) => `export { ${[...names, ...classes].join(', ')} } from '${path}';`);
    return build({
      ...options,
      plugins: [lazyPackages('.', file), ...options.plugins],
      stdin: { contents: [...lines, ...own].join('\n'), resolveDir: process.cwd() },
      outfile: `${folder}/${file}.cjs`,
      format: 'cjs',
      minify: true,
    });
  });
  return Promise.all(written);
}
