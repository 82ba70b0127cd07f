import { lazy } from '#base/lazy.js';
import type { Finding } from '#lint/finding.js';

/** Why a base URL cannot be used; `received` is the part at fault, empty where it may hold a secret. */
export interface EndpointFault {
  readonly code: 'notUrl' | 'protocol' | 'credentials' | 'query' | 'plainHttp' | 'notBase';
  readonly received: string;
}

/** Why a model gave no text. A `quote` is one short line of what the server sent, without the key. */
export type ModelFailure =
  | { readonly code: 'endpoint'; readonly fault: EndpointFault }
  | { readonly code: 'badKey' | 'cutOff' | 'empty' }
  | { readonly code: 'timeout'; readonly seconds: number }
  | { readonly code: 'redirect'; readonly status: number }
  | { readonly code: 'status'; readonly status: number; readonly quote: string }
  | { readonly code: 'tooLong'; readonly kib: number }
  | { readonly code: 'notJson' | 'noContent' | 'notTexts'; readonly quote: string }
  /** `error` is the code of the operating system or of the client where one is known, else its message. */
  | { readonly code: 'connection'; readonly host: string; readonly error: string };

/** What a model gave: texts, one or more, or why there are none. */
export type ModelAnswer = { readonly texts: readonly string[] } | { readonly failure: ModelFailure };

/** Makes a short quotation of what a server sent, fit for a terminal. */
export type Quote = (text: string) => string;

/** Each text is judged by every rule: an answer with thousands of them must not keep the program busy for minutes. */
const MAX_TEXTS = 20;

const QUOTED_CHARACTERS = 160;

// `[^<>]`, not `[^>]`: a body of nothing but `<` would otherwise take time by the square of its length.
const MARKUP = /<[^<>]*>/g;
const UNSHOWABLE = lazy(() => /[\p{Cc}\p{Cf}\p{Cs}\s]+/gu);
// Control codes would reach the terminal; half a surrogate pair cannot be written to a file.
const UNWRITABLE = lazy(() => /[^\P{Cc}\n]|\p{Cs}/gu);
const writable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNWRITABLE(), ' ').trim();

/**
 * Quotes foreign text in one line of at most 160 characters, without markup and control codes, and without the key:
 * some servers repeat the key that they refuse.
 */
export const quoteWithout =
  (key: string | undefined): Quote =>
  (text) => {
    const plain = text.replace(MARKUP, ' ').replace(UNSHOWABLE(), ' ').trim();
    // Before the cut, which could leave a part of the key standing; after the markup, which could hide one.
    const shown = Array.from(withoutKey(plain, key));
    return shown.length <= QUOTED_CHARACTERS ? shown.join('') : `${shown.slice(0, QUOTED_CHARACTERS).join('')}…`;
  };

/** A text in which nobody can read the key. */
export const withoutKey = (text: string, key: string | undefined): string =>
  key === undefined || key === '' ? text : text.replaceAll(key, '…');

/** The value at the end of a path through parsed JSON, or undefined where the path ends early. */
function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

/** JSON parsed, or undefined when it is none: no JSON text stands for undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The inside of a text that stands as a whole in a Markdown fence: models write one though they are instructed not to. */
function unfenced(text: string): string {
  const whole = text.trim();
  const firstLine = /^```[a-z]*/i.exec(whole);
  const closed = firstLine !== null && whole.length >= firstLine[0].length + 3 && whole.endsWith('```');
  return closed ? whole.slice(firstLine[0].length, -3) : whole;
}

/**
 * The texts in the body of an answer to `POST …/chat/completions`, which must hold `{ "texts": ["…"] }` as
 * `choices[0].message.content`. They come trimmed, each once, without control codes, 20 at most.
 */
export function readAnswer(body: string, quote: Quote): ModelAnswer {
  const answer = parsed(body);
  if (answer === undefined) return { failure: { code: 'notJson', quote: quote(body) } };
  const choice = valueAt(answer, 'choices', 0);
  const content = valueAt(choice, 'message', 'content');
  if (typeof content !== 'string') return { failure: { code: 'noContent', quote: quote(body) } };
  const written = parsed(unfenced(content));
  if (written === undefined && valueAt(choice, 'finish_reason') === 'length') {
    return { failure: { code: 'cutOff' } };
  }
  const list = valueAt(written, 'texts');
  if (!Array.isArray(list) || !list.every((text) => typeof text === 'string')) {
    return { failure: { code: 'notTexts', quote: quote(content) } };
  }
  const texts = new Set(list.map(writable).filter((text) => text !== ''));
  if (texts.size === 0) return { failure: { code: 'empty' } };
  return { texts: [...texts].slice(0, MAX_TEXTS) };
}

/** What a server says of its own error: the message of the usual `{ "error": { "message" } }`, else the whole body. */
export function errorText(body: string): string {
  const answer = parsed(body);
  const message = valueAt(answer, 'error', 'message') ?? valueAt(answer, 'error') ?? valueAt(answer, 'message');
  return typeof message === 'string' ? message : body;
}

/** The two texts of a request: the instructions for the model, and the data to work on. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** What a model is to rewrite. */
export interface RewriteRequest {
  /** The text of the draft, its link included. */
  readonly text: string;
  /** The instructions in the language of the draft, a line each; they name `draft` and `fix`, the keys of the data. */
  readonly instructions: readonly string[];
  /** What is to be fixed. */
  readonly findings: readonly Pick<Finding, 'message'>[];
}

/** Models forget the beginning of a longer request. */
const MAX_FINDINGS = 12;

/**
 * The request for rewrites of a draft. The draft goes as a JSON string: whatever it holds, it cannot end its own quotation
 * and pass for an instruction of ours.
 */
export function rewritePrompt({ text, instructions, findings }: RewriteRequest): Prompt {
  const fix = [...new Set(findings.map(({ message }) => message))].slice(0, MAX_FINDINGS);
  return { system: instructions.join('\n'), user: JSON.stringify({ draft: text, fix }) };
}
