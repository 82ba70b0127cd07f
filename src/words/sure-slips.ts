// Slips that no reading of a text makes right. What finds them is read where a text has letters that they hold
// (scripts/lazy-packages.mjs).
import { lazy } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import type { Confusion } from './confusions.js';
import { englishSlips } from '#words/english-slips.js';
import { sureFrenchSlips } from '#words/french-slips.js';
import { loweredStarts } from '#words/lowered-starts.js';
import type { WordList } from './word-list.js';

const SIGNS_OF_ENGLISH = lazy(
  () =>
    /(?<![A-Za-z])(?:a (?:[aio]|e(?!u)|u(?!ni[^dmn]|s[aeu]|t[eio]|r[aio]|b|k)|h(?:our|onest|ono|eir)|8|1[18](?!\d))|an (?![aeio]|hour|honest|hono|heir|histor|hotel|u|8|1)|an (?:uni|us|eu|one|1(?![18]))|(?:does|did|is|was|are|were|could|would|should|has|have|had|do|ca|wo)nt(?![a-z])|(?:you|they)re(?![a-z])|(?:we|you|they|i)ve |im |thats |whats |heres |wheres |s?hes |less (?:people|[a-z]+s(?![a-z]))|forward to |there (?:is|was) |(?:we|they) was |use to |mean time|infact|thankyou|aswell|eachother|incase|noone|atleast|everytime|eventhough|upto |abit )|(?:^|[.!?…:] |(?:and|but|so|because|as|if|when|that|think|know|hope|means) )its |(?:day|week|month|year|hour|minute|night|moment|fortnight)s (?:notice|leave|pay|rent|wages|imprisonment|worth|warning|salary|experience|detention|suspension|sick|maternity|paternity|parental|unpaid|paid|annual|hard|community|free|jail|supply|work|training|practice|service|walk|drive|ride|flight|time|rest|sleep|holiday|silence|stay|grace|wait|delay)|(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred) (?:year|month|week|day|hour|minute|second|night|mile|metre|meter|foot|page|word|part|point|person|seat|bed|bedroom|storey|story|acre|course|star|man|hole|lap|inch|gallon|litre|term|mark) [a-z]|[’']s (?:are|were|have|do|don[’']t|aren|weren|will) |(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|many|several|these|those) [a-z]{3,}[’']s|day[’']s(?: (?:in|at|from|until|between|during|only|after|before|with|for|we|i|you) | ?[,!])|(?:need|want|make|take|come|run|like|look|start|get|give|live|work|love|say|show|help|cost|open|mean|seem|feel|know|think|contain|include|provide|begin|allow|become|bring|keep)[’']s /i,
);
/** Names of languages, days and months in lower case. */
const SMALL_NAMES = lazy(
  () =>
    /(?<![A-Za-z])(?:french|german|english|spanish|italian|japanese|chinese|portuguese|russian|welsh|irish|british|european|american|african|asian|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|september|october|november|december)(?![A-Za-z])/,
);
const SIGNS_OF_FRENCH = lazy(
  () =>
    /sapeur|porte parole|est [àa] dire|vis [àa] vis|grands? (?:père|mère|parents)|week end|avant (?:première|hier)|après midi|savoir faire|bien être|faire part|sous sol|hors série|demi [a-z]|mi [tchp]|au d[eè]|ci (?:d|joint|contre|après)|là (?:haut|d)|quelques un|(?:celui|celles?|ceux) (?:ci|là)|(?:jour|soir|matin|moment) là|d[’'](?:oe|œ)uvre|en ciel|de chaussée|pique n|ronds? p|volant|chauve s|vide g|gratte c|eau de vie|bric à|à porter|(?:nord|sud) o|baby f|ping p|hip h|est ce q|y a t[- ’']|a-t[’']|(?:ez|tes) vous|peut être|ez (?:la|le|les|lui|leur|y|en)(?![a-zà-ÿ])|(?:dites|faites) le |(?:vingt|trente|quarante|cinquante|soixante|dix) (?:deux|trois|quatre|cinq|six|sept|huit|neuf) |à grand pas|temps d(?:e |[’'])\S+s(?![a-zà-ÿ])|cet [^aeéiouhœ]|cette [aeéiouhœ]|au \d|au [a-zà-ÿ]{3,}s(?![a-zà-ÿ])|tou(?:s le monde|te les|t ceux|t les cas|t [nvm]os)|tout mes|tous les (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|nous somme |y as |(?:il|elle) ont |ds(?![a-zà-ÿ])|je (?:(?:vous|te) |t[’'])?[a-zà-ÿ]+es |mal a |à lieu|(?:ai|as?|a[vu][a-z]+|ont|est|s[oe][a-z]*nt|sera|été) [a-zà-ÿ]+it(?![a-zà-ÿ])|(?:ai|a|avons|avez|ont) [a-zà-ÿ]+(?:is|us)(?![a-zà-ÿ])|étés|était|er pas|quelle|qu[’']elle |ou (?:tout|chacun|j|ça|s)|voila|comme même|environs \d|malgrès|au près|(?:suis|es) sur |(?:pour|de|à) [a-zà-ÿ]+é(?![a-zà-ÿ])|[àa] gagné|(?:il|elle|on|qui) a [a-zà-ÿ]+er |c[’']est [a-zà-ÿ]+s |(?:nos|vos|mes|plusieurs|quelques) [a-zà-ÿœ]*[a-rt-wyà-ÿ](?![a-zà-ÿœ’'-])|elles (?:sont|étaient|seront) |(?:les|des) [a-zà-ÿœ]*[a-rt-wyà-ÿ] (?:ont|sont|seront|auront|étaient|avaient|peuvent|doivent|vont) /i,
);

const FINDERS = {
  en: {
    mayHave: (text: string): boolean => SIGNS_OF_ENGLISH().test(text) || SMALL_NAMES().test(text),
    find: englishSlips,
  },
  fr: {
    mayHave: (text: string): boolean => SIGNS_OF_FRENCH().test(text),
    find: sureFrenchSlips,
  },
};

/** Where a sentence may begin in lower case behind another. */
const LOWERED = /[a-zà-ÿœ]{2}\.\s+[a-zà-ÿœ]/;

/** The slips of a text that are sure, whatever it says. */
export function sureSlips(text: string, language: string | undefined, list: WordList): Confusion[] {
  const finder = forLanguage(FINDERS, language);
  return [
    ...(finder?.mayHave(text) === true ? finder.find(text, list) : []),
    ...(LOWERED.test(text) ? loweredStarts(text, list) : []),
  ];
}
