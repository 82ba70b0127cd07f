// Whether an English text has words that its sure slips are made of. By words, since one expression for all of them takes
// 2 ms of a `lint` to compile.
import { lazy } from '#base/lazy.js';
import { wordSet } from '#base/word-set.js';
import { isEnglishPair } from './english-pair-signs.js';

/** Words that are slips by themselves, or nearly always. */
const ALONE = wordSet(
  'doesnt didnt isnt wasnt arent werent couldnt wouldnt shouldnt hasnt havent hadnt dont cant wont youre theyre weve youve theyve ive im thats whats heres wheres shes hes infact thankyou aswell eachother incase noone atleast everytime eventhough upto abit reverand reverands wensday wednsday wendesday thrusday thursady saterday satuday teusday tueday febuary lets whos tommorow tommorrow tomorow wich stationary peoples sang swam drank',
);
/** Names of languages, days and months, which have a capital. */
const SMALL_NAMES = wordSet(
  'french german english spanish italian japanese chinese portuguese russian welsh irish british european american african asian monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays january february april june july september october november december',
);
/** Pairs of words of which the second is wrong, or hangs on what follows. */
const PAIRS = wordSet('forward·to there·is there·was we·was they·was use·to mean·time less·people');
/** What several open a sentence behind. */
const BEFORE_SEVERAL = wordSet('the our these those all both my');
const NUMBERS = wordSet(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred',
);
const UNITS = wordSet(
  'year month week day hour minute second night mile metre meter foot page word part point person seat bed bedroom storey story acre course star man hole lap inch gallon litre term mark',
);
const SPANS = wordSet('days weeks months years hours minutes nights moments fortnights');
/** What is measured in time: "two weeks’ notice". */
const MEASURED = wordSet(
  'notice leave pay rent wages imprisonment worth warning salary experience detention suspension sick maternity paternity parental unpaid paid annual hard community free jail supply work training practice service walk drive ride flight time rest sleep holiday silence stay grace wait delay',
);
/** Words behind which "its" is "it’s" more often than not, and a sentence that may begin with it. */
const BEFORE_ITS = wordSet('and but so because as if when that think know hope means');
/** The same where a sentence begins. */
const OPENS_ITS = /(?:[.!?:]|[\u2000-\uffff]) its /i;

/** An article that may be the other one before these letters. */
const AFTER_A = lazy(
  () => /^(?:[aio]|e(?!u)|u(?!ni[^dmn]|s[aeu]|t[eio]|r[aio]|b|k)|h(?:our|onest|ono|eir)|8|1[18](?!\d))/,
);
const AFTER_AN = lazy(() => /^(?:(?![aeiou81]|hour|honest|hono|heir|histor|hotel)|uni|us|eu|one(?![a-z])|1(?![18]))/);

const WITH_APOSTROPHE = lazy(
  () =>
    /\d0[’']s|[’']s (?:are|were|have|do|don[’']t|aren|weren|will) |(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|many|several|these|those) [a-z]{3,}[’']s|day[’']s(?: (?:in|at|from|until|between|during|only|after|before|with|for|and|we|i|you) | ?[,!])|(?:need|want|make|take|come|run|like|look|start|get|give|live|work|love|say|show|help|cost|open|mean|seem|feel|know|think|contain|include|provide|begin|allow|become|bring|keep)[’']s /,
);

/** Whether a text may have a sure slip. */
export function mayHaveEnglishSlip(text: string): boolean {
  // A compound with its hyphen is one word, and right.
  const written = text.match(/[A-Za-z]+(?:-[A-Za-z]+)*|\d+/g) ?? [];
  const words = written.map((word) => word.toLowerCase());
  return (
    words.some((word, at) => ALONE.has(word) || SMALL_NAMES.has(written[at] ?? '') || opensSlip(words, at)) ||
    OPENS_ITS.test(text) ||
    (/[’']s/i.test(text) && WITH_APOSTROPHE().test(text.toLowerCase()))
  );
}

/** Whether a word and those behind it may be a slip. */
function opensSlip(words: readonly string[], at: number): boolean {
  const [word = '', next = '', third] = words.slice(at, at + 3);
  return (
    (next === 'its' && BEFORE_ITS.has(word)) ||
    (word === 'its' && at === 0) ||
    PAIRS.has(`${word}·${next}`) ||
    isEnglishPair(word, next) ||
    (BEFORE_SEVERAL.has(word) && /[^s]s$/.test(next) && /^(?:has|is|was)$/.test(third ?? '')) ||
    (word === 'they' && next === 're' && /ing$|^(?:with|of|in|for|from|on|at|to)$/.test(words[at - 1] ?? '')) ||
    (word === 'less' && next.endsWith('s')) ||
    (word === 'a' && AFTER_A().test(next)) ||
    (word === 'an' && next !== '' && AFTER_AN().test(next)) ||
    (SPANS.has(word) && MEASURED.has(next)) ||
    (UNITS.has(next) && third !== undefined && (/^\d/.test(word) || NUMBERS.has(word)))
  );
}
