/** Addresses and pictures as they stand in a post: what differs between two posts of one text. */
const ADDRESSES = /https?:\/\/\S+|\bpic\.(?:twitter|x)\.com\/\w+/giu;
const DECORATION = /[#…\s]+/gu;
/** Below this a text is too common to stand for one link ("Bonne lecture !"). Ours. */
const SHORTEST_KEY = 25;

/**
 * What is left of a text when its links are taken out, for telling that two posts of unknown targets lead to the same
 * page: lower case, without addresses, `#` and `…`, blanks collapsed. Undefined when under 25 characters are left.
 */
export function textKey(text: string): string | undefined {
  const key = text.replace(ADDRESSES, ' ').replace(DECORATION, ' ').trim().toLowerCase().normalize('NFC');
  return key.length >= SHORTEST_KEY ? key : undefined;
}
