// Columns that a terminal gives to characters: East Asian wide and fullwidth ones, and emoji, take two (Unicode, UAX 11).
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NO_WIDTH = /^(?:\p{M}|[\u200b-\u200f]|\u2060|[\ufe00-\ufe0f])/u;
/** A blank at which a line may end: none that French, or a unit, ties to its sign (`mot ;`, `« mot »`, `70 %`). */
const BREAK = /(?<!«) (?!(?:[;:!?»%]+)(?:[ .,)]|$))/;
const segmenter = (): Intl.Segmenter => new Intl.Segmenter(undefined, { granularity: 'grapheme' });
let shared: Intl.Segmenter | undefined;
/** Only characters of one column, with nothing that joins them: most lines, told without a segmenter. */
const SIMPLE = /^[\u0020-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25f0]*$/;

/** The same, and emoji of one code point each: no joiner, no skin tone, no flag. */
const SIMPLE_OR_EMOJI =
  /^[\u0020-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25f0\u{1f300}-\u{1f3fa}\u{1f400}-\u{1f64f}\u{1f680}-\u{1f6c5}\u{1f90d}-\u{1f9ff}]*$/u;

// What moves the cursor, changes colours or reverses the reading order; line ends are left to who breaks lines.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** What a reader sees as one character, with the columns that it takes. */
export interface Cell {
  readonly text: string;
  readonly width: number;
}

/** The characters of a text as a terminal shows them: a joined emoji is one, of two columns. */
export function cells(text: string): Cell[] {
  if (SIMPLE.test(text)) return [...text].map((character) => ({ text: character, width: 1 }));
  // The segmenter takes 5 ms to make.
  if (SIMPLE_OR_EMOJI.test(text)) {
    return [...text].map((character) => ({ text: character, width: WIDE.test(character) ? 2 : 1 }));
  }
  shared ??= segmenter();
  return [...shared.segment(text)].map(({ segment }) => ({ text: segment, width: graphemeWidth(segment) }));
}

function graphemeWidth(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) || grapheme.includes('\ufe0f') ? 2 : 1;
}

/** The sign that shows a control character (Unicode, Control Pictures); a tab is a blank. */
function controlSign(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0x09) return ' ';
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/**
 * A text whose control characters are signs: a draft must not move the cursor or colour the screen. Line ends stay.
 * Every character keeps its length, so that offsets stay true.
 */
export const visible = (text: string): string => text.replace(CONTROL, controlSign);

/** What stands in one line of a report: remarks quote the draft, line ends and all. */
export const oneLine = (text: string): string => visible(text).replaceAll('\n', ' ');

/** The lines of a text that is shown as it will be posted: its own line ends stay, and long lines are broken. */
export const textLines = (text: string, columns: number): string[] =>
  text.split('\n').flatMap((line) => wrap(visible(line), columns));

/** Columns that a text takes in a terminal. */
export const displayWidth = (text: string): number =>
  SIMPLE.test(text) ? text.length : cells(text).reduce((sum, cell) => sum + cell.width, 0);

/** A text filled up with blanks to a number of columns. */
export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - displayWidth(text)));

/** The same, filled up in front. */
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - displayWidth(text))) + text;

/** The end of a text in at most so many columns, with … before it where its beginning had to go. */
export function fitEnd(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let end = '';
  let width = 1;
  for (const cell of cells(text).toReversed()) {
    width += cell.width;
    if (width > columns) break;
    end = cell.text + end;
  }
  return `…${end}`;
}

/** The beginning of a text in at most so many columns, with … behind it where its end had to go. */
export function fitStart(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  return `${cut(text, Math.max(1, columns - 1)).trimEnd()}…`;
}

/** A text broken at blanks into lines of at most so many columns; words longer than a line are broken inside. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (displayWidth(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (displayWidth(line) > columns) {
      const head = cut(line, columns);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

function cut(text: string, columns: number): string {
  let head = '';
  let width = 0;
  for (const cell of cells(text)) {
    if (width + cell.width > columns && head !== '') break;
    head += cell.text;
    width += cell.width;
  }
  return head;
}
