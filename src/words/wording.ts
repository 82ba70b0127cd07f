// Phrases that tell the reader nothing: what only announces, boasts, points at a link, or stands in every text.
import { opensSentence } from './characters.js';
import { findListed } from './phrases.js';
import type { Lexicon } from './lexicon.js';

/** The kinds of empty wording that a lexicon lists. */
const WORDING_KINDS = ['leadIn', 'boast', 'contentLabel', 'courtesy', 'emptyPointer', 'cliche'] as const;
/** One of them. */
export type WordingKind = (typeof WORDING_KINDS)[number];

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longest way from the start of a sentence to the words that announce it: "La mairie de Valbrune vous informe que". */
const LONGEST_SENDER = 70;
const SENTENCE_START = /(?:^|[.!?…\n])[^A-Za-zÀ-ÿŒœ]*(?=[A-Za-zÀ-ÿŒœ][^.!?…\n]*$)/;

/** "We’d love to hear your thoughts on the park" asks for them. */
const OF_READERS = /(?:^| )(?:your|their|vos|votre) $/i;

const NO_WORDING = {};

/**
 * The empty wording in a text, in its order. What announces or boasts is taken from the start of its sentence on: the
 * sender is part of it.
 */
export function emptyWording(
  text: string,
  lexicon: Lexicon,
  leaveOut: readonly Stretch[],
): { readonly kind: WordingKind; readonly span: Stretch }[] {
  const listed = findListed<WordingKind>(text, lexicon.wording ?? NO_WORDING)
    .map(({ kind, start, end }) => ({ kind, span: { start, end } }))
    .filter(({ span }) => !leaveOut.some(({ start, end }) => start < span.end && span.start < end));
  const found =
    listed.length < 2 ? listed : WORDING_KINDS.flatMap((kind) => listed.filter((each) => each.kind === kind));
  // A label with a colon opens a sentence: "Toujours d’actualité :" has none. One that calls out opens it as well, but for
  // a boast, which has its sender before it: "quelle belle nouveauté !".
  const isLabel = ({ start, end }: Stretch, kind: WordingKind): boolean => {
    const last = text.charAt(end - 1);
    return (last !== ':' && (last !== '!' || kind === 'boast')) || opensSentence(text, start, '.!?…\n');
  };
  return found.flatMap(({ kind, span }): { kind: WordingKind; span: Stretch }[] => {
    if (!isLabel(span, kind) || (kind === 'contentLabel' && OF_READERS.test(text.slice(0, span.start)))) return [];
    // "We say goodbye to our headteacher" is meant.
    if (
      kind === 'cliche' &&
      /^say goodbye to$/i.test(text.slice(span.start, span.end)) &&
      / (?:we|to|must|will) $/i.test(text.slice(0, span.start))
    )
      return [];
    // "to find out more about becoming a carer, join us" says of what.
    const saysOfWhat = kind === 'emptyPointer' && /^ (?:about|sur) [a-zà-ÿœ]/i.test(text.slice(span.end, span.end + 8));
    if (saysOfWhat && /(?:\bto|\bpour) $/i.test(text.slice(0, span.start))) return [];
    if (kind !== 'leadIn' && kind !== 'boast') return [{ kind, span }];
    const before = text.slice(Math.max(0, span.start - LONGEST_SENDER), span.start);
    const start = SENTENCE_START.exec(before);
    const isWhole = start !== null && (start.index > 0 || before.length === span.start || /^[.!?…\n]/.test(before));
    if (start === null || !isWhole) return [{ kind, span }];
    const from = span.start - before.length + start.index + start[0].length;
    // A label in brackets before it is none of its words.
    const bracket = text.slice(from, span.start).lastIndexOf(']');
    const blank = bracket < 0 ? 0 : bracket + 1 + (/^\s*/.exec(text.slice(from + bracket + 1))?.[0].length ?? 0);
    return [{ kind, span: { start: from + blank, end: span.end } }];
  });
}
