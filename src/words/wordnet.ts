import type { Thesaurus } from './thesaurus.js';

const TITLE = /^(WordNet \d+\.\d+)\b[^|\n]*\n/;

/**
 * The English thesaurus that the build makes of WordNet: a first line with its name and owner, then a line
 * `|word|word|…|` for each set of words that share their usual sense.
 *
 * It has half a megabyte: searched as it stands it answers in less than a millisecond, and needs no index.
 * @throws RangeError when the text is not that export.
 */
export function readWordnet(text: string): Thesaurus {
  const name = TITLE.exec(text)?.[1];
  if (name === undefined) throw new RangeError('the text is no export of WordNet: its first line does not say so');
  return { name, lookUp: (word) => (/[|\n]/.test(word) ? [] : findLineMates(text, word)) };
}

/** The other words of every line that holds a word. */
function findLineMates(text: string, word: string): string[] {
  const sharers = new Set<string>();
  const sought = `|${word}|`;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const line = text.slice(text.lastIndexOf('\n', at) + 2, text.indexOf('|\n', at));
    for (const other of line.split('|')) if (other !== word) sharers.add(other);
  }
  return [...sharers];
}
