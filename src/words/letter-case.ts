/** A text with the case of what it replaces: it opens with a capital where the other did. */
export function matchCase(original: string, text: string): string {
  const first = original.charAt(0);
  const opensWithCapital = first !== first.toLowerCase();
  return opensWithCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
