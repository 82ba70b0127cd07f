/** A date written in a text. */
export interface DateInText {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
  /** The end of that day in UTC, in ms. */
  readonly end: number;
}

const DAY = 86_400_000;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
/** Day first, as everywhere but in the United States; a month above 12 tells the other order. No version numbers. */
const NUMERIC = /(?<![\d.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b(?!\.\d)/g;

function endOfDate(year: number, month: number, day: number): number | undefined {
  const start = Date.UTC(year, month - 1, day);
  const date = new Date(start);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? start + DAY : undefined;
}

type Months = readonly (readonly string[])[];

interface Patterns {
  readonly monthNumbers: ReadonlyMap<string, number>;
  readonly dayFirst: RegExp;
  readonly monthFirst: RegExp;
}

// Lexicons live as long as the program; their expressions are built at the first use, once.
const patterns = new WeakMap<Months, Patterns>();

function buildPatterns(months: Months): Patterns {
  const built = patterns.get(months);
  if (built !== undefined) return built;
  const monthNumbers = new Map(months.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)));
  const name = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|');
  const fresh = {
    monthNumbers,
    dayFirst: new RegExp(`\\b(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(?:of\\s+)?(${name})\\.?,?\\s+(\\d{4})\\b`, 'giu'),
    monthFirst: new RegExp(`\\b(${name})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'giu'),
  };
  patterns.set(months, fresh);
  return fresh;
}

/**
 * The dates in a text that name their year, in order: `12 mars 2026`, `March 12, 2026`, `12/03/2026`, `2026-03-12`.
 * A date without a year may be any year's, and is left alone.
 * @param months names of the twelve months, all lower case.
 */
export function datesIn(text: string, months: Months): DateInText[] {
  const dates: DateInText[] = [];
  const add = (match: RegExpExecArray, year: number, month: number, day: number): void => {
    const end = endOfDate(year, month, day);
    if (end === undefined) return;
    dates.push({ text: match[0], span: { start: match.index, end: match.index + match[0].length }, end });
  };
  if (!/\d{4}/.test(text)) return dates;
  for (const match of text.matchAll(ISO)) add(match, Number(match[1]), Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(NUMERIC)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    add(match, Number(match[3]), second > 12 ? first : second, second > 12 ? second : first);
  }
  if (months.length > 0) {
    const { monthNumbers, dayFirst, monthFirst } = buildPatterns(months);
    const month = (written: string | undefined): number => monthNumbers.get(written?.toLowerCase() ?? '') ?? 0;
    for (const match of text.matchAll(dayFirst)) add(match, Number(match[3]), month(match[2]), Number(match[1]));
    for (const match of text.matchAll(monthFirst)) add(match, Number(match[3]), month(match[1]), Number(match[2]));
  }
  return dates.sort((a, b) => a.span.start - b.span.start);
}
