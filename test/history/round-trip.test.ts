import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeHistoryLines } from '#history/formats/history-lines.js';
import { writeHistoryTable } from '#history/formats/history-table.js';
import type { HistoryContents } from '#history/ports.js';
import { dump, importFixtures, openHistory, type TestHistory } from './open-history.js';

const FIXTURES = readdirSync('fixtures/history').filter(
  (name) => !['refused', 'archive-other', 'expected'].includes(name),
);

async function readBack(
  history: TestHistory,
  name: string,
  write: (contents: HistoryContents) => Iterable<string>,
): Promise<TestHistory> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-export-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, [...write(history.contents())].join(''));
    const other = await openHistory();
    const { files } = await other.import([path]);
    expect(files).toMatchObject([{ status: 'imported' }]);
    return other;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('an exported history', () => {
  it('as JSON lines is the same when it is imported', async () => {
    const history = await importFixtures(...FIXTURES);
    const about = {
      language: '',
      measure: 'searches a month',
      source: 'Google Keyword Planner',
      reportedAt: 1_700_000_000_000,
    };
    history.addKeywords([{ term: 'logement social', figure: 40.5, ...about }]);
    history.optOut('@Mairie', 1_700_000_000_000);
    history.optOut('jamais_vue', 1_700_000_000_000);
    expect(dump(await readBack(history, 'history.jsonl', writeHistoryLines))).toEqual(dump(history));
  });

  it('that is imported twice keeps what the versions of an edited post count together', async () => {
    const history = await importFixtures('archive', 'archive-later');
    const folder = mkdtempSync(join(tmpdir(), 'tweetspan-twice-'));
    try {
      const path = join(folder, 'history.jsonl');
      writeFileSync(path, [...writeHistoryLines(history.contents())].join(''));
      const other = await openHistory();
      for (let times = 0; times < 2; times += 1) await other.import([path]);
      const edited = other.posts({}, 'newest', 99).find(({ id }) => id === '1967854636652048385');
      expect(edited?.counters).toEqual({ likes: 5, reposts: 1 });
      expect(dump(other)).toEqual(dump(history));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('as a table holds all posts and observations', async () => {
    const history = await importFixtures(...FIXTURES);
    const other = await readBack(history, 'history.csv', writeHistoryTable);
    expect([...other.contents().posts]).toEqual([...history.contents().posts]);
    // The sums of links may differ: a table does not say which posts are gone, and those count nowhere.
    expect(other.contacts('often', 1000)).toEqual(history.contacts('often', 1000));
  });
});
