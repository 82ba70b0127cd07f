// Subjects that no list has: words and names of a text that its address has as well. Its author named the page by them.
import { forLanguage } from './by-language.js';
import { plain } from './characters.js';
import { lazy } from '#base/lazy.js';
import type { Lexicon } from './lexicon.js';
import { namesForm, namesPeople } from './no-subject.js';
import { nounPlaces } from '#words/noun-place.js';
import { isListed } from './phrases.js';
import { formsOf } from './subject-list.js';
import { joinAsTag } from './tags.js';
import type { Token } from './tokens.js';
import { WORD_CLASS } from './word-list.js';
import { wordSet } from '#base/word-set.js';

/** What a word may be, as bits of `WORD_CLASS`; undefined for a word that no list has. */
export type ClassesOf = (word: string) => number | undefined;

/** A word or a name of the text that stands in its address. */
export interface AddressSubject {
  readonly tag: string;
  /** Of its first word among the tokens, and how many words it takes. */
  readonly index: number;
  readonly length: number;
  readonly kind: 'noun' | 'name' | 'acronym';
  /** Whether it stands where nouns stand: behind an article or a preposition. */
  readonly isPlaced: boolean;
  /** What a noun may be besides, as bits of `WORD_CLASS`; 0 for a word unknown. */
  readonly classes: number;
  /** A name that word lists have, such as a first name, without the article or preposition that places have. */
  readonly isOfPerson: boolean;
}

