// Tables in one text, searched by halves as they stand: to make an object of a table of hundreds of rows takes longer than
// to find the rows of a post.

/**
 * A table in one text: `|key sign value|key sign value|`, in the order of the keys.
 * @param sign what stands between key and value, in none of the keys.
 * @throws RangeError for a key or value that holds a sign of the table itself.
 */
export function toSortedRows(rows: Iterable<readonly [key: string, value: string]>, sign: string): string {
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [key, value] of sorted) {
    if (key.includes(sign) || key.includes('|') || value.includes('|'))
      throw new RangeError(`a row cannot hold | or, in its key, ${sign}: ${key}`);
  }
  return `|${sorted.map(([key, value]) => `${key}${sign}${value}|`).join('')}`;
}

/** The value of a key, or undefined for a key that the table does not have. */
export function findRow(key: string, rows: string, sign: string): string | undefined {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const start = rows.lastIndexOf('|', Math.floor((low + high) / 2));
    const end = rows.indexOf('|', start + 1);
    const keyEnd = rows.indexOf(sign, start + 1);
    const other = rows.slice(start + 1, keyEnd);
    if (other === key) return rows.slice(keyEnd + sign.length, end);
    if (other < key) low = end;
    else high = start;
  }
  return undefined;
}
