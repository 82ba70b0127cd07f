const PRIME = 0x0100_0193;
const LOW_21 = 0x1f_ffff;

/**
 * A number of 53 bits for a text: two passes of FNV-1a over its UTF-16 units from different beginnings.
 * For telling texts apart inside one database, not for safety against an attacker.
 */
export function hashText(text: string): number {
  let low = 0x811c_9dc5;
  let high = 0x9747_b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, PRIME);
    high = Math.imul(high ^ unit ^ (low >>> 15), PRIME);
  }
  return join53(low, high);
}

/** A number of 53 bits for the figures at the end of a row, from an index on; `presentColumns` says which figures they are. */
export function hashFigures(presentColumns: number, row: readonly unknown[], from: number, more: number): number {
  let low = Math.imul(0x811c_9dc5 ^ presentColumns, PRIME);
  let high = Math.imul(0x9747_b28c ^ more, PRIME) ^ (more / 0x1_0000_0000);
  for (let index = from; index < row.length; index += 1) {
    const figure = Number(row[index]);
    low = Math.imul(low ^ figure, PRIME);
    high = Math.imul(high ^ (figure / 0x1_0000_0000) ^ (low >>> 15) ^ figure, PRIME);
  }
  return join53(low, high);
}

function join53(low: number, high: number): number {
  // The last steps spread the final characters, which FNV leaves in the low bits.
  const spread = low ^ (low >>> 13);
  return (((high ^ (high >>> 16)) >>> 0) & LOW_21) * 0x1_0000_0000 + (spread >>> 0);
}
