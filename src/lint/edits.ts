import type { Edit } from './finding.js';
import type { Span } from '#tweet/bounds.js';

const collide = (a: Edit, b: Edit): boolean =>
  // Two insertions at one place have no order that both their authors meant.
  (a.span.start === b.span.start && a.span.end === b.span.end) ||
  (a.span.start < b.span.end && b.span.start < a.span.end) ||
  // An insertion at either end of what another edit replaces depends on it as well.
  (a.span.start === a.span.end && b.span.start <= a.span.start && a.span.start <= b.span.end) ||
  (b.span.start === b.span.end && a.span.start <= b.span.start && b.span.start <= a.span.end);

/** The groups of edits that can be applied together: the first of two that collide stays, the other is left out whole. */
export function compatible(groups: readonly (readonly Edit[])[]): (readonly Edit[])[] {
  const kept: (readonly Edit[])[] = [];
  for (const group of groups) {
    const collides = kept.some((other) => other.some((a) => group.some((b) => collide(a, b))));
    if (!collides) kept.push(group);
  }
  return kept;
}

/** A text with edits applied, all of which refer to the text as given. They must not overlap: see `compatible`. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Puts a text in place of a span. */
export const replace = (span: Span, text: string): Edit => ({ span, text });

/** Puts a text before an offset. */
export const insert = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });

const BLANK = /[ \t\u00a0\u202f]/;

/** Takes a span out together with the blanks on one side of it, so that no double blank and no edge blank is left. */
export function remove(text: string, { start, end }: Span): Edit {
  let from = start;
  let to = end;
  while (BLANK.test(text.charAt(from - 1))) from -= 1;
  // At the start of a line, the blanks after it go instead; those before it belong to the line above.
  if (from === 0 || text.charAt(from - 1) === '\n') {
    from = from === 0 ? 0 : start;
    while (BLANK.test(text.charAt(to))) to += 1;
  }
  return { span: { start: from, end: to }, text: '' };
}

/**
 * Edits in the order of the text, each stretch in one of them only: neighbours that are both taken out want the blank
 * between them, and are taken out as one.
 * @throws RangeError when others overlap: they have no meaning together.
 */
export function inOrder(text: string, edits: readonly Edit[]): Edit[] {
  const ordered: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = ordered.at(-1);
    if (last === undefined || last.span.end <= edit.span.start) {
      ordered.push(edit);
      continue;
    }
    if (last.text !== '' || edit.text !== '') {
      throw new RangeError(`edits overlap from ${edit.span.start} to ${last.span.end}`);
    }
    ordered.pop();
    ordered.push(remove(text, { start: last.span.start, end: Math.max(last.span.end, edit.span.end) }));
  }
  return ordered;
}
