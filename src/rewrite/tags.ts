// The tags of a rewrite: keywords that the text lacks, and which tags stay where there are too many.
import { lazy } from '#base/lazy.js';
import { insert, remove } from '#lint/edits.js';
import type { LintReport } from '#lint/finding.js';
import type { Subject } from '#lint/subject.js';
import { isTrailing, meantSpan } from '#lint/tag-place.js';
import { isEmptyTag, tagRelevance } from '#lint/tag-relevance.js';
import type { Span } from '#tweet/bounds.js';
import { isOneWord, plain, sameKey } from '#words/characters.js';
import { haveSameStem, stemWord } from '#words/stems.js';
import { meaningsOf, widerTags as widerThan } from '#words/tag-relations.js';
import { joinAsTag } from '#words/tags.js';
import { splitTag } from '#words/tokens.js';
import type { Proposal } from './operations.js';

/** Keywords that the author asked for and that the text lacks, added behind it as tags: their words are the author's. */
export function keywordTags(subject: Subject, report: LintReport): Proposal[] {
  const { text, hashtags, language } = subject;
  const present = new Set(hashtags.flatMap(({ value }) => splitTag(value).map((part) => stemWord(part, language))));
  return report.findings.flatMap(({ rule, messageId, data }) => {
    if (rule !== 'keywords' || messageId !== 'missingKeyword') return [];
    const words = String(data['keyword']).split(/\s+/);
    if (words.length > 3 || words.some((word) => present.has(stemWord(word, language)))) return [];
    const [only] = words;
    const tag = words.length === 1 && isOneWord(only ?? '') ? only : joinAsTag(words);
    if (tag === undefined || tag === '') return [];
    return [{ operation: 'keyword-tag', data: { what: `#${tag}` }, edits: [insert(text.length, ` #${tag}`)] }];
  });
}

/** A wider tag than the author's only one, behind the text, where nothing better is proposed. */
export function widerTags({ text, hashtags, lexicon, length }: Subject): Proposal[] {
  const [only] = hashtags;
  if (lexicon === undefined || only === undefined || hashtags.length > 1) return [];
  const [tag] = widerThan(only.value, lexicon);
  if (tag === undefined || length.weighted + tag.length + 2 > length.limit) return [];
  return [{ operation: 'wider-tag', data: { what: `#${tag}` }, edits: [insert(text.length, ` #${tag}`)] }];
}

type TagSteps = (subject: Subject, report: LintReport) => Proposal[];

/**
 * Tags are chosen together, by the text as it was before one of them stood behind it: weighed anew beside the first, a second
 * one would take a tag of the program for the author's word on what the text is about.
 */
export function offeredAtOnce(steps: TagSteps): TagSteps {
  let offered: ReadonlySet<unknown> | undefined;
  return (subject, report) => {
    const proposals = steps(subject, report);
    const tags = proposals.flatMap(({ operation, data }) => (operation === 'hashtags/tag' ? [data['tag']] : []));
    if (offered === undefined && tags.length > 0) offered = new Set(tags);
    return proposals.filter(
      ({ operation, data }) => operation !== 'hashtags/tag' || offered?.has(data['tag']) === true,
    );
  };
}

/** A figure behind # beside a tag, where nothing but tags and links follows: X links none of its kind. */
const FIGURE_TAG = lazy(() => {
  const behind = String.raw`(?:\s+(?:[#＃][\p{L}\p{N}_]+|https?:\S+))*\s*$`;
  const tag = String.raw`[#＃][\p{N}_]*\p{L}[\p{L}\p{N}_]*`;
  return new RegExp(
    String.raw`\s+[#＃]\d{3,}(?=\s+${tag}${behind})|(?<=(?:^|\s)${tag}(?:\s+[#＃]\d+)*)\s+[#＃]\d{3,}(?=${behind})`,
    'gu',
  );
});
/** Where the figures of a text stand that were meant as tags, with the blank in front of them. */
export const figureTags = (text: string): Span[] =>
  /[#＃]\d/.test(text)
    ? [...text.matchAll(FIGURE_TAG())].map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    : [];

/** Drops figures among the tags behind a text: "#festival #2026" → "#festival". */
export function dropFigures({ text, hashtags }: Subject): Proposal[] {
  const spans = figureTags(text);
  const what = hashtags.map(({ value }) => `#${value}`).join(' ');
  return spans.length === 0
    ? []
    : [{ operation: 'keep-tags', data: { what }, edits: spans.map((span) => ({ span, text: '' })) }];
}

/** Tags of a text: more are clutter, fewer find nobody. */
const [MOST, LEAST] = [3, 2];

/**
 * Drops tags behind the text until three are left: those that name no subject first, then those that say what another
 * says already ("emploi job recrutement"), then those that say the least of text, link and keywords. The order stays.
 */
export function trimTags(subject: Subject, report: LintReport): Proposal[] {
  const { hashtags, lexicon, text } = subject;
  if (lexicon === undefined || hashtags.length < LEAST || hashtags.some((tag) => !isTrailing(subject, tag))) return [];
  const relevance = new Map(hashtags.map((tag) => [tag, tagRelevance(tag, subject)] as const));
  const ranked = [...hashtags].sort((a, b) => (relevance.get(b) ?? 0) - (relevance.get(a) ?? 0));
  const taken = new Set<string>();
  const [own, again] = [[], []] as [(typeof hashtags)[number][], (typeof hashtags)[number][]];
  for (const tag of ranked) {
    if (isEmptyTag(tag.value, subject)) continue;
    const meanings = meaningsOf(tag.value, lexicon);
    const isForm = own.some(({ value }) =>
      haveSameStem(value.toLowerCase(), tag.value.toLowerCase(), lexicon.language),
    );
    // Of "#benevolat #bénévolat", the one as it is spelled.
    const bare = own.findIndex(
      ({ value }) =>
        sameKey(value) === sameKey(tag.value) &&
        plain(tag.value) !== tag.value.toLowerCase() &&
        plain(value) === value.toLowerCase(),
    );
    if (bare >= 0) again.push(...own.splice(bare, 1, tag));
    else (isForm || meanings.some((meaning) => taken.has(meaning)) ? again : own).push(tag);
    for (const meaning of meanings) taken.add(meaning);
  }
  // "#job #jobs" is one tag twice.
  const other = again.filter(({ value }) => own.every((tag) => !haveSameStem(tag.value, value, lexicon.language)));
  // One more goes where a keyword wants its place.
  const most = hashtags.length > MOST && keywordTags(subject, report).length > 0 ? MOST - 1 : MOST;
  const best = new Set([...own.slice(0, most), ...other.slice(0, Math.max(0, LEAST - own.length))]);
  const kept = hashtags.filter((tag) => best.has(tag));
  const gone = hashtags.filter((tag) => !kept.includes(tag));
  if (gone.length === 0 || kept.length === 0) return [];
  const edits = gone.map((tag) => remove(text, meantSpan(subject, tag)));
  const what = kept.map(({ value }) => `#${value}`).join(' ');
  return [{ operation: 'keep-tags', data: { what }, edits, isOfWording: false }];
}
