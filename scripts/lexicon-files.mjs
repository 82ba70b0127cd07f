// The lexicons as files beside the program and the library, of which a run reads that of the draft's language.
import { readFileSync, writeFileSync } from 'node:fs';
import { escapeBeyond } from './eager-functions.mjs';
import { loadTypeScript } from './run-typescript.mjs';

/** The languages of drafts that have one. */
const LANGUAGES = ['fr', 'en'];

/** A list that is searched as it stands is read as it stands; other parts, and those with other letters, as JSON. */
const write = (part) =>
  typeof part === 'string' && /^\|[\0-\xff]*$/.test(part) ? part : escapeBeyond(0xff, JSON.stringify(part));

/**
 * Writes a file for each language into a folder: in its first line where each part ends, then the parts. In Latin-1,
 * since a text with other letters is twice as large in memory, and UTF-8 is decoded letter by letter: 1 ms of a `lint` in
 * French. Of the subjects, by far the largest part, a run reads the few blocks that its words are in.
 */
export async function writeLexicons(folder) {
  const { toLexicon } = await loadTypeScript('src/words/lexicon.ts');
  for (const language of LANGUAGES) {
    const { subjects, ...lexicon } = toLexicon(JSON.parse(readFileSync(`rules/lexicon/${language}.json`, 'utf8')));
    let text = '';
    const add = (part) => (text += write(part)).length;
    const parts = Object.fromEntries(Object.entries(lexicon).map(([name, part]) => [name, add(part)]));
    const ends = [text.length, ...subjects.firsts.map((_, place) => add(subjects.read(place)))];
    const head = { parts, subjects: { firsts: subjects.firsts, ends } };
    writeFileSync(`${folder}/${language}.lexicon`, `${escapeBeyond(0x7f, JSON.stringify(head))}\n${text}`, 'latin1');
  }
}

const READ_LEXICON = `
interface Contents {
  readonly parts: Readonly<Record<string, number>>;
  readonly subjects: { readonly firsts: readonly string[]; readonly ends: readonly number[] };
}

function readLexicon(path: string): Lexicon {
  const file = readFileSync(path);
  const start = file.indexOf('\\n') + 1;
  const { parts, subjects } = JSON.parse(file.toString('latin1', 0, start)) as Contents;
  const { firsts, ends } = subjects;
  const read = (from: number, to: number) => {
    const part = file.toString('latin1', start + from, start + to);
    return part.startsWith('|') ? part : JSON.parse(part);
  };
  const lexicon = {
    subjects: { firsts, read: (place: number) => read(ends[place] ?? 0, ends[place + 1] ?? 0) },
  } as unknown as Lexicon;
  let before = 0;
  for (const [name, end] of Object.entries(parts)) {
    const from = before;
    before = end;
    const get = () => {
      const value: unknown = read(from, end);
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
