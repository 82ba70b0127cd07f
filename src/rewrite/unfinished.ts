// Faults that are left for the author.
import type { LintReport } from '#lint/finding.js';

/** Warnings with which a better text may still be posted. */
const MINOR: ReadonlySet<string> = new Set(
  'none tooFew sameMeaning noSubject elidedTag unreadable noKeyword missingKeyword ephemeralVariant thin fewWords repetition repeated stale buriedInterest'.split(
    ' ',
  ),
);
/** Faults of style and time: what was reworded may keep one, but tags alone do not make such a text a good one. */
const OF_STYLE: ReadonlySet<string> = new Set(
  'passive nominalization wordy padding frame longSentence vague ephemeral pastDate expires season'.split(' '),
);
const TEXT_RULES: ReadonlySet<string> = new Set(['quality', 'concision', 'keywords', 'hashtags', 'mentions']);

/** Whether a fault is left with which nobody would post the text, whatever else was made better. */
export function isUnfinished(text: string, report: LintReport, isReworded: boolean): boolean {
  // A list is laid out by its author.
  if (/^[*+-] /m.test(text)) return true;
  return report.findings.some(
    ({ rule, messageId, severity }) =>
      severity !== 'info' && TEXT_RULES.has(rule) && !MINOR.has(messageId) && !(isReworded && OF_STYLE.has(messageId)),
  );
}
