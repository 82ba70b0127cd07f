// Which hashtags stay where there are too many, and what the others become. A part of rule 4.
import { remove, replace } from '#lint/edits.js';
import type { Edit } from '#lint/finding.js';
import type { Subject } from '#lint/subject.js';
import { isSpoken, isTrailing, meantName, meantSpan } from '#lint/tag-place.js';
import { tagRelevance } from '#lint/tag-relevance.js';
import type { Entity } from '#tweet/entities.js';
import { stemWord } from '#words/stems.js';
import { splitTag } from '#words/tokens.js';

/** The tags worth keeping: the most telling ones, in the sentence before trailing, earlier before later. */
export function mostUseful(subject: Subject, count: number): Entity[] {
  const usefulness = (tag: Entity): number => tagRelevance(tag, subject) + (isTrailing(subject, tag) ? 0 : 1);
  const byName = new Map<string, Entity>();
  for (const tag of subject.hashtags) {
    const name = meantName(subject, tag).toLowerCase();
    if (!byName.has(name)) byName.set(name, tag);
  }
  const first = [...byName.values()];
  const ranked = [...first].sort((a, b) => usefulness(b) - usefulness(a));
  // Forms of one word say one thing: of #job and #jobs the second comes after all others.
  const stems = ranked.map(({ value }) => stemWord(value.toLowerCase(), subject.language));
  const firstOf = new Map(stems.map((stem, index) => [stem, index] as const).toReversed());
  const isRepeated = (_: Entity, index: number): boolean => (firstOf.get(stems[index] ?? '') ?? index) < index;
  const distinct = ranked.filter((tag, index) => !isRepeated(tag, index));
  const best = new Set([...distinct, ...ranked.filter(isRepeated)].slice(0, count));
  return first.filter((tag) => best.has(tag));
}

/** Drops a tag, or keeps it as a word where the sentence needs it. */
export function untag(subject: Subject, tag: Entity): Edit {
  if (!isSpoken(subject, tag)) return remove(subject.text, meantSpan(subject, tag));
  return replace(
    tag.span,
    splitTag(tag.value).length > 1 && /\p{Ll}\p{Lu}/u.test(tag.value) ? spelled(tag.value) : tag.value,
  );
}

/** The words of a CamelCase tag as they are written in a sentence. */
const spelled = (tag: string): string =>
  (tag.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{N}+/gu) ?? [tag])
    .map((part, index) => (index === 0 || /^\p{Lu}+$/u.test(part) ? part : part.toLowerCase()))
    .join(' ');
