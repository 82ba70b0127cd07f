/**
 * What a word may be the plural of, the likeliest first; empty when it does not look like one. It guesses from the
 * ending alone: whoever asks must know which of the forms is a word.
 */
export function singularsOf(word: string, language: string | undefined): string[] {
  if (language === 'en') return englishSingulars(word);
  if (!/[sx]$/.test(word)) return [];
  const bare = word.slice(0, -1);
  return word.endsWith('aux') ? [bare, `${word.slice(0, -3)}al`] : [bare];
}

function englishSingulars(word: string): string[] {
  if (!word.endsWith('s') || word.endsWith('ss')) return [];
  const bare = word.slice(0, -1);
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, bare];
  return /(?:s|x|z|ch|sh|o)es$/.test(word) ? [word.slice(0, -2), bare] : [bare];
}

/** The plural of a noun, or undefined where rules do not give it: a French phrase, of which several words change. */
export function pluralOf(noun: string, language: string | undefined): string | undefined {
  if (language === 'en') {
    if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
    return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
  }
  if (/[ '-]/.test(noun)) return undefined;
  if (/[sxz]$/.test(noun)) return noun;
  if (/(?:eau|eu)$/.test(noun)) return `${noun}x`;
  return noun.endsWith('al') ? `${noun.slice(0, -2)}aux` : `${noun}s`;
}
