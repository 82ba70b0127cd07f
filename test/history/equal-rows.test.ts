import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHistory, type TestHistory } from './open-history.js';

const ID = '1500000000000000001';
const OTHER = '1500000000000000002';
const repeat = (rows: number, row: (index: number) => string): string[] =>
  Array.from({ length: rows }, (_, index) => row(index));
const tableRow = (id: string): string => `${id},A post about the garden,2022-03-06T09:00:00Z,4`;
const table = (rows: readonly string[]): string => ['id,text,at,likes', ...rows].join('\n');

/** Files that say the same of one post, or of two in turn, as many times as `rows`. */
const FILES = [
  { kind: 'a table', name: 'posts.csv', write: (rows: number) => table(repeat(rows, () => tableRow(ID))), posts: 1 },
  {
    kind: 'a table of two posts in turn',
    name: 'posts.csv',
    write: (rows: number) => table(repeat(rows, (index) => tableRow(index % 2 === 0 ? ID : OTHER))),
    posts: 2,
  },
  {
    kind: 'a list of an archive',
    name: 'tweets.js',
    write: (rows: number) =>
      `window.YTD.tweets.part0 = [${repeat(rows, () => JSON.stringify({ tweet: { id_str: ID, full_text: 'A post', favorite_count: '4' } })).join(',\n')}]`,
    posts: 1,
  },
];

describe('many equal rows of one post', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tweetspan-equal-rows-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Imports a file of so many rows; gives the processor time in ms, and the history. */
  async function importRows({ name, write }: (typeof FILES)[number], rows: number): Promise<[number, TestHistory]> {
    const path = join(folder, name);
    writeFileSync(path, write(rows));
    const history = await openHistory();
    const before = process.cpuUsage();
    await history.import([path], { observedAt: Date.UTC(2026, 0, 31) });
    const { user, system } = process.cpuUsage(before);
    return [(user + system) / 1000, history];
  }

  it.each(FILES)('in $kind take a time that grows with their number', async (file) => {
    await importRows(file, 1000);
    const [few] = await importRows(file, 6000);
    const [many, history] = await importRows(file, 24_000);
    expect([...history.contents().posts]).toHaveLength(file.posts);
    // Four times the rows; sixteen times the time would be its square.
    expect(many / few).toBeLessThan(8);
  });
});
