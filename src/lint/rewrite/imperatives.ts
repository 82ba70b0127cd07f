import { findPhrases } from '../../words/phrases.js';
import { replace } from '../edit-builders.js';
import type { Subject } from '../subject.js';
import type { Proposal } from './proposal.js';

/** Pronouns before a French infinitive, as they stand behind its imperative: "nous contacter" is "contactez-nous". */
const CLITICS: Readonly<Record<string, string>> = {
  nous: '-nous',
  vous: '-vous',
  se: '-vous',
  "s'": '-vous',
  me: '-moi',
  "m'": '-moi',
  le: '-le',
  la: '-la',
  les: '-les',
  "l'": '-le',
  y: '-y',
};
const CLITIC_AND_VERB = /^\s*(?:(nous|vous|se|me|le|la|les|y)\s+|(s'|m'|l'))?([\p{L}-]+)/u;
/** What a phrase of announcement takes with it: "annoncer que nous ouvrons" leaves "nous ouvrons". */
const THAT = /^\s*(?:que\s+|qu['’]|that\s+)/i;
const ANNOUNCES = /(?:annoncer|informer|apprendre|dire|savoir|announce|share|inform you|say|let you know)$/;
/** Phrases before an English verb that is the same as its imperative. */
const LEADS_TO_VERB = /(?:to|and)$|^(?:please|kindly)$/;
const SENTENCE_START = /(?:^|[.!?…:\n]\s*|^[\p{Extended_Pictographic}\ufe0f\s]+)$/u;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Padding taken out where the sentence can be mended around the gap: "N'hésitez pas à lire" becomes "Lisez", "Nous avons
 * le plaisir de vous annoncer que nous ouvrons" becomes "Nous ouvrons". Where no table tells how, nothing is proposed.
 */
export function imperatives(subject: Subject): Proposal[] {
  const { text, lexicon, protectedSpans, language } = subject;
  if (lexicon === undefined) return [];
  const found = findPhrases(text, lexicon.wordy, ({ phrase }) => phrase, protectedSpans);
  return found.flatMap(({ entry, span }) => {
    if (entry.class !== 'deletion') return [];
    const rest = text.slice(span.end);
    const opens = SENTENCE_START.test(text.slice(0, span.start));
    const mended = opens
      ? mendAfter(entry.phrase, rest, language, lexicon.imperatives)
      : asVerb(entry.phrase, rest, lexicon.imperatives);
    if (mended === undefined) return [];
    const { taken, put } = mended;
    const whole = { start: span.start, end: span.end + taken };
    // Nothing inside a link, tag or mention may be taken along.
    if (protectedSpans.some((other) => other.start < whole.end && whole.start < other.end)) return [];
    const written = opens ? capital(put) : put;
    return [{ operation: 'imperative', title: written, edits: [replace(whole, written)] }];
  });
}

interface Mended {
  /** Characters behind the phrase that go with it. */
  readonly taken: number;
  readonly put: string;
}

function mendAfter(
  phrase: string,
  rest: string,
  language: string | undefined,
  verbs: Readonly<Record<string, string>>,
): Mended | undefined {
  const verb = asVerb(phrase, rest, verbs);
  if (verb !== undefined) return verb;
  if (ANNOUNCES.test(phrase)) {
    const that = THAT.exec(rest)?.[0].length ?? 0;
    return openingWord(rest, that);
  }
  if (language === 'en' && LEADS_TO_VERB.test(phrase)) return openingWord(rest, 0);
  // "En effet, nous ouvrons": the comma goes too.
  const comma = /^\s*,\s*/.exec(rest)?.[0].length;
  return comma === undefined ? undefined : openingWord(rest, comma);
}

/** The next word, to be written with a capital. */
function openingWord(rest: string, from: number): Mended | undefined {
  const match = /^\s*([\p{L}][\p{L}\p{M}’']*)/u.exec(rest.slice(from));
  return match === null ? undefined : { taken: from + match[0].length, put: match[1] ?? '' };
}

function asVerb(phrase: string, rest: string, verbs: Readonly<Record<string, string>>): Mended | undefined {
  if (!/(?:\bà|\bde|['’])$/.test(phrase)) return undefined;
  const match = CLITIC_AND_VERB.exec(rest.replaceAll('’', "'"));
  const infinitive = match?.[3]?.toLowerCase() ?? '';
  const imperative = Object.hasOwn(verbs, infinitive) ? verbs[infinitive] : undefined;
  if (match === null || imperative === undefined) return undefined;
  const pronoun = match[1] ?? match[2];
  return { taken: match[0].length, put: imperative + (pronoun === undefined ? '' : (CLITICS[pronoun] ?? '')) };
}
