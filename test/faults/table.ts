import { stdout } from 'node:process';

const HEAD = [
  'what happens',
  'workers',
  'items',
  'kills',
  'posted',
  'waits for a person',
  'refused or missed',
  'second copies',
  'lost',
  'seconds',
] as const;

/** One row: what happened, and a number for each column behind it. */
export type FaultRow = readonly [what: string, ...counts: number[]];

/** Prints the rows under their heads, in columns. @param note stands below. */
export function printTable(rows: readonly FaultRow[], note: string): void {
  const cells = [HEAD, ...rows.map((row) => row.map(String))];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  stdout.write(`\n${cells.map(line).join('\n')}\n(${note})\n`);
}
