// The changes of a text, as lines and as a list.
import type { Locale } from '#base/locale.js';
import { rewriteSentences } from '#locale/rewrite.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import { type DiffPart, wordDiff } from '../diff.js';
import { createPalette, type TerminalStyle } from './style.js';
import { oneLine, visible, wrap } from './width.js';

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

/** The edits of each rewrite, one a line, as a reader would name them: whole words. */
export function editList(before: string, rewrites: readonly Rewrite[], locale: Locale): string {
  const { pick } = rewriteSentences(locale);
  const lines = rewrites.flatMap(({ text }, index) => {
    const changes = changedWords(wordDiff(before, text)).map(([gone, put]) => {
      if (gone === '') return pick.put(put);
      return put === '' ? pick.remove(gone) : pick.replace(gone, put);
    });
    return [String(index + 1), ...changes.map((change) => `   ${change}`)];
  });
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

/** What went and what came, in pairs, each with the rest of the words that it is part of. */
function changedWords(parts: readonly DiffPart[]): (readonly [gone: string, put: string])[] {
  return parts.flatMap((part, at) => {
    const [last, next] = [parts[at - 1], parts[at + 1]];
    if (part.kind === 'same' || (part.kind === 'new' && last?.kind === 'gone')) return [];
    const pair = part.kind === 'gone' && next?.kind === 'new' ? next : undefined;
    const after = pair === undefined ? next : parts[at + 2];
    const head = /\S*$/u.exec(last?.text ?? '')?.[0] ?? '';
    const tail = /^\S*/u.exec(after?.text ?? '')?.[0] ?? '';
    const around = (text: string): string => `${head}${text}${tail}`.trim();
    return [
      [around(part.kind === 'gone' ? part.text : ''), around(part.kind === 'new' ? part.text : (pair?.text ?? ''))],
    ];
  });
}
