import { eastAsianWidth } from 'get-east-asian-width';

/** A blank at which a line may end: none that French, or a unit, ties to its sign (`mot ;`, `« mot »`, `70 %`). */
const BREAK = /(?<!«) (?!(?:[;:!?»%]+)(?:[ .,)]|$))/;
/** Only a text with one of these has a blank at which no line may end; others are split at all of theirs, unlike by an
 * expression with no try at each character. */
const TIED = /« | [;:!?»%]/;
/** Only characters of one column, with nothing that joins them, as in most lines. */
const SIMPLE =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25f0]*$/;
/** The same, and emoji of one code point each: no joiner, no skin tone, no flag. */
const SIMPLE_OR_EMOJI =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25f0\u{1f300}-\u{1f3fa}\u{1f400}-\u{1f64f}\u{1f680}-\u{1f6c5}\u{1f90d}-\u{1f9ff}]*$/u;

/** What only texts beyond the simple ones need: made at the first of them, as it takes some 15 ms. */
const makeReader = () => ({
  segmenter: new Intl.Segmenter(undefined, { granularity: 'grapheme' }),
  shown: /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Mn}\p{Me}\p{Surrogate}]/u,
  /** Two columns although the width of its first character is one: keycaps, flags, and signs shown as emoji. */
  emoji:
    /^(?:[\d#*]\ufe0f?\u20e3|\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|.*\u200d\p{Extended_Pictographic}))/u,
  /** Marks and half-width signs that take a column of their own behind the first character. */
  addsWidth: /[\p{Mc}\uff00-\uffef]/u,
});
let reader: ReturnType<typeof makeReader> | undefined;

// What moves the cursor, changes colours or reverses the reading order; line ends are left to who breaks lines.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** What a reader sees as one character, with the columns that it takes. */
export interface Cell {
  readonly text: string;
  readonly width: number;
}

/**
 * The characters of a text as a terminal shows them: a joined emoji is one, of two columns.
 * @source Unicode, UAX 11 (the table is get-east-asian-width's); clusters are counted as string-width counts them, which
 * is not used itself: its list of emoji takes 30 ms to load.
 */
export function cells(text: string): Cell[] {
  if (SIMPLE.test(text)) return [...text].map((character) => ({ text: character, width: 1 }));
  if (SIMPLE_OR_EMOJI.test(text)) {
    return [...text].map((character) => ({ text: character, width: columnsOfCodePoint(character) }));
  }
  reader ??= makeReader();
  return [...reader.segmenter.segment(text)].map(({ segment }) => ({ text: segment, width: widthOfCluster(segment) }));
}

const columnsOfCodePoint = (character: string): number => eastAsianWidth(character.codePointAt(0) ?? 0);

function widthOfCluster(cluster: string): number {
  reader ??= makeReader();
  const { shown, emoji, addsWidth } = reader;
  const start = cluster.search(shown);
  if (start < 0) return 0;
  if (emoji.test(cluster)) return 2;
  const [first = '', ...others] = cluster.slice(start);
  return [first, ...others.filter((other) => addsWidth.test(other))].reduce(
    (sum, character) => sum + columnsOfCodePoint(character),
    0,
  );
}

/** The sign that shows a control character (Unicode, Control Pictures); a tab is a blank. */
/** What the log of a continuous integration obeys: `::command` at the start of a line, `##[command]` anywhere in it. */
const WORKFLOW_COMMAND = /(?<=^|\s)::(?=[a-z])|##(?=\[)/gi;

function controlSign(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0x09) return ' ';
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/**
 * A text whose control characters are signs: a draft must not move the cursor, color the screen or give orders to the
 * service that keeps the log. Line ends stay.
 * Every character keeps its length, so that offsets stay true.
 */
export const visible = (text: string): string => {
  const shown = text.replace(CONTROL, controlSign);
  return /::|##/.test(shown) ? shown.replace(WORKFLOW_COMMAND, (sign) => (sign === '::' ? '∶:' : '♯#')) : shown;
};

/** What stands in one line of a report: remarks quote the draft, line ends and all. */
export const oneLine = (text: string): string => visible(text).replace(/[\n\u2028\u2029]/g, ' ');

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

/**
 * A text broken at blanks into lines of at most so many columns. Words longer than a line are broken inside, or left whole
 * for a terminal, which still finds a link in them.
 */
export function wrap(text: string, columns: number, longWords: 'broken' | 'whole' = 'broken'): string[] {
  if (!text.startsWith(' ') && displayWidth(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(TIED.test(text) ? BREAK : ' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (displayWidth(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    if (longWords === 'whole') continue;
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
