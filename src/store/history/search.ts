import { lazy } from '#base/lazy.js';

/** One word, or several in quotes, maybe behind a minus. */
const PIECE = /-?"[^"]*"|\S+/g;
const HAS_WORD = lazy(() => /[\p{L}\p{N}]/u);

const asPhrase = (piece: string): string => {
  const isPrefix = piece.length > 1 && piece.endsWith('*');
  const words = piece.replace(/^"|"$/g, '').replace(/\*$/, '').replaceAll('"', ' ');
  return `"${words}"${isPrefix ? ' *' : ''}`;
};

/**
 * What people type, in the language of the full-text index: every piece is quoted, so that none of it is an operator of
 * that language. Undefined when there is no word to look for.
 */
export function toMatch(search: string): string | undefined {
  const pieces = (search.match(PIECE) ?? []).filter((piece) => HAS_WORD().test(piece));
  const isOut = (piece: string): boolean => piece.startsWith('-') && piece.length > 1;
  const wanted = pieces.filter((piece) => !isOut(piece)).map(asPhrase);
  if (wanted.length === 0) return undefined;
  const unwanted = pieces.filter(isOut).map((piece) => asPhrase(piece.slice(1)));
  return [wanted.join(' AND '), ...unwanted].join(' NOT ');
}
