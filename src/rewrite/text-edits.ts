import { lazy } from '#base/lazy.js';
import type { Edit } from '#lint/finding.js';

const PIECES = lazy(() => /[\p{L}\p{M}\p{N}#@_]+|\s+|./gsu);

/**
 * The edits that make one text of another, word by word, in their order: what both have in common stays untouched
 * (longest common subsequence). For short texts: time and memory grow with the product of the two lengths.
 */
export function editsBetween(before: string, after: string): Edit[] {
  const [a, b] = [before.match(PIECES()) ?? [], after.match(PIECES()) ?? []];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [below, right, diagonal] = [
        common[(i + 1) * width + j],
        common[i * width + j + 1],
        common[(i + 1) * width + j + 1],
      ];
      common[i * width + j] = a[i] === b[j] ? (diagonal ?? 0) + 1 : Math.max(below ?? 0, right ?? 0);
    }
  }
  const edits: { span: { start: number; end: number }; text: string }[] = [];
  const change = (start: number, end: number, text: string): void => {
    const last = edits.at(-1);
    if (last !== undefined && last.span.end === start) {
      last.span.end = end;
      last.text += text;
    } else {
      edits.push({ span: { start, end }, text });
    }
  };
  let [i, j, at] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      at += left.length;
      i += 1;
      j += 1;
    } else if (
      right !== undefined &&
      (left === undefined || (common[i * width + j + 1] ?? 0) >= (common[(i + 1) * width + j] ?? 0))
    ) {
      change(at, at, right);
      j += 1;
    } else {
      change(at, at + (left?.length ?? 0), '');
      at += left?.length ?? 0;
      i += 1;
    }
  }
  return edits;
}
