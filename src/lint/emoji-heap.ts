import type { Span } from '#tweet/bounds.js';
import { findEmoji } from '#tweet/weight.js';
import type { Subject } from './subject.js';

/** Emoji in a row from which they are a heap, and of the same one. */
const HEAP = 3;

/** Rows of three emoji or more, with how many stand in each. */
export function heapsOfEmoji({ text }: Subject): { readonly span: Span; readonly count: number }[] {
  if (!/[\u203c-\u3299\ud83c-\udbff]/.test(text)) return [];
  const heaps: { span: Span; count: number }[] = [];
  for (const { start, end } of findEmoji(text)) {
    const last = heaps.at(-1);
    if (last !== undefined && text.slice(last.span.end, start).trim() === '') {
      last.span = { start: last.span.start, end };
      last.count += 1;
    } else heaps.push({ span: { start, end }, count: 1 });
  }
  return heaps.filter(({ count }) => count >= HEAP);
}
