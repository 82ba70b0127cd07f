import { type Answer } from './call.js';

type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list under a key, its objects only; empty without one. */
export const objectsIn = (value: unknown, key: string): readonly Json[] => {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
};

/** The text under a key; empty without one. */
export const textIn = (value: unknown, key: string): string => {
  const text = isObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
};

/** Longest detail, in characters. @source own choice: one line of a log or a list. */
const MAX_LENGTH = 200;

/** A text of X's as one short line, without control and invisible direction characters. */
export function oneLine(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= MAX_LENGTH ? line : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
}

/** What an answer of status 400 and above says of its reason. */
export interface Problem {
  readonly status: number;
  /** The last part of the problem's type: hosts differ between X's documents, so it is told by its end. */
  readonly type: string;
  readonly title: string;
  /** X's reasons in its own words, in one line; the status where it gave none. */
  readonly detail: string;
  readonly reason: string;
  /** Whether it is JSON: what stands between us and X, or X's own front, answers in HTML. */
  readonly json: boolean;
}

/** Reads X's problem of an answer, of either of its two shapes: `{title, detail, type}` and `{errors: [{message}]}`. */
export function readProblem({ status, data }: Extract<Answer, { kind: 'answered' | 'cut' }>): Problem {
  const messages = objectsIn(data, 'errors').map((error) => textIn(error, 'message') || textIn(error, 'detail'));
  const words = [textIn(data, 'detail'), ...messages].filter(
    (text, at, all) => text !== '' && all.indexOf(text) === at,
  );
  const title = textIn(data, 'title');
  return {
    status,
    type: textIn(data, 'type').replace(/^.*\//s, ''),
    title,
    detail: oneLine(words.join(' ') || title || `HTTP ${status}`),
    reason: textIn(data, 'reason'),
    json: isObject(data),
  };
}
