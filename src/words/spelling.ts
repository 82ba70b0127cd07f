// Words that no dictionary has, where one that it has is close by.
import { wordSet } from '#base/word-set.js';
import { forLanguage } from './by-language.js';
import { lazy } from '#base/lazy.js';
import { isCapitalized } from './characters.js';
import type { Token } from './tokens.js';
import { WORD_CLASS, type WordList } from './word-list.js';

/** A misspelled word with what was meant, where that is sure enough to be offered. */
export interface Misspelling {
  readonly token: Token;
  readonly meant: string;
  /** What differs: the accent of a first letter in capital, accents, or letters. */
  readonly kind: 'capital' | 'accents' | 'letters';
}

/** Shorter words have too many neighbors. */
const SHORTEST = 4;
/** From this length on a single changed letter points at one word. */
const LONG = 6;

/** Doubled and simple letters, and the slips that hands make, come before other changes. */
function likelihood(word: string, other: string): number {
  const [long, short] = word.length > other.length ? [word, other] : [other, word];
  const isDoubling = long.length !== short.length && long.replace(/(.)\1/g, '$1') === short.replace(/(.)\1/g, '$1');
  const isSwapped = word.length === other.length && [...word].sort().join('') === [...other].sort().join('');
  const isVowel = /^[aeiouyàâéèêëîïôûù]+$/;
  const differing = word.length === other.length ? [...word].findIndex((letter, at) => letter !== other[at]) : -1;
  const swapsVowels = differing >= 0 && isVowel.test(word.charAt(differing)) && isVowel.test(other.charAt(differing));
  const keepsStart = word.slice(0, 2) === other.slice(0, 2);
  const isCut = `${other}s` === word;
  // "suffir": an infinitive without its last letter.
  const isInfinitive = other === `${word}e` && /[iudt]r$/.test(word);
  return (
    (isCut || isInfinitive ? 4 : 0) +
    (isDoubling ? 4 : 0) +
    (isSwapped ? 4 : 0) +
    (swapsVowels ? 2 : 0) +
    (keepsStart ? 2 : 0)
  );
}

/** English writes accents in loan words only, and there on purpose: "café", "jalapeño"; and words that the list lacks. */
const LOANED = { en: /[^a-z]|^nosey$/, fr: /^(?:visios?|pédibus|vélobus)$/ };

/** Prefixes that English puts in front of any word, and a word of some length; in French they hide accents that are missing. */
const PREFIXED = {
  en: /^(?:re|un|pre|non|over|under|out|mis|co|sub|super|anti|multi|auto|mini|inter|micro|macro)([a-z]{5,})$/,
};

/** Names of days and months in small letters lack their capital alone: "sunday" is no "sundae". */
const CALENDAR = {
  en: wordSet(
    'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february april june july august september october november december',
  ),
};

/** Letters beside one another on the keyboards of both languages. */
const NEIGHBORS = 'azertyuiop qsdfghjklm wxcvbn qwertyuiop asdfghjkl zxcvbnm';

/** Whether a change is one that hands or ears make; a new word of a trade differs from an old one by chance. */
function isSlip(word: string, other: string, choices: number): boolean {
  if (`${other}s` === word) return true;
  if (word.length < SHORTEST + 1 || choices > 8) return false;
  // What is before a whole word is a prefix that the list does not have: "preprint".
  if (word.endsWith(other)) return false;
  if (word.length !== other.length)
    return word.length >= LONG || choices === 1 || word.slice(0, 3) === other.slice(0, 3);
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  if (word.charAt(at + 1) === other.charAt(at) && word.charAt(at) === other.charAt(at + 1)) return true;
  const [one, two] = [word.charAt(at), other.charAt(at)];
  const areVowels = /[aeiouyàâéèêëîïôûù]{2}/.test(one + two);
  return word.length >= LONG && (areVowels || NEIGHBORS.includes(one + two) || NEIGHBORS.includes(two + one));
}

/**
 * What a participle in -é stands behind. Elsewhere an "e" without its accent is the grave one of "élève": hands that write
 * the first accent of "élevés" seldom forget the last, by which it sounds.
 */
const AUXILIARY =
  /^(?:ai|as|a|avons|avez|ont|avait|avaient|aura|auront|aurait|avoir|suis|es|est|sommes|êtes|sont|était|étaient|sera|seront|serait|être|été|très|trop|plus|si)$/;
const FINAL_ACUTE = /ée?s?$/;

/**
 * Of several words with the same letters the usual one, and the words before it behind which another is meant: "tete" is "tête", and what a baby does is "tète".
 */
const USUAL = lazy(
  (): ReadonlyMap<string, RegExp> =>
    new Map([
      ['tête', /^(?:il|elle|bébé|qui|veau|agneau|chiot|chaton|poulain)$/],
      ['têtes', /^tu$/],
      ['même', /^(?:un|des|ce|ces)$/],
      ['mêmes', /^(?:des|ces|nos|vos|mes|leurs)$/],
      ['pêche', /^(?:il|elle|on|qui)$/],
      ['pêches', /^tu$/],
      ['événement', /^-$/],
      ['événements', /^-$/],
      ['différent', /^(?:ils|elles|qui|.*s)$/],
      ['précédent', /^(?:ils|elles|qui|.*s|les|nous|vous)$/],
    ]),
);

