// A long table of sorted rows in blocks: a text needs the few that hold its words, so the others are never made strings.

/** Rows as `toSortedRows` puts them, cut into blocks; those of a block begin and end with `|`. */
export interface RowBlocks {
  /** The first key of each block, in order. */
  readonly firsts: readonly string[];
  /** The block at a place in that order. */
  readonly read: (place: number) => string;
}

/** Signs from which a block ends with its row. */
const LONG = 1000;

/**
 * A table in memory, cut into blocks.
 * @param rows as `toSortedRows` puts them.
 * @param sign what stands there between key and value.
 */
export function toRowBlocks(rows: string, sign: string): RowBlocks {
  const blocks: string[] = [];
  for (let start = 0; start < rows.length - 1;) {
    const end = rows.indexOf('|', Math.min(start + LONG, rows.length - 1));
    blocks.push(rows.slice(start, end + 1));
    start = end;
  }
  return {
    firsts: blocks.map((block) => block.slice(1, block.indexOf(sign))),
    read: (place) => blocks[place] ?? '',
  };
}

/** The value of a key, or undefined for a key that the table does not have. */
export function findInBlocks(key: string, { firsts, read }: RowBlocks, sign: string): string | undefined {
  // The first block that begins behind the key; the one before it holds the key, if any does.
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? '') <= key) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return undefined;
  const block = read(low - 1);
  const opening = `|${key}${sign}`;
  const found = block.indexOf(opening);
  if (found < 0) return undefined;
  const start = found + opening.length;
  return block.slice(start, block.indexOf('|', start));
}
