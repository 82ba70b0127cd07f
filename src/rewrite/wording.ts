// The contract of operations on wording, and what turns their changes into proposals.
import { lazy } from '#base/lazy.js';
import type { Edit } from '#lint/finding.js';
import { spanOverlaps, type Subject } from '#lint/subject.js';
import type { Span } from '#tweet/bounds.js';
import type { Proposal } from './operations.js';

/** A sentence of a draft, its closing sign included. */
export interface Sentence {
  /** With ordinary blanks in place of all others, so of the same length. */
  readonly text: string;
  /** Offset of its first letter in the draft. */
  readonly start: number;
  readonly isFirst: boolean;
  /** Whether nothing but links, tags and mentions comes behind it. */
  readonly isLast: boolean;
  /** The sentence behind it, or nothing. */
  readonly next: string;
  /** Whether a link stands right behind the next sentence. */
  readonly nextLeadsToLink: boolean;
  /** Offset of the next sentence: emoji may part the two. */
  readonly nextAt: number;
  /** Emoji and blanks right in front of its first letter. */
  readonly inFront: string;
  /** The whole draft. */
  readonly whole: string;
  /** Letters of all sentences behind it. */
  readonly behind: number;
  /** Whether a link stands right behind it, which ends what it says. */
  readonly leadsToLink: boolean;
  /** The tags of the draft in lower case, without their sign. */
  readonly tags: readonly string[];
}

/** A stretch of a sentence, by its offsets in it, and what takes its place. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What an operation does to a sentence. */
interface Rewording {
  /** The stretches that it touches, in their order: everything else stays letter by letter. */
  readonly changes: readonly Change[];
  /** Whether what is dropped may deny something that the text does not: "Don’t miss it!". */
  readonly dropsNegation?: true;
  /** A name that goes with a dropped sender, to come back as a tag. */
  readonly name?: string;
}

/** Forms of words that operations need. */
export interface WordForms {
  /** Polite imperatives by their infinitives. */
  readonly imperatives: Readonly<Record<string, string>>;
}

/** One kind of edit that is safe by its pattern; undefined where it finds nothing to do. */
export interface Operation {
  readonly id: string;
  /** Whether it is right in an alert as well, whose words are left as they came. */
  readonly isForAlerts?: true;
  apply(sentence: Sentence, forms: WordForms): Rewording | undefined;
}

