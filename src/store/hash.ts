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
  // The last steps spread the final characters, which FNV leaves in the low bits.
  low ^= low >>> 13;
  high ^= high >>> 16;
  return ((high >>> 0) & LOW_21) * 0x1_0000_0000 + (low >>> 0);
}
