// Plurals of English with an apostrophe, verbs with one, and number: "our client’s were", "it need’s", "less cars".
import { lazy } from '#base/lazy.js';
import { wordSet } from '#base/word-set.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const { noun, adjective, plural, lower } = WORD_CLASS;

/** What stands before several: "all the volunteer’s have been". */
const MANY =
  '(?:our|your|their|my|these|those|all|many|several|some|most|more|both|few|other|new|the|local|young|two|three|four|five|six|seven|eight|nine|ten|\\d+)';
const PLURAL = lazy(
  () =>
    new RegExp(
      `(?<![A-Za-z’'-])(${MANY}) ((?:[a-z]+ )?)([a-z]{3,})([’']s) (?=(?:(?:are|were)(?! (?:the|those|ours|theirs|mine|among|some)(?![a-z]))|have (?:been|now|already|all|to|had)|do(?:n[’']t)?|will be|aren[’']t|weren[’']t)(?![a-z’']))`,
      'gi',
    ),
);
/** "3 ticket’s left" */
const COUNTED = lazy(
  () =>
    /(?<![A-Za-z\d’'.,:£$€#-])(?<!\b(?!Only|Just|Last|Over|About|All)[A-Z][a-z]+ |\bnumber |\bthe )([2-9]|\d{2,3}|two|three|four|five|six|seven|eight|nine|ten|many|several|these|those) ([a-z]{3,})([’']s)(?= (?:left|available|for|in|at|of|to|from|and|were|are|with|on|per)(?![a-z])| ?[.,!?]|$)/g,
);
const DAYS = lazy(
  () =>
    /(?<=(?<![A-Za-z])(?:on|every|most|all|open|closed|[a-z]+days? and|[a-z]+day[’']s and) )((?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s(?= (?:in|at|from|until|between|during|only|after|before|with|for|and|we|i|you)(?![a-z])| ?[,!])/gi,
);
const VERBS = lazy(
  () =>
    /(?<![A-Za-z’'-])(?<!\b(?:the|a|this|that|our|no|real|any|your|their|whose|every|each) )((?:he|she|it|who|everyone|someone) (?:need|want|make|take|come|run|like|look|start|get|give|live|work|love|say|show|help|cost|open|mean|seem|feel|know|think)|need|want|give|contain|include|provide|begin|allow|seem|become|bring|keep)[’']s(?= (?:an?|the|to|your|our|you|us|more|at|on|like|good|help|that|how|what|for|up|it)(?![a-z]))/g,
);
const LESS = lazy(
  () =>
    /(?<![A-Za-z’'-])(?<=^|[.!?…:;,] |\b(?:were|are|have|has|had|with|far|even|much|many|see|saw|seen|need|use|used|uses|find|found|make|made|makes|means|get|gets|got|take|takes|want|wants|do|did|in|for|be|is|was|there|and|but|getting|making|having|eat|buy|produce|produces|sold|sell|needs|write|send|receive|received|attract|attracted|offer|offers) )(less) ([a-z]{4,})(?![a-z’'-])(?! than)/gi,
);
/** What is measured, not counted. */
const MEASURED = wordSet(
  'minutes hours days weeks months years seconds miles metres meters kilometres kilometers kilos grams pounds dollars euros cents pence degrees points calories taxes costs expenses fees news savings earnings goods thanks means series species lots ages carbs emissions resources earnings losses funds revenues interests amounts',
);
const THERE_IS = lazy(
  () =>
    /(?<![A-Za-z’'-])(there) (is|was)((?: only| still| now| just| already| about| also)?) (two|three|four|five|six|seven|eight|nine|ten|[2-9]|\d{2,3}|many|several|a few) ([a-z]{3,})(?! of )(?![a-z’'-])/gi,
);

/** "The goats has been moved": several at the start of a sentence with the verb of one. */
const SEVERAL = lazy(
  () => /(?<=^|[.!?…] )(The|Our|These|Those|All|Both|My) ([a-z]{4,}s) (has|is|was)(?= (?!not a |a |an |the )[a-z])/g,
);
/** What ends in -s and is one. */
const IS_ONE = wordSet(
  'headquarters species series means crossroads barracks works gasworks news athletics gymnastics mathematics maths economics politics physics ethics statistics savings premises sports arts classics sales',
);
const FOR_SEVERAL: Readonly<Record<string, string>> = { has: 'have', is: 'are', was: 'were' };

const severalOf = (text: string, list: WordList): Confusion[] =>
  [...text.matchAll(SEVERAL())].flatMap(({ index, 0: written, 2: word = '', 3: verb = '' }): Confusion[] => {
    const classes = list.lookUp(word) ?? 0;
    const isSeveral = (classes & plural) !== 0 && (classes & (noun | adjective | WORD_CLASS.plain)) === 0;
    if (!isSeveral || IS_ONE.has(word)) return [];
    const meant = FOR_SEVERAL[verb] ?? verb;
    return [{ span: { start: index, end: index + written.length }, meant: written.slice(0, -verb.length) + meant }];
  });

const countOf = (text: string, list: WordList): Confusion[] =>
  [...text.matchAll(LESS())].flatMap(({ index, 0: written, 1: less = '', 2: next = '' }): Confusion[] => {
    const classes = list.lookUp(next.toLowerCase()) ?? 0;
    const isMany = next === 'people' || ((classes & plural) !== 0 && (classes & (noun | adjective)) === 0);
    if (!isMany || MEASURED.has(next.toLowerCase()) || next !== next.toLowerCase()) return [];
    return [
      {
        span: { start: index, end: index + written.length },
        meant: `${less.startsWith('L') ? 'Fewer' : 'fewer'} ${next}`,
      },
    ];
  });

/** Whether a word has a plural in -s; `isListed` asks that it stands as one in the dictionary, where it may be a verb. */
const isCounted = (word: string, list: WordList, isListed = true): boolean =>
  ((list.lookUp(word) ?? 0) & lower) !== 0 && (!isListed || list.lookUp(`${word}s`) !== undefined);

/** Apostrophes in plurals and in verbs, and number that does not agree. */
export function numberSlips(text: string, list: WordList): Confusion[] {
  const plurals = /[’']s (?:are|were|have|do|will)/.test(text)
    ? [...text.matchAll(PLURAL())].flatMap((match): Confusion[] => {
        const [, many = '', between = '', word = ''] = match;
        // "the girl’s are longer than the boy’s": what the girl has.
        if (!isCounted(word.toLowerCase(), list) || /\bthan\b|\band (?:the|our|my|your|their) $/.test(text)) return [];
        if (between !== '' && /^(?:and|or|of) $/.test(between)) return [];
        const start = match.index + many.length + 1 + between.length;
        return [{ span: { start, end: start + word.length + 2 }, meant: `${word}s` }];
      })
    : [];
  const counted = [...text.matchAll(COUNTED())].flatMap((match): Confusion[] => {
    const [, number = '', word = ''] = match;
    if (!isCounted(word.toLowerCase(), list)) return [];
    const start = match.index + number.length + 1;
    return [{ span: { start, end: start + word.length + 2 }, meant: `${word}s` }];
  });
  const stripped = [DAYS(), VERBS()].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: written, 1: word = '' }) => ({
      span: { start: index, end: index + written.length },
      meant: `${pattern === DAYS() ? word.charAt(0).toUpperCase() + word.slice(1) : word}s`,
    })),
  );
  const there = [...text.matchAll(THERE_IS())].flatMap((match): Confusion[] => {
    const [written, one = '', is = '', between = '', number = '', word = ''] = match;
    const classes = list.lookUp(word.toLowerCase()) ?? 0;
    const isMany = (classes & plural) !== 0 || (/[^s]s$/.test(word) && isCounted(word.slice(0, -1), list, false));
    if (!isMany || (classes & (noun | adjective)) !== 0 || MEASURED.has(word)) return [];
    return [
      {
        span: { start: match.index, end: match.index + written.length },
        meant: `${one} ${is === 'is' ? 'are' : 'were'}${between} ${number} ${word}`,
      },
    ];
  });
  return [...plurals, ...counted, ...stripped, ...countOf(text, list), ...severalOf(text, list), ...there];
}
