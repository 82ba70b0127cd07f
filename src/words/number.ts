/**
 * What a word may be the plural of, the likeliest first; empty when it does not look like one. It guesses from the
 * ending alone: whoever asks must know which of the forms is a word.
 */
export function singularize(word: string, language: string | undefined): string[] {
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

/** The complement of a French noun, which stays as it is: "maisons de retraite". */
const COMPLEMENT = /(?=\s(?:de\s|d['’]|à\s|en\s|sur\s))/;

/** The plural of a noun, or undefined where rules do not give it: a French compound with hyphens. */
export function pluralize(noun: string, language: string | undefined): string | undefined {
  if (language === 'en') {
    if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
    return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
  }
  if (noun.includes('-')) return undefined;
  const [head = '', ...complement] = noun.split(COMPLEMENT);
  return head.split(' ').map(frenchPlural).join(' ') + complement.join('');
}

function frenchPlural(word: string): string {
  if (/[sxz]$/.test(word)) return word;
  if (/(?:eau|eu)$/.test(word)) return `${word}x`;
  return word.endsWith('al') ? `${word.slice(0, -2)}aux` : `${word}s`;
}
