// What the score counts of a text. Shares are of what was measured: full marks at 1.
import { lazy, lazyFor } from '#base/lazy.js';
import { codeSpans } from '#tweet/quotations.js';
import { findEmoji } from '#tweet/weight.js';
import type { Span } from '#tweet/bounds.js';
import { forLanguage } from '#words/by-language.js';
import { isLatin } from '#words/characters.js';
import { matchesOf } from '#base/matches.js';
import { hasPhrase } from '#words/phrases.js';
import { stemOpening, stemWord } from '#words/stems.js';
import { splitTag } from '#words/tokens.js';
import type { Edit } from './finding.js';
import type { NonsenseInput } from './nonsense.js';
import { spanOverlaps, type Subject, type Word } from './subject.js';
import { isSpoken, isTrailing } from './tag-place.js';

/** A value between two bounds as a share of the way: 0 at the first and below, 1 at the second and above. */
export const shareBetween = (value: number, low: number, high: number): number =>
  Math.min(1, Math.max(0, (value - low) / (high - low)));

/** Weighted length without links and tags; mentions are read with the sentence. */
export const plainLength = ({ length: { parts } }: Subject): number =>
  parts.text + parts.wide + parts.emoji + parts.mentions;

/** Blanks that typography takes away; in French, two letters that it writes as one. */
const SLACK = {
  fr: lazy(() => /(?<=\S[ \u00a0])[ \u00a0]+(?=\S)|(?<=[^\s,])[ \u00a0]+(?=[,.](?:\s|$))|oe/gi),
  en: lazy(() => /(?<=\S[ \u00a0])[ \u00a0]+(?=\S)|(?<=[\w)”"’'])[ \u00a0]+(?=[,;!?.](?:\s|$))/g),
};

/**
 * Weighted length without links and tags of a text whose typography is set right: two blanks count as one, and "oe" in
 * French as one letter, so that setting it right never costs anything.
 */
export function setLength(subject: Subject): number {
  const { text, language } = subject;
  const plain = plainLength(subject);
  if (!/[ \u00a0][ \u00a0,;!?.]|oe|\u202f/i.test(text)) return plain;
  const slack = forLanguage(SLACK, language)?.();
  const removed = slack === undefined ? [] : outsideLinks(subject, spansOf(subject, slack));
  const saved = removed.reduce(
    (sum, { start, end }) => sum + (text[start] === ' ' || text[start] === '\u00a0' ? end - start : 1),
    0,
  );
  // The narrow blank weighs two, what takes its place one.
  return plain - saved - (text.match(/\u202f/g)?.length ?? 0);
}

const UNSPACED = lazy(
  () =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]{1,200}/gu,
);
const segmenter = lazy(() => new Intl.Segmenter(undefined, { granularity: 'word' }));

/** How many words the scripts hold that put no blanks between them. */
const unspacedIn = (text: string): number =>
  isLatin(text)
    ? 0
    : (text.match(UNSPACED()) ?? []).reduce((sum, run) => sum + [...segmenter().segment(run)].length, 0);
const unspacedWords = lazyFor(({ text }: Subject): number => unspacedIn(text));

/** The words of scripts without blanks that stand outside links, tags and mentions, but for the one that each run counts as. */
export const countUnspaced = ({ text, words }: Subject): number =>
  isLatin(text)
    ? 0
    : words.reduce((sum, { text: word, inTag }) => sum + (inTag ? 0 : Math.max(0, unspacedIn(word) - 1)), 0);

const isElision = ({ word }: Word): boolean => word.endsWith("'");

/** How many words say something, outside links, tags and mentions: all but the small words of the language. */
export const countTelling = (subject: Subject): number =>
  subject.words.filter((word) => word.kind !== 'stop' && !word.inTag && !isElision(word)).length +
  unspacedWords(subject);

/**
 * The words of a text as a reader meets them, tags inside the sentence as the words that they join: "What is
 * #MachineLearning?" has four.
 */
export const spokenWords = lazyFor((subject: Subject): readonly Word[] => {
  const inSentence = new Map(
    subject.hashtags
      .filter((tag) => isSpoken(subject, tag))
      .map(({ span, value }) => [span.start + 1, splitTag(value).length]),
  );
  const spoken: Word[] = [];
  for (const word of subject.words) {
    const count = word.inTag ? (inSentence.get(word.span.start) ?? 0) : Number(!isElision(word));
    for (let said = 0; said < count; said += 1) spoken.push(word);
  }
  return spoken;
});

/** `countTelling` with the words of tags inside the sentence: fewer than three say nothing. */
export const countSaid = (subject: Subject): number =>
  spokenWords(subject).filter(({ kind }) => kind !== 'stop').length + unspacedWords(subject);

/** Tags, each counted once, however it is written. */
export const countTags = ({ hashtags }: Subject): number =>
  new Set(hashtags.map(({ value }) => value.toLowerCase())).size;

const outsideLinks = ({ links }: Subject, found: readonly Span[]): Span[] =>
  found.filter(({ start, end }) => !links.some(({ span }) => span.start < end && start < span.end));

const spansOf = ({ text }: Subject, pattern: RegExp): Span[] =>
  matchesOf(text, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** The question marks outside links. */
export const questionMarks = (subject: Subject): Span[] => outsideLinks(subject, spansOf(subject, /\?/g));
/** Words of a question, which it keeps where its mark is taken away. */
const ASKING = /(?<![A-Za-zÀ-ÿ])(?:c[’']est quoi|qu[’']est-ce|comment|pourquoi|what|how|why)(?![A-Za-zÀ-ÿ])/i;
/** Whether a text is a short question with a subject: "What is a mutex?" says enough. */
export const asksShortly = (subject: Subject): boolean =>
  (questionMarks(subject).length > 0 || ASKING.test(subject.text)) &&
  subject.words.some(({ kind, inTag }) => kind === 'subject' && !inTag);
/** The opening parentheses outside links and emoticons. */
export const parentheses = (subject: Subject): Span[] => outsideLinks(subject, spansOf(subject, /(?<![:;=]-?)\(/g));
/** Dashes and hyphens between blanks. */
export const spacedDashes = (subject: Subject): Span[] =>
  outsideLinks(subject, spansOf(subject, /(?<=[^\S\n])[-–—](?=[^\S\n])/g));

const POINTS = /…|\.{3}/;

/** The points with which a text breaks off, links and tags behind it put aside. */
export function cutOffAt(subject: Subject): Span | undefined {
  const { text, entities } = subject;
  if (!POINTS.test(text)) return undefined;
  let end = text.trimEnd().length;
  for (const entity of entities.toReversed()) {
    const isAside = entity.type === 'link' || (entity.type === 'hashtag' && isTrailing(subject, entity));
    if (!isAside || entity.span.end < end) break;
    end = text.slice(0, entity.span.start).trimEnd().length;
  }
  if (text.charAt(end - 1) === '…') return { start: end - 1, end };
  let start = end;
  while (text.charAt(start - 1) === '.') start -= 1;
  return end - start < 3 ? undefined : { start, end };
}

/** Whether a text opens with a mention behind a dot: `.@someone`. */
export const opensWithDotMention = ({ text }: Subject): boolean => /^\.[@＠]\w/.test(text);

const QUESTION_WORD = lazy(
  () =>
    /^[^\p{L}\p{N}]*(?:how|why|what|when|where|who|which|comment|pourquoi|quand|où|qui|que|quel(?:le)?s?|combien)(?![\p{L}\p{M}\p{N}])/iu,
);
/** Whether its first word asks: how, why, comment, pourquoi. */
export const opensWithQuestionWord = ({ text }: Subject): boolean => QUESTION_WORD().test(text);

/** Whether there is an exclamation mark outside links. */
export const hasExclamationMark = (subject: Subject): boolean =>
  outsideLinks(subject, spansOf(subject, /!/g)).length > 0;
/** Whether there is an emoji outside links. */
export const hasEmoji = (subject: Subject): boolean => outsideLinks(subject, findEmoji(subject.text)).length > 0;

/** Blanks around "cc" that are looked through. */
const LONGEST_MARK = 20;

/** Where the copies begin that stand behind everything: "cc @someone @another". */
function copiesFrom({ text, mentions }: Subject): number {
  let end = text.trimEnd().length;
  let copied = end;
  for (const { span } of mentions.toReversed()) {
    if (text.slice(span.end, end).trim() !== '') break;
    end = span.start;
    const from = Math.max(0, end - LONGEST_MARK);
    const marked = /(?:^|\s)cc\s*$/i.exec(text.slice(from, end));
    if (marked !== null) copied = from + marked.index;
  }
  return copied;
}

/**
 * A text as the gates against nonsense read it: trailing tags and copies say nothing in it, and links end what is said.
 * @param corrections edits of words, outside links and tags and apart from one another.
 */
export function toNonsenseInput(subject: Subject, corrections: readonly Edit[] = []): NonsenseInput {
  const { text, lexicon, hashtags, links } = subject;
  const copies = { start: copiesFrom(subject), end: text.length };
  const aside = [...links, ...hashtags.filter((tag) => !isSpoken(subject, tag))]
    .map(({ span }) => span)
    .filter(({ start }) => start < copies.start);
  const spoken = [...[...aside, copies].map((span): Edit => ({ span, text: ' ' })), ...corrections]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((rest, { span: { start, end }, text: put }) => rest.slice(0, start) + put + rest.slice(end), text);
  // The words of one tag are one word here.
  const words = spokenWords(subject).filter(
    (word, index, all) => word !== all[index - 1] && word.span.start < copies.start,
  );
  return { text, spoken, words, lexicon };
}

/**
 * Whether a subject, a figure or a question mark comes within the first `opening` characters. Links do not count: neither
 * their length, nor the figures in them.
 */
export function opensWithInterest({ text, words, links }: Subject, opening: number): boolean {
  const spoken = links.reduceRight((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text);
  const inLinksBefore = (at: number): number =>
    links.reduce((sum, { span }) => (span.end <= at ? sum + span.end - span.start : sum), 0);
  return (
    /[\d?]/.test(spoken.trimStart().slice(0, opening)) ||
    words.some(({ kind, span }) => kind === 'subject' && span.start - inLinksBefore(span.start) < opening)
  );
}

/** Whether a text asks, promises, gives a figure or speaks to the reader. */
export const invitesReader = (subject: Subject): boolean =>
  invitesByList(subject) ||
  subject.words.some(({ word }) => NUMBER_WORD.test(word)) ||
  forLanguage(TO_READERS, subject.language)?.().test(subject.text) === true;

/** `invitesReader` by the words of the lexicon alone: what was measured. */
export function invitesByList({ text, lexicon, protectedSpans, words }: Subject): boolean {
  if (lexicon === undefined) return true;
  return (
    /[?]/.test(text.replace(/https?:\S+/g, '')) ||
    words.some(({ text: word }) => /\d/.test(word)) ||
    hasPhrase(text, lexicon.invitations, protectedSpans) ||
    hasPhrase(text, lexicon.promises, protectedSpans)
  );
}

/** Figures in words promise as much as others. */
const NUMBER_WORD =
  /^(?:deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cinquante|cent|mille|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|thousand)$/;

/** Orders and words for the reader that no list holds: "contactez-nous", "améliorons", "comprendre le …", "inscris-toi". */
const TO_READERS = {
  fr: lazy(
    () =>
      /(?<![A-Za-zÀ-ÿŒœ])(?:vous|votre|vos|toi|tes|ton)(?![A-Za-zÀ-ÿŒœ])|(?:^|[.!?:…]\s)(?!chez|assez)[A-Za-zÀ-ÿŒœ]{3,}(?:ez|ons)(?=[ \u00a0,-])|-(?:nous|vous|moi|toi)(?![A-Za-zÀ-ÿŒœ])|^[^A-Za-zÀ-ÿŒœ]*(?:comprendre|choisir|faire|apprendre|trouver|réussir|préparer|éviter|découvrir|savoir)(?= )|(?:^|[:,]\s)(?:(?:ce )?que|quoi|qui|quand|combien|où|comment|pourquoi)(?= )/i,
  ),
  en: lazy(
    () =>
      /(?<![A-Za-zÀ-ÿŒœ])(?:you|your|yours|let[’']s)(?![A-Za-zÀ-ÿŒœ])|(?:^|[:,]\s)(?:what|why|how|who|when|where|which)(?= )/i,
  ),
};

/** Longer words that come back `least` times or more, in any form, with the place of the last one. */
export function repeatedWords(
  { text, words, language }: Subject,
  least: number,
): { word: string; count: number; span: Word['span'] }[] {
  // What stands before the text itself is not read, and a row of tags is a matter of its own.
  const header = codeSpans(text);
  const isText = ({ span, inTag }: Word): boolean => !inTag && !header.some((other) => spanOverlaps(other, span));
  const long = words.filter((word) => word.kind !== 'stop' && word.word.length >= 4 && isText(word));
  // Forms of a word begin alike: stems are worked out only where words do, as often as is too much.
  const alike = groupBy(long, ({ word }) => stemOpening(word));
  const candidates = new Set([...alike.values()].filter((uses) => uses.length >= least).flat());
  if (candidates.size === 0) return [];
  const byStem = groupBy(
    long.filter((word) => candidates.has(word)),
    ({ word }) => stemWord(word, language),
  );
  return [...byStem.values()].flatMap((uses) => {
    const [first, last] = [uses[0], uses.at(-1)];
    if (uses.length < least || first === undefined || last === undefined) return [];
    return [{ word: first.text, count: uses.length, span: last.span }];
  });
}

function groupBy(words: readonly Word[], getKey: (word: Word) => string): ReadonlyMap<string, Word[]> {
  const groups = new Map<string, Word[]>();
  for (const word of words) {
    const key = getKey(word);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else group.push(word);
  }
  return groups;
}

const DAY = 86_400_000;

/**
 * Age of the linked page in days, where it is `limit` or more and the text does not say why it matters now; undefined
 * otherwise.
 * @param now ms UTC
 */
export function staleDays(
  { draft, text, lexicon, protectedSpans }: Subject,
  now: number,
  limit: number,
): number | undefined {
  if (draft.published === undefined) return undefined;
  const days = Math.floor((now - Date.parse(`${draft.published}T00:00:00Z`)) / DAY);
  if (days < limit || text.includes(String(new Date(now).getUTCFullYear()))) return undefined;
  return lexicon !== undefined && hasPhrase(text, lexicon.freshness, protectedSpans) ? undefined : days;
}
