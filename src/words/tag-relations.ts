// How tags relate: which mean the same, and which are wider than others.
import { sameKey } from './characters.js';
import { lazyFor } from '#base/lazy.js';
import type { Lexicon } from './lexicon.js';

/** The groups of tags that mean the same, by the key of each; the first group of a tag holds. */
const groupsByKey = lazyFor(({ sameTags = [] }: Lexicon): ReadonlyMap<string, readonly string[]> => {
  const groups = sameTags.map((tags) => tags.split(' ').map(sameKey));
  return new Map(groups.toReversed().flatMap((group) => group.map((key) => [key, group])));
});

/** The tags that mean the same as a tag, it included, by `sameKey`. */
export function meaningsOf(tag: string, lexicon: Lexicon): readonly string[] {
  const key = sameKey(tag);
  return groupsByKey(lexicon).get(key) ?? [key];
}

/** Whether two tags mean the same. */
export function meanSame(one: string, other: string, lexicon: Lexicon): boolean {
  const meanings = meaningsOf(other, lexicon);
  return meaningsOf(one, lexicon).some((meaning) => meanings.includes(meaning));
}

/**
 * The tags that a text with a tag may have as well, without their sign: a wider subject, or the same one as others call it.
 * Those that hold the fewest come first, since they are the closest; none that means the same.
 */
export function widerTags(tag: string, lexicon: Lexicon): string[] {
  const { wider: list = '' } = lexicon;
  const key = ` ${sameKey(tag)} `;
  const found: { readonly wider: string; readonly size: number }[] = [];
  for (let at = list.indexOf(key); at >= 0; at = list.indexOf(key, at + 1)) {
    const start = list.lastIndexOf('|', at) + 1;
    found.push({ wider: list.slice(start, list.indexOf(':', start)), size: list.indexOf('|', at) - start });
  }
  return found
    .sort((a, b) => a.size - b.size)
    .map(({ wider }) => wider)
    .filter((wider) => !meanSame(wider, tag, lexicon));
}
