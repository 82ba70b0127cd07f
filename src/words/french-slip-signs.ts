// Whether a French text has letters that its sure slips are made of.
import { lazy } from '#base/lazy.js';
import { mayHaveFrenchPair } from './french-pair-signs.js';

/** Of a text in lower case: to look for either case takes half as long again to compile. */
const SIGNS = lazy(
  () =>
    /sapeur|porte parole|est [àa] dire|vis [àa] vis|grands? (?:père|mère|parents)|week end|avant (?:première|hier)|après midi|savoir faire|bien être|faire part|sous sol|hors série|demi [a-z]|mi [tchp]|au d[eè]|ci (?:d|joint|contre|après)|là (?:haut|d)|quelques un|(?:celui|celles?|ceux) (?:ci|là)|(?:jour|soir|matin|moment) là|d[’'](?:oe|œ)uvre|en ciel|de chaussée|pique n|ronds? p|volant|chauve s|vide g|gratte c|eau de vie|bric à|à porter|(?:nord|sud) o|baby f|ping p|hip h|est ce q|y a t[- ’']|a-t[’']|(?:ez|tes) vous|peut être|ez (?:la|le|les|lui|leur|y|en)(?![a-zà-ÿ])|(?:dites|faites) le |(?:vingt|trente|quarante|cinquante|soixante|dix) (?:deux|trois|quatre|cinq|six|sept|huit|neuf) |à grand pas|temps d(?:e |[’'])\S+s(?![a-zà-ÿ])|cet [^aeéiouhœ]|cette [aeéiouhœ]|au \d|au [a-zà-ÿ]{3,}s(?![a-zà-ÿ])|tou(?:s le monde|te les|t ceux|t les cas|t [nvm]os)|tout mes|tous les (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|nous somme |y as |(?:il|elle) ont |ds(?![a-zà-ÿ])|je (?:[a-zà-ÿ]+ )?(?:[tlm][’'])?[a-zà-ÿ]+(?:et|nd|rd)(?![a-zà-ÿ])|je (?:(?:vous|te) |t[’'])?[a-zà-ÿ]+es |mal a |à lieu|(?:ai|as?|a[vu][a-z]+|ont|est|s[oe][a-z]*nt|sera|été) [a-zà-ÿ]+it(?![a-zà-ÿ])|(?:ai|a|avons|avez|ont) [a-zà-ÿ]+(?:is|us)(?![a-zà-ÿ])|étés|était|er pas|quelle|qu[’']elle |ou (?:tout|chacun|j|ça|s)|voila|comme même|environs \d|malgrès|au près|(?:suis|es) sur |(?:pour|de|à) [a-zà-ÿ]+é(?![a-zà-ÿ])|[àa] gagné|(?:il|elle|on|qui) a [a-zà-ÿ]+er |c[’']est [a-zà-ÿ]+s |(?:nos|vos|mes|plusieurs|quelques) [a-zà-ÿœ]*[a-rt-wyà-ÿ](?![a-zà-ÿœ’'-])|elles (?:sont|étaient|seront) |(?:les|des) [a-zà-ÿœ]*[a-rt-wyà-ÿ] (?:ont|sont|seront|auront|étaient|avaient|peuvent|doivent|vont) /,
);

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

/** Whether a text may have a sure slip. */
export const mayHaveFrenchSlip = (text: string): boolean => {
  const lower = text.toLowerCase();
  return SIGNS().test(lower) || ENDS.test(lower) || mayHaveFrenchPair(lower) || mayLowerName(text);
};
