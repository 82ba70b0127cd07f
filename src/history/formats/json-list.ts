import { isUtf8 } from 'node:buffer';
import { Refusal } from '../refusal.js';

/** An object longer than this is not a post: the longest of X are 25,000 characters. @source own choice */
const MAX_OBJECT_BYTES = 8 * 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;

/**
 * Checks bytes that end between two characters; otherwise wrong ones would be replaced in silence.
 * @throws Refusal when they are not UTF-8.
 */
function requireUtf8(bytes: Buffer, name: string): void {
  if (!isUtf8(bytes)) throw new Refusal('script-encoding', { name });
}

/** Whether a byte is a blank of JSON. */
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Takes one object at a time out of bytes that may end anywhere inside of it. */
function createObjectScan(): (bytes: Buffer, from: number, entry: number) => { end: number; object?: Buffer } {
  let held: Buffer = Buffer.alloc(0);
  let depth = 0;
  let inString = false;
  let escaped = false;

  const findEnd = (bytes: Buffer, from: number): number => {
    for (let index = from; index < bytes.length; index += 1) {
      const byte = bytes[index];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) inString = true;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        depth -= 1;
        if (depth === 0) return index + 1;
      }
    }
    return bytes.length;
  };

  return (bytes, from, entry) => {
    const end = findEnd(bytes, from);
    const part = bytes.subarray(from, end);
    if (held.length + part.length > MAX_OBJECT_BYTES) throw new Refusal('entry-too-large', { entry });
    const whole = held.length === 0 ? part : Buffer.concat([held, part]);
    if (depth > 0) {
      // A copy: the caller writes over its bytes.
      held = whole === part ? Buffer.from(part) : whole;
      return { end };
    }
    held = Buffer.alloc(0);
    return { end, object: whole };
  };
}

/** Where the reading of a list stands: before its first object, inside one, after one, after a comma, after `]`. */
type ListPlace = 'first' | 'object' | 'comma' | 'next' | 'closed';

/** A list of objects that is being read. */
interface JsonList {
  readonly name: string;
  place(): ListPlace;
  /** Objects read so far. */
  entries(): number;
  /**
   * Reads the next bytes, one object after the other.
   * @throws Refusal for anything but objects between commas, `]`, and one `;`.
   */
  read(bytes: Buffer): void;
  /** Takes objects that were parsed together; the list then stands after an object. */
  take(objects: readonly unknown[], isPacked: boolean): void;
}

/** Begins to read the list of a file, by its name, after its `[`. Each object goes to `onObject`, also whether its texts are packed. */
export function createJsonList(name: string, onObject: (object: unknown, isPacked: boolean) => void): JsonList {
  const scan = createObjectScan();
  let place: ListPlace = 'first';
  let entries = 0;
  let hasSemicolon = false;

  const take = (objects: readonly unknown[], isPacked: boolean): void => {
    place = 'comma';
    for (const object of objects) {
      entries += 1;
      onObject(object, isPacked);
    }
  };

  const parse = (bytes: Buffer): unknown => {
    requireUtf8(bytes, name);
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      throw new Refusal('entry-damaged', { entry: entries + 1 }, { cause: error });
    }
  };

  const readObject = (bytes: Buffer, from: number): number => {
    const { end, object } = scan(bytes, from, entries + 1);
    if (object !== undefined) take([parse(object)], false);
    return end;
  };

  return {
    name,
    place: () => place,
    entries: () => entries,
    take,
    read(bytes) {
      let index = 0;
      while (index < bytes.length) {
        const byte = bytes[index];
        if (place === 'object') index = readObject(bytes, index);
        else if (isBlank(byte)) index += 1;
        else if (byte === OPEN_BRACE && (place === 'first' || place === 'next')) place = 'object';
        else if (byte === COMMA && place === 'comma') [place, index] = ['next', index + 1];
        else if (byte === CLOSE_BRACKET && (place === 'first' || place === 'comma'))
          [place, index] = ['closed', index + 1];
        else if (byte === SEMICOLON && place === 'closed' && !hasSemicolon) [hasSemicolon, index] = [true, index + 1];
        else if (place === 'closed') throw new Refusal('trailing-code', {});
        else throw new Refusal('list-broken', { entries });
      }
    },
  };
}

/**
 * Objects are parsed in batches of about this size: the parser is several times faster on many than on one. Texts of
 * larger batches no longer fit into the engine's memory for the short-lived, and each costs the system fresh pages.
 */
const BATCH_BYTES = 48 * 1024;
const BLANK = 0x20;
/** `\u` in JSON: a character by its number. */
const NUMBERED = Buffer.from('\\u');
const KEY = Buffer.from('"tweet"');

