import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { lazy } from '#base/lazy.js';
import { matchCase } from '../characters.js';
import { wordSet, type WordSet } from '#base/word-set.js';

/** A noun as far as the words around it agree with it. */
export interface Noun {
  /** Lower case, as it is to stand in the text. */
  readonly word: string;
  /** Left out where the language has none. */
  readonly gender?: 'm' | 'f' | undefined;
}

/** How the text right before a noun changes: its last `taken` characters become `put`. */
export interface Agreement {
  readonly taken: number;
  readonly put: string;
}

/** A word as far as its neighbors look at it. */
export interface Neighbor {
  readonly text: string;
  readonly word: string;
  readonly kind: 'stop' | 'generic' | 'subject';
  readonly span: { readonly start: number; readonly end: number };
}

/** What stands around nouns in a language: closed classes of its grammar, not a matter of taste. */
export interface NounSigns {
  /** Determiners: one behind a word shows that this word was a verb ("accélère la production"). */
  readonly determiners: WordSet;
  /** Prepositions: nouns follow them, and they follow nouns. */
  readonly prepositions: WordSet;
  /** Adjectives that stand between a determiner and its noun. */
  readonly adjectives: WordSet;
  /** Whether titles capitalize every word: there a capital does not make a name. */
  readonly titlesInCapitals: boolean;
  /** Whether the word between two others is a pronoun, so that a verb follows: "si on les mariait". */
  isObject(beforeIt: string, pronoun: string, verb: string): boolean;
  /** Whether a word may be a participle that says something of the noun before it. */
  isParticiple(word: string): boolean;
  /** Whether a word is as likely a verb in its bare form as a noun, behind the one before it. */
  isInfinitive(before: string, word: string): boolean;
  /** Whether two subjects side by side, and what follows them, may be one noun. */
  mayPair(first: Neighbor, second: Neighbor, after: Neighbor | undefined): boolean;
  /** Whether a noun between its neighbors is the head of its phrase, which a row of nouns has at one end. */
  isHead(before: Neighbor | undefined, after: Neighbor | undefined): boolean;
}

/** A word with the endings of both genders: how much of it stands behind what was read, and whether nothing else can be meant. */
export interface BothEndings {
  readonly more: number;
  readonly isSure: boolean;
}

/** What the program knows of a language's grammar beside the lists of its lexicon. */
export interface Grammar {
  /** Porter's algorithm of the language. Its answers are for comparing only. */
  stem(word: string): string;
  /** What a word may be the plural of, the likeliest first. */
  singularize(word: string): string[];
  /** The plural of a noun, or undefined where rules do not give it. */
  pluralize(noun: string): string | undefined;
  /** Whether nouns have a gender that the words around them take. */
  readonly hasGenders: boolean;
  /** Reads what X takes for a link as a word with the endings of both genders; left out where none are written. */
  readBothEndings?(word: string, before: string, after: string): BothEndings | undefined;
  /** How the determiner right before a noun changes with it; undefined when no table tells. */
  agree(before: string, from: Noun, to: Noun): Agreement | undefined;
  /** Whether an adjective before a noun may change its form when another noun takes its place. */
  changesSound(from: string, to: string): boolean;
  /** Whether words besides the determiner may agree with the noun at an index. */
  hasDependants(text: string, words: readonly Neighbor[], index: number): boolean;
  /** Whether a sign behind a tag ends it on purpose. */
  endsTag(after: string): boolean;
  readonly nouns: () => NounSigns;
  /** A small word before an apostrophe, joined to the word behind it: "l'été", "qu'il". */
  readonly elision: RegExp | undefined;
  /** A small word from its apostrophe on, joined to the word before it: "it's", "we're". */
  readonly contraction: RegExp | undefined;
  /** Classes of content words by their ending; the first that fits holds. */
  readonly endings: readonly (readonly [name: string, ending: RegExp])[];
  /**
   * How usual the neighbors of a shuffled text may look at most, as a log ratio: it is the zero of word order. Between what
   * shuffled sentences of manuals reach and what drafts of posts stay above (@source own measurement, 300 drafts).
   */
  readonly shuffledOrder: number;
  /** The thesaurus that ships with the program, by its file; undefined where the user's own is looked for. */
  readonly shippedThesaurus: string | undefined;
}

/** Words that sound like a vowel without one on paper, and those that sound like a consonant with one. */
const SILENT_H = /^(?:hour|honest|honou?r|heir)/;
const LIKE_YOU = lazy(() => /^(?:eu|ew|one(?!\p{L}*ir)|once|uni(?!n|m)|use|usu|util|uk|ubi|ura|uro)/u);
const takesAn = (word: string): boolean => SILENT_H.test(word) || (/^[aeiou]/.test(word) && !LIKE_YOU().test(word));

const ARTICLE = lazy(() => /(?:^|[^\p{L}\p{M}\p{N}])(an?)(\s+)$/iu);
/** A possessive: the tag was meant to end before it. */
const POSSESSIVE = lazy(() => /^['’]s(?![\p{L}\p{M}\p{N}'’-])/u);

const isParticiple = (word: string): boolean => word.endsWith('ed');

/** English. */
export const en: Grammar = {
  stem: (word) => stemmer.stem(word),
  singularize(word) {
    if (!word.endsWith('s') || word.endsWith('ss')) return [];
    const bare = word.slice(0, -1);
    if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, bare];
    return /(?:s|x|z|ch|sh|o)es$/.test(word) ? [word.slice(0, -2), bare] : [bare];
  },
  pluralize(noun) {
    if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
    return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
  },
  hasGenders: false,
  agree(before, from, to) {
    const article = ARTICLE().exec(before);
    if (article === null || takesAn(from.word) === takesAn(to.word)) return { taken: 0, put: '' };
    const [, written = '', blank = ''] = article;
    const put = takesAn(to.word) ? 'an' : 'a';
    return { taken: written.length + blank.length, put: `${matchCase(written, put)}${blank}` };
  },
  changesSound: () => false,
  hasDependants: () => false,
  endsTag: (after) => POSSESSIVE().test(after),
  nouns: lazy(() => ({
    determiners: wordSet(
      'the a an our your my his her its their this these those some any every each no another which what whose',
    ),
    prepositions: wordSet(
      'of in on at for with without by from about into over under between through via against across around behind than and or',
    ),
    adjectives: wordSet(
      'new best good great first next last free big small better old own same top full real more most',
    ),
    titlesInCapitals: true,
    isObject: () => false,
    isParticiple,
    isInfinitive: () => false,
    mayPair: () => true,
    // The noun comes last: of "the flat earth" only the last word is one. A small word or a participle ends the row.
    isHead: (_, after) => after === undefined || after.kind === 'stop' || isParticiple(after.word),
  })),
  elision: undefined,
  contraction: /'(?:s|re|ve|ll|d|m|t)$/,
  endings: [
    ['ly', /ly$/],
    ['ing', /ing$/],
    ['ed', /ed$/],
    ['tion', /(?:tion|ment|ness|ity)$/],
    ['s', /[^s]s$/],
  ],
  shuffledOrder: 0.22,
  shippedThesaurus: 'wordnet.txt',
};
