import type { Span } from '#tweet/bounds.js';
import { emptyWording, type WordingKind } from '#words/wording.js';
import { roundaboutWords, type Roundabout } from '#words/roundabout.js';
import { countTelling } from './measures.js';
import { spanOverlaps, type Subject, type Word } from './subject.js';

/** Words that say nothing, or take a long way to say it. */
export interface WordingFault {
  readonly kind: WordingKind | Roundabout;
  readonly span: Span;
}

// Two rules look at the same subject.
const known = new WeakMap<Subject, readonly WordingFault[]>();

/** Empty and roundabout wording in a draft, in the order of its text; of two on the same words the first kind stays. */
export function wordingFaults(subject: Subject): readonly WordingFault[] {
  const found = known.get(subject);
  if (found !== undefined) return found;
  const { text, lexicon, language, protectedSpans } = subject;
  const faults: WordingFault[] = [];
  if (lexicon !== undefined) {
    const add = (fault: WordingFault, isSame: (other: WordingFault) => boolean): void => {
      const isProtected = protectedSpans.some((other) => spanOverlaps(other, fault.span));
      if (!isProtected && !faults.some((other) => isSame(other) && spanOverlaps(other.span, fault.span)))
        faults.push(fault);
    };
    for (const fault of emptyWording(text, lexicon, protectedSpans)) add(fault, () => true);
    // A sentence may be passive and hold a noun for a verb as well: these are two faults.
    for (const fault of roundaboutWords(text, language)) {
      add(fault, (other) => other.kind === fault.kind || other.kind === 'boast' || fault.kind === 'frame');
    }
  }
  const ordered = faults.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  known.set(subject, ordered);
  return ordered;
}

/** What stays when a sentence is turned: these say something in a roundabout way. */
const SAYS_SOMETHING: ReadonlySet<string> = new Set(['passive', 'nominalization', 'frame']);

/**
 * How many words say something, outside links, tags and mentions and outside wording that could go: so a text gains
 * nothing by announcing itself.
 */
export function countSubstance(subject: Subject): number {
  const empty = wordingFaults(subject).filter(({ kind }) => !SAYS_SOMETHING.has(kind));
  const telling = countTelling(subject);
  if (empty.length === 0) return telling;
  const inEmpty = subject.words.filter(
    ({ kind, inTag, word, span }) =>
      kind !== 'stop' && !inTag && !word.endsWith("'") && empty.some((other) => spanOverlaps(other.span, span)),
  );
  return telling - inEmpty.length;
}

/** What announces instead of saying. */
const LABELS: ReadonlySet<string> = new Set(['leadIn', 'boast', 'contentLabel', 'emptyPointer']);
/** Words with a subject that are left of a text that says something. */
const LEAST_SUBJECTS = 3;

/** Words beside an announcement that say something, whatever they are. */
const LONG_REST = 14;
/** Words from which a sentence is more than a heading or a greeting. */
const WHOLE_SENTENCE = 6;

/** The words of each sentence, those of tags left out. */
function sentencesIn({ text, words }: Subject): Word[][] {
  const sentences: Word[][] = [];
  let end = -1;
  for (const word of words) {
    if (word.inTag) continue;
    const last = sentences.at(-1);
    if (last === undefined || /[.!?…:\n]|https?:/.test(text.slice(end, word.span.start))) sentences.push([word]);
    else last.push(word);
    end = word.span.end;
  }
  return sentences;
}

/** Whether nothing but an announcement is left: without its labels, boasts and pointers, a text hardly names a subject. */
export function saysNothing(subject: Subject): boolean {
  const faults = wordingFaults(subject).filter(
    ({ kind }) => LABELS.has(kind) || kind === 'cliche' || kind === 'courtesy',
  );
  if (faults.length === 0) return false;
  const cliches = faults.filter(({ kind }) => kind === 'cliche').length;
  const least = faults.some(({ kind }) => LABELS.has(kind)) ? LEAST_SUBJECTS : cliches > 1 ? 2 : 1;
  // A whole sentence without any of these says something: "Your meter can be read online."
  if (
    sentencesIn(subject).some(
      (words) =>
        words.length >= WHOLE_SENTENCE &&
        !faults.some((fault) => words.some(({ span }) => spanOverlaps(fault.span, span))) &&
        words.some(({ kind }) => kind === 'subject'),
    )
  )
    return false;
  const rest = subject.words.filter(
    ({ inTag, span }) => !inTag && !faults.some((other) => spanOverlaps(other.span, span)),
  );
  if (rest.length >= LONG_REST) return false;
  const telling = rest.filter(({ kind, text }) => kind === 'subject' || /\d/.test(text));
  return telling.length < least;
}
