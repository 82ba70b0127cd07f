import type { Span } from '#tweet/bounds.js';
import { emptyWording, type WordingKind } from '#words/wording.js';
import { roundaboutWords, type Roundabout } from '#words/roundabout.js';
import { spanOverlaps, type Subject } from './subject.js';

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

/** What announces instead of saying. */
const LABELS: ReadonlySet<string> = new Set(['leadIn', 'boast', 'contentLabel', 'emptyPointer']);
/** Words with a subject that are left of a text that says something. */
const LEAST_SUBJECTS = 3;

/** Whether nothing but an announcement is left: without its labels, boasts and pointers, a text hardly names a subject. */
export function saysNothing(subject: Subject): boolean {
  const faults = wordingFaults(subject).filter(
    ({ kind }) => LABELS.has(kind) || kind === 'cliche' || kind === 'courtesy',
  );
  if (faults.length === 0) return false;
  const least = faults.some(({ kind }) => LABELS.has(kind)) ? LEAST_SUBJECTS : 1;
  const empty = faults;
  const left = subject.words.filter(
    ({ inTag, kind, span }) => !inTag && kind === 'subject' && !empty.some((other) => spanOverlaps(other.span, span)),
  );
  const figures = subject.words.filter(
    ({ inTag, text, span }) => !inTag && /\d/.test(text) && !empty.some((other) => spanOverlaps(other.span, span)),
  );
  return left.length + figures.length < least;
}
