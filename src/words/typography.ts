// Slips of typography: what a slip is, and those of every language and of English. French has its own in `french-typography`.

import { forLanguage } from './by-language.js';
/** Offsets in a text, UTF-16. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What takes the place of a stretch; an empty stretch is a place to insert at. */
export interface Edit {
  readonly span: Stretch;
  readonly text: string;
}

/** A slip of typography with the edits that set it right; several of one kind stand in one, with the first as its span. */
export interface Slip {
  readonly kind: 'spaces' | 'narrow' | 'apostrophes' | 'other';
  readonly span: Stretch;
  readonly edits: readonly Edit[];
}

/** The no-break space that weighs one in a post; the narrow one weighs two (docs.x.com, Counting characters). */
export const NO_BREAK = '\u00a0';

const BLANK_BEFORE_ENGLISH = /(?<=[\w)”"’'])[ \u00a0]+(?=[,;!?](?:\s|$)|\.(?:\s|$))/g;
/** Two blanks or more inside a line. */
export const TWO_BLANKS = /(?<=\S)[ \u00a0]{2,}(?=\S)/g;
/** Two dots at the end of a sentence. */
export const TWO_DOTS = /(?<=[a-zß-ÿœ\d)»”"])\.\.(?=\s|$)/g;

/** Whether two stretches share a sign. */
export const overlaps = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end;
/** The place between two signs. */
export const insertAt = (at: number): Stretch => ({ start: at, end: at });

/** Edits and the spans that they are about: without a blank two words stand together, and are one slip. */
export function collect(
  text: string,
  leaveOut: readonly Stretch[],
): {
  readonly each: (pattern: RegExp, edit: (match: RegExpExecArray) => Edit | undefined) => Edit[];
} {
  return {
    each: (pattern, edit) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const made = edit(match);
        if (made === undefined) return [];
        const { start, end } = made.span;
        // An insertion at the edge of a stretch is outside it.
        const isInside = leaveOut.some((stretch) =>
          start === end ? stretch.start < start && start < stretch.end : overlaps(stretch, made.span),
        );
        return isInside ? [] : [made];
      }),
  };
}

/** Where a match stands. */
export const matchSpan = ({ index, 0: found }: RegExpExecArray): Stretch => ({
  start: index,
  end: index + found.length,
});

/** The run of signs without a blank around an edit, with what stands before a blank that is replaced. */
export function around(text: string, { span: { start, end } }: Edit): Stretch {
  let first = start;
  while (/[ \u00a0\u202f]/.test(text.charAt(first - 1))) first -= 1;
  while (/\S/.test(text.charAt(first - 1))) first -= 1;
  // Two dots end their word; any other edit before a blank is about the word behind it as well.
  const rest = text.slice(start, end) === '..' ? /^\S*/ : /^[ \u00a0\u202f]*\S*/;
  const after = rest.exec(text.slice(end))?.[0].length ?? 0;
  return { start: first, end: end + after };
}

/** Edits of one kind as one slip, around the first of them; none without edits. */
export function grouped(text: string, edits: readonly Edit[], kind: Exclude<Slip['kind'], 'other'>): Slip[] {
  const [first] = edits;
  return first === undefined ? [] : [{ kind, span: around(text, first), edits }];
}

/** Edits as a slip each, but for those of one word, which are one. */
export function single(text: string, edits: readonly Edit[]): Slip[] {
  const slips: { span: Stretch; edits: Edit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const span = around(text, edit);
    const last = slips.at(-1);
    if (last?.edits.some((other) => overlaps(other.span, edit.span) || other.span.start === edit.span.start) === true)
      continue;
    // Neighbors that share a word are one slip: "9€,tablier".
    if (
      last !== undefined &&
      overlaps(last.span, span) &&
      !/\s/.test(text.slice(last.edits.at(-1)?.span.end, edit.span.start))
    ) {
      last.span = { start: last.span.start, end: Math.max(last.span.end, span.end) };
      last.edits.push(edit);
    } else slips.push({ span, edits: [edit] });
  }
  return slips.map((slip) => ({ kind: 'other' as const, ...slip }));
}

/** Makes edits that put a value in place of a match. */
export const replaceBy = (value: string) => (match: RegExpExecArray) => ({ span: matchSpan(match), text: value });

/** The slips of a text in any language: blanks twice. */
export function plainSlips(text: string, leaveOut: readonly Stretch[], quoted: readonly Stretch[]): Slip[] {
  if (!/[ \u00a0]{2}/.test(text)) return [];
  return single(text, collect(text, [...leaveOut, ...quoted]).each(TWO_BLANKS, replaceBy(' ')));
}

/** The slips of an English text: blanks twice, and blanks before a comma. */
export function englishSlips(text: string, leaveOut: readonly Stretch[], quoted: readonly Stretch[]): Slip[] {
  if (!/[ \u00a0][ \u00a0,;!?.]|\.\.(?!\.)/.test(text)) return [];
  const { each } = collect(text, [...leaveOut, ...quoted]);
  return single(text, [
    ...each(TWO_BLANKS, replaceBy(' ')),
    ...each(BLANK_BEFORE_ENGLISH, replaceBy('')),
    ...each(TWO_DOTS, replaceBy('.')),
  ]);
}

/** Languages whose authors may well keep the straight apostrophe of their keyboard. */
const KEEPS_STRAIGHT = { en: true };

/** The form of apostrophe that goes with a text: the curved one, but where an author wrote straight ones alone. */
export const apostropheBeside = (text: string, language: string | undefined): "'" | '’' =>
  forLanguage(KEEPS_STRAIGHT, language) === true && /[a-z]'[a-z]/i.test(text) && !text.includes('’') ? "'" : '’';
