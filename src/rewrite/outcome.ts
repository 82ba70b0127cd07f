// Whether a rewritten text reads as a text: elision, articles, brackets, beginnings and ends of sentences.
import { lazy } from '#base/lazy.js';
import { forLanguage } from '#words/by-language.js';
import { countStumps } from './stumps.js';

const ANY = lazy(() => [
  // A sentence that begins small behind a full stop; names such as "iPhone" begin so and go on with a capital.
  /(?<=[\p{Ll}»)][.!?][ \u00a0])(?!https?:|\p{Ll}+\p{Lu}|\p{L}+\.\p{L})\p{Ll}{2,}/gu,
  / {2,}|^[\s,;.]|[,;:]\s*[,;.]|\(\s*\)/gu,
  // A word that leads on, and nothing behind it.
  /(?<![\p{L}’'-])(?:de|du|des|à|au|pour|dans|avec|par|chez|et|ou|of|to|for|with|and|or)\s*(?:[.;]|$)/giu,
]);
const LANGUAGES = {
  fr: lazy(() => [
    // An elided word before a consonant, and a whole one before a vowel.
    /(?<![\p{L}’'])(?:[dlsnjmtc]|qu)[’'](?=[bcdfgjklmnpqrstvwxz])/giu,
    /(?<![\p{L}’'-])(?:de|le|la|que|se|je|ne)\s(?=[aeiouéèêâîôûœ])(?!onz|oui\b|un(?:e)? (?:heure|des)\b|yaourt|y\b)/giu,
    /(?<![\p{L}’'-])(?:de le|de les|à le|à les|de des)\s/giu,
    /(?<![\p{L}’'-])(?:de|à|pour)\s\p{L}+ez(?![\p{L}’'-])/gu,
    // What it is went with the pointer.
    /(?<![\p{L}’'-])(?:c[’']est|ce sont|se (?:fait|font|trouve|trouvent))\s?:\s*https?:/giu,
  ]),
  en: lazy(() => [
    /\b(?:to can|or to|and to can|to to|the the|a a)\b/giu,
    /\ba (?=[aeio]\p{L})(?!one\b|once\b|euro)/giu,
  ]),
};

/**
 * How many places of a text cannot be right, whatever it says: a rewrite may not have more than its draft. Counted, not
 * named, so that a fault of the author's own does not stand in the way of everything else.
 */
export function countBreaks(text: string, language: string | undefined): number {
  const own = forLanguage(LANGUAGES, language);
  const patterns = [...ANY(), ...(own === undefined ? [] : own())];
  const pairs = [
    ['«', '»'],
    ['“', '”'],
    ['(', ')'],
  ] as const;
  const open = pairs.filter(([left, right]) => text.split(left).length !== text.split(right).length).length;
  return patterns.reduce(
    (sum, pattern) => sum + (text.match(pattern)?.length ?? 0),
    open + countStumps(text, language),
  );
}
