// Whether words look like words: by which letters follow one another in those of the lexicons.
import { LETTER_TRIGRAMS } from './letter-trigrams.js';

interface LetterModel {
  /** Natural logarithm of a follower's share, by three letters. */
  readonly seen: ReadonlyMap<string, number>;
  /** The same for followers never seen behind two letters. */
  readonly unseen: ReadonlyMap<string, number>;
}

const STEPS = 4;
/** Behind two letters that no word of the lexicons has, every follower is as unlikely as any: 1 of 27. */
const NO_CONTEXT = -Math.log(27);

let models: readonly LetterModel[] | undefined;

/** Unpacked when first needed: few texts are doubtful. */
function letterModels(): readonly LetterModel[] {
  models ??= Object.values(LETTER_TRIGRAMS).map((table) => {
    const [seen, unseen] = [new Map<string, number>(), new Map<string, number>()];
    const decode = (code: string): number => (48 - code.charCodeAt(0)) / STEPS;
    for (const row of table.split(' ')) {
      const pair = row.slice(0, 2);
      unseen.set(pair, decode(row.charAt(2)));
      for (let at = 3; at < row.length; at += 2) seen.set(pair + row.charAt(at), decode(row.charAt(at + 1)));
    }
    return { seen, unseen };
  });
  return models;
}

const fold = (word: string): string => word.normalize('NFD').replace(/[^a-z]/g, '');

/**
 * How likely the letters of a word are in the language that fits it best, as the mean natural logarithm per letter:
 * about −2 for words, −4 for random letters. Accents and signs are left out.
 * @param word in lower case
 */
export function letterLikelihood(word: string): number {
  const marked = `^^${fold(word.replaceAll('œ', 'oe').replaceAll('æ', 'ae'))}$`;
  const likelihoods = letterModels().map(({ seen, unseen }) => {
    let sum = 0;
    for (let at = 2; at < marked.length; at += 1) {
      const pair = marked.slice(at - 2, at);
      sum += seen.get(pair + marked.charAt(at)) ?? unseen.get(pair) ?? NO_CONTEXT;
    }
    return sum / (marked.length - 2);
  });
  return Math.max(...likelihoods);
}
