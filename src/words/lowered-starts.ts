// A sentence that begins in lower case behind another one.
import { wordSet } from '#base/word-set.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const START =
  /(?<=(?<![A-Za-zÀ-ÿŒœ.@/_-])([A-Za-zÀ-ÿŒœ’'-]*[A-Za-zÀ-ÿŒœ][a-zà-ÿœ]{2})(\.|[ \u00a0\u202f]?[!?…]{1,3})[ \u00a0\n]{1,2})([a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)?)(?=[ ’',:\u00a0])/g;
/** Words that are cut short with a dot. */
const CUT = wordSet(
  'approx appt dept prof corp assoc incl excl temp info infos prev resp comm coll suppl etc env tel tél vol fig min max art sec janv févr avr juil sept oct nov déc jan feb mar apr aug dec mon tue tues wed thu thur thurs fri sat sun ave bld inc ltd cie est div chap spec misc',
);
/** Days and months of English, which are names to its word list. */
const CALENDAR = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december',
);
/** Words that name nothing: a name may be written in lower case anywhere, as "apt" is. */
const OPENS = wordSet(
  'the we i you they he she it this these those there our my your their his her please come join if when but so tickets doors entry bring here no what how why where who thanks thank le la les l un une des du nous vous je j on il elle ils elles ce c cet cette ces mon ma mes notre nos votre vos leur leurs pour avec en dans mais si quand merci venez inscrivez retrouvez découvrez rejoignez contactez rendez tous toutes tarif tarifs entrée places chaque plus détails infos inscription inscriptions réservation réservations réservez participez profitez lisez écoutez regardez suivez soyez cliquez allez more details sign book pre-order order reserve apply donate check see read find get follow register visit listen watch',
);

/** The first words of sentences in lower case, where the text writes capitals. */
export function loweredStarts(text: string, list: WordList): Confusion[] {
  // Who begins in lower case writes so throughout.
  if (!/^[^A-Za-zÀ-ÿŒœ]*[A-ZÀ-ÞŒ]/.test(text)) return [];
  return [...text.matchAll(START)].flatMap((match) => {
    const [word = '', before = '', sign = ''] = match;
    const isWord = (each: string): boolean => CALENDAR.has(each) || ((list.lookUp(each) ?? 0) & WORD_CLASS.lower) !== 0;
    const last = before.toLowerCase().replace(/^.*[’'-]/, '');
    if (CUT.has(last) || !isWord(last)) return [];
    // "Yahoo! the company": a name may have a mark.
    const mayBeName =
      sign !== '.' &&
      !CALENDAR.has(last) &&
      /^[A-ZÀ-ÞŒ]/.test(before) &&
      /[A-Za-zÀ-ÿŒœ]/.test(text.slice(0, text.lastIndexOf(before, match.index)));
    if (!OPENS.has(word) || mayBeName) return [];
    const span = { start: match.index, end: match.index + word.length };
    return [{ span, meant: word.charAt(0).toUpperCase() + word.slice(1) }];
  });
}
