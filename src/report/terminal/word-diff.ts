import type { DiffPart } from '../diff.js';
import { createPalette, type TerminalStyle } from './style.js';
import { visible, wrap } from './width.js';

const MARKS = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const;

/** A stretch of one colour, as it is written. */
interface Run {
  readonly kind: DiffPart['kind'];
  readonly text: string;
}

/** Changes as lines of at most so many columns: in colour, or between the marks of `wdiff` where there is none. */
export function changeLines(parts: readonly DiffPart[], { color, columns }: TerminalStyle): string[] {
  const runs = parts.map(({ kind, text }): Run => {
    const [open, close] = color ? MARKS.same : MARKS[kind];
    return { kind, text: open + visible(text) + close };
  });
  const palette = createPalette(color);
  const brush = { same: (text: string) => text, gone: palette.removed, new: palette.added } as const;
  const whole = runs.map(({ text }) => text).join('');
  const kinds = runs.flatMap(({ kind, text }) => Array.from({ length: text.length }, () => kind));
  let at = 0;
  return whole
    .split('\n')
    .flatMap((paragraph) => wrap(paragraph, columns))
    .map((line) => {
      // What stands between two lines is the blank or the line end at which they were parted.
      while (!whole.startsWith(line, at) && at < whole.length) at += 1;
      const start = at;
      at += line.length;
      return colorizeWords(line, kinds.slice(start, at), brush);
    });
}

function colorizeWords(
  line: string,
  kinds: readonly DiffPart['kind'][],
  brush: Readonly<Record<DiffPart['kind'], (text: string) => string>>,
): string {
  let result = '';
  for (let start = 0; start < line.length;) {
    const kind = kinds[start] ?? 'same';
    let end = start;
    while (end < line.length && (kinds[end] ?? 'same') === kind) end += 1;
    result += brush[kind](line.slice(start, end));
    start = end;
  }
  return result;
}
