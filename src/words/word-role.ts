// The part that a word plays where it stands, as far as it tells whether the text is about it.
import { lazy } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import type { Token } from './tokens.js';
import { wordSet, type WordSet } from '#base/word-set.js';

const BESIDE = {
  fr: ' sur dans chez par près vers contre depuis devant derrière sous entre avec ',
  en: ' by at on in from near with behind under inside outside beside to into next ',
};

/** Whether a word leads to a place, a doer or a means. */
const isBeside = (word: string, language: string | undefined): boolean =>
  word !== '' && forLanguage(BESIDE, language)?.includes(` ${word} `) === true;

const ARTICLES = wordSet(
  "le la les l' un une des ce cette notre votre nos vos son sa ses the a an our your this his her its their",
);

const OF = wordSet("de du des d' of");

const DENIES = wordSet('no not without never nor sans ni pas jamais zéro zero aucun aucune');
/** Behind what is given up for something else, what something is only like, and before or after what it happens. */
const LIKE = wordSet('like than comme unlike');
const WHEN = wordSet('before after since until till during by avant après depuis dès pendant durant');
const SETTING = wordSet('chez par près derrière devant sous entre by near behind under inside outside beside from');
/** Before an article a place leads on, before a bare word a manner: "in the gym", "in Rust". */
const INSIDE = wordSet('dans en in');
/** "La Toussaint est passée", "Christmas is over". */
const OVER =
  /^ (?:est|sont) (?:bien )?(?:passée?s?|finie?s?|terminée?s?|derrière)(?![a-zà-ÿ])|^ (?:is|are) (?:over|behind us|gone)\b/;
/** What a word stands behind where it is given up for another: "instead of the car". */
const INSTEAD =
  /(?:instead of|rather than|au lieu (?:de la|de l['’]|du|des|d['’]|de)|plutôt qu(?:e|['’])) ?(?:(?:a|an|the|un|une|le|la|les|des) |l['’])?$/i;
/** What both begin with: most texts have none of them. */
const GIVES_UP = wordSet('instead rather lieu plutôt');
const IS = wordSet('est sont is are');
const NUMBER = wordSet(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty several few every each deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cent cents mille plusieurs quelques chaque',
);
const JOINS = /^(?:et|ou|ni|and|or|nor)$/;
/** What follows the first of several things: "guitares, des perceuses et des télescopes". */
const goesOn = lazy(() => /^, (?:[A-Za-zÀ-ÿŒœ'’-]{1,20} ){0,2}[A-Za-zÀ-ÿŒœ'’-]{1,30}(?:,| et | ou | and | or )/);

/** How a word stands in its text. */
export interface WordRole {
  /** Where something happens, who does it, what it is done with: "dans l’atelier", "by train". */
  readonly isAside: boolean;
  /** What something is of: "la grève des trains", "the price of bread". */
  readonly isComplement: boolean;
  /** "sans voiture", "no car". */
  readonly isDenied: boolean;
  /** What something is like, no more: "comme une école", "smaller than a phone". */
  readonly isCompared: boolean;
  /** Before or after what something happens: "avant Noël", "after the match". */
  readonly isTime: boolean;
  /** Something past: "La Toussaint est passée". */
  readonly isOver: boolean;
  /** Where it happens, who does it: "dans l’atelier", not what is spoken of with the word before. */
  readonly isSetting: boolean;
  /** "400 savons", "two kids". */
  readonly isCounted: boolean;
  /** One of several: "des guitares, des perceuses et des télescopes". */
  readonly isListed: boolean;
}

/** How the word of an index stands among the words of a text. */
export function roleOf(text: string, tokens: readonly Token[], index: number, language: string | undefined): WordRole {
  const [token, last, second] = [tokens[index], tokens[index - 1], tokens[index - 2]];
  const [before = '', earlier = ''] = [last?.word, second?.word];
  const gap = token === undefined || last === undefined ? '' : text.slice(last.span.end, token.span.start);
  const isNear = (word: string, test: (word: string) => boolean): boolean => !/[.!?:;…,]/.test(gap) && test(word);
  const [start, end] = [token?.span.start ?? 0, token?.span.end ?? 0];
  const isBehind = (words: WordSet): boolean => words.has(before) || (words.has(earlier) && ARTICLES.has(before));
  return {
    isAside: isBeside(before, language) || (isBeside(earlier, language) && ARTICLES.has(before)),
    isComplement: OF.has(before) || (OF.has(earlier) && ARTICLES.has(before)),
    isDenied:
      [before, earlier].some((word) => isNear(word, (one) => DENIES.has(one))) ||
      // "aucune connaissance du solfège"
      (OF.has(before) && DENIES.has(tokens[index - 3]?.word ?? '')) ||
      (tokens.slice(Math.max(0, index - 5), index).some(({ word }) => GIVES_UP.has(word)) &&
        INSTEAD.test(text.slice(Math.max(0, start - 30), start))),
    isCompared: isBehind(LIKE),
    isSetting: isBehind(SETTING) || (INSIDE.has(earlier) && ARTICLES.has(before)),
    isTime: isBehind(WHEN),
    isOver: IS.has(tokens[index + 1]?.word ?? '') && OVER.test(text.slice(end, end + 25)),
    isCounted: [before, earlier].some((word, step) => isNear(word, isNumber) && (step === 0 || !ARTICLES.has(before))),
    isListed:
      JOINS.test(before) ||
      (ARTICLES.has(before) && JOINS.test(earlier)) ||
      gap.startsWith(',') ||
      (token !== undefined && goesOn().test(text.slice(token.span.end, token.span.end + 80))),
  };
}

const isNumber = (word: string): boolean => /^\d/.test(word) || NUMBER.has(word);
