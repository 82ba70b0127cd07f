import type { Span } from '../../tweet/span.js';
import { insert, remove, replace } from '../edit-builders.js';
import type { Subject } from '../subject.js';
import type { Proposal } from './proposal.js';

/** A colon with the blanks that French puts around it. */
const COLON = /[ \u00a0\u202f]?:[ \u00a0\u202f]/g;
const SENTENCE_END = /[.!?…]+[ \u00a0\n]+(?=[\p{Lu}\d«“])/gu;
/** The longest part that is moved in front of another: longer ones are no titles. */
const LONGEST_TITLE = 90;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The stretch of a draft that is sentences: from its start to its first link or to the tags that end it. */
function proseOf({ text, entities }: Subject): Span {
  const link = entities.find(({ type }) => type === 'link');
  let end = link?.span.start ?? text.length;
  // Tags that trail before the link belong to the end as well.
  for (const { type, span } of entities.toReversed()) {
    if (span.end > end) continue;
    if (type !== 'hashtag' || text.slice(span.end, end).trim() !== '') break;
    end = span.start;
  }
  return { start: 0, end };
}

/** A first word in lower case, unless its capital is its own: a name, an acronym, a single letter. */
function lowered(part: string, { words }: Subject, at: number): string {
  const first = words.find(({ span }) => span.start >= at);
  if (first === undefined || first.span.start !== at) return part;
  const isCommon = first.kind !== 'subject' && !/^\p{Lu}{2}/u.test(first.text);
  return isCommon ? part.charAt(0).toLowerCase() + part.slice(1) : part;
}

/**
 * Opens with the interest: "Dans notre nouvel article : le logement social" becomes "Le logement social : dans notre
 * nouvel article", and a sentence that names the subject comes before one that does not.
 */
export function interestFirst(subject: Subject): Proposal[] {
  const { text } = subject;
  const prose = proseOf(subject);
  const body = text.slice(prose.start, prose.end).trimEnd();
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
    end.length > LONGEST_TITLE ||
    /[.!?]\s/.test(end) ||
    end.endsWith('?')
  ) {
    return [];
  }
  const swapped = `${capital(end)}${colon[0]}${lowered(head, subject, 0)}`;
  return [{ operation: 'interest-first', title: swapped, edits: [replace({ start: 0, end: body.length }, swapped)] }];
}

function swapSentences(subject: Subject, body: string): Proposal[] {
  const [end] = body.matchAll(SENTENCE_END);
  if (end === undefined) return [];
  const cut = end.index + end[0].length;
  const [first, second] = [body.slice(0, cut).trimEnd(), body.slice(cut)];
  // A second sentence that leans on the first ("Il …", "This …") cannot stand in front of it.
  const opening = subject.words.find(({ span }) => span.start >= cut);
  if (opening === undefined || opening.kind === 'stop') return [];
  const closed = /[.!?…]$/u.test(second) ? second : `${second}.`;
  const swapped = `${closed} ${first.replace(/(?<![.])\.$/, '')}`;
  return [{ operation: 'interest-first', title: second, edits: [replace({ start: 0, end: body.length }, swapped)] }];
}

/** Moves a link that opens a text behind it, and behind the tags that end it; a colon before it goes along. */
export function linkLast(subject: Subject): Proposal[] {
  const { text, links } = subject;
  const [link] = links;
  if (link === undefined || links.length > 1) return [];
  const after = text.slice(link.span.end).trim();
  if (after === '' || subject.words.every(({ span, inTag }) => span.start < link.span.end || inTag)) return [];
  const colon = /[ \u00a0\u202f]?:\s*$/.exec(text.slice(0, link.span.start))?.[0] ?? '';
  const whole = { start: link.span.start - colon.length, end: link.span.end };
  const ends = text.trimEnd().length;
  const edits = [remove(text, whole), insert(ends, `${colon.trimEnd()} ${link.text}`)];
  return [{ operation: 'link-last', title: link.text, edits }];
}
