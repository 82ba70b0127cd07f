import { lazy } from '#base/lazy.js';
import { createTwoFilesPatch, diffWordsWithSpace } from 'diff';
import { createPalette } from './terminal/style.js';
import { visible } from './terminal/width.js';

/** What changes from one text to another, line by line, as `diff -u` writes it; empty when nothing does. */
export function unifiedDiff(file: string, before: string, after: string, color: boolean): string {
  if (before === after) return '';
  const palette = createPalette(color);
  const patch = createTwoFilesPatch(file, file, before, after, '', '', { context: 2 });
  return patch
    .slice(patch.indexOf('--- '))
    .split('\n')
    .map((written) => {
      // A blank that may not break looks like any other: the two lines would read the same.
      const line = visible(written).replaceAll('\u00a0', '\u2423').replaceAll('\u202f', '\u237d');
      if (line.startsWith('+') && !line.startsWith('+++')) return palette.share(1, line);
      if (line.startsWith('-') && !line.startsWith('---')) return palette.share(0, line);
      return line;
    })
    .join('\n');
}

/** A stretch of two texts: in both, in the first only, or in the second only. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** What is too little to be read as kept when it stands between two changes: blanks, signs, one short word. */
const CRUMB = lazy(() => /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}]{1,3}[^\p{L}\p{N}]*)?$/u);

/**
 * What changes from one text to another, word by word: `same` and `gone` together are the first, `same` and `new` the
 * second. Crumbs between two changes count as changed, so that what is left reads as phrases.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const raw = diffWordsWithSpace(before, after).map(({ added, removed, value }): DiffPart => {
    return { kind: added ? 'new' : removed ? 'gone' : 'same', text: value };
  });
  const parts: DiffPart[] = [];
  let [gone, put] = ['', ''];
  /** Both sides of a change; answers the blank that both end with, which is none of it. */
  const flush = (): string => {
    const [, blank = ''] = gone !== '' && put !== '' ? (/(\s+)$/.exec(gone) ?? []) : [];
    const shared = put.endsWith(blank) ? blank : '';
    const [old, next] = [gone.slice(0, gone.length - shared.length), put.slice(0, put.length - shared.length)];
    if (old !== '') parts.push({ kind: 'gone', text: old });
    if (next !== '') parts.push({ kind: 'new', text: next });
    [gone, put] = ['', ''];
    return shared;
  };
  raw.forEach(({ kind, text }, index) => {
    const isCrumb = kind === 'same' && gone + put !== '' && index < raw.length - 1 && CRUMB().test(text);
    if (kind !== 'new' && (kind === 'gone' || isCrumb)) gone += text;
    if (kind !== 'gone' && (kind === 'new' || isCrumb)) put += text;
    if (kind !== 'same' || isCrumb) return;
    parts.push({ kind, text: flush() + text });
  });
  const rest = flush();
  return rest === '' ? parts : [...parts, { kind: 'same', text: rest }];
}

/** Letters of an unchanged stretch that are shown next to a change. */
const CONTEXT = 24;

/** The same changes with long unchanged stretches cut down to the words next to a change. */
export function changesOnly(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part;
    const { text } = part;
    const [isFirst, isLast] = [index === 0, index === parts.length - 1];
    // Whole words: those that the cut would part are shown.
    const head = /^\S*/u.exec(text.slice(CONTEXT))?.[0] ?? '';
    const start = isFirst ? '' : text.slice(0, CONTEXT) + head;
    const tail = /\S*$/u.exec(text.slice(0, -CONTEXT))?.[0] ?? '';
    const end = isLast ? '' : tail + text.slice(-CONTEXT);
    // What is left out must be worth the sign that says so.
    if (start.length + end.length + CONTEXT > text.length) return part;
    return { kind: 'same', text: `${start}${isFirst ? '' : ' '}…${isLast ? '' : ' '}${end}` };
  });
}
