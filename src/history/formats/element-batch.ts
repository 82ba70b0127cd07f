const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const BLANK = 0x20;
/** `\u` in JSON: a character by its number. */
const NUMBERED = Buffer.from('\\u');
const KEY = Buffer.from('"tweet"');

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

function beforeBlanks(bytes: Buffer, from: number): number {
  let index = from;
  while (index >= 0 && isBlank(bytes[index])) index -= 1;
  return index;
}

/**
 * Where the last whole object of some bytes of an archive probably ends: before the comma before the last `{"tweet"`.
 * Only a guess, which costs no walk over every byte; `parseBatch` proves it. Undefined when there is none.
 */
export function findBatchEnd(bytes: Buffer): number | undefined {
  const brace = beforeBlanks(bytes, bytes.lastIndexOf(KEY) - 1);
  if (brace < 0 || bytes[brace] !== OPEN_BRACE) return undefined;
  const comma = beforeBlanks(bytes, brace - 1);
  if (comma < 0 || bytes[comma] !== COMMA) return undefined;
  const end = beforeBlanks(bytes, comma - 1);
  return end >= 0 && bytes[end] === CLOSE_BRACE ? end + 1 : undefined;
}

/** Objects of a batch, and whether their texts are packed: see `unpackText`. */
export interface Batch {
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
export function parseBatch(bytes: Buffer, end: number, hasComma: boolean, mayPack: boolean): Batch | undefined {
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
