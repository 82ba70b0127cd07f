// A text with a cursor, and how keys change it. Places are UTF-16 offsets; what a reader sees as one character is never
// taken apart.
import { cells } from '#report/terminal/width.js';
import { rowAt, rowsOf, type Row } from './rows.js';

/** A text as it was at some time, for undoing. */
interface Moment {
  readonly text: string;
  readonly cursor: number;
}

/** What is being edited. */
export interface TextField extends Moment {
  /** The column that moving up and down keeps to, where the rows between are shorter. */
  readonly column: number | undefined;
  /** Earlier texts, the last one first to come back. */
  readonly undo: readonly Moment[];
  readonly redo: readonly Moment[];
  /** Whether the next letter belongs to the same step of undoing as the last. */
  readonly isTyping: boolean;
}

/** Steps that can be undone at most. @source own choice */
const MAX_UNDO = 500;

/** The field of a text, with the cursor at its end. */
export const openField = (text: string): TextField => ({
  text,
  cursor: text.length,
  column: undefined,
  undo: [],
  redo: [],
  isTyping: false,
});

/** A field with another text, as a step that can be undone. `isTyping`: letters typed in a row are one step. */
export function setText(field: TextField, text: string, cursor: number, isTyping = false): TextField {
  if (text === field.text) return { ...field, cursor: bounded(text, cursor), column: undefined, isTyping: false };
  const joins = isTyping && field.isTyping;
  return {
    text,
    cursor: bounded(text, cursor),
    column: undefined,
    undo: joins ? field.undo : [...field.undo.slice(1 - MAX_UNDO), { text: field.text, cursor: field.cursor }],
    redo: [],
    isTyping,
  };
}

const bounded = (text: string, at: number): number => Math.max(0, Math.min(text.length, at));

// What moves the cursor of a terminal, or is nothing that a post can hold; line ends and tabs are handled before.
// oxlint-disable-next-line no-control-regex -- control characters are what it takes away
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g;

/** What may stand in a draft's text: line ends as the draft's, tabs as blanks, no control characters, NFC as X counts. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(CONTROL, '').normalize('NFC');

/** Where a text ends but for the line ends behind it. */
export function lastLineEnd(text: string): number {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return end;
}

/** Puts text in at the cursor: one key, or what was pasted. */
export function insertText(field: TextField, put: string): TextField {
  const { text, cursor } = field;
  const clean = cleanText(put);
  if (clean === '') return field;
  const isLetter = !/\s/.test(clean) && clean.length <= 8;
  // An accent that comes alone joins the letter before it.
  const before = (text.slice(0, cursor) + clean).normalize('NFC');
  return setText(field, (before + text.slice(cursor)).normalize('NFC'), before.length, isLetter);
}

/** Takes back the last step; the field as it is where there is none. */
export function undo(field: TextField): TextField {
  const before = field.undo.at(-1);
  if (before === undefined) return field;
  const { text, cursor } = field;
  return {
    ...before,
    column: undefined,
    undo: field.undo.slice(0, -1),
    redo: [...field.redo, { text, cursor }],
    isTyping: false,
  };
}

/** Does again what was taken back last. */
export function redo(field: TextField): TextField {
  const after = field.redo.at(-1);
  if (after === undefined) return field;
  const { text, cursor } = field;
  return {
    ...after,
    column: undefined,
    undo: [...field.undo, { text, cursor }],
    redo: field.redo.slice(0, -1),
    isTyping: false,
  };
}

/** Where the cursor can go, or up to where text can be taken away. */
export type Place =
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'line-start'
  | 'line-end'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'start'
  | 'end';

/** Rows that a page of it moves by. @source own choice */
const PAGE = 8;

/** Moves the cursor; up and down by the rows as they are shown in so many columns. */
export function moveTo(field: TextField, place: Place, columns: number): TextField {
  const rows = { up: -1, down: 1, 'page-up': -PAGE, 'page-down': PAGE } as const;
  if (place in rows) return moveByRows(field, rows[place as keyof typeof rows], columns);
  return { ...field, cursor: offsetOf(field, place, columns), column: undefined, isTyping: false };
}

/** Takes away what is between the cursor and a place. */
export function eraseTo(field: TextField, place: Place, columns: number): TextField {
  const { text, cursor } = field;
  const target = offsetOf(field, place, columns);
  // Behind the end of a line its end is all that can go.
  const other = target === cursor && place === 'line-end' ? offsetOf(field, 'right', columns) : target;
  const [from, to] = other < cursor ? [other, cursor] : [cursor, other];
  return from === to ? field : setText(field, text.slice(0, from) + text.slice(to), from);
}

/** Characters that a step by words goes over at most. @source own choice */
const LONGEST_STEP = 200;

function offsetOf({ text, cursor }: TextField, place: Place, columns: number): number {
  switch (place) {
    case 'left':
      return cursor - lengthBefore(text, cursor);
    case 'right':
      return cursor + lengthBehind(text, cursor);
    case 'word-left':
      return (
        cursor -
        (/[\p{L}\p{M}\p{N}]*[^\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, cursor - LONGEST_STEP), cursor))?.[0]
          .length ?? 0)
      );
    case 'word-right':
      return cursor + (/^[^\p{L}\p{M}\p{N}]*[\p{L}\p{M}\p{N}]*/u.exec(text.slice(cursor))?.[0].length ?? 0);
    case 'line-start':
      return rowAt(rowsOf(text, columns), cursor).start;
    case 'line-end':
      return lastPlaceIn(text, rowAt(rowsOf(text, columns), cursor));
    case 'start':
      return 0;
    case 'end':
      return text.length;
    default:
      return cursor;
  }
}

/** The characters of the line before a place; the line end before it where it is at a start. */
function lengthBefore(text: string, at: number): number {
  if (at === 0) return 0;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return cells(line).at(-1)?.text.length ?? 1;
}

function lengthBehind(text: string, at: number): number {
  if (at >= text.length) return 0;
  const end = text.indexOf('\n', at);
  return cells(text.slice(at, end < 0 ? undefined : end))[0]?.text.length ?? 1;
}

/** The last place of a row at which the cursor shows in it: behind its blank it would show in the next one. */
function lastPlaceIn(text: string, { start, end, isBroken }: Row): number {
  return isBroken && end > start ? end - lengthBefore(text, end) : end;
}

function moveByRows(field: TextField, by: number, columns: number): TextField {
  const { text, cursor } = field;
  const rows = rowsOf(text, columns);
  const row = rowAt(rows, cursor);
  const column = field.column ?? widthTo(text, row, cursor);
  const index = Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + by));
  const target = rows[index] ?? row;
  // Above the first row and below the last one there is the beginning and the end.
  if (target === row) return { ...field, cursor: by < 0 ? 0 : text.length, column, isTyping: false };
  const last = lastPlaceIn(text, target);
  let at = target.start;
  let width = 0;
  for (const cell of cells(text.slice(target.start, last))) {
    if (width + cell.width > column) break;
    width += cell.width;
    at += cell.text.length;
  }
  return { ...field, cursor: Math.min(at, last), column, isTyping: false };
}

const widthTo = (text: string, { start }: Row, at: number): number =>
  cells(text.slice(start, at)).reduce((sum, cell) => sum + cell.width, 0);