function beforeBlanks(bytes: Buffer, from: number): number {
  let index = from;
  while (index >= 0 && isBlank(bytes[index])) index -= 1;
  return index;
}

/**
 * Where the last whole object of some bytes of an archive probably ends: before the comma before the last `{"tweet"`.
 * Only a guess, which costs no walk over every byte; `parseBatch` proves it. Undefined when there is none.
 */
function findBatchEnd(bytes: Buffer): number | undefined {
  const brace = beforeBlanks(bytes, bytes.lastIndexOf(KEY) - 1);
  if (brace < 0 || bytes[brace] !== OPEN_BRACE) return undefined;
  const comma = beforeBlanks(bytes, brace - 1);
  if (comma < 0 || bytes[comma] !== COMMA) return undefined;
  const end = beforeBlanks(bytes, comma - 1);
  return end >= 0 && bytes[end] === CLOSE_BRACE ? end + 1 : undefined;
}

/** Objects of a batch, and whether their texts are packed: see `unpackText`. */
interface Batch {
  readonly elements: readonly unknown[];
  readonly isPacked: boolean;
}

/**
 * The objects of a batch: the bytes from 1 to `end`, which begin at the border of an object, with a comma when others
 * came before. Byte 0 is free, and there is one at `end`: brackets are put there for the time of the parsing, as a copy
 * with brackets would cost a fifth of it. Undefined when the batch does not end at a border too, as a wrong guess leaves
 * a string, list or object open; the bytes are then as they were.
 * With `mayPack` most batches come packed: to decode the few texts that are used is faster than to decode all. Not those
 * with numbered characters, which would look like bytes.
 */
function parseBatch(bytes: Buffer, end: number, hasComma: boolean, mayPack: boolean): Batch | undefined {
  let comma = 1;
  while (isBlank(bytes[comma])) comma += 1;
  if (hasComma && bytes[comma] !== COMMA) return undefined;
  const isPacked = mayPack && !bytes.subarray(0, end).includes(NUMBERED);
  const after = bytes[end] ?? COMMA;
  bytes[0] = OPEN_BRACKET;
  if (hasComma) bytes[comma] = BLANK;
  bytes[end] = CLOSE_BRACKET;
  try {
    const elements: unknown = JSON.parse(bytes.toString(isPacked ? 'latin1' : 'utf8', 0, end + 1));
    return Array.isArray(elements) ? { elements, isPacked } : undefined;
  } catch {
    if (hasComma) bytes[comma] = COMMA;
    return undefined;
  } finally {
    bytes[end] = after;
  }
}

/**
 * Reads bytes of a list, many objects at once where they can be parsed together, else one by one. `push` takes the bytes
 * in their order and copies them, `end` reads what is left.
 */
export function createBatchReader(list: JsonList, mayPack: boolean): { push(bytes: Buffer): void; end(): void } {
  /** Bytes that wait until there are enough of them to be parsed at once, from 1 on: see `parseBatch`. */
  let waiting: Buffer = Buffer.allocUnsafeSlow(2 * BATCH_BYTES);
  let waitingEnd = 1;

  /** Answers where the rest begins: 1 when nothing could be taken. */
  const takeBatch = (): number => {
    const place = list.place();
    if (place !== 'first' && place !== 'comma') return 1;
    const end = findBatchEnd(waiting.subarray(0, waitingEnd));
    const batch = end === undefined ? undefined : parseBatch(waiting, end, place === 'comma', mayPack);
    if (end === undefined || batch === undefined) return 1;
    requireUtf8(waiting.subarray(1, end), list.name);
    list.take(batch.elements, batch.isPacked);
    return end;
  };

  const readWaiting = (isLast: boolean): void => {
    const from = takeBatch();
    if (from > 1 && !isLast) {
      waiting.copyWithin(1, from, waitingEnd);
      waitingEnd += 1 - from;
      return;
    }
    const end = waitingEnd;
    waitingEnd = 1;
    list.read(waiting.subarray(from, end));
  };

  const makeRoom = (bytes: number): void => {
    if (waitingEnd + bytes <= waiting.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * waiting.length);
    waiting.copy(larger, 0, 0, waitingEnd);
    waiting = larger;
  };

  return {
    push(bytes) {
      for (let from = 0; from < bytes.length;) {
        const to = Math.min(from + BATCH_BYTES, bytes.length);
        makeRoom(to - from);
        waitingEnd += bytes.copy(waiting, waitingEnd, from, to);
        from = to;
        if (waitingEnd > BATCH_BYTES) readWaiting(false);
      }
    },
    end() {
      if (waitingEnd > 1) readWaiting(true);
    },
  };
}
