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

/** A number of 53 bits for figures under names. */
export function hashFigures(names: string, figures: readonly number[]): number {
  let low = 0x811c_9dc5 ^ names.length;
  let high = 0x9747_b28c ^ names.charCodeAt(names.length - 1);
  for (let index = 0; index < names.length; index += 1) low = Math.imul(low ^ names.charCodeAt(index), PRIME);
  for (const figure of figures) {
    low = Math.imul(low ^ (figure | 0), PRIME);
    high = Math.imul(high ^ (figure / 0x1_0000_0000) ^ (low >>> 15) ^ figure, PRIME);
  }
  return join53(low, high);
}

function join53(low: number, high: number): number {
  // The last steps spread the final characters, which FNV leaves in the low bits.
  const spread = low ^ (low >>> 13);
  return (((high ^ (high >>> 16)) >>> 0) & LOW_21) * 0x1_0000_0000 + (spread >>> 0);
}
