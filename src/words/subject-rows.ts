// How the subjects of a language are laid out, so that those that open with a word are found at once.
import { toSortedRows } from './sorted-rows.js';
import { tokenize } from './tokens.js';

/** Stands behind the word that opens subjects, and between these. */
export const BETWEEN = '<';

/**
 * Subjects by the word that they open with, each with its field: `|roof<roof>housing<Roof garden>garden|`. Each field is a
 * subject of its own. One that opens with no whole word ("C++") is left out: nothing read in a text would find it.
 */
export function toSubjectRows(subjects: Readonly<Record<string, string>>): string {
  const rows = new Map<string, string>();
  for (const [field, list] of Object.entries(subjects)) {
    for (const subject of [field, ...list.split('|')]) {
      const [name = ''] = subject.split('=');
      const [first] = tokenize(name.toLowerCase());
      if (first?.span.start !== 0 || !/^(?:$|[ '])/.test(name.slice(first.span.end))) continue;
      const before = rows.get(first.word);
      rows.set(first.word, `${before === undefined ? '' : `${before}${BETWEEN}`}${subject}>${field}`);
    }
  }
  return toSortedRows(rows, BETWEEN);
}
