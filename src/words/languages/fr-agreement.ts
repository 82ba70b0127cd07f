// What changes in a French text when a noun gives way to another: determiners, elisions, and what agrees further on.
import { wordSet } from '#base/word-set.js';
import { lazy } from '#base/lazy.js';
import { matchCase } from '../characters.js';
import type { Agreement, Neighbor, Noun } from './en.js';

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

/** How what stands before a noun changes with the noun; undefined where nobody knows. */
export function agree(before: string, from: Noun, to: Noun): Agreement | undefined {
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

/** Whether a noun has: an adjective next to it, "toute la …", a pronoun or a participle further on. */
export function hasDependants(text: string, words: readonly Neighbor[], index: number): boolean {
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

/** Whether an article is elided before one of two words alone. */
export const changesSound = (from: string, to: string): boolean => elides(from) !== elides(to);
