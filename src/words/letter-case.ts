import { lazy } from '#base/lazy.js';

/** A text with the case of what it replaces: it opens with a capital where the other did. */
export function matchCase(original: string, text: string): string {
  const first = original.charAt(0);
  const opensWithCapital = first !== first.toLowerCase();
  return opensWithCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const CAPITAL = lazy(() => /^\p{Lu}/u);

/** Whether a word opens with a capital. Those of Western Europe are told without the sets of Unicode. */
export function isCapitalized(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first < 0x180) return word.charAt(0) !== word.charAt(0).toLowerCase();
  return CAPITAL().test(word);
}
