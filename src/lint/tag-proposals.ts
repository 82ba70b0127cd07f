import { proposedTags } from '#words/subject-tags.js';
import type { TagInput } from '#words/tag-evidence.js';
import { nonsenseGate } from './nonsense-gate.js';
import { saysNothing } from './wording.js';
import { spanOverlaps, type Subject, type Word } from './subject.js';

/** Fewer words would be outnumbered by tags. */
const LEAST_WORDS = 6;

/** What tags for a draft are chosen by, or undefined for a text that has no room or says nothing. */
function tagInput(subject: Subject): TagInput | undefined {
  const { text, draft, lexicon, link, words, protectedSpans, facts, proofreader, language } = subject;
  if (lexicon === undefined || words.filter(({ inTag }) => !inTag).length < LEAST_WORDS) return undefined;
  if (saysNothing(subject) || nonsenseGate(subject) !== undefined) return undefined;
  const isFree = ({ span, inTag }: Word): boolean =>
    !inTag && !protectedSpans.some((other) => spanOverlaps(other, span));
  return {
    text,
    words: words.filter(isFree),
    tags: subject.hashtags.map(({ value }) => value),
    link,
    keywords: draft.keywords ?? [],
    ownTags: facts.ownTags ?? [],
    classesOf: proofreader && ((word) => proofreader.classesOf(word, language)),
  };
}

/** At most two tags for what a draft is about, without their sign, whether or not it has room for them. */
export function subjectTags(subject: Subject): string[] {
  const { lexicon } = subject;
  const input = tagInput(subject);
  return input === undefined || lexicon === undefined ? [] : proposedTags(input, lexicon);
}

/**
 * At most two tags that a draft has room for, without their sign; they go behind everything. None for a text that says
 * nothing: a tag would name what it does not speak of.
 */
export const proposals = (subject: Subject): string[] =>
  subjectTags(subject).filter((tag) => subject.length.weighted + tag.length + 2 <= subject.length.limit);
