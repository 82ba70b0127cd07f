/** Least letters that a text must keep behind what is dropped in front of it. */
export const LEAST_REST = 25;
/** What an announcement may go on with as a sentence of its own; a pronoun would have no noun. */
export const STANDS_ALONE = /^(?!(?:ils?|elles?|si|cela|ça|celui|celle|ceux|en|y|afin|pour)[\s’'])/i;
