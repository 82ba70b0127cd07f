// Whether a sentence of a page can be a post: it says something without the sentences around it.
import { lazy } from '#base/lazy.js';
import { forLanguage } from '#words/by-language.js';

/** Fewest and most characters of a sentence that is taken out of a page. @source own choice, see docs/variants.md */
export const [SHORTEST, LONGEST] = [35, 150];

/** Words that lean on another sentence wherever they stand, and those that do where a sentence opens with them. */
interface Leaning {
  readonly anywhere: () => RegExp;
  readonly opening: () => RegExp;
  /** Words that need a noun before them in the sentence: possessives and pronouns. */
  readonly behindNoun: () => RegExp;
  /** Words of the writer: "je", "I". */
  readonly writer: () => RegExp;
  /** Words of the house: "nous", "our". */
  readonly house: () => RegExp;
}

const LEANING: Readonly<Record<string, Leaning>> = {
  fr: {
    anywhere: lazy(
      () =>
        /(?<![\p{L}\p{M}-])(?:aussi(?! bien)|également|donc|ainsi(?! que)|ci-(?:dessus|dessous|contre)|plus (?:haut|bas)(?! que)|voici|voilà|par exemple|en revanche|par contre|d[’']autre part|de plus(?! (?:en|de))|en effet|de même|(?<!(?:il|qu[’']il) (?:n[’'])?)y|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|ces derniers|ces dernières|cela|ça|l[’']autre|les autres|d[’']entre (?:eux|elles)|les deux(?! \p{L})|là(?!-)|(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|\d+) des (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\d+)|cet|cette|ces|ce(?! (?:qui|que|qu[’']|dont|sont))|(?:[smnl][’'])?en (?:a|ont|est|sont|fait|font|faut|peut|faire|bénéficier|savoir|profiter|parler|avoir|prendre|trouver|ajouter|sortir|vivre))(?![\p{L}\p{M}])|-(?:le|la|les|lui|leur|y|en)(?![\p{L}\p{M}-])/iu,
    ),
    opening: lazy(
      () =>
        /^(?:c[’']|l[’']une? |(?:il(?! (?:faut|est (?:possible|interdit|conseillé|recommandé)|suffit|existe|n[’']existe|y a|n[’']y a|vaut mieux))|elles?|ils|on (?:y|en)|ce|ceux|celui|celles?|eux|lui|mais|et|ou|or|car|puis|ensuite|enfin|alors|pourtant|cependant|toutefois|néanmoins|autrement|sinon|résultat|autres?|une? autre|d[’']autres|certaine?s|beaucoup(?! d)|la plupart(?! d)|chacune?|tous(?! (?:les|nos|vos))|toutes(?! (?:les|nos|vos))|les? mêmes?|la même|dans ce|à ce|pour ce|avec ce|de ce|en ce|oui|non|seule?s?|ici|parce que|d[’']abord|quant à|leurs?|sa|son|ses|une? sur|l[’']objectif|l[’']idée|le but|objectif|rien)(?![\p{L}\p{M}]))/iu,
    ),
    behindNoun: lazy(
      () =>
        /(?<![\p{L}\p{M}-])(?:ils?(?! (?:faut|y a|est (?:possible|interdit)|suffit))|elles?|leurs?|son|sa|ses|lui|l[’'](?:a|ont|avait|aura)|les?(?= (?:a|ont) ))(?![\p{L}\p{M}])/iu,
    ),
    writer: lazy(() => /(?<![\p{L}\p{M}-])(?:[jm][’']|(?:je|moi|mon|ma|mes|me)(?![\p{L}\p{M}]))/iu),
    house: lazy(() => /(?<![\p{L}\p{M}-])(?:nous|notre|nos)(?![\p{L}\p{M}])/iu),
  },
  en: {
    anywhere: lazy(
      () =>
        /\b(?:also|too|therefore|however|above|below|for example|for instance|moreover|instead|the former|the latter|as well|likewise|this|these|those|such|the others?|the same|both of|the effect|the group(?! (?:of|with|that|who))|both groups|which group|the two|the first one|the second one|here is|here are|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|none|some|many|most|\d+) of the (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+))\b|(?<!\b(?:when|because|if|of|that|until|before|after|as|and|where|while|once|but|what|than|how|unless) )\bit\b/iu,
    ),
    opening: lazy(
      () =>
        /^(?:it|they|he|she|we’ll see|that|there(?! (?:is|are)\b)|and|but|or|so|then|yet|thus|still|because|otherwise|another|others|some(?! (?:of (?:the|our)|\d))|many(?! of the)|most(?= of (?:them|these|those))|each(?= of)|both|one in|neither|either|one of them|all of them|their|its|his|her|him|them|yes|no|here|now|next|finally|first|second|third|in that|at that|for that)(?![\p{L}\p{M}])/iu,
    ),
    // "when it is done" means what the sentence is about; "take it" may mean anything.
    behindNoun: lazy(() => /\b(?:its|they|them|their|he|she|his|her|him)\b/iu),
    writer: lazy(() => /\b(?:I|I[’']\p{L}+|my|me|mine)\b/u),
    house: lazy(() => /\b(?:we|we[’']\p{L}+|our|ours|us)\b/iu),
  },
};

/** Nouns with an article that mean what was spoken of before, and superlatives without a noun. */
const SPOKEN_OF = lazy(
  () =>
    /^(?:(?:the|les?|la|l[’'])\s?(?:researchers?|authors?|study|team|report|survey|council|company|project|result|reason|answer|problem|difference|trick|rest|chercheurs?|chercheuses?|auteure?s?|autrice|étude|équipe|rapport|enquête|réponse|raison|problème|différence|reste|résultat|projet|objectif|entreprise|mairie|commune)(?!\p{L})|(?:le|la|les) (?:plus|moins) \p{L}+ (?:est|sont|reste)(?!\p{L})|the (?:most|least) \p{L}+ (?:is|are)\b|the \p{L}+est (?:is|are)\b)/iu,
);

/** Blanks and letters that a noun phrase takes before a pronoun can mean it. */
const NOUN_PHRASE = 12;
const MONTHS = lazy(
  () =>
    /\b(?:until|before|by|since|in|from|en|jusqu[’']en|d[’']ici|dès|partir de|jusqu[’']à|avant|après|fin|début)\s(?:fin |début |the end of )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:\d{1,2}(?:er|st|nd|rd|th)?|le)\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\s\d{1,2}\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s\d|\b(?:cette année|this year|next year|last year|l[’']an dernier|l[’']année dernière|actuellement|currently|récemment|recently|désormais|depuis peu)\b/iu,
);
const PRICE = lazy(() => /[€$£]\s?\d|\d\s?(?:[€$£]|euros?\b|dollars?\b)/iu);

/** What the draft of a sentence's campaign says, which decides who may speak in it. */
export interface Voice {
  readonly language: string | undefined;
  /** The draft's own text. */
  readonly text: string;
}

const balanced = (text: string): boolean =>
  [
    ['«', '»'],
    ['“', '”'],
    ['(', ')'],
  ].every(([left = '', right = '']) => text.split(left).length === text.split(right).length) && !text.includes('"');

/**
 * Whether words stand without what is written around them: no pronoun or connector whose noun is elsewhere, nobody's "I"
 * that is not the draft's, no date, whole quotation marks. False in languages whose words are not known.
 */
export function standsAlone(text: string, { language, text: draftText }: Voice): boolean {
  const words = forLanguage(LEANING, language);
  if (words === undefined || !balanced(text) || /[;?…:]$|[\n|]|\.\.\./u.test(text)) return false;
  if (SPOKEN_OF().test(text) || words.opening().test(text) || words.anywhere().test(text)) return false;
  const leaning = words.behindNoun().exec(text);
  if (leaning !== null && leaning.index < NOUN_PHRASE) return false;
  if (words.writer().test(text) && !words.writer().test(draftText)) return false;
  if (words.house().test(text) && !words.house().test(draftText)) return false;
  // The age of somebody is a portrait, "CITY –" the beginning of a report.
  if (/, \d{1,3} ans,|, \d{1,3}, |^\p{Lu}{3}[\p{Lu} ]* [–—-] /u.test(text)) return false;
  // A time of the clock that does not come back is that of an event.
  if (
    /\d[ \u00a0\u202f]?h[ \u00a0\u202f]?\d\d|\b\d{1,2}:\d\d\b/u.test(text) &&
    !/\b(?:chaque|tous les|every)\b/iu.test(text)
  )
    return false;
  return !MONTHS().test(text);
}

/** Pronouns that, behind a page's name, seem to mean the page: "Library: 212 of its 240 panes". */
const OF_ANOTHER = lazy(() => /\b(?:its|it|them)\b/iu);
/** Whether words would mean the page's name if they were led by it. */
export const wouldMeanName = (text: string): boolean => OF_ANOTHER().test(text);

/** Whether a text names a price: prices change, and a repost would lie. */
export const namesPrice = (text: string): boolean => PRICE().test(text);
