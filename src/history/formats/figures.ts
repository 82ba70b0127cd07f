/** `480`, `100.0`, `3.3E-5`, `1,234`: thousands are parted by a comma or a blank of any width. */
const FIGURE = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const THOUSANDS = /^-?\d{1,3}(?:[,\u0020\u00a0\u202f]\d{3})+(?:\.\d+)?$/;

/** `435,0`: a comma before one or two digits is that of a decimal. */
const DECIMAL_COMMA = /^-?\d+,\d{1,2}$/;
/** `1.2K`, `3,4 M`. */
const COMPACT = /^(\d+(?:[.,]\d+)?)\s?([KM])$/i;

/**
 * A figure of an export; undefined when it is none. `-` and nothing mean "not applicable": undefined, never 0.
 */
export function readFigure(cell: unknown): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(',', '.'));
  const [, amount = '', unit = ''] = COMPACT.exec(text) ?? [];
  if (unit !== '') return Math.round(Number(amount.replace(',', '.')) * (unit.toUpperCase() === 'M' ? 1e6 : 1e3));
  const plain = THOUSANDS.test(text) ? text.replace(/[,\u0020\u00a0\u202f]/g, '') : text;
  return FIGURE.test(plain) ? Number(plain) : undefined;
}

/** What nearly all counters are: digits that no number is too small for. */
const DIGITS = /^\d{1,15}$/;

/** A counter: a whole number that is not negative and safe to compute with. Undefined when it is none. */
export function readCount(cell: unknown): number | undefined {
  if (typeof cell === 'string' && DIGITS.test(cell)) return Number(cell);
  const figure = readFigure(cell);
  return figure !== undefined && Number.isSafeInteger(figure) && figure >= 0 ? figure : undefined;
}
