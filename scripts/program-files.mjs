// The files of the program: modules in CommonJS, which starts 10 ms before the same code as ES modules (Node 20), each
// command reading its own code and no other's. esbuild splits by dynamic import into many small files that it never joins
// again, though some are always read together; they are joined here: 38 files for one `lint` took 8 ms more than 3.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

/** A split program: the text, names and imports of each chunk by its file name. */
function chunksOf({ outputFiles, metafile }) {
  const chunks = new Map();
  for (const [path, { exports, imports, entryPoint }] of Object.entries(metafile.outputs)) {
    const name = basename(path);
    const text = outputFiles.find((file) => basename(file.path) === name).text;
    const local = imports.filter(({ external }) => !external);
    chunks.set(name, {
      text,
      exports,
      entryPoint,
      reads: local.filter(({ kind }) => kind === 'import-statement').map(({ path: read }) => basename(read)),
    });
  }
  return chunks;
}

/** A chunk with all that is read with it. */
function closure(chunks, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const read of chunks.get(name).reads) closure(chunks, read, found);
  return found;
}

/** The chunks that many commands read. In the file of one command they would have all the others read it as well. */
function commonChunks(chunks, commands) {
  const readers = new Map();
  const entries = [...chunks].filter(([, { entryPoint = '' }]) => commands.test(entryPoint));
  for (const [entry] of entries) {
    for (const name of closure(chunks, entry)) readers.set(name, (readers.get(name) ?? 0) + 1);
  }
  return [...readers].filter(([, count]) => count >= MANY * entries.length).map(([name]) => name);
}
/**
 * The share of all commands that makes a chunk common. A third of them lint a draft, whose engine the others had to read
 * where the share was smaller: `links` took 3.2 times an empty Node in place of 2.8.
 */
const MANY = 0.4;

/**
 * Which chunks stand in one file. Those read at every start are the first, with what many commands read; each further
 * file holds what its entry needs beside those before it. All others stay alone.
 * @param joined entry points, by the name of the file, in their order.
 */
function filesOf(chunks, joined, commands) {
  const files = new Map();
  const taken = new Set();
  const entryOf = (entryPoint) => {
    const entry = [...chunks].find(([, chunk]) => chunk.entryPoint === entryPoint)?.[0];
    if (entry === undefined) throw new Error(`${entryPoint} is loaded by no dynamic import`);
    return entry;
  };
  const joinable = new Set(
    Object.values(joined).flatMap((all) => all.flatMap((each) => [...closure(chunks, entryOf(each))])),
  );
  const common = commonChunks(chunks, commands).filter((name) => joinable.has(name));
  for (const [file, entryPoints] of Object.entries(joined)) {
    const members = new Set(taken.size === 0 ? common : []);
    for (const entryPoint of entryPoints) {
      for (const name of closure(chunks, entryOf(entryPoint))) if (!taken.has(name)) members.add(name);
    }
    for (const name of members) taken.add(name);
    files.set(file, [...members]);
  }
  for (const name of chunks.keys()) if (!taken.has(name)) files.set(name.replace(/\.js$/, '.cjs'), [name]);
  return files;
}

/** What each chunk exports that a chunk of another file reads: every further name costs 5 µs at each start. */
function namesRead(chunks, fileOf) {
  const read = new Map([...chunks.keys()].map((name) => [name, new Set()]));
  for (const [reader, { text }] of chunks) {
    for (const [, names, chunk] of text.matchAll(/\bimport\{([^}]*)\}from"\.\/([^"]+)"/g)) {
      if (fileOf.get(reader) === fileOf.get(chunk)) continue;
      for (const name of names.split(',')) read.get(chunk)?.add(name.split(' as ')[0]);
    }
  }
  return read;
}

/** Behind a dynamic import: what it reads is needed without waiting. */
export const AT_ONCE = 'tweetspanAtOnce';

/** CommonJS as esbuild writes it, without copies of what is exported and imported: all of it is ours. */
const withoutCopies = (code) =>
  code
    .replace(/\bmodule\.exports=[\w$]+\(([\w$]+)\);/, 'module.exports=$1;')
    .replace(/(?<![\w$])[\w$]+\((require\("\.\/[\w-]+\.cjs"\))\)/g, '$1')
    .replace(new RegExp(`Promise\\.resolve\\(\\)\\.then\\(\\(\\)=>(require\\("[^"]+"\\))\\)\\.${AT_ONCE}`, 'g'), '$1');

/**
 * A file that asks for each other file once, and exports values where esbuild has functions that answer them: with
 * the expressions of `eager-functions.mjs` 1.2 ms of a `lint`. No file is asked for before it has ended: those that stand together are read in their order, and what they
 * export is never set again.
 */
