// Which gate against nonsense a draft fails, worked out once: more than one rule looks at it.
import { lazyFor } from '#base/lazy.js';
import { replace } from './edits.js';
import { toNonsenseInput } from './measures.js';
import { hasUnknownWords, isShuffled, nonsenseKind } from './nonsense.js';
import type { Subject } from './subject.js';

/** The gate against nonsense that a text fails. Slips of writing are set right before order is judged. */
export const nonsenseGate = lazyFor((subject: Subject): ReturnType<typeof nonsenseKind> => {
  const input = toNonsenseInput(subject);
  const gate = nonsenseKind(input, subject.lexicon !== undefined || subject.language === undefined);
  const { proofreader, language } = subject;
  // A language without a dictionary of its own would look like one without words.
  if (gate === undefined && proofreader?.knows('a', language) !== undefined) {
    // The draft's own language first: the other list is read from its file for foreign words only.
    const languages = new Set([language, 'fr', 'en']);
    const isKnown = (word: string): boolean => [...languages].some((one) => proofreader.knows(word, one) !== undefined);
    if (hasUnknownWords(input, isKnown)) return 'letters';
  }
  if (gate !== 'order') return gate;
  let end = 0;
  const corrections = (subject.proofreader?.faultsIn(subject) ?? []).flatMap(({ span, meant }) => {
    if (meant === undefined || span.start < end) return [];
    end = span.end;
    return [replace(span, meant)];
  });
  return corrections.length === 0 || isShuffled(toNonsenseInput(subject, corrections)) ? gate : undefined;
});