/** Letters below which a word is hardly ever a subject. */
const SHORTEST = 4;
const ACRONYM = /^[A-Z][A-Z0-9]{1,5}$/;
/** Acronyms that name a form, a rank, a time or a contract, and words that are written as such. */
const NO_SUBJECT = wordSet(
  'pdf faq url am pm tbc tba ceo cto rsvp asap ttc ht cv zip html http https www mp3 mp4 jpg png ok nb ps tv new now open free direct live cdi cdd pro vip ag ca cr maj',
);
const CALENDAR = wordSet(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche printemps hiver english french français anglais google facebook instagram youtube twitter linkedin',
);
/** Whether names go on in lower case: "la Semaine bleue". */
const LOWER_CASE_IN_NAMES = { fr: true, en: false };
/** Whether a name stands behind what it names: "le pont Morand"; else before it, "the Ashby bridge". */
const NAME_BEHIND = { fr: true, en: false };
const ARTICLE = /^(?:le|la|l'|les|un|une|du|au|des|aux|ce|cette|notre|nos|votre|vos|son|sa)$/;
const OF = /^(?:de|du|des|d'|of)$/;
/** What stands before places and works, and before a first name hardly ever. */
const BEFORE_NAME = /^(?:le|la|l'|les|en|à|au|aux|du|des|the|in|at|near|around)$/;
/** Whom a text greets or thanks is a person, whatever word lists have. */
const GREETED =
  /(?:bienvenue|merci|bravo|hommage|félicitations|welcome|thanks?|thank you|congratulations|goodbye|farewell)(?: to| à|,)? $/i;
/** The name of a street is cut where it goes without the street, and too small a subject with it. */
const STREET = wordSet('street road lane avenue drive close square terrace crescent row hill court');
const OF_STREET =
  /(?:^|[^a-zà-ÿ])(?:rue|avenue|av\.|boulevard|bd|place|allées?|chemin|impasse|quai|cours|route|square|rond-point|faubourg|salle)(?: de| du| des| d['’])?(?: la| les| l['’])? ?$/i;
/** What opens a sentence has a capital whatever it is. */
const OPENS_SENTENCE = /(?:^|[.!?…:\n«“"*-])[\s\u00a0]*$/;
const CAPITALIZED = /^[A-ZÀ-Þ][a-zß-ÿœ]/;

/** Whether a capital makes a name of a word: "la passerelle des Moulins". */
export const isNameAt = (text: string, { text: written, span }: Token): boolean =>
  CAPITALIZED.test(written) && !OPENS_SENTENCE.test(text.slice(Math.max(0, span.start - 4), span.start));

/**
 * The words and names of a text that stand in its path and that no list of subjects has.
 * @param path the words of the path, without accents.
 * @param isTaken whether a word of the text belongs to a subject of the list.
 * @param classesOf without it, there are names alone.
 */
export function addressSubjects(
  {
    text,
    tokens,
    path,
  }: { readonly text: string; readonly tokens: readonly Token[]; readonly path: readonly string[] },
  isTaken: (index: number) => boolean,
  lexicon: Lexicon,
  classesOf: ClassesOf | undefined,
): AddressSubject[] {
  const { language } = lexicon;
  const goesOnInLowerCase = forLanguage(LOWER_CASE_IN_NAMES, language) === true;
  const inPath = new Set(path.flatMap((word) => formsOf(word, language)));
  const stands = (word: string): boolean =>
    plain(word)
      .split(/[-'’]/)
      .every((part) => formsOf(part, language).some((form) => inPath.has(form)));
  if (path.length === 0 || !tokens.some(({ word }) => stands(word))) return [];
  const isEmpty = (word: string): boolean =>
    isListed(word, lexicon.stopWords) ||
    CALENDAR.has(word) ||
    formsOf(word, language).some((form) => isListed(form, lexicon.genericWords) || namesForm(form, language));
  const isNextTo = (one: Token | undefined, other: Token | undefined): boolean =>
    one !== undefined && other !== undefined && text.slice(one.span.end, other.span.start) === ' ';
  const nouns = lazy(() => nounPlaces(text, tokens.map(asPlaced(lexicon)), language));
  const isLoud = tokens.filter(({ text: written }) => /^[A-Z]{2,}$/.test(written)).length > tokens.length / 3;

  /** French puts a name behind what it names: "le livret Pousse" is about a savings book. */
  const isNamedThing = ({ word }: Token, earlier: Token | undefined): boolean =>
    forLanguage(NAME_BEHIND, language) === true &&
    !isListed(word, lexicon.stopWords) &&
    ARTICLE.test(earlier?.word ?? '');

  /** The name that opens at a word, up to which word it goes, and whether it is a subject. */
  function nameAt(token: Token, index: number): { readonly end: number; readonly found?: AddressSubject } {
    const parts = [token];
    const next = (): Token | undefined => tokens[index + parts.length];
    for (let after = next(); after !== undefined && isNextTo(parts.at(-1), after); after = next()) {
      const goesOn = isNameAt(text, after) || (goesOnInLowerCase && parts.length === 1 && stands(after.word));
      if (!goesOn || isListed(after.word, lexicon.stopWords)) break;
      parts.push(after);
    }
    const end = index + parts.length;
    const [before, after] = [tokens[index - 1], tokens[end]];
    // A part of a longer name: "our Light Up The Lane appeal", "le livret Pousse", "le pont Morand".
    const isInside =
      before !== undefined &&
      isNextTo(before, token) &&
      (CAPITALIZED.test(before.text)
        ? !isEmpty(before.word) || isNameAt(text, before)
        : isNamedThing(before, tokens[index - 2]));
    const isStreet =
      STREET.has(parts.at(-1)?.word ?? '') ||
      OF_STREET.test(text.slice(Math.max(0, token.span.start - 30), token.span.start));
    const isOfMore = isNextTo(parts.at(-1), after) && OF.test(after?.word ?? '');
    // A party of a case: "Harker v Plaice".
    const isParty = /^vs?$/.test(after?.word ?? '');
    const isEmptyName = parts.every(({ word }) => isEmpty(word));
    if (
      isInside ||
      isStreet ||
      isOfMore ||
      isParty ||
      isEmptyName ||
      parts.length > 3 ||
      !parts.every(({ word }) => stands(word))
    ) {
      return { end };
    }
    const isKnown = parts.length === 1 && ((classesOf?.(token.word) ?? 0) & WORD_CLASS.name) !== 0;
    const tag = joinAsTag(parts.map(({ text: written }) => written));
    const isOfPerson =
      (isKnown && !BEFORE_NAME.test(before?.word ?? '')) ||
      GREETED.test(text.slice(Math.max(0, token.span.start - 20), token.span.start));
    return { end, found: { tag, index, length: parts.length, kind: 'name', isPlaced: true, classes: 0, isOfPerson } };
  }

  const found: AddressSubject[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || !stands(token.word)) continue;
    const { text: written, word } = token;
    const one = { index, length: 1, classes: 0, isPlaced: true, isOfPerson: false };
    if (ACRONYM.test(written)) {
      if (!isLoud && !isTaken(index) && !NO_SUBJECT.has(word)) found.push({ ...one, tag: written, kind: 'acronym' });
      continue;
    }
    if (isNameAt(text, token) && !isLoud) {
      const name = nameAt(token, index);
      if (name.found !== undefined) found.push(name.found);
      index = name.end - 1;
      continue;
    }
    if (isTaken(index) || word.length < SHORTEST || /['’\d]/.test(word) || isEmpty(word) || namesPeople(word)) continue;
    const classes = nounClasses(word, classesOf, language);
    if (classes === undefined) continue;
    const tag = word.includes('-') ? joinAsTag([word]) : word;
    found.push({ ...one, tag, kind: 'noun', isPlaced: nouns().has(index, index), classes });
  }
  return found;
}

const asPlaced =
  ({ stopWords }: Lexicon) =>
  (token: Token) =>
    ({ ...token, inTag: false, kind: isListed(token.word, stopWords) ? 'stop' : 'subject' }) as const;

/** The classes of a word that may be a noun, 0 for a word unknown; undefined for what is none, and without word lists. */
function nounClasses(word: string, classesOf: ClassesOf | undefined, language: string): number | undefined {
  if (classesOf === undefined) return undefined;
  const known = formsOf(word, language).map((form) => classesOf(form) ?? 0);
  const all = known.reduce((sum, one) => sum | one, 0);
  if (all === 0) return 0;
  return (all & (WORD_CLASS.noun | WORD_CLASS.plain)) !== 0 && (all & WORD_CLASS.lower) !== 0 ? all : undefined;
}
