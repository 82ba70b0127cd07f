import type { Edit } from './finding.js';

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
