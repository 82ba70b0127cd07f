import { singularize } from './number.js';

/** A thesaurus: it knows words of the same meaning, but neither the sense that is meant nor what agrees with it. */
export interface Thesaurus {
  /** As it is to be named to the user: "WordNet 3.1", "thes_fr.dat". */
  readonly name: string;
  /** Words and phrases of the same meaning, the likeliest first where it can tell; empty for a word that it lacks. */
  lookUp(word: string): readonly string[];
}

/**
 * How alike two words must be to stand for one another, and how many are kept. Measured on MyThes' French thesaurus 7.5:
 * .3 keeps logement for habitation (.49) and congés for vacances (.60), and drops quatuor for formation (.20).
 */
const MIN_LIKENESS = 0.3;
const MAX_SYNONYMS = 6;

/**
 * The candidates that share most of their own synonyms with a word, the most alike first: a merged list of all senses
 * holds every neighbour of a word, but only words that mean the same have the same neighbours.
 * Likeness is the Jaccard index of the two sets, 0..1, each set with its own word in it.
 */
export function mostAlike(
  word: string,
  candidates: readonly string[],
  lookUp: (word: string) => readonly string[],
): string[] {
  const own = new Set([word, ...candidates]);
  return [...own]
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, likeness: jaccard(own, new Set([candidate, ...lookUp(candidate)])) }))
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MAX_SYNONYMS)
    .map(({ candidate }) => candidate);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/**
 * What a thesaurus says of words, by the form that it knows: the word itself, else its singular. Words without a
 * synonym are left out.
 * @param words lower case, NFC, with straight apostrophes.
 */
export function lookUpThesaurus(
  thesaurus: Thesaurus,
  words: readonly string[],
  language: string | undefined,
): Readonly<Record<string, readonly string[]>> {
  const answers = new Map<string, readonly string[]>();
  for (const word of new Set(words)) {
    for (const form of [word, ...singularize(word, language)]) {
      const synonyms = answers.get(form) ?? thesaurus.lookUp(form);
      if (synonyms.length === 0) continue;
      answers.set(form, synonyms);
      break;
    }
  }
  // Not by assignment: "__proto__" would be no key.
  return Object.fromEntries(answers);
}
