import { assertBounded, MAX_CHARACTERS } from './bounds.js';
import { scanEntities, type Entity } from './entities.js';
import { detectLanguage, type LanguageCode, type LanguageModel } from './language.js';
import { POST_LIMIT, weigh, type LengthParts } from './weight.js';

/** What a text is as a post. */
export interface ParsedTweet {
  /** Length as X counts it, after NFC. */
  readonly weightedLength: number;
  readonly parts: LengthParts;
  /** Whether X would take it: not empty, within the limit, without forbidden characters. */
  readonly valid: boolean;
  /** Spans are UTF-16 offsets into the text as given. */
  readonly entities: readonly Entity[];
  readonly language: LanguageCode | undefined;
}

/** What parsing leaves to its caller. */
export interface ParseOptions {
  /** Weighted length allowed; 280 by default. */
  readonly limit?: number;
  /** UTF-16 units beyond which the text is refused unread; 5,000 by default. */
  readonly maxCharacters?: number;
  readonly languageModel?: LanguageModel;
}

// Byte-order marks and non-characters, which X refuses (twitter-text, hasInvalidCharacters).
const FORBIDDEN = /[\ufffe\ufeff\uffff]/;

/** What a text is as a post, whatever its language. */
export type MeasuredTweet = Omit<ParsedTweet, 'language'>;

/**
 * Entities, weighted length and validity of a text.
 * @throws TextTooLongError beyond `maxCharacters`.
 */
export function measureTweet(
  text: string,
  { limit = POST_LIMIT, maxCharacters = MAX_CHARACTERS }: Pick<ParseOptions, 'limit' | 'maxCharacters'> = {},
): MeasuredTweet {
  assertBounded(text, maxCharacters);
  const found = scanEntities(text);
  const { entities } = found;
  const composed = text.normalize('NFC');
  const { weighted, parts } = weigh(composed, composed === text ? found : scanEntities(composed));
  const valid = weighted > 0 && weighted <= limit && !FORBIDDEN.test(text);
  return { weightedLength: weighted, parts, valid, entities };
}

/**
 * Entities, weighted length, validity and language of a text.
 * @throws TextTooLongError beyond `maxCharacters`.
 */
export function parseTweet(text: string, options: ParseOptions = {}): ParsedTweet {
  const measured = measureTweet(text, options);
  return { ...measured, language: detectLanguage(text, measured.entities, options.languageModel) };
}
