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
export function requireUtf8(bytes: Buffer, name: string): void {
  if (!isUtf8(bytes)) throw new Refusal('script-encoding', { name });
}

/** Whether a byte is a blank of JSON. */
export const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

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
export type ListPlace = 'first' | 'object' | 'comma' | 'next' | 'closed';

/** A list of objects that is being read. */
export interface JsonList {
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
