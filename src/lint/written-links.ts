// Addresses as they are written, compared with the links that X makes of them.
import { lazy } from '#base/lazy.js';
import type { Span } from '#tweet/bounds.js';
import type { Entity } from '#tweet/entities.js';
import type { Subject } from './subject.js';

/** An address that X links otherwise than it is written; `whole` is the one to write instead, where one is known. */
export interface MisreadLink {
  readonly kind: 'cut' | 'glued' | 'notLinked';
  /** All that was meant as the address, up to the next blank. */
  readonly span: Span;
  /** What X links of it. */
  readonly linked: string;
  readonly whole: string | undefined;
}

/** Fewer findings of one kind say as much, and keep a text of nothing but addresses cheap. */
const MAX_FOUND = 5;
const WRITTEN = /https?:\/\//gi;
const LETTER = lazy(() => /[\p{L}\p{N}]/u);
/** What closes a sentence, a bracket or a quotation behind an address, and then what may follow without a blank. */
const CLOSED = /^[)\]}»”"’'>,;:!?….]*(?:[\s)\]}»”"]|$)/;
/** A sentence that begins right behind the last full stop of an address: "guide.Lisez-le". */
const SENTENCE_BEHIND = /[a-z0-9/]\.(?=[A-ZÀ-Þ][a-zà-ÿ]+(?:[-’'][a-zà-ÿ]+)?$)/;

/** Up to the next blank from an offset. */
function endOfRun(text: string, from: number): number {
  const blank = text.slice(from).search(/\s/);
  return blank < 0 ? text.length : from + blank;
}

/** Percent-encoded where it is not so yet; undefined for what is no text, such as half a pair. */
function encoded(address: string): string | undefined {
  try {
    return encodeURI(address).replaceAll('%25', '%');
  } catch {
    return undefined;
  }
}

/**
 * The addresses of a text that X cuts, reads together with what stands next to them, or does not link at all.
 * @param isAccident whether a link was meant as words.
 */
export function misreadLinks(subject: Subject, isAccident: (link: Entity) => boolean): MisreadLink[] {
  const { text, draft } = subject;
  const found: MisreadLink[] = [];
  if (draft.link !== undefined && /\s/.test(draft.link.trim())) found.push(...blankInside(subject, draft.link.trim()));
  for (const link of subject.links) {
    if (found.length >= MAX_FOUND) return found;
    const { start, end } = link.span;
    if (found.some(({ span }) => span.start <= start && start < span.end)) continue;
    if (isAccident(link)) continue;
    const second = link.text.slice(1).search(/[a-z0-9]https?:\/\//i);
    const sentence = link.text.search(SENTENCE_BEHIND);
    if (second >= 0 && !/[?&=]/.test(link.text.slice(0, second))) {
      const at = second + 2;
      const whole = `${link.text.slice(0, at)} ${link.text.slice(at)}`;
      found.push({ kind: 'glued', span: link.span, linked: link.text, whole });
    } else if (sentence >= 0 && /^https?:/i.test(link.text) && !/wiki/i.test(link.text)) {
      const at = sentence + 2;
      const whole = `${link.text.slice(0, at)} ${link.text.slice(at)}`;
      found.push({ kind: 'glued', span: link.span, linked: link.text, whole });
    } else if (end < text.length && !CLOSED.test(text.slice(end, end + 12))) {
      const rest = text.slice(end, endOfRun(text, end));
      // An emoji behind an address is none of it.
      if (!LETTER().test(rest) || /^[^\p{L}\p{N}]*\p{Extended_Pictographic}/u.test(rest)) continue;
      const span = { start, end: end + rest.length };
      found.push({ kind: 'cut', span, linked: link.text, whole: encoded(link.text + rest) });
    }
  }
  if (!text.includes('://')) return found;
  for (const { index } of text.matchAll(WRITTEN)) {
    if (found.length >= MAX_FOUND) break;
    const isLinked = subject.entities.some(({ span }) => span.start <= index && index < span.end);
    if (isLinked || found.some(({ span }) => span.start <= index && index < span.end)) continue;
    const before = /\S*$/.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? '';
    const end = endOfRun(text, index);
    if (!/[a-z0-9]\.[a-z]/i.test(text.slice(index, end))) continue;
    const isGlued = /[\p{L}\p{N}_]$/u.test(before);
    found.push({
      kind: 'notLinked',
      span: { start: isGlued ? index - before.length : index, end },
      linked: '',
      whole: isGlued ? `${before} ${text.slice(index, end)}` : undefined,
    });
  }
  return found;
}

/** A link of the front matter with a blank in it, which stands in the text as it is. */
function blankInside({ text, links }: Subject, link: string): MisreadLink[] {
  const start = text.lastIndexOf(link);
  if (start < 0) return [];
  const linked = links.find(({ span }) => span.start === start)?.text ?? '';
  return [{ kind: 'cut', span: { start, end: start + link.length }, linked, whole: encoded(link) }];
}
