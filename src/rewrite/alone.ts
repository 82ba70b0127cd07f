// Calls and praise that stand alone in front of a text, in whatever language.
import { lazy } from '#base/lazy.js';
import { capital, dropOpening, LEAST_REST, type Operation } from './wording.js';

/** What may stand between a segment and the capital behind it. */
export const PARTED = String.raw`(?:[ ]*(?:[.!?…]|[\u203c\u2049\u2190-\u2bff\ufe0f\u200d]|[\ud83c-\ud83e][\udc00-\udfff]))+ `;

/** "A real gem 🏡 Three-bed house …" → "Three-bed house …", where what follows leans on nothing. */
export const aloneInFront = (inFront: () => RegExp, leans: () => RegExp): Operation => ({
  id: 'filler',
  apply(sentence) {
    const { text, isFirst, next } = sentence;
    const length = isFirst ? inFront().exec(text)?.[0].length : undefined;
    if (length === undefined || text.length - length + next.length < LEAST_REST) return undefined;
    const rest = text.slice(length);
    return /^[\p{Lu}\d“«]/u.test(rest) && !leans().test(rest)
      ? { changes: [dropOpening(sentence, length)] }
      : undefined;
  },
});

/** "REPORT: Our new report shows" → "Our new report shows": a label that the sentence names again. */
export const namedTwice = (label: () => RegExp): Operation => ({
  id: 'content-label',
  apply(sentence) {
    const length = label().exec(sentence.text)?.[0].length;
    return length === undefined || sentence.text.length - length < LEAST_REST
      ? undefined
      : { changes: [dropOpening(sentence, length)] };
  },
});

const EMOJI = String.raw`(?:[\u2190-\u2bff\ufe0f\u200d]|[\ud83c-\ud83e][\udc00-\udfff])`;
/** Signs behind a label: emoji among them, or it is a sentence like others. */
const SIGNED = lazy(() => new RegExp(String.raw`^[ !.:\u2013\u2014-]*${EMOJI}(?:${EMOJI}|[ !.:\u2013\u2014-])*`));
const WHOLE = lazy(() => new RegExp(String.raw`^(?:${EMOJI}|[ !.:\u2013\u2014-])*$`));
const HAS_EMOJI = lazy(() => new RegExp(EMOJI));

/** A label, and what the rest must say for it to go. */
export interface SignedLabel {
  /** Emoji that say as much as the label: the first one stays where the rest does not say it. */
  readonly shown?: RegExp;
  readonly label: RegExp;
  readonly says: RegExp;
  /** Whether the whole draft may say it. */
  readonly anywhere?: true;
}

