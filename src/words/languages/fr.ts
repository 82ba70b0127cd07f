import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { lazy } from '#base/lazy.js';
import { isCapitalized } from '../characters.js';
import { wordSet } from '#base/word-set.js';
import type { Grammar, NounSigns } from './en.js';
import { agree, changesSound, hasDependants } from '#words/languages/fr-agreement.js';
import { readBothEndings } from '#words/languages/fr-inclusive.js';

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
  changesSound,
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
