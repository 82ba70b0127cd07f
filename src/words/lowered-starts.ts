// A sentence that begins in lower case behind another one.
import { wordSet } from '#base/word-set.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const START =
  /(?<=(?<![A-Za-zÀ-ÿŒœ.@/_-])([A-Za-zÀ-ÿŒœ’'-]*[A-Za-zÀ-ÿŒœ][a-zà-ÿœ]{2})\.[ \u00a0\n]{1,2})([a-zà-ÿœ]+)(?=[ ’',\u00a0])/g;
/** Words that are cut short with a dot. */
const CUT = wordSet(
  'approx appt dept prof corp assoc incl excl temp info infos prev resp comm coll suppl etc env tel tél vol fig min max art sec janv févr avr juil sept oct nov déc jan feb mar apr aug dec mon tue tues wed thu thur thurs fri sat sun ave bld inc ltd cie est div chap spec misc',
);
/** Words that name nothing: a name may be written in lower case anywhere, as "apt" is. */
const OPENS = wordSet(
  'the we i you they he she it this these those there our my your their his her please come join if when but so tickets doors entry bring here no what how why where who thanks thank le la les l un une des du nous vous je j on il elle ils elles ce c cet cette ces mon ma mes notre nos votre vos leur leurs pour avec en dans mais si quand merci venez inscrivez retrouvez découvrez rejoignez contactez rendez tous toutes tarif tarifs entrée places chaque',
);

/** The first words of sentences in lower case, where the text writes capitals. */
export function loweredStarts(text: string, list: WordList): Confusion[] {
  // Who begins in lower case writes so throughout.
  if (!/^[^A-Za-zÀ-ÿŒœ]*[A-ZÀ-ÞŒ]/.test(text)) return [];
  return [...text.matchAll(START)].flatMap((match) => {
    const [word = '', before = ''] = match;
    const isWord = (each: string): boolean => ((list.lookUp(each) ?? 0) & WORD_CLASS.lower) !== 0;
    const last = before.toLowerCase().replace(/^.*[’'-]/, '');
    if (CUT.has(last) || !isWord(last)) return [];
    if (!OPENS.has(word)) return [];
    const span = { start: match.index, end: match.index + word.length };
    return [{ span, meant: word.charAt(0).toUpperCase() + word.slice(1) }];
  });
}
