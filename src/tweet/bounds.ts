/**
 * The longest text that is looked into, in UTF-16 units. twitter-text's search for links takes time that grows with
 * the square of the length: 4,000 units of its worst case take 26 ms, 25,000 take 760 ms.
 */
export const MAX_CHARACTERS = 5000;

/** A text that is refused before it is parsed. */
export class TextTooLongError extends Error {
  override readonly name = 'TextTooLongError';
}

/**
 * Refuses a text over the bound.
 * @throws TextTooLongError naming both lengths.
 */
export function assertBounded(text: string, maxCharacters = MAX_CHARACTERS): void {
  if (text.length <= maxCharacters) return;
  const [received, allowed] = [text.length, maxCharacters].map((count) => count.toLocaleString('en-US'));
  throw new TextTooLongError(
    `the text has ${received} characters, at most ${allowed} are read; keep one post per file`,
  );
}
