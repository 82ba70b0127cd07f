import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { lazy } from '#base/lazy.js';
import { isCapitalized, matchCase } from '../characters.js';
import { wordSet } from '#base/word-set.js';
import type { Agreement, Grammar, Neighbor, Noun, NounSigns } from './en.js';
import { readBothEndings } from '#words/languages/fr-inclusive.js';

const UNCHANGED: Agreement = { taken: 0, put: '' };

/** Determiners of one meaning: before a masculine consonant, a feminine one, and a vowel of either gender. */
const FORMS = [
  ['le', 'la', "l'", "l'"],
  ['un', 'une', 'un', 'une'],
  ['du', 'de la', "de l'", "de l'"],
  ['au', 'à la', "à l'", "à l'"],
  ['ce', 'cette', 'cet', 'cette'],
  ['mon', 'ma', 'mon', 'mon'],
  ['ton', 'ta', 'ton', 'ton'],
  ['son', 'sa', 'son', 'son'],
  ['quel', 'quelle', 'quel', 'quelle'],
  ['aucun', 'aucune', 'aucun', 'aucune'],
  ['certain', 'certaine', 'certain', 'certaine'],
  ['quels', 'quelles', 'quels', 'quelles'],
  ['certains', 'certaines', 'certains', 'certaines'],
  ['de', 'de', "d'", "d'"],
] as const;

/** Words before a noun that stay as they are whatever follows. */
const INVARIABLE = lazy(() =>
  wordSet(
    'les des aux ces mes tes ses nos vos leurs notre votre leur chaque plusieurs quelques en par pour sans sur sous avec dans contre entre vers chez selon comme et ou mais donc car à deux trois quatre cinq six sept huit neuf dix',
  ),
);
/** Words that begin with a vowel on paper and a consonant in the mouth, or with an h that is heard as a stop. */
const NO_ELISION =
  /^(?:hashtag|hlm|handicap|handball|hall|halle|hangar|haricot|hasard|hausse|haut|héros|hibou|hockey|hobby|hors|hub|hublot|huit|onze|oui|ouistiti|yaourt|yacht|yoga|youtube|web|wifi|week)/;
const VOWEL = /^[aeiouyàâéèêëîïôûüœh]/;

/** Whether an article is elided before a word: "l'habitation", but "le handicap". */
export const elides = (word: string): boolean => VOWEL.test(word) && !NO_ELISION.test(word);

