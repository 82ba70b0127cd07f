// Which tags of a draft are worth keeping where there are too many: those that name what text, link and keywords are about.
import { lazyFor } from '#base/lazy.js';
import type { Entity } from '#tweet/entities.js';
import { plain, sameKey } from '#words/characters.js';
import { VAGUE_FIELDS } from '#words/no-subject.js';
import { stemWord } from '#words/stems.js';
import { widerTags } from '#words/tag-relations.js';
import { joinAsTag } from '#words/tags.js';
import { splitTag } from '#words/tokens.js';
import { classifyWord, type Subject } from './subject.js';

/** What the words of a draft, its link and its keywords are, as far as tags are compared with them. */
interface Spoken {
  readonly stems: ReadonlySet<string>;
  readonly address: string;
  readonly keywords: ReadonlySet<string>;
  readonly language: string | undefined;
}

/** Letters of the shorter part of a tag that joins two words. */
const SHORTEST = 4;

const spokenIn = lazyFor((subject: Subject): Spoken => {
  const { words, language, link = '', draft } = subject;
  return {
    language,
    stems: new Set(words.filter(({ inTag }) => !inTag).map(({ word }) => stemWord(word, language))),
    address: ` ${plain(link)
      .split(/[^a-z0-9]+/)
      .map(sameKey)
      .join(' ')} `,
    keywords: new Set((draft.keywords ?? []).map((keyword) => joinAsTag(keyword.split(' ')).toLowerCase())),
  };
});

/** Whether a tag names no subject at all: "love", "instagood". */
export const isEmptyTag = (value: string, { lexicon }: Subject): boolean =>
  ` ${lexicon?.emptyTags ?? ''} `.includes(` ${value.toLowerCase()} `);

/** Whether two words of a text make a tag without capitals: "organicwine". */
function isJoined(value: string, { stems, language }: Spoken): boolean {
  const key = value.toLowerCase();
  for (let at = SHORTEST; at <= key.length - SHORTEST; at += 1)
    if (stems.has(stemWord(key.slice(0, at), language)) && stems.has(stemWord(key.slice(at), language))) return true;
  return false;
}

/**
 * How much a tag says of what a draft is about, more for more: keywords of the author first, then what stands in the text or
 * in its link, what is wider than another of its tags, what is a subject; what holds nearly anything says less, and those that
 * name no subject come last.
 * @source own choice
 */
export function tagRelevance({ value }: Entity, subject: Subject): number {
  const { language, lexicon, hashtags } = subject;
  if (isEmptyTag(value, subject)) return -1;
  const spoken = spokenIn(subject);
  const { stems, address, keywords } = spoken;
  const parts = splitTag(value);
  const isSaid = parts.every((part) => stems.has(stemWord(part, language)));
  const isTwo = parts.length === 1 && !isSaid && isJoined(value, spoken);
  const isInLink = parts.every((part) => part.length > 2 && address.includes(` ${sameKey(part)} `));
  const isWiderThan = (wider: string, narrower: string): boolean =>
    lexicon !== undefined && widerTags(narrower, lexicon).some((tag) => sameKey(tag) === sameKey(wider));
  return (
    (keywords.has(value.toLowerCase()) ? 16 : 0) +
    (isSaid || isTwo ? 6 : 0) +
    (isInLink ? 6 : 0) +
    (hashtags.some((other) => isWiderThan(value, other.value)) ? 2 : 0) +
    (classifyWord(value.toLowerCase(), lexicon) === 'subject' ? 2 : 0) +
    (parts.length > 1 || isTwo ? 1 : 0) -
    (VAGUE_FIELDS.has(value.toLowerCase()) ? 2 : 0)
  );
}
