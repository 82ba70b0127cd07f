import type { Span } from './bounds.js';

const QUOTED = /«[^«»\n]*»|“[^“”\n]*”|„[^„“”\n]*[“”]|"[^"\n]{1,200}"/g;
const CODE = /`[^`\n]+`/g;

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** The quotations of a text with their marks: what stands in them are the words of others. */
export const quotedSpans = (text: string): Span[] => (/[«“„"]/.test(text) ? spansOf(text, QUOTED) : []);

/** The stretches of a text between backticks, with them. */
export const codeSpans = (text: string): Span[] => (text.includes('`') ? spansOf(text, CODE) : []);
