// The lexicons as files beside the program and the library, of which a run reads that of the draft's language.
import { readFileSync, writeFileSync } from 'node:fs';
import { escapeBeyond } from './eager-functions.mjs';
import { loadTypeScript } from './run-typescript.mjs';

/** The languages of drafts that have one. */
const LANGUAGES = ['fr', 'en'];

/** Writes a file for each language into a folder: a line for each part. */
export async function writeLexicons(folder) {
  const { toLexicon } = await loadTypeScript('src/words/lexicon.ts');
  for (const language of LANGUAGES) {
    const lexicon = toLexicon(JSON.parse(readFileSync(`rules/lexicon/${language}.json`, 'utf8')));
    // A list that is searched as it stands is read as it stands. In Latin-1, since a text with other letters is twice as
    // large in memory, and UTF-8 is decoded letter by letter: 1 ms of a `lint` in French.
    const isRead = (part) => typeof part === 'string' && /^\|[\0-\xff]*$/.test(part);
    const parts = Object.entries(lexicon).map(
      ([name, part]) => `${name}\t${isRead(part) ? part : escapeBeyond(0xff, JSON.stringify(part))}`,
    );
    writeFileSync(`${folder}/${language}.txt`, parts.join('\n'), 'latin1');
  }
}

const PARTS_OF = `
function partsOf(text: string): Lexicon {
  const lexicon = {} as Lexicon;
  for (const line of text.split('\\n')) {
    const end = line.indexOf('\\t');
    const name = line.slice(0, end);
    const get = () => {
      const part = line.slice(end + 1);
      const value: unknown = part.startsWith('|') ? part : JSON.parse(part);
      Object.defineProperty(lexicon, name, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(lexicon, name, { get, enumerable: true, configurable: true });
  }
  return lexicon;
}`;

/**
 * An esbuild plugin that reads the lexicons from their files; by `require` 1 ms later. Each part, a line of JSON, is
 * parsed when it is first used: 1 ms for those that most drafts do not need.
 * @param folder the expression, in the built file, of the folder that holds `lexicon`.
 */
export const lexiconsBeside = (folder) => ({
  name: 'lexicons-beside',
  setup({ onLoad }) {
    onLoad({ filter: /rules[\\/]lexicon[\\/](?:load|index)\.ts$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      const read = (language) => `partsOf(readFileSync(\`\${${folder}}/lexicon/${language}.txt\`, 'latin1'))`;
      const imported = new Map();
      const contents = code
        .replace(/toLexicon\(\(await import\('\.\/(\w+)\.json',.*?\)\)\.default as LexiconData\)/g, (_, language) =>
          read(language),
        )
        .replace(/^import (\w+) from '\.\/(\w+)\.json' with .*\n/gm, (_, name, language) => {
          imported.set(name, language);
          return '';
        })
        .replace(/toLexicon\((\w+) as LexiconData\)/g, (_, name) => read(imported.get(name)));
      if (contents.includes('.json') || contents.includes('toLexicon('))
        throw new Error(`${path} imports its lexicons in another way: see lexicon-files.mjs`);
      return { contents: `import { readFileSync } from 'node:fs';\n${contents}\n${PARTS_OF}`, loader: 'ts' };
    });
  },
});
