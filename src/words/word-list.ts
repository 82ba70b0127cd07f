// Reads the graph of all forms of a language that `scripts/dictionary/graph.mjs` writes: nothing of it is unpacked.

/** What a form may be, as bits; `lower` of those that are written in lower case, `plain` of words without endings. */
export const WORD_CLASS = { noun: 1, adjective: 2, plural: 4, verb: 8, name: 16, lower: 32, plain: 64 } as const;

/** All forms of a language. */
export interface WordList {
  /** The classes of a form in lower case, or undefined for what is no form of the language. */
  lookUp(word: string): number | undefined;
  /** Forms that differ by accents alone, or else by one letter more, less, other or two in the other order. */
  closeTo(word: string): { readonly word: string; readonly changes: number; readonly edited: boolean }[];
}

const FIRST_CLASS = 0x200;
const MAX_CLOSE = 40;

const fold = (letter: string): string =>
  letter.length === 1 && letter < '\u00c0' ? letter : letter.normalize('NFD').charAt(0);

/**
 * Opens a list of words.
 * @param bytes what the build wrote: a line with the letters, then edges of four bytes, from a multiple of four on.
 */
export function openWordList(bytes: Uint8Array): WordList {
  const lineEnd = bytes.indexOf(0x0a);
  const letters = [...new TextDecoder().decode(bytes.subarray(0, lineEnd))];
  const codes = new Map(letters.map((letter, index) => [letter, index]));
  const firstClass = letters.findIndex((letter) => (letter.codePointAt(0) ?? 0) >= FIRST_CLASS);
  const from = bytes.byteOffset + 4 * Math.ceil((lineEnd + 1) / 4);
  const view = new DataView(bytes.buffer, from, bytes.byteLength - (from - bytes.byteOffset));
  const edgeAt = (index: number): number => view.getUint32(4 * index, true);
  const root = edgeAt(0);
  const isLast = (edge: number): boolean => (edge & 0x80) !== 0;
  const codeOf = (edge: number): number => edge & 0x7f;
  const targetOf = (edge: number): number => Math.floor(edge / 256);
  const follow = (node: number, code: number | undefined): number => {
    if (node === 0 || code === undefined) return 0;
    for (let index = node; ; index += 1) {
      const edge = edgeAt(index);
      if (codeOf(edge) === code) return targetOf(edge);
      if (isLast(edge)) return 0;
    }
  };
  const classesAt = (node: number): number | undefined => {
    if (node === 0) return undefined;
    for (let index = node; ; index += 1) {
      const edge = edgeAt(index);
      const code = codeOf(edge);
      if (code >= firstClass) return (letters[code]?.codePointAt(0) ?? 0) - FIRST_CLASS;
      if (isLast(edge)) return undefined;
    }
  };
  const lookUp = (word: string): number | undefined => {
    let node = root;
    for (const letter of word) {
      node = follow(node, codes.get(letter));
      if (node === 0) return undefined;
    }
    return classesAt(node);
  };
  const isKnown = (word: string): boolean => ((lookUp(word) ?? 0) & WORD_CLASS.lower) !== 0;

  /** All forms with the same letters but for accents, walked letter by letter. */
  function sameLetters(word: string): string[] {
    const found: string[] = [];
    const wanted = [...word].map(fold);
    const walk = (node: number, at: number, built: string): void => {
      if (found.length >= MAX_CLOSE || node === 0) return;
      if (at === wanted.length) {
        if (isKnown(built)) found.push(built);
        return;
      }
      for (let index = node; ; index += 1) {
        const edge = edgeAt(index);
        const letter = letters[codeOf(edge)] ?? '';
        if (codeOf(edge) < firstClass && fold(letter) === wanted[at]) walk(targetOf(edge), at + 1, built + letter);
        if (isLast(edge)) return;
      }
    };
    walk(root, 0, '');
    return found;
  }

  const plainLetters = letters.slice(0, firstClass).filter((letter) => /[A-Za-zÀ-ÿŒœ]/.test(letter));
  return {
    lookUp,
    closeTo(word) {
      const changed = (other: string): number => [...other].filter((letter, index) => letter !== word[index]).length;
      const accented = sameLetters(word).map((other) => ({ word: other, changes: changed(other), edited: false }));
      if (accented.length > 0) return accented.sort((a, b) => a.changes - b.changes);
      const edits = new Set<string>();
      const tryOne = (other: string): void => {
        if (isKnown(other)) edits.add(other);
      };
      for (let at = 0; at <= word.length; at += 1) {
        const [before, after] = [word.slice(0, at), word.slice(at)];
        if (after !== '') tryOne(before + after.slice(1));
        if (after.length > 1) tryOne(before + after.charAt(1) + after.charAt(0) + after.slice(2));
        for (const letter of plainLetters) {
          tryOne(before + letter + after);
          if (after !== '') tryOne(before + letter + after.slice(1));
        }
      }
      edits.delete(word);
      return [...edits].map((other) => ({ word: other, changes: 1, edited: true }));
    },
  };
}
