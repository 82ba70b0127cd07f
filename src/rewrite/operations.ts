import { lazy } from '#base/lazy.js';
import { insert, remove, replace } from '#lint/edits.js';
import type { Edit, LintReport } from '#lint/finding.js';
import type { MessageData } from '#lint/message.js';
import type { Subject } from '#lint/subject.js';
import { meantSpan } from '#lint/tag-place.js';
import type { Span } from '#tweet/bounds.js';
import { isOneWord } from '#words/characters.js';
import { readWordy } from '#words/lexicon.js';
import { findPhrases } from '#words/phrases.js';
import { stemWord } from '#words/stems.js';
import { joinAsTag } from '#words/tags.js';
import { splitTag } from '#words/tokens.js';
import { leansOnBefore, rewriteGrammarOf } from './languages.js';
import type { Adjustment, RewriteGrammar } from './languages/en.js';

/** One change of a draft's text that may make it better: what the search tries. */
export interface Proposal {
  /** The operation, as it is named in reports: a rule's fix (`hashtags/tag`) or one of the rewriter's own. */
  readonly operation: string;
  /** What it puts in or moves, under `what`; the data of the suggestion where a rule made it. */
  readonly data: MessageData;
  /** What it does, in the language of the run, where a rule made it. */
  readonly title?: string;
  readonly edits: readonly Edit[];
  /** Words that it takes out on purpose, because what it puts in means the same: lower case. */
  readonly replaces?: readonly string[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a command in the middle of a sentence may follow. */
const COMMAND_MAY_FOLLOW = lazy(() => /(?:[,;)»—–]|\p{Extended_Pictographic}\ufe0f?|\s-)\s*$/u);
const SENTENCE_START = lazy(() => /(?:^|[.!?…:\n]\s*|^[\p{Extended_Pictographic}\ufe0f\s]+)$/u);

/**
 * Padding taken out where the sentence can be closed over the gap: "N'hésitez pas à lire" becomes "Lisez", "Nous avons
 * le plaisir de vous annoncer que nous ouvrons" becomes "Nous ouvrons". Where no table tells how, nothing is proposed.
 */
export function imperatives(subject: Subject): Proposal[] {
  const { text, lexicon, protectedSpans, language } = subject;
  if (lexicon === undefined) return [];
  const grammar = rewriteGrammarOf(language);
  const found = findPhrases(text, lexicon.wordy, protectedSpans);
  return found.flatMap(({ span, ...phrase }) => {
    const entry = readWordy(phrase);
    if (entry.class !== 'deletion') return [];
    const rest = text.slice(span.end);
    const before = text.slice(0, span.start);
    const opens = SENTENCE_START().test(before);
    const commands = COMMAND_MAY_FOLLOW().test(before) || grammar?.joinsCommand(before, entry.phrase);
    const adjustment = opens
      ? adjustAfter(entry.phrase, rest, grammar, lexicon.imperatives)
      : commands
        ? grammar?.asImperative(entry.phrase, rest, lexicon.imperatives)
        : undefined;
    if (adjustment === undefined) return [];
    const { taken, put } = adjustment;
    const whole = { start: span.start, end: span.end + taken };
    // Nothing inside a link, tag or mention may be taken along.
    if (protectedSpans.some((other) => other.start < whole.end && whole.start < other.end)) return [];
    const isCapital = text.charAt(span.start) !== text.charAt(span.start).toLowerCase();
    const written = isCapital || (opens && !/:\s*$/.test(before)) ? capital(put) : put;
    return [{ operation: 'imperative', data: { what: written }, edits: [replace(whole, written)] }];
  });
}

function adjustAfter(
  phrase: string,
  rest: string,
  grammar: RewriteGrammar | undefined,
  verbs: Readonly<Record<string, string>>,
): Adjustment | undefined {
  if (grammar !== undefined) {
    const verb = grammar.asImperative(phrase, rest, verbs);
    if (verb !== undefined) return verb;
    if (grammar.announces.test(phrase)) return openingWord(rest, grammar.that.exec(rest)?.[0].length ?? 0);
    if (grammar.hedges.test(phrase)) return undefined;
    if (grammar.claims.test(phrase) || grammar.leadsToVerb(phrase)) return openingWord(rest, 0);
  }
  // "En effet, nous ouvrons": the comma goes too.
  const comma = /^\s*,\s*/.exec(rest)?.[0].length;
  return comma === undefined ? undefined : openingWord(rest, comma);
}

/** The next word, to be written with a capital. */
function openingWord(rest: string, from: number): Adjustment | undefined {
  const match = /^\s*([\p{L}][\p{L}\p{M}’']*)/u.exec(rest.slice(from));
  return match === null ? undefined : { taken: from + match[0].length, put: match[1] ?? '' };
}

/** A colon with the blanks that French puts around it. */
const COLON = /[ \u00a0\u202f]?:[ \u00a0\u202f]/g;
const SENTENCE_END = lazy(() => /[.!?…]+[ \u00a0\n]+(?=[\p{Lu}\d«“])/gu);
/** Figures that were meant as tags stand between others. */
const BETWEEN_TAGS = /^(?:[\s\d]|[#＃](?=\d))*$/;
const ENDS_WITH_TAG = /[#＃@][^\s#@]+\s*$/u;
/** The longest part that is moved in front of another: longer ones are no titles. */
const LONGEST_TITLE = 90;

/** The stretch of a draft that is sentences: from its start to its first link or to the tags that end it. */
function findProse({ text, entities }: Subject): Span {
  const link = entities.find(({ type }) => type === 'link');
  let end = link?.span.start ?? text.length;
  // Tags that trail before the link belong to the end as well.
  for (const { type, span } of entities.toReversed()) {
    if (span.end > end) continue;
    if (type !== 'hashtag' || !BETWEEN_TAGS.test(text.slice(span.end, end))) break;
    end = span.start;
  }
  return { start: 0, end };
}

/** A first word in lower case, unless its capital is its own: a name, an acronym, a single letter. */
function lowered(part: string, { words }: Subject, at: number): string {
  const first = words.find(({ span }) => span.start >= at);
  if (first === undefined || first.span.start !== at) return part;
  const isCommon = first.kind !== 'subject' && first.text !== 'I' && !/^\p{Lu}{2}/u.test(first.text);
  return isCommon ? part.charAt(0).toLowerCase() + part.slice(1) : part;
}

/**
 * Opens with the interest: "Dans notre nouvel article : le logement social" becomes "Le logement social : dans notre
 * nouvel article", and a sentence that names the subject comes before one that does not. Only where the report misses
 * the interest in the opening: an order that does no harm is the author's.
 */
export function interestFirst(subject: Subject, { rules }: LintReport): Proposal[] {
  // It costs points, and is too small a matter to be a finding.
  if (!rules.some(({ losses }) => losses.some(({ messageId }) => messageId === 'buriedInterest'))) return [];
  const { text } = subject;
  const prose = findProse(subject);
  // A colon or dash before the link stays with the link.
  const body = text
    .slice(prose.start, prose.end)
    .trimEnd()
    .replace(/[ \u00a0\u202f]*[:–—|-]$/u, '');
  return [...swapAtColon(subject, body), ...swapSentences(subject, body)];
}

function swapAtColon(subject: Subject, body: string): Proposal[] {
  const colons = [...body.matchAll(COLON)];
  const [colon] = colons;
  // With two colons, which one parts title and text is anybody's guess.
  if (colon === undefined || colons.length > 1) return [];
  const [head, tail] = [body.slice(0, colon.index), body.slice(colon.index + colon[0].length)];
  const end = tail.replace(/[.!…]+$/u, '');
  if (
    head.trim() === '' ||
    end.trim() === '' ||
    /[.!?…]\s|\s[–—|]\s/u.test(head) ||
    !isWhole(head) ||
    !isWhole(end) ||
    end.length > LONGEST_TITLE ||
    /[.!?]\s/.test(end) ||
    end.endsWith('?')
  ) {
    return [];
  }
  const swapped = `${capital(end)}${colon[0]}${lowered(head, subject, 0)}`;
  return [
    { operation: 'interest-first', data: { what: swapped }, edits: [replace({ start: 0, end: body.length }, swapped)] },
  ];
}

/** Whether all that opens in a text closes in it: quotation marks and brackets. */
function isWhole(part: string): boolean {
  const count = (sign: string): number => part.split(sign).length - 1;
  const pairs = [
    ['«', '»'],
    ['“', '”'],
    ['(', ')'],
    ['[', ']'],
  ] as const;
  return count('"') % 2 === 0 && pairs.every(([opening, closing]) => count(opening) === count(closing));
}

function swapSentences(subject: Subject, body: string): Proposal[] {
  const [end, another] = body.matchAll(SENTENCE_END());
  // Of three sentences, nobody but the author knows which lean on which.
  if (end === undefined || another !== undefined) return [];
  const cut = end.index + end[0].length;
  const [first, second] = [body.slice(0, cut).trimEnd(), body.slice(cut)];
  // A second sentence that leans on the first ("Il …", "This …") cannot stand in front of it.
  const opening = subject.words.find(({ span }) => span.start >= cut);
  if (leansOnBefore(second) || first.startsWith('@') || ENDS_WITH_TAG.test(second)) return [];
  if (opening === undefined || opening.kind === 'stop' || !isWhole(first) || !isWhole(second)) return [];
  const closed = /[.!?…]$/u.test(second) ? second : `${second}.`;
  const swapped = `${closed} ${first.replace(/(?<![.])\.$/, '')}`;
  return [
    { operation: 'interest-first', data: { what: second }, edits: [replace({ start: 0, end: body.length }, swapped)] },
  ];
}

/** Moves a link that opens a text behind it, and behind the tags that end it; a colon before it goes along. */
export function linkLast(subject: Subject): Proposal[] {
  const { text, links } = subject;
  const [link] = links;
  if (link === undefined || links.length > 1) return [];
  const tags = subject.hashtags.map((tag) => meantSpan(subject, tag));
  const isSaid = ({ span }: { span: Span }): boolean =>
    span.start >= link.span.end && !tags.some(({ start, end }) => start <= span.start && span.start < end);
  // Behind a link, tags and a "via @someone" are in their place.
  if (subject.words.filter(isSaid).length < 3) return [];
  // "À lire sur https://… :" and the like lean on the link.
  const ledTo = subject.words.findLast(({ span }) => span.end <= link.span.start);
  const opens = text.slice(0, link.span.start).trim() === '';
  if (!opens && ledTo?.kind === 'stop' && text.slice(ledTo.span.end, link.span.start).trim() === '') return [];
  const colon = /[ \u00a0\u202f]?:\s*$/.exec(text.slice(0, link.span.start))?.[0] ?? '';
  const sign = opens ? (/^\s*[:–—|-]\s+/u.exec(text.slice(link.span.end))?.[0].length ?? 0) : 0;
  const whole = { start: link.span.start - colon.length, end: link.span.end + sign };
  const ends = text.trimEnd().length;
  // Behind a full stop a colon leads nowhere.
  const led = /[\p{L}\p{N})»”"]$/u.test(text.trimEnd()) ? colon.trimEnd() : '';
  const edits = [remove(text, whole), insert(ends, `${led} ${link.text}`)];
  return [{ operation: 'link-last', data: { what: link.text }, edits }];
}

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
