import { versions } from 'node:process';
import { importPaths, type ImportOptions, type ImportReport } from '#history/import.js';
import type { HistoryWriter } from '#history/ports.js';
import type { ContactWriter, HistoryReader, KeywordWriter } from '#history/query-ports.js';
import { createHistoryWriter } from '#store/history/writer.js';
import { IN_MEMORY, type Database } from '#store/driver/port.js';
import { openDatabase } from '#store/database.js';
import { createContactWriter, createHistoryReader, createKeywordWriter } from '#store/history/reader.js';
import { engineUnderTest } from '../store/engine-under-test.js';

/** The present instant of all tests. */
export const NOW = Date.UTC(2026, 10, 1);
export const fixture = (name: string): string => `fixtures/history/${name}`;

/** A history for a test, with both of its sides. */
export type TestHistory = HistoryWriter &
  HistoryReader &
  KeywordWriter &
  ContactWriter & {
    readonly database: Database;
    import(paths: readonly string[], options?: Partial<ImportOptions>): Promise<ImportReport>;
  };

/** An empty history in memory, or in a file. */
export async function openHistory(file = IN_MEMORY): Promise<TestHistory> {
  const database = await openDatabase(file, {
    nodeVersion: versions.node,
    busyTimeout: 50,
    driver: await engineUnderTest(),
  });
  const writer = createHistoryWriter(database);
  return {
    ...createHistoryReader(database),
    ...createKeywordWriter(database),
    ...createContactWriter(database),
    ...writer,
    database,
    import: (paths, options) => importPaths(paths, writer, { now: NOW, ...options }),
  };
}

/** A history with fixtures in it. */
export async function importFixtures(...names: readonly string[]): Promise<TestHistory> {
  const history = await openHistory();
  const report = await history.import(names.map(fixture));
  const refused = report.files.filter((file) => file.status === 'refused');
  if (refused.length > 0) throw new Error(`fixtures were refused: ${JSON.stringify(refused)}`);
  return history;
}

/** All that a history holds and all that follows from it, for telling two histories apart. */
export function dump({ database, ...history }: TestHistory): unknown {
  const contents = history.contents();
  return {
    ...contents,
    visits: [...contents.visits],
    posts: [...contents.posts],
    summaries: history.posts({ superseded: true }, 'oldest', 1e6),
    links: history.links({ minPosts: 0 }, 'posts', 1e6),
    grades: database
      .prepare(
        'SELECT CAST(post AS TEXT), position, grade, l.identity FROM post_links LEFT JOIN links l ON l.key = link',
      )
      .all(),
    contacts: history.contacts('often', 1e6),
    coverage: history.coverage(NOW),
    words: database.prepare('SELECT term, doc FROM posts_terms ORDER BY term').all(),
  };
}