const ABBREVIATIONS = /(?:^|\s)(?:M|MM|Mme|Dr|St|Ste|Mr|Mrs|Ms|No|n°|art|vs|etc|env|i\.e|e\.g|cf|p\. ?ex|c\.-à-d)\.$/;
/** A sentence ends with its sign, its line, or an emoji before a capital. */
const SENTENCE_END = lazy(
  () => /[.!?…]+[)»”"]?(?=\s)|\n+|(?<=[\p{Ll}\d»)] )(?:\p{Extended_Pictographic}[\ufe0f\u200d]*)+(?=\s+[«“"]?\p{Lu})/gu,
);
const OPENING_LETTER = lazy(() => /[\p{L}\p{N}«“"(]/u);

const plainBlanks = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** The sentences of a draft, without its links, and without the tags and mentions that stand behind them. */
export function sentencesOf({ text, entities }: Subject): Sentence[] {
  const links = entities.filter(({ type }) => type === 'link');
  const tags = entities.flatMap(({ type, value }) => (type === 'hashtag' ? [value.toLowerCase()] : []));
  const cuts = links.flatMap(({ span }) => [span.start, span.end]);
  const bounds = [0, ...cuts, text.length];
  const found: { start: number; end: number; inFront: string; leadsToLink: boolean }[] = [];
  for (let index = 0; index < bounds.length; index += 2) {
    const [from, to] = [bounds[index] ?? 0, bounds[index + 1] ?? text.length];
    const until = withoutTags(text, entities, from, to);
    const breaks = [...text.slice(from, until).matchAll(SENTENCE_END())]
      .map((match) => from + match.index + match[0].length)
      .filter((end) => !ABBREVIATIONS.test(text.slice(from, end)));
    let start = from;
    for (const end of [...breaks, until]) {
      const opening = text.slice(start, end).search(OPENING_LETTER());
      if (opening >= 0) {
        const trimmed = start + text.slice(start, end).trimEnd().length;
        found.push({
          start: start + opening,
          end: trimmed,
          inFront: text.slice(start, start + opening),
          leadsToLink: text.slice(end, until).trim() === '' && to < text.length,
        });
      }
      start = end;
    }
  }
  return found.map(({ start, end, inFront, leadsToLink }, index) => {
    const after = found[index + 1];
    return {
      text: plainBlanks(text.slice(start, end)),
      start,
      isFirst: index === 0,
      isLast: after === undefined,
      next: after === undefined ? '' : plainBlanks(text.slice(after.start, after.end)),
      nextLeadsToLink: after?.leadsToLink === true,
      nextAt: (after?.start ?? end) - start,
      inFront,
      whole: text,
      behind: found.slice(index + 1).reduce((sum, each) => sum + each.end - each.start, 0),
      // "… à l’adresse https://… ou par courrier" goes on behind its link.
      leadsToLink: leadsToLink && !/^\p{Ll}/u.test(after === undefined ? '' : text.slice(after.start, after.end)),
      tags,
    };
  });
}

/** Where a stretch ends without the tags and mentions that stand behind its sentences. */
function withoutTags(text: string, entities: Subject['entities'], from: number, to: number): number {
  let end = to;
  for (const { type, span } of entities.toReversed()) {
    if (span.end > end || span.start < from) continue;
    if (type !== 'hashtag' || text.slice(span.end, end).trim() !== '') break;
    end = span.start;
  }
  return end;
}

/** Words with no-break blanks between them, such as "2\u00a0300": what is moved keeps them, although a sentence is read without. */
const boundIn = (text: string): string[] =>
  /[\u00a0\u202f]/.test(text) ? (text.match(/[^ \n]*[\u00a0\u202f][^ \n]*/g) ?? []) : [];

/** What an operation would do to a draft, sentence by sentence; it never reaches into a link, a tag, a quotation or code. */
export function proposalsOf(
  { id, apply }: Operation,
  subject: Subject,
  forms: WordForms,
  sentences: readonly Sentence[] = sentencesOf(subject),
): Proposal[] {
  return sentences.flatMap((sentence) => {
    const rewording = apply(sentence, forms);
    if (rewording === undefined) return [];
    const bound = boundIn(subject.text.slice(sentence.start, sentence.start + sentence.text.length));
    const edits = rewording.changes.map(({ start, end, text }): Edit => {
      const span: Span = { start: sentence.start + start, end: sentence.start + end };
      return { span, text: bound.reduce((put, words) => put.replaceAll(plainBlanks(words), words), text) };
    });
    const touches = (other: Span): boolean =>
      edits.some(({ span }) =>
        span.start === span.end ? other.start < span.start && span.start < other.end : spanOverlaps(span, other),
      );
    if (subject.protectedSpans.some(touches)) return [];
    const tag = rewording.name === undefined ? undefined : nameTag(rewording.name, subject, edits);
    const all = tag === undefined ? edits : [...edits, tag];
    const put = edits.map(({ text }) => text.trim()).find((text) => text.length > 1);
    return [
      {
        operation: id,
        data: { what: put ?? '' },
        edits: all,
        replaces: wordsIn(edits, subject),
        isOfWording: true,
        ...(rewording.dropsNegation && { dropsNegation: true }),
      },
    ];
  });
}

/** Most tags that a text may have before a name comes as one more. */
const MAX_TAGS = 2;

/** A name as a tag behind the text, unless the text still says it or has tags enough. */
function nameTag(name: string, { text, hashtags }: Subject, edits: readonly Edit[]): Edit | undefined {
  const isGone = (at: number): boolean => edits.some(({ span }) => span.start <= at && at < span.end);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (!isGone(at)) return undefined;
  const tag = name
    .split(/[\s’'-]+/)
    .map(capital)
    .join('');
  const isThere = hashtags.some(({ value }) => value.toLowerCase() === tag.toLowerCase());
  if (isThere || hashtags.length > MAX_TAGS) return undefined;
  return { span: { start: text.length, end: text.length }, text: ` #${tag}` };
}

/** The words of the touched stretches, in lower case: an operation may take these out, and no others. */
export function wordsIn(edits: readonly Edit[], { words }: Subject): string[] {
  return words
    .filter(({ span }) => edits.some((edit) => spanOverlaps(edit.span, span)))
    .flatMap(({ word, text }) => [word, ...text.toLowerCase().split(/[-'’]/)]);
}

/** Least letters that a text must keep behind what is dropped in front of it. */
export const LEAST_REST = 25;

/** A text with its first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Takes a sentence's first characters away and goes on with a capital. */
export const dropOpening = ({ text }: Pick<Sentence, 'text'>, length: number, put = ''): Change => {
  // A word in front of what is kept needs no capital behind it.
  if (put !== '') return { start: 0, end: length, text: capital(put) };
  const first = text.charAt(length);
  // A quotation mark, a figure or a capital stays as it is.
  if (first === first.toUpperCase()) return { start: 0, end: length, text: '' };
  return { start: 0, end: length + 1, text: first.toUpperCase() };
};

/** Whether words open with a name from code, which takes no capital: "fclose()", "_exit". */
export const isCode = (text: string): boolean => /^(?:[a-z][\w.:-]*(?:\(|_|::)|_|struct )/.test(text);

/** What ends a sentence whose pointer went: a colon in front of the link itself, a full stop where tags stand between. */
export const ledSign = ({ whole, start, text }: Sentence, colon: string): string =>
  /^\s*[#＃]/.test(whole.slice(start + text.length)) ? '.' : colon;

/** The whole sentence with the blank that parts it from its neighbor, for a sentence that goes. */
export const dropSentence = ({ text, isFirst }: Sentence, blanksBehind: number): Change =>
  isFirst ? { start: 0, end: text.length + blanksBehind, text: '' } : { start: -1, end: text.length, text: '' };

/** Emoji by which one sees that there is something to hear or watch. */
export const MEDIUM_SHOWN = /🎧|🎙|🎤|🎬|📺|📹|🎥|📻|📽/u;

/** A sentence that opens the text, with the emoji behind it, which are felt with it; those of a medium say what is behind the link. */
export const dropFirst = ({ text, nextAt, leadsToLink, start, whole }: Sentence): Change => {
  const stays = leadsToLink || MEDIUM_SHOWN.test(whole.slice(start + text.length, start + nextAt));
  return { start: 0, end: stays ? text.length + 1 : nextAt, text: '' };
};

/**
 * The kind of content in front of what it says, as a label: none where a tag or the text names it. `length` letters go,
 * and `put` stands in their place.
 */
export function withMedium(sentence: Sentence, length: number, put: string, medium: Medium | undefined): Change {
  const { text, next, tags } = sentence;
  const isSaid =
    medium === undefined ||
    medium.known.test(`${text.slice(length)} ${next}`) ||
    tags.some((tag) => medium.known.test(tag));
  if (isSaid) return dropOpening(sentence, length, put);
  return { start: 0, end: length, text: `${medium.label}${put}` };
}

/** A kind of content: how it is named in front of a text, and by which words a text names it. */
export interface Medium {
  readonly label: string;
  readonly known: RegExp;
}
