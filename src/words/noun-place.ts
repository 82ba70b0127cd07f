import { lazy } from '#base/lazy.js';
import { isCapitalized } from './letter-case.js';

/** A word as far as its place matters. */
export interface PlacedWord {
  readonly text: string;
  readonly word: string;
  readonly kind: 'stop' | 'generic' | 'subject';
  readonly inTag: boolean;
  readonly span: { readonly start: number; readonly end: number };
}

/** What stands around nouns in a language: closed classes of its grammar, not a matter of taste. */
interface Grammar {
  /** Determiners: one behind a word shows that this word was a verb ("accélère la production"). */
  readonly determiners: ReadonlySet<string>;
  /** Prepositions: nouns follow them, and they follow nouns. */
  readonly prepositions: ReadonlySet<string>;
  /** Adjectives that stand between a determiner and its noun. */
  readonly adjectives: ReadonlySet<string>;
  /** Behind these a verb in its bare form is as likely as a noun. */
  readonly beforeInfinitives: ReadonlySet<string>;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const GRAMMARS: Readonly<Record<string, () => Grammar>> = {
  fr: lazy(() => ({
    determiners: set(
      "le la les l' un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quel quelle quels quelles chaque plusieurs aucun aucune",
    ),
    prepositions: set(
      "de d' du des au aux à en sur par pour avec sans sous dans contre entre vers chez selon comme et ou",
    ),
    adjectives: set(
      'nouveau nouvel nouvelle nouveaux nouvelles grand grande grands grandes petit petite petits petites bon bonne bons bonnes meilleur meilleure meilleurs meilleures premier première premiers premières dernier dernière derniers dernières prochain prochaine futur future ancien ancienne anciens anciennes vrai vraie jeune jeunes',
    ),
    beforeInfinitives: set("de d' à en pour sans le la les l' et ou"),
  })),
  en: lazy(() => ({
    determiners: set(
      'the a an our your my his her its their this these those some any every each no another which what whose',
    ),
    prepositions: set(
      'of in on at for with without by from about into over under between through via against across around behind than and or',
    ),
    adjectives: set('new best good great first next last free big small better old own same top full real more most'),
    beforeInfinitives: set('and or'),
  })),
};

const INFINITIVE = /(?<!i)er$|ir$/;
/** Nouns that end like infinitives. */
const NO_INFINITIVE = set(
  'loyer foyer danger hiver verger berger boulanger boucher cancer leader manager mer fer enfer laser poker hacker blogger designer newsletter cluster poster container docker serveur avenir plaisir loisir souvenir désir cuir tir air menuisier',
);
/** Behind these "le", "la", "les" are pronouns, and a verb follows: "si on les mariait". */
const BEFORE_OBJECT = set('je tu il elle on nous vous ils elles qui ne se');
/** What parts phrases. Brackets and quotation marks do not: what they hold stands in the sentence. */
const BLANK = /^[ \u00a0\u202f]*["«“(]?[ \u00a0\u202f]*$/u;

/** Third persons that end like few adjectives: "ralentit", "réunit". */
const THIRD_PERSON = /(?<!in[eé]d|pet|interd|écr|inscr|maud|conf|u|o)it$|aient$/;

/** Whether a French word may be the adjective of the noun before it: it takes its number, and is no verb by its form. */
const mayQualify = (noun: string, word: string): boolean =>
  !THIRD_PERSON.test(word) && (!/[sx]$/.test(noun) || /[sxz]$/.test(word));

/** Whether no noun follows in English, where the last of a row is the noun: a small word or a participle does. */
const endsEnglish = (after: PlacedWord | undefined): boolean =>
  after === undefined || after.kind === 'stop' || after.word.endsWith('ed');

const isCapital = ({ text }: PlacedWord): boolean => isCapitalized(text);

/** Where the words of one text may be taken for nouns. */
export interface NounPlaces {
  /** Whether the words from one index to another (inclusive) read as one noun where they stand. */
  has(from: number, to: number): boolean;
}

/**
 * Tells by the small words around them which words of a text are nouns, in French and English: behind an article or a
 * preposition ("dans le logement"), or at the head of a phrase with none behind them ("Logement : …"). Verbs stand
 * elsewhere. A name of several words is one noun: no part of it is. In other languages every word may be one.
 */
export function nounPlaces(text: string, words: readonly PlacedWord[], language: string | undefined): NounPlaces {
  const grammar = GRAMMARS[language ?? '']?.();
  if (grammar === undefined) return { has: () => true };
  const { determiners, prepositions, adjectives, beforeInfinitives } = grammar;
  const gap = (from: number, to: number): string =>
    text.slice(words[from]?.span.end ?? 0, words[to]?.span.start ?? text.length);
  /** The word before or behind, where no sign parts them. */
  const near = (index: number, step: 1 | -1): PlacedWord | undefined => {
    const other = words[index + step];
    const between = step === 1 ? gap(index, index + 1) : gap(index - 1, index);
    return other !== undefined && BLANK.test(between) ? other : undefined;
  };
  const meant = words.filter(({ kind }) => kind !== 'stop');
  // English Titles Capitalize Every Word: there a capital is no sign of a name.
  const isTitle = language === 'en' && meant.length >= 3 && meant.filter(isCapital).length > 0.6 * meant.length;
  const namedAt = (index: number): boolean => {
    const word = words[index];
    return !isTitle && word !== undefined && !word.inTag && word.kind !== 'stop' && isCapital(word);
  };
  const joins = (from: number, to: number): boolean => gap(from, to) === ' ' || gap(from, to) === '-';
  /** The capital of a first word says nothing: "Musées de Bretagne" is about museums. */
  const isNameInside = (index: number, step: 1 | -1): boolean =>
    namedAt(index) && (step === 1 || near(index, -1) !== undefined);
  /** Whether a name goes on beyond a word: "Ouest France Emploi", "Tour de France". */
  const isInName = (index: number, step: 1 | -1): boolean => {
    if (!namedAt(index)) return false;
    const other = index + step;
    const [low, high] = [Math.min(index, other), Math.max(index, other)];
    if (namedAt(other) && joins(low, high)) return true;
    const beyond = index + 2 * step;
    return (
      isNameInside(beyond, step) &&
      /^(?:de|du|des|d'|la|of)$/.test(words[other]?.word ?? '') &&
      near(other, step) !== undefined
    );
  };
  const openedByWord = (index: number): boolean => {
    const before = near(index, -1);
    if (before === undefined) return false;
    const isPronoun = /^l(?:e|a|es|')$/.test(before.word) && BEFORE_OBJECT.has(near(index - 1, -1)?.word ?? '');
    if (language === 'fr' && isPronoun && !/[sx]$|tion$/.test(words[index]?.word ?? '')) return false;
    if (adjectives.has(before.word)) return true;
    return determiners.has(before.word) || prepositions.has(before.word) || /^\d/.test(before.word);
  };
  const goesOnAsNoun = (index: number): boolean => {
    const after = near(index, 1);
    return after === undefined || prepositions.has(after.word) || (language === 'en' && after.word.endsWith('ed'));
  };
  const isInfinitive = (index: number): boolean => {
    const [word, before] = [words[index]?.word ?? '', near(index, -1)?.word ?? ''];
    return language === 'fr' && beforeInfinitives.has(before) && INFINITIVE.test(word) && !NO_INFINITIVE.has(word);
  };

  return {
    has(from, to) {
      if (isInName(from, -1) || isInName(to, 1)) return false;
      const after = near(to, 1);
      if (after !== undefined && determiners.has(after.word)) return false;
      const [first, second] = [words[from], words[to]];
      const isName = namedAt(from) && namedAt(to);
      if (language === 'fr' && !isName && from < to && first !== undefined && second !== undefined) {
        // Of three in a row, nobody but a reader knows which two belong together.
        // "Le réseau Produit": a name begins there.
        const isMixed = isCapital(second) && !isCapital(first);
        if (isMixed || !mayQualify(first.word, second.word) || after?.kind === 'subject') return false;
      }
      // A name may stand anywhere: behind a verb, behind another noun.
      if (isName && near(from, -1) !== undefined) return true;
      if (isInfinitive(from)) return false;
      const before = near(from, -1);
      const isJoined =
        before !== undefined && (before.word === 'et' || before.word === 'ou' || /^(?:and|or)$/.test(before.word));
      const opened = before === undefined || isJoined ? goesOnAsNoun(to) : openedByWord(from);
      if (!opened) return false;
      // In English the noun comes last, in French first: of "the flat earth" only the last word is one.
      return language === 'en' ? endsEnglish(after) : before?.kind !== 'subject';
    },
  };
}
