import type { Draft } from './draft.js';
import { DraftError } from './draft-error.js';
import { findEntities } from '#tweet/entities.js';
import type { FrontMatter } from './front-matter.js';
import { assertBounded, MAX_CHARACTERS } from '#tweet/bounds.js';
import { isSameLink } from '#tweet/link.js';

/** A stretch of the draft's text and where it stands in the source. */
interface Piece {
  readonly textStart: number;
  readonly sourceStart: number;
  readonly length: number;
}

/** A draft with the file it came from. */
export interface DraftFile {
  readonly draft: Draft;
  /** The file's text with LF line ends, without byte-order mark, in NFC. All places refer to it. */
  readonly source: string;
  /** Where the text stands; a link taken from the front matter stands in no piece. */
  readonly pieces: readonly Piece[];
  /** The file as it was read, for writing it back. */
  readonly raw: string;
}

const FRONT_MATTER = /^---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/;
const DIRECTIVE = /^tweetspan-([\w-]*)(.*)$/s;

/** The name and the words of a directive, `<!-- tweetspan-disable hashtags -->`; undefined for any other line. */
function readDirective(line: string): { readonly name: string; readonly words: readonly string[] } | undefined {
  // Cut at its ends before it is read: one expression for all of it takes time that grows with the cube of its blanks.
  const trimmed = line.trim();
  if (!trimmed.startsWith('<!--') || !trimmed.endsWith('-->')) return undefined;
  const [, name, words = ''] = DIRECTIVE.exec(trimmed.slice(4, -3).trim()) ?? [];
  return name === undefined ? undefined : { name, words: words.split(/[\s,]+/).filter(Boolean) };
}

/** A file's text as every later step sees it. */
export const normalizeSource = (source: string): string =>
  source
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .normalize('NFC');

/** Whether a file opens with a front matter, whose parser is worth loading then. */
export const hasFrontMatter = (source: string): boolean => /^\uFEFF?---[ \t]*\r?\n/.test(source);

/** The front matter of a source with both its lines of dashes, which stands before the text; empty where there is none. */
export const frontMatterOf = (source: string): string =>
  hasFrontMatter(source) ? (FRONT_MATTER.exec(source)?.[0] ?? '') : '';

/**
 * Reads a draft file: optional front matter, text, directives that turn rules off for the file or for the next line.
 * A link that stands only in the front matter is appended to the text, as it would be posted.
 * @param parseFrontMatter from `front-matter.ts`, or what throws where there is none.
 * @throws DraftError with the faults of the file; TextTooLongError.
 */
export function readDraft(
  file: string,
  parseFrontMatter: (yaml: string) => FrontMatter,
  maxCharacters = MAX_CHARACTERS,
): DraftFile {
  const source = normalizeSource(file);
  let bodyStart = 0;
  let fields: FrontMatter = {};
  if (hasFrontMatter(source)) {
    const match = FRONT_MATTER.exec(source);
    if (match === null) {
      throw new DraftError([{ line: 1, code: 'unclosedFrontMatter' }]);
    }
    fields = parseFrontMatter(match[1] ?? '');
    bodyStart = match[0].length;
  }
  const { disabled, ofNextLine, stretches } = readBody(source, bodyStart);
  const { text, pieces } = joinPieces(source, stretches);
  assertBounded(text, maxCharacters);
  const posted = withLink(text, fields.link);
  const disabledOnLines = ofNextLine.flatMap(({ rule, at }) => {
    const piece = pieces.find(({ sourceStart, length }) => sourceStart <= at && at < sourceStart + length);
    if (piece === undefined) return [];
    return [{ rule, line: text.slice(0, piece.textStart + at - piece.sourceStart).split('\n').length - 1 }];
  });
  const draft: Draft = {
    ...fields,
    text: posted,
    ...(disabled.length > 0 ? { disabled } : {}),
    ...(disabledOnLines.length > 0 ? { disabledOnLines } : {}),
  };
  return { draft, source, pieces, raw: file };
}

interface Body {
  readonly disabled: string[];
  /** Rules turned off for the line that begins at an offset of the source. */
  readonly ofNextLine: { readonly rule: string; readonly at: number }[];
  readonly stretches: [number, number][];
}

