import { distance } from 'fastest-levenshtein';

/** The known name that a mistyped one most likely meant, or undefined when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const typed = name.toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, far: edits(typed, candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best !== undefined && best.far <= mostEdits(typed) ? best.candidate : undefined;
}

/** Edits from one name to another. Two letters in the wrong order, the usual slip, count less than a wrong letter. */
function edits(typed: string, known: string): number {
  const first = [...typed].findIndex((letter, place) => letter !== known[place]);
  const swapped = typed.slice(0, first) + typed.charAt(first + 1) + typed.charAt(first) + typed.slice(first + 2);
  return first >= 0 && swapped === known ? 0.5 : distance(typed, known);
}

/** Edits after which a name may still be meant: half of a short one would make any other. @source own choice */
const mostEdits = ({ length }: string): number => (length < 5 ? 1 : Math.max(2, Math.floor(length / 3)));

/** "; did you mean X?" for the nearest known name, or else "; allowed: …". */
export function hint(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? `; allowed: ${known.join(', ')}` : `; did you mean ${near}?`;
}
