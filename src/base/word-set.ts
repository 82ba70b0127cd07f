/** Whether a word is one of a few dozen. */
export interface WordSet {
  has(word: string): boolean;
}

/**
 * A set of words, as they stand with a blank between them. They are searched, not sorted in: to make sets of all such words
 * took 2 % of a `lint`.
 */
export function wordSet(words: string): WordSet {
  const list = ` ${words} `;
  return { has: (word) => list.includes(` ${word} `) };
}
