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

/** Which words stand behind which in a table. */
export interface WordPairs {
  has(first: string, second: string): boolean;
}

/**
 * Pairs of words, as rows with `|` between them: `these come first>and these second`. They are searched as they stand,
 * like the words of a set.
 */
export function wordPairs(table: string): WordPairs {
  let rows: readonly (readonly string[])[] | undefined;
  return {
    has(first, second) {
      rows ??= table.split('|').map((row) => row.split('>').map((words) => ` ${words} `));
      return rows.some(
        ([firsts = '', seconds = '']) => firsts.includes(` ${first} `) && seconds.includes(` ${second} `),
      );
    },
  };
}
