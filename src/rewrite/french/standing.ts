import { lazy } from '#base/lazy.js';
// How French sentences hang together.

/** What an announcement may go on with as a sentence of its own; a pronoun would have no noun. */
export const STANDS_ALONE = /^(?!(?:ils?|elles?|si|cela|ça|celui|celle|ceux|en|y|afin|pour)[\s’'])/i;

/** A sentence that leans on the one before it: with what is dropped, its noun or its place would go. */
export const LEANS = lazy(
  () =>
    /^(?:ils?(?! (?:faut|y a|existe|suffit) )|elles?|celui|celle|ceux|celles|ce(?:la|t|tte|s)?|ça|c[’']est|en|y|merci|grâce à (?:vous|toi))[\s’']|^[^.!?]{0,40}\sy\s|-(?:y|en|l[ea]s?)(?![\p{L}-])/iu,
);

/** For what nothing leans on, such as a greeting. */
export const NEVER = (): RegExp => /(?!)/;