/** "🚨 WE’RE HIRING 🚨 A baker is wanted" → "A baker is wanted": a label between emoji, with them, where the rest says it. */
export const betweenEmoji = (labels: () => readonly SignedLabel[]): Operation => ({
  id: 'content-label',
  apply({ text, next, nextAt, inFront, isFirst, leadsToLink, tags }) {
    if (!isFirst || !HAS_EMOJI().test(inFront)) return undefined;
    for (const { label, says, shown } of labels()) {
      const found = label.exec(text)?.[0];
      if (found === undefined) continue;
      const isWhole = WHOLE().test(text.slice(found.length));
      const signs = isWhole ? undefined : SIGNED().exec(text.slice(found.length))?.[0];
      if (isWhole ? leadsToLink || next === '' : signs === undefined) return undefined;
      const end = isWhole ? nextAt : found.length + (signs?.length ?? 0);
      const rest = isWhole ? next : text.slice(end);
      if (rest.length + (isWhole ? 0 : next.length) < LEAST_REST || !/^[\p{L}\d«“"]/u.test(rest)) return undefined;
      const isSaid = says.test(`${rest} ${next}`) || tags.some((tag) => says.test(tag));
      if (!isSaid && shown?.test(inFront) === true) return { changes: [{ start: 0, end, text: '' }] };
      if (!isSaid) return undefined;
      return { changes: [{ start: -inFront.trimStart().length, end: end + 1, text: capital(rest.charAt(0)) }] };
    }
    return undefined;
  },
});

/** "INVESTIGATION - For 4 months we read the accounts" → "For 4 months we read the accounts": what follows is a sentence. */
export const labelInFront = (labels: () => readonly SignedLabel[]): Operation => ({
  id: 'content-label',
  apply(sentence) {
    const { text, next, nextAt, isFirst, leadsToLink, whole, start } = sentence;
    if (!isFirst) return undefined;
    for (const { label, says, anywhere } of labels()) {
      const found = label.exec(text)?.[0];
      if (found === undefined) continue;
      const isWhole = /^[ \u00a0!.]*$/.test(text.slice(found.length));
      const sign = /^(?:[ \u00a0]?[:|]|[ \u00a0][\u2013\u2014-]|[ \u00a0]?!+)[ \u00a0]+/.exec(
        text.slice(found.length),
      )?.[0];
      if (isWhole ? leadsToLink : sign === undefined) continue;
      const rest = isWhole ? next : text.slice(found.length + (sign ?? '').length);
      if (
        rest.length + (isWhole ? 0 : next.length) < (isWhole ? LEAST_NEXT : LEAST_SAID) ||
        !/^[\p{Lu}\d«“"]/u.test(rest) ||
        !says.test(anywhere ? whole.slice(start + found.length) : rest)
      )
        continue;
      return isWhole
        ? { changes: [{ start: 0, end: nextAt, text: '' }] }
        : { changes: [dropOpening(sentence, text.length - rest.length)] };
    }
    return undefined;
  },
});
/** Least letters of a sentence that says what its label does. */
const LEAST_SAID = 40;
/** The same where the label is a sentence. */
const LEAST_NEXT = 20;

/** "Patch notes https://…" → "Patch notes: https://…": a label leads to its link by a colon. */
export const ledByColon = (label: () => RegExp, colon: string): Operation => ({
  id: 'spelling',
  apply({ text, isFirst, leadsToLink }) {
    return isFirst || !leadsToLink || !label().test(text)
      ? undefined
      : { changes: [{ start: text.length, end: text.length, text: colon }] };
  },
});

/** A label in capitals, and how a sentence opens behind it. */
const CAPITALS = lazy(() => /^(?<label>[A-ZÀ-ÞŒ]{3,}(?:[ ’'-][A-ZÀ-ÞŒ]+){0,3}) (?=\p{Lu}(?:[’']?\p{Ll}|[ ’']))/u);

/**
 * "GREAT NEWS The kite is back" → "The kite is back", where the label is empty; "VICTOIRE Les filles" → "VICTOIRE : les
 * filles": without a sign the two run into each other.
 */
export const labelInCapitals = (isEmpty: () => RegExp, oneWord: RegExp, common: RegExp, colon: string): Operation => ({
  id: 'content-label',
  apply(sentence) {
    const { text, next, isFirst, inFront } = sentence;
    const match = isFirst ? CAPITALS().exec(text) : null;
    const length = match?.[0].length ?? 0;
    const label = match?.groups?.['label'];
    const rest = text.slice(length);
    // "APPEL À PROJETS" goes on in capitals, and a bracket parts the two already.
    if (label === undefined || rest.length + next.length < LEAST_SAID || !common.test(rest)) return undefined;
    if (/^\S+ ?\p{Lu}{2}/u.test(rest) || /[[(]$/.test(inFront)) return undefined;
    if (isEmpty().test(label)) return { changes: [dropOpening(sentence, length)] };
    // One word in capitals may be a name, or code.
    if (!label.includes(' ') && !oneWord.test(label)) return undefined;
    const first = /^I[ ’']/.test(rest) ? 'I' : rest.charAt(0).toLowerCase();
    return { changes: [{ start: label.length, end: length + 1, text: `${colon} ${first}` }] };
  },
});

/** "VICTOIRE ! Les filles" → "Victoire ! Les filles": one word alone is known to be a word by its list. */
export const calmLabel = (oneWord: RegExp): Operation => ({
  id: 'plain-words',
  apply({ text, isFirst }) {
    const word = isFirst ? /^[A-ZÀ-ÞŒ]{4,}(?=[ \u00a0\u202f]?!)/.exec(text)?.[0] : undefined;
    if (word === undefined || !oneWord.test(word)) return undefined;
    return { changes: [{ start: 0, end: word.length, text: capital(word.toLowerCase()) }] };
  },
});
