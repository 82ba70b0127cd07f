import { lazy } from '#base/lazy.js';
import type { Entity } from '#tweet/entities.js';
import type { Span } from '#tweet/bounds.js';
import { grammarOf } from '#words/grammar.js';
import { classifyWord, type Subject } from './subject.js';

/** Endings of file names that are top-level domains as well. */
const FILE_NAME = /^[\w-]+\.(?:md|py|rs|sh|pl|zip|mov|cc|ps)$/i;
const SENTENCE_AFTER_DOT = lazy(() => /\.\p{Lu}\p{Ll}*$/u);

/** Why a link without scheme is none that its author meant. */
type Accident = 'accidentalLink' | 'fileLink' | 'inclusiveLink';

/**
 * Whether a link without scheme was meant as words: a French word with both endings, a blank missing after a full stop,
 * or the name of a file.
 */
export function classifyAccident(link: Entity, subject: Subject): Accident | undefined {
  if (/^https?:|\//i.test(link.text)) return undefined;
  if (inclusiveWord(link, subject) !== undefined) return 'inclusiveLink';
  const { lexicon } = subject;
  if (FILE_NAME.test(link.text)) return 'fileLink';
  if (SENTENCE_AFTER_DOT().test(link.text) && !/^\p{Lu}+\.\p{Lu}+$/u.test(link.text)) return 'accidentalLink';
  // In lower case only where both sides are everyday words: "fini.la" is a slip, "about.me" a site.
  const [before, after, ...more] = link.text.toLowerCase().split('.');
  const isWord = (word: string | undefined): boolean =>
    word !== undefined && word.length > 1 && lexicon !== undefined && classifyWord(word, lexicon) !== 'subject';
  return more.length === 0 && isWord(before) && isWord(after) ? 'accidentalLink' : undefined;
}

/** A word with both endings that X takes for a link: where all of it stands, and how it is written with U+00B7, which
 * makes no link and stays in a hashtag. */
interface InclusiveWord {
  readonly span: Span;
  readonly joined: string;
  /** Whether nothing else can be meant. */
  readonly isSure: boolean;
}

/** The word with both endings that a link without scheme is, or undefined when it may well be a site. */
export function inclusiveWord(link: Entity, { text, language, proofreader }: Subject): InclusiveWord | undefined {
  const { start, end } = link.span;
  const before = text.slice(Math.max(0, start - 14), start);
  const read = grammarOf(language)?.readBothEndings?.(link.text, before, text.slice(end, end + 3));
  if (read === undefined) return undefined;
  const span = { start, end: end + read.more };
  const knows = (word: string): boolean => proofreader?.knows(word.toLowerCase(), language) === 'word';
  const [stem = ''] = link.text.split('.');
  // "habitant" and "habitantes" are words, "sportes" is not.
  const isSure = read.isSure || (knows(stem) && knows(link.text.replace('.', '')));
  return { span, joined: text.slice(span.start, span.end).replaceAll('.', '·'), isSure };
}
