import { proposedTags } from '#words/subject-tags.js';
import { nonsenseGate } from './nonsense-gate.js';
import { saysNothing } from './wording.js';
import { spanOverlaps, type Subject, type Word } from './subject.js';

/** Fewer words would be outnumbered by tags. */
const LEAST_WORDS = 6;

/**
 * At most two tags that a draft has room for, without their sign; they go behind everything. None for a text that says
 * nothing: a tag would name what it does not speak of.
 */
export function proposals(subject: Subject): string[] {
  const { text, draft, lexicon, link, words, protectedSpans, facts } = subject;
  if (lexicon === undefined || words.filter(({ inTag }) => !inTag).length < LEAST_WORDS) return [];
  if (saysNothing(subject) || nonsenseGate(subject) !== undefined) return [];
  const isFree = ({ span, inTag }: Word): boolean =>
    !inTag && !protectedSpans.some((other) => spanOverlaps(other, span));
  const { weighted, limit } = subject.length;
  const found = proposedTags(
    {
      text,
      words: words.filter(isFree),
      tags: subject.hashtags.map(({ value }) => value),
      link,
      keywords: draft.keywords ?? [],
      ownTags: facts.ownTags ?? [],
    },
    lexicon,
  );
  return found.filter((tag) => weighted + tag.length + 2 <= limit);
}
