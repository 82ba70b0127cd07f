import { findBatchEnd, parseBatch } from './element-batch.js';
import { Refusal } from '../refusal.js';

/** An element longer than this is no post: the longest of X are 25,000 characters. */
const MAX_ELEMENT_BYTES = 8 * 1024 * 1024;
/**
 * Objects are parsed in batches of about this size: the parser is several times faster on many than on one. Texts of
 * larger batches no longer fit into the engine's memory for the short-lived, and each costs the system fresh pages.
 */
const BATCH_BYTES = 48 * 1024;
/** The words before an array are a name and `=`. */
const MAX_OPENING_BYTES = 4096;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What an array may stand behind; the opening bracket belongs to it. */
export const ARCHIVE_OPENING = /^\uFEFF?\s*window\.YTD\.tweets?\.part\d+\s*=\s*\[$/;
export const NOTES_OPENING = /^\uFEFF?\s*window\.YTD\.note_tweet\.part\d+\s*=\s*\[$/;
export const GRAILBIRD_OPENING = /^\uFEFF?\s*Grailbird\.data\.tweets_\d{4}_\d{2}\s*=\s*\[$/;

/**
 * Takes the objects out of one large array of a script, without reading the script as a whole and without running it:
 * memory stays flat, and a text longer than a string can be (2^29 characters in Node 20) is no problem. Works on bytes;
 * what it looks for never occurs inside a character of several bytes.
 * With `mayPack` the texts of an object may be packed, of which `onElement` is told: see `unpackText`.
 * `push` takes the bytes in their order and keeps them, `end` closes. Each object is handed to `onElement`.
 * Both throw a Refusal for anything but `opening`, objects between commas, `]`, and one `;`.
 */
export function createElementReader(
  opening: RegExp,
  onElement: (element: unknown, isPacked: boolean) => void,
  mayPack = false,
): { push(chunk: Buffer): void; end(): void } {
  let state: 'opening' | 'first' | 'element' | 'comma' | 'next' | 'closed' = 'opening';
  /** Bytes of the opening or of an object that goes on in the next chunk. */
  let held: Buffer = Buffer.alloc(0);
  /** Bytes that wait until there are enough of them to be parsed at once, from 1 on: see `parseBatch`. */
  let waiting: Buffer = Buffer.allocUnsafeSlow(2 * BATCH_BYTES);
  let waitingEnd = 1;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let elements = 0;
  let semicolons = 0;

  const take = (element: unknown, isPacked: boolean): void => {
    elements += 1;
    onElement(element, isPacked);
  };

  const parse = (bytes: Buffer): unknown => {
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      throw new Refusal(
        'damaged',
        `entry ${elements + 1} is no JSON: the file was changed or cut, take it from X again`,
        {
          cause: error,
        },
      );
    }
  };

  const readOpening = (chunk: Buffer): Buffer | undefined => {
    const seen = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const bracket = seen.indexOf(OPEN_BRACKET);
    if (bracket < 0 && seen.length < MAX_OPENING_BYTES) {
      held = seen;
      return undefined;
    }
    if (bracket < 0 || !opening.test(seen.toString('utf8', 0, bracket + 1))) {
      throw new Refusal('other-code', 'this script is no part of an archive of X: it is not read, and never run');
    }
    held = Buffer.alloc(0);
    state = 'first';
    return seen.subarray(bracket + 1);
  };

  /** The index after the object that is being read, or the end of the chunk when it goes on in the next. */
  const skipElement = (chunk: Buffer, from: number): number => {
    let index = from;
    const { length } = chunk;
    while (index < length) {
      const byte = chunk[index];
      index += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) inString = true;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        depth -= 1;
        if (depth === 0) return index;
      }
    }
    return index;
  };

  const readElement = (chunk: Buffer, from: number): number => {
    const end = skipElement(chunk, from);
    const part = chunk.subarray(from, end);
    if (held.length + part.length > MAX_ELEMENT_BYTES) {
      throw new Refusal('too-large', `entry ${elements + 1} is larger than any post: the file is not read`);
    }
    const whole = held.length === 0 ? part : Buffer.concat([held, part]);
    if (depth > 0) {
      // A copy: the bytes that wait are written over.
      held = whole === part ? Buffer.from(part) : whole;
      return end;
    }
    held = Buffer.alloc(0);
    state = 'comma';
    take(parse(whole), false);
    return end;
  };

  const stray = (): Refusal =>
    state === 'closed'
      ? new Refusal('other-code', 'there is other code after the list of posts: the file is not read, and never run')
      : new Refusal('damaged', `the list of posts is broken after entry ${elements}: take the file from X again`);

  const readOneByOne = (chunk: Buffer): void => {
    let index = 0;
    while (index < chunk.length) {
      const byte = chunk[index] ?? 0;
      if (state === 'element') index = readElement(chunk, index);
      else if (isBlank(byte)) index += 1;
      else if (byte === OPEN_BRACE && (state === 'first' || state === 'next')) state = 'element';
      else if (byte === COMMA && state === 'comma') [state, index] = ['next', index + 1];
      else if (byte === CLOSE_BRACKET && (state === 'first' || state === 'comma'))
        [state, index] = ['closed', index + 1];
      else if (byte === SEMICOLON && state === 'closed' && semicolons === 0) [semicolons, index] = [1, index + 1];
      else throw stray();
    }
  };

  /** Takes many objects at once where that is possible; answers where the rest begins. */
  const readBatch = (): number => {
    if (state !== 'first' && state !== 'comma') return 1;
    const end = findBatchEnd(waiting.subarray(0, waitingEnd));
    const batch = end === undefined ? undefined : parseBatch(waiting, end, state === 'comma', mayPack);
    if (end === undefined || batch === undefined) return 1;
    state = 'comma';
    for (const element of batch.elements) take(element, batch.isPacked);
    return end;
  };

  const readWaiting = (isLast: boolean): void => {
    const from = readBatch();
    if (from > 1 && !isLast) {
      waiting.copyWithin(1, from, waitingEnd);
      waitingEnd += 1 - from;
      return;
    }
    const end = waitingEnd;
    waitingEnd = 1;
    readOneByOne(waiting.subarray(from, end));
  };

  const wait = (chunk: Buffer): void => {
    for (let from = 0; from < chunk.length;) {
      const to = Math.min(from + BATCH_BYTES, chunk.length);
      if (waitingEnd + to - from > waiting.length) {
        const larger = Buffer.allocUnsafeSlow(2 * waiting.length);
        waiting.copy(larger, 0, 0, waitingEnd);
        waiting = larger;
      }
      waitingEnd += chunk.copy(waiting, waitingEnd, from, to);
      from = to;
      if (waitingEnd > BATCH_BYTES) readWaiting(false);
    }
  };

  return {
    push(bytes) {
      const chunk = state === 'opening' ? readOpening(bytes) : bytes;
      if (chunk !== undefined) wait(chunk);
    },
    end() {
      if (waitingEnd > 1) readWaiting(true);
      if (state === 'closed') return;
      if (state === 'opening')
        throw new Refusal('other-code', 'this script is no part of an archive of X: it is not read');
      throw new Refusal('damaged', `the file ends after entry ${elements}, before its list does: take it from X again`);
    },
  };
}
