const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const COMMA = 0x2c;
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

/**
 * The objects of a batch, which begins at the border of an object: with a comma when others came before. Undefined when
 * the batch does not end at such a border too, as a wrong guess leaves a string, list or object open.
 */
export function parseBatch(bytes: Buffer, hasComma: boolean): readonly unknown[] | undefined {
  const text = bytes.toString('utf8');
  const from = hasComma ? text.indexOf(',') + 1 : 0;
  if (hasComma && (from === 0 || text.slice(0, from - 1).trim() !== '')) return undefined;
  try {
    const parsed: unknown = JSON.parse(`[${from === 0 ? text : text.slice(from)}]`);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