/** The stretches of the body that are posted, and the rules that its directives turn off. */
function readBody(source: string, bodyStart: number): Body {
  const disabled: string[] = [];
  const ofNextLine: Body['ofNextLine'] = [];
  const stretches: [number, number][] = [];
  let lineStart = bodyStart;
  let lineNumber = source.slice(0, bodyStart).split('\n').length;
  while (lineStart < source.length) {
    const newline = source.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? source.length : newline;
    const directive = readDirective(source.slice(lineStart, lineEnd));
    const next = Math.min(lineEnd + 1, source.length);
    if (directive === undefined) {
      const last = stretches.at(-1);
      if (last?.[1] === lineStart) last[1] = next;
      else stretches.push([lineStart, next]);
    } else {
      const { name, words } = directive;
      if ((name !== 'disable' && name !== 'disable-next-line') || words.length === 0) {
        throw new DraftError([{ line: lineNumber, code: 'unknownDirective', name }]);
      }
      if (name === 'disable') disabled.push(...words);
      else ofNextLine.push(...words.map((rule) => ({ rule, at: next })));
    }
    lineStart = next;
    lineNumber += 1;
  }
  return { disabled, ofNextLine, stretches };
}

function joinPieces(source: string, stretches: [number, number][]): { text: string; pieces: Piece[] } {
  const raw = stretches.map(([start, end]) => source.slice(start, end)).join('');
  const leading = raw.length - raw.trimStart().length;
  const trimmedEnd = raw.trimEnd().length;
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of stretches) {
    const from = Math.max(at, leading);
    const to = Math.min(at + (end - start), trimmedEnd);
    if (to > from) pieces.push({ textStart: from - leading, sourceStart: start + (from - at), length: to - from });
    at += end - start;
  }
  return { text: raw.trim(), pieces };
}

function withLink(text: string, link: string | undefined): string {
  if (link === undefined) return text;
  const present = findEntities(text).some((entity) => entity.type === 'link' && isSameLink(entity.value, link));
  if (present) return text;
  return text === '' ? link : `${text} ${link}`;
}

/** Where an offset of the draft's text stands in the source, or undefined within an appended link. */
export function sourceOffset(file: DraftFile, offset: number): number | undefined {
  const piece = file.pieces.findLast(({ textStart }) => textStart <= offset);
  if (piece === undefined || offset > piece.textStart + piece.length) return undefined;
  return piece.sourceStart + (offset - piece.textStart);
}

/** Line and column of an offset in a text, both from 1; columns count UTF-16 units. */
export function toPosition(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** An edit of the draft's text, or of the source. */
interface TextEdit {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** The same edit in the source, or undefined when part of what it replaces does not stand there in one piece. */
export function editInSource(file: DraftFile, edit: TextEdit): TextEdit | undefined {
  const { start, end } = edit.span;
  // Where two pieces meet, what is inserted goes behind the directive between them: before it, it would join its line.
  const piece = file.pieces.findLast(({ textStart, length }) => textStart <= start && end <= textStart + length);
  if (piece === undefined) return undefined;
  const shift = piece.sourceStart - piece.textStart;
  return { span: { start: start + shift, end: end + shift }, text: edit.text };
}

const splitLines = (text: string): string[] => text.split(/(?<=\n)/);

/**
 * A changed source as the file is to be written: lines before and after the change keep their own bytes, line ends and
 * byte-order mark included; new lines end as the first that they replace.
 */
export function writeSource({ raw }: DraftFile, source: string): string {
  const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
  const [before, after] = [splitLines(raw.slice(mark.length)), splitLines(source)];
  const most = Math.min(before.length, after.length);
  const isKept = (old: string | undefined, line: string | undefined): boolean =>
    old !== undefined && normalizeSource(old) === line;
  let head = 0;
  while (head < most && isKept(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isKept(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const [first = '\n'] = before.slice(head);
  const crlf = first.endsWith('\n') ? first.endsWith('\r\n') : raw.includes('\r\n');
  const changed = after.slice(head, after.length - tail).map((line) => (crlf ? line.replace('\n', '\r\n') : line));
  return [mark, ...before.slice(0, head), ...changed, ...before.slice(before.length - tail)].join('');
}