/** What may be left of a word that is doubtful: nothing that is a name, an acronym, code, or a word of the account. */
function isCandidate(token: Token, text: string, isSentenceStart: boolean): boolean {
  const { text: written, word, span } = token;
  // A letter without a shape inside a word is a matter of its own.
  const hides = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
  if (hides.test(text.charAt(span.end)) || hides.test(text.charAt(span.start - 1))) return false;
  if (word.length < SHORTEST || !/^[a-zß-öø-ÿœæ]+$/.test(word)) return false;
  if (isCapitalized(written) && (!isSentenceStart || written.slice(1) !== written.slice(1).toLowerCase())) return false;
  return (
    !/[A-Za-zÀ-ÿŒœ\d/\\._@#&+~=`<>{}%-]/.test(text.charAt(span.start - 1)) &&
    !/^(?:[\\_@&+~=`<>{}(·]|-(?!(?:vous|nous|moi|toi|le|la|les|lui|leur|y|en)(?![A-Za-zÀ-ÿŒœ])))/i.test(
      text.slice(span.end, span.end + 6),
    )
  );
}

/** A word in the spelling of 1990: "aînés" as "ainés", "aiguë" as "aigüe". */
const inNewSpelling = (word: string): string =>
  word
    .replace(/[îû]/g, (letter) => (letter === 'î' ? 'i' : 'u'))
    .replace(/gu([ëï])/, (_, letter: string) => `gü${letter === 'ë' ? 'e' : 'i'}`);

/** Whether all that is wrong with a capitalized word is that its first letter lacks an accent: "Ecole", "Etat". */
function lacksAccent({ text, word }: Token, list: WordList): boolean {
  if (!/^[AEIOUC][a-zß-öø-ÿœ]{2,}$/.test(text) || list.lookUp(word) !== undefined) return false;
  const [first] = list.closeTo(word);
  return first !== undefined && !first.edited && first.word.slice(1) === word.slice(1);
}

const WITH_PRONOUN = /^([a-zß-öø-ÿœ]{2,})-(?:vous|nous|moi|toi|le|la|les|lui|leur|y|en)$/i;

/** An order without the pronoun that hangs on it: "dépéchez" of "dépéchez-vous". */
function withoutPronoun(token: Token): Token {
  const verb = WITH_PRONOUN.exec(token.text)?.[1];
  if (verb === undefined) return token;
  const span = { start: token.span.start, end: token.span.start + verb.length };
  return { ...token, text: verb, word: verb.toLowerCase(), span };
}

/** Words in lower case that are right though the dictionary lacks them. */
interface KnownElsewhere {
  /** Those of the account and the draft. */
  readonly isOwn: (word: string) => boolean;
  /** Those of the other language, which is opened for a doubtful word only. */
  readonly isForeign: (word: string) => boolean;
}

/**
 * The misspelled words of a text.
 * @param tokens words outside links, tags, mentions and quotations.
 */
export function misspellings(
  text: string,
  tokens: readonly Token[],
  own: WordList,
  { isOwn, isForeign }: KnownElsewhere,
  language?: string,
): Misspelling[] {
  const found: Misspelling[] = [];
  tokens.forEach((whole, index) => {
    const token = withoutPronoun(whole);
    const { word } = token;
    const before = tokens[index - 1];
    const gap = text.slice(before?.span.end ?? 0, token.span.start);
    const isStart = before === undefined || /[.!?…:\n]/.test(gap);
    if (isOwn(word)) return;
    if (lacksAccent(token, own)) {
      found.push({ token, meant: own.closeTo(word)[0]?.word ?? word, kind: 'capital' });
      return;
    }
    if (!isCandidate(token, text, isStart)) return;
    if (forLanguage(LOANED, language)?.test(word) || forLanguage(CALENDAR, language)?.has(word)) return;
    // "repotting": a prefix in front of a word.
    const stem = forLanguage(PREFIXED, language)?.exec(word)?.[1];
    if (stem !== undefined && own.lookUp(stem) !== undefined) return;
    const classes = own.lookUp(word);
    if (classes !== undefined && ((classes & WORD_CLASS.lower) !== 0 || isCapitalized(token.text))) return;
    const close = own.closeTo(word);
    const [first] = close;
    if (first === undefined) return;
    if (!first.edited) {
      // The spelling of 1990 writes "entrainer" and "cout": both are right.
      if (close.some((other) => !other.edited && inNewSpelling(other.word) === word)) return;
      if (isForeign(word) && first.changes > 1) return;
      const alike = close.filter(({ changes, edited }) => !edited && changes === first.changes);
      const isBehindAuxiliary = before !== undefined && AUXILIARY.test(before.word) && /^[ \u00a0\u202f]$/.test(gap);
      const usual = alike.find(
        ({ word: other }) =>
          USUAL()
            .get(other)
            ?.test(before?.word ?? '') === false,
      );
      const meant = usual ?? alike.find(({ word: other }) => FINAL_ACUTE.test(other) === isBehindAuxiliary) ?? first;
      // The participle of a verb without an object does not change: "participé".
      const bare = word.replace(/ée?s?$/, 'é');
      const isBare = bare !== word && own.lookUp(bare) !== undefined;
      found.push({ token, meant: isBare ? bare : meant.word, kind: 'accents' });
      return;
    }
    if (isCapitalized(token.text) && word.length < LONG) return;
    if (isForeign(word)) return;
    const ranked = close
      .map(({ word: other }) => ({ other, rank: likelihood(word, other) }))
      .sort((a, b) => b.rank - a.rank);
    const best = ranked[0];
    if (best === undefined || !isSlip(word, best.other, ranked.length)) return;
    found.push({ token, meant: best.other, kind: 'letters' });
  });
  return found;
}