function withPlainExports(code) {
  const first = new Map();
  let exported = '';
  const plain = code
    .replace(/(?<=\bvar )([\w$]+)=require\(("\.\/[\w-]+\.cjs")\)(?=;)/g, (all, name, file) => {
      const known = first.get(file);
      if (known === undefined) first.set(file, name);
      return known === undefined ? all : `${name}=${known}`;
    })
    .replace(
      /\bvar ([\w$]+)=\{\};[\w$]+\(\1,\{((?:[\w$]+:\(\)=>[\w$]+,?)*)\}\);module\.exports=\1;/,
      (_, __, names) => {
        exported = `module.exports={${names.replaceAll('()=>', '')}};`;
        return '';
      },
    );
  return `${plain.trimEnd()}\n${exported}\n`;
}

/** What one chunk exports to others, by the name that it has in its file. */
const SHARED_NAME = '\\$[0-9a-z]+_[\\w$]+';

/**
 * Has a file export what other files read as a list: an object with a hundred names, each the first of its kind, takes
 * 1 ms of a `lint` to make and to read. Names that a dynamic import asks for stay.
 * @returns each shared name with its place in the list.
 */
function exportByPlace(written, file) {
  const code = written.get(file);
  const [statement, list] = /module\.exports=\{([\w$:,]*)\};\s*$/.exec(code) ?? [];
  if (statement === undefined) throw new Error(`${file} exports its names in another way`);
  const pairs = list.split(',').map((pair) => pair.split(':'));
  const isShared = ([name]) => new RegExp(`^${SHARED_NAME}$`).test(name);
  const shared = pairs.filter(isShared);
  const own = pairs.filter((pair) => !isShared(pair)).map(([name, value]) => `module.exports.${name}=${value};`);
  const values = shared.map(([, value]) => value).join(',');
  written.set(file, `${code.slice(0, -statement.length)}module.exports=[${values}];${own.join('')}\n`);
  return shared.map(([name], place) => [name, place]);
}

/** A file that reads by their places what lists export. */
const readByPlace = (code, places) =>
  code.replace(new RegExp(`\\.(${SHARED_NAME})(?![\\w$])`, 'g'), (all, name) => {
    const place = places.get(name);
    return place === undefined ? all : `[${place}]`;
  });

/**
 * Writes the program that was split in `result`.
 * @param commands which entry points are commands.
 * @param options esbuild's, for the target and the form of the code.
 */
export async function writeProgram(result, { joined, commands, folder, options }) {
  const chunks = chunksOf(result);
  const files = filesOf(chunks, joined, commands);
  const fileOf = new Map([...files].flatMap(([file, members]) => members.map((name) => [name, file])));
  const read = namesRead(chunks, fileOf);
  const ids = new Map([...chunks.keys()].map((name, index) => [name, index.toString(36)]));
  // The name under which a file that holds several chunks exports what one of them does.
  const exportedAs = (chunk, name) => `$${ids.get(chunk)}_${name}`;
  const clauses = (chunk) => [...read.get(chunk)].map((name) => `${name} as ${exportedAs(chunk, name)}`).join(', ');
  const write = async ([file, members]) => {
    const linkChunks = {
      name: 'link-chunks',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\.\/.*\.js$/ }, ({ path, kind, namespace }) => {
          const name = basename(path);
          if (!fileOf.has(name) || namespace === 'elsewhere') return { path, external: true };
          if (fileOf.get(name) === file) return { path: name, namespace: 'chunk' };
          if (kind === 'dynamic-import') return { path: `./${fileOf.get(name)}`, external: true };
          return { path: name, namespace: 'elsewhere' };
        });
        onResolve({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({ path, external: true }));
        onResolve({ filter: /.*/, namespace: 'elsewhere' }, ({ path }) => ({ path, external: true }));
        onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({ contents: chunks.get(path).text }));
        onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ path }) => {
          const names = [...read.get(path)].map((name) => `${exportedAs(path, name)} as ${name}`);
          return { contents: `export { ${names.join(', ')} } from './${fileOf.get(path)}';` };
        });
      },
    };
    const lines = members.map((name) => {
      const { exports, entryPoint } = chunks.get(name);
      // What a dynamic import asks for keeps its name.
      const own = entryPoint === undefined ? '' : `export { ${exports.join(', ')} } from './${name}';`;
      return `import './${name}'; export { ${clauses(name)} } from './${name}';${own}`;
    });
    const { outputFiles } = await build({
      ...options,
      write: false,
      stdin: { contents: lines.join('\n'), resolveDir: process.cwd() },
      outfile: file,
      bundle: true,
      // Node's would add a list of the exports, for ES modules that import them.
      platform: 'neutral',
      format: 'cjs',
      minify: true,
      supported: { 'dynamic-import': false },
      plugins: [linkChunks],
    });
    const code = withoutCopies(outputFiles[0].text);
    return [file, file in joined ? withPlainExports(code) : code];
  };
  const written = new Map(await Promise.all([...files].map(write)));
  const places = new Map(Object.keys(joined).flatMap((file) => exportByPlace(written, file)));
  for (const [file, code] of written) writeFileSync(`${folder}/${file}`, readByPlace(code, places));
}
