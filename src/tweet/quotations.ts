import type { Span } from './bounds.js';

const QUOTED = /«[^«»\n]*»|“[^“”\n]*”|„[^„“”\n]*[“”]|"[^"\n]{1,200}"/g;
const CODE = /`[^`\n]+`/g;

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** The quotations of a text with their marks: what stands in them are the words of others. */
export const quotedSpans = (text: string): Span[] => (/[«“„"]/.test(text) ? spansOf(text, QUOTED) : []);

/** A header that another program was meant to read. */
const HEADER = /^\+\+\+[ \t]*\n[^]{0,2000}?\n\+\+\+/;

/** The stretches of a text that are no prose: what stands between backticks, with them, and a TOML header. */
export function codeSpans(text: string): Span[] {
  const spans = text.includes('`') ? spansOf(text, CODE) : [];
  const header = text.startsWith('+++') ? HEADER.exec(text)?.[0] : undefined;
  return header === undefined ? spans : [{ start: 0, end: header.length }, ...spans];
}
