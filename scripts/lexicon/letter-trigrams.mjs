// Counts which letters follow one another in the words of the lexicons, and writes src/words/letter-trigrams.ts:
// node scripts/lexicon/letter-trigrams.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const LANGUAGES = ['en', 'fr'];
/** Trigrams never seen get this count, so that no word is impossible. */
const UNSEEN = 0.1;
const LETTERS = 27;

const fold = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');

function* textsIn(value) {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      yield key;
      yield* textsIn(item);
    }
  }
}

/** Every word of a lexicon once, its own keys aside. */
function wordsOf(language) {
  const lexicon = JSON.parse(readFileSync(`rules/lexicon/${language}.json`, 'utf8'));
  delete lexicon.wordOrder;
  const words = new Set();
  for (const text of textsIn(Object.values(lexicon))) {
    for (const [word] of text
      .toLowerCase()
      .normalize('NFC')
      .matchAll(/\p{L}{2,}/gu))
      words.add(fold(word));
  }
  return [...words].filter((word) => /^[a-z]+$/.test(word));
}

/** The log of each trigram's share among those with the same two letters, natural, per language. */
function logsOf(language) {
  const [pairs, trigrams] = [new Map(), new Map()];
  for (const word of wordsOf(language)) {
    const marked = `^^${word}$`;
    for (let at = 2; at < marked.length; at += 1) {
      const [pair, trigram] = [marked.slice(at - 2, at), marked.slice(at - 2, at + 1)];
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      trigrams.set(trigram, (trigrams.get(trigram) ?? 0) + 1);
    }
  }
  const log = (pair, next) =>
    Math.log(((trigrams.get(pair + next) ?? 0) + UNSEEN) / ((pairs.get(pair) ?? 0) + UNSEEN * LETTERS));
  return { pairs, trigrams, log };
}

const STEPS = 4;
const encode = (log) => String.fromCharCode(48 + Math.round(-log * STEPS));
const tables = LANGUAGES.map((language) => {
  const { pairs, trigrams, log } = logsOf(language);
  const rows = [...pairs.keys()].sort().map((pair) => {
    const seen = [...trigrams.keys()].filter((trigram) => trigram.startsWith(pair)).sort();
    return `${pair}${encode(log(pair, '~'))}${seen.map((trigram) => trigram[2] + encode(log(pair, trigram[2]))).join('')}`;
  });
  return `  ${language}: ${JSON.stringify(rows.join(' '))},`;
});
writeFileSync(
  'src/words/letter-trigrams.ts',
  `// Written by scripts/lexicon/letter-trigrams.mjs from the words of the lexicons. Each entry: two letters (^ before a word),
// the code of an unseen follower, then each follower ($ ends a word) with its code. Code 48 + q means a natural
// logarithm of −q / ${STEPS}.
export const LETTER_TRIGRAMS: Readonly<Record<string, string>> = {
${tables.join('\n')}
};
`,
);
