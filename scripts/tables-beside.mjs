// Tables that modules of ours hold, as files beside the program, read as JSON at their first use: 1 % of the instructions
// of a `lint` in French less than as code (Node 20).
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { escapeBeyond } from './eager-functions.mjs';
import { loadTypeScript } from './run-typescript.mjs';

/** The modules, each of which exports one function that answers its table. */
const TABLES = ['english-confusions', 'english-roundabout', 'french-confusions', 'french-roundabout'].map(
  (name) => `src/words/${name}.ts`,
);

/** An expression as its text: what reads the table makes it when a draft needs it. */
const asText = (_, value) => (value instanceof RegExp ? { source: value.source, flags: value.flags } : value);

const fileOf = (module) => `${basename(module, '.ts')}.json`;

/** Writes the tables into a folder, in Latin-1, which is read faster than UTF-8. */
export async function writeTables(folder) {
  for (const module of TABLES) {
    const [rows] = Object.values(await loadTypeScript(module));
    writeFileSync(`${folder}/${fileOf(module)}`, escapeBeyond(0xff, JSON.stringify(rows(), asText)), 'latin1');
  }
}

/**
 * An esbuild plugin that reads the tables from their files.
 * @param folder the expression, in the built file, of the folder that holds `lexicon`.
 */
export const tablesBeside = (folder) => ({
  name: 'tables-beside',
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]words[\\/]\w+-(?:confusions|roundabout)\.ts$/ }, ({ path }) => {
      const module = TABLES.find((each) => basename(each) === basename(path));
      const [, name] = /^export const (\w+) = \(\)/m.exec(readFileSync(path, 'utf8')) ?? [];
      if (module === undefined || name === undefined) throw new Error(`${path} is no table: see tables-beside.mjs`);
      const read = `JSON.parse(readFileSync(\`\${${folder}}/lexicon/${fileOf(module)}\`, 'latin1'))`;
      return {
        contents: `import { readFileSync } from 'node:fs';\nexport const ${name} = () => ${read};`,
        loader: 'js',
      };
    });
  },
});
