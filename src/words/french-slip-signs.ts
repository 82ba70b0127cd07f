// Whether a French text has words that its sure slips are made of. By words, since one expression for all of them takes
// 1 ms of a `lint` to compile.
import { wordSet } from '#base/word-set.js';
import { mayHaveFrenchPair } from './french-pair-signs.js';

/** Words that are slips by themselves, or begin one that needs nothing else. */
const ALONE = wordSet('demi mi ci vide gratte baby ping étés était voila malgrès quelle a-t lorsquelle puisquelle je');
/** Words of a slip that begin like this: "sapeur pompier", "d’oeuvre". */
const STEMS = wordSet('sapeur oeuvre œuvre volant');
/** Pairs of words that lack a hyphen, or of which one is wrong. */
const PAIRS = wordSet(
  'porte·parole à·dire a·dire à·vis a·vis grand·père grand·mère grands·parents avant·première avant·hier après·midi savoir·faire bien·être faire·part sous·sol hors·série en·ciel de·chaussée rond·point ronds·points chauve·souris de·vie bric·à à·porter nord·ouest sud·ouest hip·hop est·ce peut·être à·grand au·près nous·somme y·as il·ont elle·ont mal·a à·lieu comme·même tous·le toute·les tout·ceux tout·les tout·nos tout·vos tout·mes suis·sur es·sur qu·elle ou·tout ou·chacun ou·j ou·ça ou·s elles·sont elles·étaient elles·seront',
);
/** What is joined to an order or a question by a hyphen. */
const JOINED = wordSet('vous la le les lui leur y en');
const ORDERS = wordSet('faites dites êtes');
const TENS = wordSet('vingt trente quarante cinquante soixante dix');
const ONES = wordSet('deux trois quatre cinq six sept huit neuf');
const DAYS = wordSet('lundi mardi mercredi jeudi vendredi samedi dimanche');
/** What stands before many, and before many that do something. */
const OF_MANY = wordSet('nos vos mes plusieurs quelques');
const MANY = wordSet('les des');
const DONE_BY_MANY = wordSet('ont sont seront auront étaient avaient peuvent doivent vont');
const AUXILIARIES = wordSet('ai as a avons avez ont avait avaient aura auront est sont sera seront été');

/** What ends a sentence in "là", or lacks its accent. */
const ENDS = / l[aà] ?(?:https?:|[,.!?;:…\u2b07\ud83d]|$)| tous en détail/;
const TAG = /#([A-ZÀ-ÞŒ][a-zà-ÿœ]{2,})/g;
const BEFORE_NAME = [' à ', ' de ', ' en ', ' la ', ' du ', ' vers ', '’', "'"];

/** Whether a text may write the name of one of its tags in lower case: "de creuse", #Creuse. */
const mayLowerName = (text: string): boolean =>
  text.includes('#') &&
  [...text.matchAll(TAG)].some(({ 1: name = '' }) => {
    const lower = name.toLowerCase();
    return BEFORE_NAME.some((sign) => text.includes(sign + lower));
  });

/** Whether a French text may have a sure slip. */
export function mayHaveFrenchSlip(text: string): boolean {
  const lower = text.toLowerCase();
  const words = lower.match(/[a-zà-öø-ÿœ]+(?:-[a-zà-öø-ÿœ]+)*|\d+/g) ?? [];
  const hasSlip = words.some((word, at) => {
    if (ALONE.has(word) || STEMS.has(word.slice(0, 6)) || word.endsWith('ds')) return true;
    return at > 0 && isSlip(words[at - 1] ?? '', word, words[at + 1] ?? '');
  });
  return hasSlip || ENDS.test(lower) || mayHaveFrenchPair(lower) || mayLowerName(text);
}

const isSingular = (word: string): boolean => !/[sxz]$/.test(word);

/** Whether two words one behind the other may be a slip, or before a third. */
function isSlip(before: string, word: string, next: string): boolean {
  return (
    word === 'là' ||
    PAIRS.has(`${before}·${word}`) ||
    (before === 'là' && /^(?:haut|d)/.test(word)) ||
    (before === 'week' && word.startsWith('end')) ||
    (before === 'quelques' && word.startsWith('un')) ||
    (before === 'pique' && word.startsWith('n')) ||
    (before === 'cet' && !/^[aeéêèiîouyhœ]/.test(word)) ||
    (before === 'cette' && /^[aeéêèiîouhœ]/.test(word)) ||
    (before === 'au' && /^(?:\d|d[eè]|..+s$)/.test(word)) ||
    (before === 'a' && /^t(?:-|$)/.test(word)) ||
    (before === 'environs' && /^\d/.test(word)) ||
    (before === 'tous' && DAYS.has(next)) ||
    (before === 'temps' && /^de?$/.test(word) && next.endsWith('s')) ||
    (word === 'pas' && before.endsWith('er')) ||
    (JOINED.has(word) && (before.endsWith('ez') || ORDERS.has(before))) ||
    (TENS.has(before) && ONES.has(word)) ||
    (AUXILIARIES.has(before) && /(?:it|is|us|er|és?)s?$/.test(word)) ||
    (/^(?:pour|de|à)$/.test(before) && word.endsWith('é')) ||
    (OF_MANY.has(before) && isSingular(word)) ||
    (MANY.has(before) && DONE_BY_MANY.has(next) && isSingular(word))
  );
}
