import { lazy } from '#base/lazy.js';
const NUMBER = String.raw`\d{1,3}(?:[ \u00a0,.]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const SIGN = String.raw`(?:%|€|£|\$|°C|(?:k|M|G|T|m|c|µ)?(?:m|g|B|Wh|W|s|l|L|Hz|o)[²³]?|ha|kg|t)(?:[./][\p{L}²³./]+)?`;
const FIGURE = lazy(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}.,/:-])(?:([£$€]\u00a0?(?:${NUMBER})(?: (?:million|billion))?)|(${NUMBER})[ \u00a0]?((${SIGN})(?![\p{L}\p{N}’'])|(?:(?:millions?|milliards?) d(?:e |’|')|(?:million|billion) )?\p{Ll}[\p{Ll}-]*(?: \p{Ll}[\p{Ll}-]*){0,2}))`,
      'gu',
    ),
);
const SINGULAR: ReadonlySet<string> = new Set(['people', 'children', 'women', 'men', 'point', 'million', 'billion']);
/** Words that end a unit before it began. */
const NO_UNIT: ReadonlySet<string> = new Set(
  `à alors always après as at au auprès aux avec avant by d dans de depuis des dès du en est et for from h has il in is
  its jamais la le les less mais moins of on ont or ou par pas per plus pour puis que qui sans sous sur th than the this
  to très un une us vers was were with and but am pm st nd rd er ère ème`.split(/\s+/),
);
const MONTH = lazy(
  () => /^(?:jan|feb|fév|mar|apr|avr|may|mai|jun|juin|juil|jul|aug|août|sep|oct|nov|dec|déc)\p{L}*$/iu,
);
/** A number that is a year where no sign makes it a figure. */
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** The words of a unit up to its noun in the plural: "pull requests" of "pull requests from"; undefined without one. */
function toUnit(words: string): string | undefined {
  const list = words.split(' ');
  const isLarge = /^(?:millions?|milliards?|billion)$/.test(list[0] ?? '');
  for (const [index, word] of list.entries()) {
    if ((NO_UNIT.has(word) && !(isLarge && index === 1)) || MONTH().test(word)) return undefined;
    const isNoun = /[sx]$/.test(word) && word.length > 2 && !(isLarge && index === 0);
    if (isNoun || (SINGULAR.has(word) && !isLarge) || (isLarge && /^d[’']/u.test(word))) {
      return list.slice(0, index + 1).join(' ');
    }
  }
  return undefined;
}

/**
 * Figures with their unit, verbatim and each once: "30 %", "2 300 cafetières", "£3.2 million". A day, a year, a time, a
 * version and a number without a unit are none.
 */
export function findFigures(texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const { 0: match, 1: amount, 2: number = '', 3: unit = '', 4: sign, index } of text.matchAll(FIGURE())) {
      if (amount !== undefined || sign !== undefined) {
        found.add(match);
        continue;
      }
      if (YEAR.test(number) || isVersion(text, index, number)) continue;
      const cut = toUnit(unit);
      if (cut !== undefined) found.add(match.slice(0, match.length - unit.length + cut.length));
    }
  }
  return [...found];
}

/** Whether a number belongs to the name before it: "Lantern 3.0", "Node 18". */
const isVersion = (text: string, index: number, number: string): boolean =>
  /\.\d$/.test(number)
    ? /\p{Lu}\p{L}+ $/u.test(text.slice(0, index))
    : /(?<=[^.!?] )\p{Lu}\p{L}+ $/u.test(text.slice(0, index));