const LAST_WORDS = lazy(() => /(?:(?:^|[^\p{L}\p{M}\p{N}'’-])(de|à)\s+)?([\p{L}\p{M}]+['’]|[\p{L}\p{M}\p{N}-]+\s+)$/iu);

function agree(before: string, from: Noun, to: Noun): Agreement | undefined {
  const sameSound = elides(from.word) === elides(to.word);
  if (from.gender === to.gender && sameSound) return UNCHANGED;
  // Without a gender nobody knows which form it takes.
  if (from.gender === undefined || to.gender === undefined) return undefined;
  const match = LAST_WORDS().exec(before);
  if (match === null) return UNCHANGED;
  const [written, preposition] = [(match[2] ?? '').trimEnd(), match[1]];
  const last = written.toLowerCase().replace('’', "'");
  const both = preposition === undefined ? last : `${preposition.toLowerCase()} ${last}`;
  const column = elides(from.word) ? (from.gender === 'm' ? 2 : 3) : from.gender === 'm' ? 0 : 1;
  const two = FORMS.find((forms) => both.includes(' ') && forms[column] === both);
  const forms = two ?? FORMS.find((candidate) => candidate[column] === last);
  if (forms === undefined) return INVARIABLE().has(last) ? UNCHANGED : undefined;
  const put = forms[elides(to.word) ? (to.gender === 'm' ? 2 : 3) : to.gender === 'm' ? 0 : 1];
  const taken =
    before.length -
    (two === undefined ? match.index + match[0].length - (match[2] ?? '').length : determinerStart(match));
  const original = before.slice(before.length - taken);
  const sign = original.includes('’') ? '’' : "'";
  const blank = put.endsWith("'") ? '' : ' ';
  return { taken, put: `${matchCase(original, put).replace("'", sign)}${blank}` };
}

/** Where the preposition of a determiner of two words begins: "à la", "de l'". */
const determinerStart = (match: RegExpExecArray): number =>
  match.index + match[0].toLowerCase().search(/(?:de|à)\s+(?:[\p{L}\p{M}]+['’]|[\p{L}\p{M}\p{N}-]+\s+)$/u);

/** What takes its gender from a noun further back: pronouns, and verbs that a participle or adjective follows. */
const TAKES_GENDER = lazy(() =>
  wordSet(
    'il elle ils elles celui celle ceux celles lequel laquelle lesquels lesquelles est sont était étaient sera seront soit soient été reste restent devient deviennent toute tous toutes quelle quelles quels lui eux le la les',
  ),
);
/** Before a determiner these agree with the noun behind it: "toute la maison". */
const ALL = new Set(['tout', 'toute', 'tous', 'toutes']);
const SENTENCE_END = /[.!?…\n]/;
const PARTED = /[^\s]/;

/** An adjective next to the noun, "toute la …", a pronoun or a participle further on. */
function hasDependants(text: string, words: readonly Neighbor[], index: number): boolean {
  const noun = words[index];
  if (noun === undefined) return true;
  const parted = (from: number, to: number): boolean => PARTED.test(text.slice(from, to));
  const [before, after] = [words[index - 1], words[index + 1]];
  const touchesBefore = before !== undefined && !parted(before.span.end, noun.span.start);
  const touchesAfter = after !== undefined && !parted(noun.span.end, after.span.start);
  if (touchesBefore && before.kind !== 'stop') return true;
  if (touchesAfter && after.kind !== 'stop') return true;
  if (words.slice(Math.max(0, index - 3), index).some(({ word }) => ALL.has(word))) return true;
  for (const [at, word] of words.slice(index + 1).entries()) {
    const previous = words[index + at] ?? noun;
    if (SENTENCE_END.test(text.slice(previous.span.end, word.span.start))) return false;
    // An article with a noun behind it is not a pronoun.
    const next = words[index + at + 2];
    const isArticle =
      /^l[ae]s?$/.test(word.word) && next !== undefined && next.kind !== 'stop' && !/(?:er|ir)$/.test(next.word);
    if (TAKES_GENDER().has(word.word) && !isArticle) return true;
  }
  return false;
}

/** The complement of a noun, which stays as it is: "maisons de retraite". */
const COMPLEMENT = /(?=\s(?:de\s|d['’]|à\s|en\s|sur\s))/;

function pluralOfWord(word: string): string {
  if (/[sxz]$/.test(word)) return word;
  if (/(?:eau|eu)$/.test(word)) return `${word}x`;
  return word.endsWith('al') ? `${word.slice(0, -2)}aux` : `${word}s`;
}

const INFINITIVE = /(?<!i)er$|ir$/;
/** Third persons that end like few adjectives: "ralentit", "réunit". */
const THIRD_PERSON = /(?<!in[eé]d|pet|interd|écr|inscr|maud|conf|u|o)it$|aient$/;

/** Whether a word may be the adjective of the noun before it: it takes its number, and no verb has its form. */
const mayQualify = (noun: string, word: string): boolean =>
  !THIRD_PERSON.test(word) && (!/[sx]$/.test(noun) || /[sxz]$/.test(word));

function makeNounSigns(): NounSigns {
  /** Nouns that end like infinitives. */
  const noInfinitive = wordSet(
    'loyer foyer danger hiver verger berger boulanger boucher cancer leader manager mer fer enfer laser poker hacker blogger designer newsletter cluster poster container docker serveur avenir plaisir loisir souvenir désir cuir tir air menuisier',
  );
  /** Behind these a verb in its bare form is as likely as a noun. */
  const beforeInfinitives = wordSet("de d' à en pour sans le la les l' et ou");
  /** Behind these "le", "la", "les" are pronouns, and a verb follows: "si on les mariait". */
  const beforeObject = wordSet('je tu il elle on nous vous ils elles qui ne se');
  return {
    determiners: wordSet(
      "le la les l' un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quel quelle quels quelles chaque plusieurs aucun aucune",
    ),
    prepositions: wordSet(
      "de d' du des au aux à en sur par pour avec sans sous dans contre entre vers chez selon comme et ou",
    ),
    adjectives: wordSet(
      'nouveau nouvel nouvelle nouveaux nouvelles grand grande grands grandes petit petite petits petites bon bonne bons bonnes meilleur meilleure meilleurs meilleures premier première premiers premières dernier dernière derniers dernières prochain prochaine futur future ancien ancienne anciens anciennes vrai vraie jeune jeunes',
    ),
    titlesInCapitals: false,
    isObject: (beforeIt, pronoun, verb) =>
      /^l(?:e|a|es|')$/.test(pronoun) && beforeObject.has(beforeIt) && !/[sx]$|tion$/.test(verb),
    isParticiple: () => false,
    isInfinitive: (before, word) => beforeInfinitives.has(before) && INFINITIVE.test(word) && !noInfinitive.has(word),
    mayPair(first, second, after) {
      // "Le réseau Produit": a name begins there.
      const isMixed = isCapitalized(second.text) && !isCapitalized(first.text);
      // Of three in a row, nobody but a reader knows which two belong together.
      return !isMixed && mayQualify(first.word, second.word) && after?.kind !== 'subject';
    },
    // The noun comes first.
    isHead: (before) => before?.kind !== 'subject',
  };
}

const IN_AIL = /^(?:trav|vitr|b|cor|ém|soupir|vant)aux$/;

/** What a plural is the plural of, as far as its ending tells; other words as they are. */
function singularForm(word: string): string {
  if (word.length < 4 || !/[^s]s$|[aeo]ux$/.test(word)) return word;
  if (IN_AIL.test(word)) return `${word.slice(0, -3)}ail`;
  if (/(?<!e)aux$/.test(word)) return `${word.slice(0, -3)}al`;
  // "Heureux" is no plural.
  return word.endsWith('eux') && !/^(?:j|f|v|n|li|mili|chev|nev|av|ess|enj)eux$/.test(word) ? word : word.slice(0, -1);
}

/** French. */
export const fr: Grammar = {
  // Porter's algorithm parts "loyer" and "loyers": both are brought to the singular first.
  stem: (word) => stemmer.stem(singularForm(word)),
  singularize(word) {
    if (!/[sx]$/.test(word)) return [];
    const bare = word.slice(0, -1);
    return word.endsWith('aux') ? [bare, `${word.slice(0, -3)}al`] : [bare];
  },
  pluralize(noun) {
    if (noun.includes('-')) return undefined;
    const [head = '', ...complement] = noun.split(COMPLEMENT);
    return head.split(' ').map(pluralOfWord).join(' ') + complement.join('');
  },
  hasGenders: true,
  agree,
  changesSound: (from, to) => elides(from) !== elides(to),
  hasDependants,
  endsTag: () => false,
  readBothEndings,
  nouns: lazy(makeNounSigns),
  elision: /^(?:l|d|j|n|c|s|m|t|qu|jusqu|lorsqu|puisqu|quoiqu)'/,
  contraction: undefined,
  endings: [
    ['ment', /ment$/],
    ['tion', /(?:tion|té|age|eur)$/],
    ['inf', /(?:er|ir|re)$/],
    // Nouns that end as participles do.
    [
      '',
      /^(?:musée|lycée|année|journée|soirée|matinée|idée|allée|vallée|armée|durée|fusée|marée|fée|randonnée|cheminée|café|marché|blé|thé|pré|clé|bébé|congé|fossé|député|jubilé|abbé|degré)s?$/,
    ],
    ['pp', /(?:é|ée|és|ées)$/],
    ['conj', /(?:ez|ons|ent|ait|a)$/],
    ['s', /[sx]$/],
  ],
  shuffledOrder: 0.12,
  shippedThesaurus: undefined,
};
