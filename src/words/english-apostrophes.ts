// Apostrophes of English that are missing or one too many, where the word behind shows it: "last nights show", "before it’s closure", "your just in time".
import { wordSet } from '#base/word-set.js';
import { lazy } from '#base/lazy.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const { noun, adjective, plural, verb, name, plain } = WORD_CLASS;

/** A time in the plural that no number goes before: it has what stands behind it. */
const TIMES = lazy(
  () =>
    /(?<![A-Za-z\d’'-])(?:(?<!\b(?:the|these|those|our|their|his|her|my|your|its|all|and) )(last|next|this|tomorrow|yesterday)[ \u00a0](night|week|month|year|morning|evening|afternoon|weekend|season|summer|winter|spring|autumn|term|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s|(?<!\b(?:our|your|my|their|his|her|all|many|of) )(today|tonight|tomorrow|yesterday)s)(?=[ \u00a0]([A-Za-z][A-Za-z&-]*))/gi,
);
/** Small words that end a phrase in the plural: "last weeks of summer". */
const ENDS = wordSet(
  'of in on at to for from by with and or but was were is are have had has will would can could as than until till when while before after since i we you they he she it so if that which who not only also all more ago',
);

const timesOf = (text: string, list: WordList): Confusion[] =>
  [...text.matchAll(TIMES())].flatMap((match) => {
    const [written, , , alone, next = ''] = match;
    const classes = list.lookUp(next.toLowerCase()) ?? 0;
    const isNamed = /^[A-Z]/.test(next) || HELD.test(next);
    if (ENDS.has(next.toLowerCase()) || (!isNamed && (classes & (noun | plural | adjective)) === 0)) return [];
    // "last weeks gone": a verb behind a plural.
    if (!isNamed && (classes & (noun | plural)) === 0 && (classes & verb) !== 0) return [];
    if (alone !== undefined && isNamed && /^tomorrow$/i.test(alone)) return [];
    const span = { start: match.index, end: match.index + written.length };
    return [{ span, meant: `${written.slice(0, -1)}’${written.slice(-1)}` }];
  });

/** What ends like a verb and is held on a day. */
const HELD =
  /^(?:meeting|training|opening|briefing|hearing|reading|screening|gathering|wedding|recording|morning|evening)s?$/i;

/** Words that only what owns may follow. */
const ITS = lazy(
  () =>
    /(?<![A-Za-z’'-])(before|after|during|through|throughout|despite|over|behind|beyond|without|per|under|beside|via|following|opens?|opened|opening|closes?|closed|closing|lost|loses|losing|celebrat(?:es?|ed|ing)|chang(?:es?|ed|ing)|launch(?:es|ed|ing)?|rais(?:es?|ed|ing)|publish(?:es|ed|ing)?|releas(?:es?|ed|ing)|mark(?:s|ed|ing)|reach(?:es|ed|ing)?|improv(?:es?|ed|ing)|doubl(?:es?|ed|ing)|expand(?:s|ed|ing)?|held|holds|has|had|have|shut|shuts|owes?|kept|keeps|burst|broke|reopen(?:s|ed|ing)?|extend(?:s|ed|ing)?|shar(?:es?|ed|ing)|unveil(?:s|ed|ing)?|announc(?:es?|ed|ing)|host(?:s|ed|ing)|cuts?|cutting|grew|grows|built|builds|rebuilt|publicis(?:es|ed)|present(?:s|ed|ing)|enter(?:s|ed|ing)|start(?:s|ed|ing)|began|begins|finish(?:es|ed)|complet(?:es|ed)|sold|sells|won|wins) (it[’']s)(?= (?:([a-z]+)|\d+(?:st|nd|rd|th)(?![a-z]))(?: ([a-z]+))?)/gi,
);
/** Times that "it" is: "before it’s night". */
const IS_TIME = wordSet(
  'night day daytime nighttime dinner lunch bedtime noon midnight morning evening dawn dusk sunrise sunset time winter summer spring autumn fall christmas spring halloween easter history',
);

const itsOf = (text: string, list: WordList): Confusion[] =>
  [...text.matchAll(ITS())].flatMap((match) => {
    const [written, before = '', its = '', next, further = ''] = match;
    const start = match.index + written.length - its.length;
    const put = { span: { start, end: start + its.length }, meant: its.startsWith('I') ? 'Its' : 'its' };
    // "its 50th year"
    if (next === undefined) return [put];
    const classesOf = (word: string): number => list.lookUp(word) ?? 0;
    const owns = (word: string): boolean =>
      (classesOf(word) & (adjective | verb | plain | name)) === 0 &&
      ((classesOf(word) & (noun | plural)) !== 0 ||
        (word.length > 4 && /[^s]s$/.test(word) && list.lookUp(word) !== undefined));
    // "before its final closure": an adjective may stand between.
    const isOwned =
      owns(next) ||
      isNounAlone(classesOf(next), next) ||
      (isAdjective(classesOf(next), next) &&
        owns(further) &&
        /^(?:before|after|during|despite|has|had|have|lost)$/i.test(before) === false);
    if (!isOwned || IS_TIME.has(next)) return [];
    return [put];
  });

/** A noun that is also known as a name ("closure"), by an ending that only nouns have. */
const isNounAlone = (classes: number, word: string): boolean =>
  (classes & noun) !== 0 &&
  (classes & (adjective | verb | plain)) === 0 &&
  /(?:ure|tion|sion|ment|ness|ity|ance|ence|ery|ship|hood|ism)s?$/.test(word);
const isAdjective = (classes: number, word: string): boolean =>
  (classes & adjective) !== 0 && (classes & verb) === 0 && word.length > 3;

/** "You are" written as what belongs to you, before words that nobody owns. */
const YOUR = lazy(
  () =>
    /(?<![A-Za-z’'-])(?:your(?= (?:just (?:a|an|one|two|three|\d+|in|on|at|the|about|here|as|not|like|too|so|going|getting|starting|trying|waiting|joining|passing) |(?:already|still|always|never|probably|definitely|also|now) (?:a|an|in|on|at|the|to|so|too|here|able|welcome|late|there) |going to |able to |unable to |stuck (?:in|at|on|with) |new to |late (?:for|to|with|again)|near (?:the|a) |up for |in for |not (?:alone|sure|the|a|going|too|late|in) |supposed to |allowed to |about to |likely to |one of |here (?:to|for|already)|too (?:late|early|young|old|busy|tired)(?= ?[.,!?]| (?:to|for) )))|(?<=\b(?:if|when|while|because|think|hope|know|unless|whether|though|since|once|that) )your(?= (?:free (?:on|this|tomorrow|today|to|at|for|in|next) |late(?= ?[.,!?])|under \d|over \d|nearby|having (?:a|an|trouble) |feeling )))/gi,
);

const youAre = (text: string): Confusion[] =>
  [...text.matchAll(YOUR())].map(({ index, 0: written }) => ({
    span: { start: index, end: index + written.length },
    meant: written.startsWith('Y') ? 'You’re' : 'you’re',
  }));

/** Where an apostrophe is surely missing in an English text, or one too many. */
export const wrongApostrophes = (text: string, list: WordList): Confusion[] => [
  ...timesOf(text, list),
  ...itsOf(text, list),
  ...youAre(text),
];
