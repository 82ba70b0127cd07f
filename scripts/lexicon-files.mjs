// The lexicons as files beside the program and the library, of which a run reads that of the draft's language.
import { readFileSync, writeFileSync } from 'node:fs';
import { escapeBeyond } from './eager-functions.mjs';
import { loadTypeScript } from './run-typescript.mjs';

/** The languages of drafts that have one. */
const LANGUAGES = ['fr', 'en'];

/**
 * Writes a file for each language into a folder: in its first line where each part ends, then the parts. A list that is
 * searched as it stands is read as it stands; in Latin-1, since a text with other letters is twice as large in memory, and
 * UTF-8 is decoded letter by letter: 1 ms of a `lint` in French. Of the subjects a run reads a few blocks only.
 */
export async function writeLexicons(folder) {
  const { toLexicon } = await loadTypeScript('src/words/lexicon.ts');
  for (const language of LANGUAGES) {
    const lexicon = toLexicon(JSON.parse(readFileSync(`rules/lexicon/${language}.json`, 'utf8')));
    const isRead = (part) => typeof part === 'string' && /^\|[\0-\xff]*$/.test(part);
    const { firsts, read } = lexicon.subjects;
    const bytes = [];
    let size = 0;
    const add = (text, encoding) => {
      bytes.push(Buffer.from(text, encoding));
      size += bytes.at(-1).length;
      return size;
    };
    const parts = Object.entries(lexicon)
      .filter(([name]) => name !== 'subjects')
      .map(([name, part]) => [name, add(isRead(part) ? part : escapeBeyond(0xff, JSON.stringify(part)), 'latin1')]);
    // Each block in UTF-8, of which the engine makes one byte a letter where it can.
    const ends = [size, ...firsts.map((_, place) => add(read(place), 'utf8'))];
    const head = escapeBeyond(0x7f, JSON.stringify({ parts: Object.fromEntries(parts), subjects: { firsts, ends } }));
    writeFileSync(`${folder}/${language}.lexicon`, Buffer.concat([Buffer.from(`${head}\n`), ...bytes]));
  }
}

const READ_LEXICON = `
interface Contents {
  readonly parts: Readonly<Record<string, number>>;
  readonly subjects: { readonly firsts: readonly string[]; readonly ends: readonly number[] };
}

function readLexicon(path: string): Lexicon {
  const file = readFileSync(path);
  const start = file.indexOf(0x0a) + 1;
  const { parts, subjects } = JSON.parse(file.toString('latin1', 0, start)) as Contents;
  const { firsts, ends } = subjects;
  const read = (place: number): string => file.toString('utf8', start + ends[place], start + ends[place + 1]);
  const lexicon = { subjects: { firsts, read } } as unknown as Lexicon;
  let before = start;
  for (const [name, end] of Object.entries(parts)) {
    const from = before;
    before = start + end;
    const get = () => {
      const part = file.toString('latin1', from, start + end);
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
      const read = (language) => `readLexicon(\`\${${folder}}/lexicon/${language}.lexicon\`)`;
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
      return { contents: `import { readFileSync } from 'node:fs';\n${contents}\n${READ_LEXICON}`, loader: 'ts' };
    });
  },
});
