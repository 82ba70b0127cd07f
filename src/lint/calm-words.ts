// Single words in capitals as they are written in normal case.

/** Days and months that are nothing else. */
const ALWAYS =
  /^(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)S?$/;
/** Their short forms, and those that are words as well. */
const IS_SHORT = /^(?:MON|TUES?|WED|THUR?S?|FRI|SAT|SUN|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|MARCH|MAY)$/;
const BEHIND =
  /^\.?,? (?:\d|(?:MON|TUES?|WED|THUR?S?|FRI|SAT|SUN|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|MARCH|MAY)\b)/;
const BEFORE = /\d(?:ST|ND|RD|TH)? $|(?:MON|TUES?|WED|THUR?S?|FRI|SAT|SUN)(?:DAY)?,? $/;

/** Whether a word in capitals is a day or a month of English: its short form only beside a figure or another one. */
export const isDayOrMonth = (word: string, before: string, behind: string): boolean =>
  ALWAYS.test(word) || (IS_SHORT.test(word) && (BEHIND.test(behind) || BEFORE.test(before.slice(-12))));

/** Units and endings of figures: "10H30", "7PM", "1ER"; others, such as "4K" and "3D", keep their capital. */
const UNIT = /^\d+(?:H|PM|AM|KM|KG|CM|MM|MIN|ER|ERE|ÈRE|E|ÈME|EME|ST|ND|RD|TH)\d*$/;
/** A figure in normal case. */
export const calmFigure = (figure: string): string => (UNIT.test(figure) ? figure.toLowerCase() : figure);

/** Behind which "A" has lost its accent, and "DES" before an hour. */
const TO_WHAT =
  /^ (?:\d{1,2} ?H|L['’]|LA |PARTIR |TOUS|TOUTES|VOUS|PRIX|VENDRE|LOUER|SAISIR|GAGNER|DOMICILE|EMPORTER|NE PAS )/;
/** What makes a market of "MARCHE". */
const OF_MARKET =
  /^ (?:DE (?:NOEL|NOËL|NUIT|PRODUCTEURS|PRINTEMPS)|DES|AUX|NOCTURNE|HEBDOMADAIRE|BIO|ARTISANAL|FERMIER|COUVERT|GOURMAND|PAYSAN)(?![A-ZÀ-Þ])/;
/** Words that may be two, of which capitals tell nothing. */
export const isTwoInOne = (word: string, behind: string): boolean =>
  /^(?:MARCHES?|PECHES?|COTES?|TACHES?|PATES?|FERMES?)$/.test(word) && calmShort(word, behind) === undefined;

/** A word whose accent is certain from what stands behind it; undefined for others. */
export function calmShort(word: string, behind: string): string | undefined {
  if (word === 'A' && TO_WHAT.test(behind)) return 'à';
  if (word === 'NOEL') return 'Noël';
  if (word === 'MARCHE' && OF_MARKET.test(behind)) return 'marché';
  if (word === 'MARCHE' && /^ (?:NORDIQUE|SOLIDAIRE|GOURMANDE|ROSE|EN |À |POUR )/.test(behind)) return 'marche';
  if (word === 'DES' && /^ (?:\d{1,2} ?H|LE )/.test(behind)) return 'dès';
  return undefined;
}

const MARKED: Readonly<Record<string, string>> = { a: 'àâ', c: 'ç', e: 'éèêë', i: 'îï', o: 'ô', u: 'ùûü' };
/** Letters that are looked at: longer words are rarely in capitals. */
const LONGEST = 18;

/**
 * A word with the accents that its capitals hid: up to two, where that makes one known word and no other. Undefined
 * otherwise.
 * @param word in lower case.
 */
export function withAccents(word: string, isKnown: (candidate: string) => boolean): string | undefined {
  if (word.length > LONGEST || !/^[a-z'’-]+$/.test(word)) return undefined;
  const once = variantsOf(word, 0);
  const found = once.filter(({ text }) => isKnown(text));
  const all =
    found.length > 0
      ? found
      : once.flatMap(({ text, at }) => variantsOf(text, at + 1)).filter(({ text }) => isKnown(text));
  const [only] = all;
  return all.length === 1 ? only?.text : undefined;
}

/** A word with one letter marked, at an offset or behind it. */
function variantsOf(word: string, from: number): { readonly text: string; readonly at: number }[] {
  return [...word].flatMap((letter, at) =>
    at < from
      ? []
      : [...(MARKED[letter] ?? '')].map((put) => ({ text: word.slice(0, at) + put + word.slice(at + 1), at })),
  );
}
