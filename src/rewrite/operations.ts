import { insert, remove } from '#lint/edits.js';
import type { Edit } from '#lint/finding.js';
import type { MessageData } from '#lint/message.js';
import type { Subject, Word } from '#lint/subject.js';
import { meantSpan } from '#lint/tag-place.js';
import type { Span } from '#tweet/bounds.js';

/** One change of a draft's text that may make it better: what the search tries. */
export interface Proposal {
  /** The operation, as it is named in reports: a rule's fix (`hashtags/tag`) or one of the rewriter's own. */
  readonly operation: string;
  /** What it puts in or moves, under `what`; the data of the suggestion where a rule made it. */
  readonly data: MessageData;
  /** What it does, in the language of the run, where a rule made it. */
  readonly title?: string;
  readonly edits: readonly Edit[];
  /** Whether it is one of the rewriter’s own operations on wording. */
  readonly isOfWording?: boolean;
  /** Whether a negation goes with what it drops. */
  readonly dropsNegation?: true;
  /** Words that it takes out on purpose, because what it puts in means the same: lower case. */
  readonly replaces?: readonly string[];
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
  const said = subject.words.filter(isSaid);
  const isGlued = (word: Word): boolean => /[#＃]/.test(text.slice(word.span.start - 1, word.span.end + 1));
  if (said.length < 3 || said.some(isGlued)) return [];
  // "À lire sur https://… :" and the like lean on the link.
  const ledTo = subject.words.findLast(({ span }) => span.end <= link.span.start);
  const opens = text.slice(0, link.span.start).trim() === '';
  if (!opens && ledTo?.kind === 'stop' && text.slice(ledTo.span.end, link.span.start).trim() === '') return [];
  const colon = /[ \u00a0\u202f]?:\s*$/.exec(text.slice(0, link.span.start))?.[0] ?? '';
  const sign = opens ? (/^\s*[:–—|-]\s+/u.exec(text.slice(link.span.end))?.[0].length ?? 0) : 0;
  const whole = { start: link.span.start - colon.length, end: link.span.end + sign };
  // A link without a sign before it and a sentence behind it parts the two: without it they would run together.
  const parts =
    /[\p{L}\p{N})»”"]\s*$/u.test(text.slice(0, whole.start)) && /^\s*["«“]?\p{Lu}/u.test(text.slice(whole.end));
  if (parts) return [];
  const ends = text.trimEnd().length;
  // Behind a full stop a colon leads nowhere.
  const led = /[\p{L}\p{N})»”"]$/u.test(text.trimEnd()) ? colon.trimEnd() : '';
  const edits = [remove(text, whole), insert(ends, `${led} ${link.text}`)];
  return [{ operation: 'link-last', data: { what: link.text }, edits }];
}
