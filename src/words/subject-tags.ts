// Tags that fit a text: subjects that it names, the field that they belong to, and the places where it happens.
import { lazyFor } from '#base/lazy.js';
import type { Lexicon } from './lexicon.js';
import { haveSameStem } from './stems.js';
import { sameKey, type TagInput } from './tag-evidence.js';
import { rankedTags } from './tag-ranking.js';

const MOST = 2;
/** The least log-odds of the first tag of a draft and of its second: lower ones are right too seldom. */
const LEAST = [0.8, 1];
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

/**
 * At most two tags that fit a text and that it does not have, the surest first, without their sign: what the author wants to
 * be found by, then tags of its own, subjects that text and address name, their field, the place. None that is not sure.
 */
export function proposedTags(input: TagInput, lexicon: Lexicon): string[] {
  const { language } = lexicon;
  const ranked = rankedTags(input, lexicon);
  const taken = new Set(input.tags.flatMap((tag) => meaningsOf(tag, lexicon)));
  const chosen: string[] = [];
  for (const one of ranked) {
    const { tag } = one;
    if (chosen.length === MOST || one.rank < (LEAST[chosen.length] ?? 0)) break;
    const meanings = meaningsOf(tag, lexicon);
    if (meanings.some((meaning) => taken.has(meaning)) || tag.length < 2 || tag.length > 30) continue;
    // "roof" beside "roofing" is one subject, too.
    const isSame = (other: string): boolean => haveSameStem(tag.toLowerCase(), other.toLowerCase(), language);
    if ([...input.tags, ...chosen].some(isSame)) continue;
    for (const meaning of meanings) taken.add(meaning);
    chosen.push(tag);
  }
  return chosen;
}
