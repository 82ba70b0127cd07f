import { lazy } from '#base/lazy.js';
import { findPhrases } from '#words/phrases.js';
import { replace } from '#lint/edit-builders.js';
import type { Subject } from '#lint/subject.js';
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
  lui: '-lui',
  leur: '-leur',
  y: '-y',
  en: '-en',
};
const CLITIC_AND_VERB = lazy(() => /^\s*(?:(nous|vous|se|me|le|la|les|lui|leur|y|en)\s+|(s'|m'))?([\p{L}-]+)/u);
/** What a phrase of announcement takes with it: "annoncer que nous ouvrons" leaves "nous ouvrons". */
const THAT = /^\s*(?:que\s+|qu['’]|that\s+)/i;
const ANNOUNCES = /(?:annoncer|informer|apprendre|dire|savoir|announce|share|inform you|say|let you know)$/;
/** What says that something is so and leaves it said: "il faut savoir que les loyers montent". */
const CLAIMS = /(?:que|qu'|that)$/;
/** An opinion is no padding: without these words it would be stated as a fact. */
const HEDGES = /avis|selon moi|pense|crois|trouve|peut dire|opinion|think|believe|feel that|personally/;
/** Phrases to the reader, before an English verb that is the same as its imperative. */
const LEADS_TO_VERB =
  /(?:feel free|hesitate|invite you|invited|be sure|make sure|take the time|take a moment) to$|ahead and$/;
/** Said to one person, whom the imperatives of the table do not address. */
const FAMILIAR = /^n'hésite pas/;
/** What a command in the middle of a sentence may follow. */
const COMMAND_MAY_FOLLOW = lazy(() => /(?:[,;)»—–]|\p{Extended_Pictographic}\ufe0f?|\s-)\s*$/u);
const AND = /(?:^|\s)(?:et|puis|ou)\s+$/i;
/** A second verb that hangs on the same phrase: "à lire et à partager". */
const SECOND_VERB = lazy(
  () =>
    /^(?:[^.!?…\n]*?\s)?(?:et|ou|puis)\s+(?:à\s+|de\s+|d')?(?:(?:nous|vous|se|me|le|la|les|y|en)\s+|[sml]')?([\p{L}-]+)/u,
);
const SENTENCE_START = lazy(() => /(?:^|[.!?…:\n]\s*|^[\p{Extended_Pictographic}\ufe0f\s]+)$/u);

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
    const before = text.slice(0, span.start);
    const opens = SENTENCE_START().test(before);
    const commands = COMMAND_MAY_FOLLOW().test(before) || (AND.test(before) && entry.phrase.startsWith("n'hésite"));
    const adjustment = opens
      ? adjustAfter(entry.phrase, rest, language, lexicon.imperatives)
      : commands
        ? asVerb(entry.phrase, rest, lexicon.imperatives)
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

interface Adjustment {
  /** Characters behind the phrase that go with it. */
  readonly taken: number;
  readonly put: string;
}

function adjustAfter(
  phrase: string,
  rest: string,
  language: string | undefined,
  verbs: Readonly<Record<string, string>>,
): Adjustment | undefined {
  const verb = asVerb(phrase, rest, verbs);
  if (verb !== undefined) return verb;
  if (ANNOUNCES.test(phrase)) {
    const that = THAT.exec(rest)?.[0].length ?? 0;
    return openingWord(rest, that);
  }
  if (HEDGES.test(phrase)) return undefined;
  if (CLAIMS.test(phrase) || (language === 'en' && LEADS_TO_VERB.test(phrase))) return openingWord(rest, 0);
  // "En effet, nous ouvrons": the comma goes too.
  const comma = /^\s*,\s*/.exec(rest)?.[0].length;
  return comma === undefined ? undefined : openingWord(rest, comma);
}

/** The next word, to be written with a capital. */
function openingWord(rest: string, from: number): Adjustment | undefined {
  const match = /^\s*([\p{L}][\p{L}\p{M}’']*)/u.exec(rest.slice(from));
  return match === null ? undefined : { taken: from + match[0].length, put: match[1] ?? '' };
}

function asVerb(phrase: string, rest: string, verbs: Readonly<Record<string, string>>): Adjustment | undefined {
  if (!/\s(?:à|de|d')$/.test(phrase) || FAMILIAR.test(phrase)) return undefined;
  const match = CLITIC_AND_VERB().exec(rest.replaceAll('’', "'"));
  const infinitive = match?.[3]?.toLowerCase() ?? '';
  const imperative = Object.hasOwn(verbs, infinitive) ? verbs[infinitive] : undefined;
  if (match === null || imperative === undefined) return undefined;
  const second = SECOND_VERB().exec(rest.slice(match[0].length).replaceAll('’', "'"))?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(verbs, second)) return undefined;
  const pronoun = match[1] ?? match[2];
  return { taken: match[0].length, put: imperative + (pronoun === undefined ? '' : (CLITICS[pronoun] ?? '')) };
}
