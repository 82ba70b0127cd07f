import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versions } from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#store/database.js';
import type { Database } from '#store/driver/port.js';
import { eachLink, prepareLinkPostReader } from '#store/history/links.js';
import { migrate, MIGRATIONS } from '#store/migrations.js';
import { engineUnderTest } from './engine-under-test.js';

const driver = await engineUnderTest();

/** Posts with a link each, as a version that knew fewer forms of one page stored them. */
const POSTS = [
  ['1', 'https://youtu.be/Qq1_Rr2-Ss3', 'youtu.be/Qq1_Rr2-Ss3'],
  ['2', 'https://www.youtube.com/watch?v=Qq1_Rr2-Ss3&t=9', 'youtube.com/watch?t=9&v=Qq1_Rr2-Ss3'],
  ['3', 'https://example.org/#/prix', 'example.org'],
  ['4', 'https://example.org/#/plan', 'example.org'],
  ['5', 'https://example.org/guide', 'example.org/guide'],
] as const;

function fill(database: Database): void {
  for (const [id, target, identity] of POSTS) {
    database.exec(`INSERT INTO posts (key, at, precision, time_rank, kind, quote, language, media, first_version,
      facts_rank, text, text_rank, links_hash, links_rank, likes)
      VALUES (${id}, ${id}000, 'ms', 1, 'original', 0, 'fr', 0, 0, 1, 'Un texte', 1, 0, 1, 2)`);
    database.prepare('INSERT OR IGNORE INTO links (identity, posts) VALUES (?, 1)').run(identity);
    database
      .prepare(
        'INSERT INTO post_links VALUES (CAST(? AS INTEGER), 0, ?, ?, 3, (SELECT key FROM links WHERE identity = ?))',
      )
      .run(id, `https://t.co/${id}`, target, identity);
  }
  // Its target is only known from the post that shows it.
  database.exec(`INSERT INTO posts (key, at, precision, time_rank, kind, quote, language, media, first_version,
    facts_rank, text, text_rank, links_hash, links_rank) VALUES (6, 6000, 'ms', 1, 'original', 0, 'fr', 0, 0, 1, 'Un', 1, 0, 1)`);
  database.exec(
    `INSERT INTO post_links VALUES (6, 0, 'https://t.co/1', NULL, 2, (SELECT key FROM links WHERE identity = 'youtu.be/Qq1_Rr2-Ss3'))`,
  );
}

const insertItem = (database: Database, link: string, dueAt: number): void => {
  database
    .prepare(
      `INSERT INTO queue_items (state, mode, link, text, media, due_at, wish, zone, missed, gap, review, price, draft,
        created_at, changed_at) VALUES ('planned', 'remind', ?, 'Un texte', '[]', ?, '', 'UTC', 'skip', 0, 0, 0, 'd.md', 1, 1)`,
    )
    .run(link, dueAt);
};

describe('a database of a version that knew fewer forms of one page', () => {
  let folder: string;
  let database: Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-links-'));
    const file = join(folder, 'history.db');
    const older = driver.open(file);
    migrate(
      older,
      file,
      MIGRATIONS.filter(({ version }) => version < 7),
    );
    fill(older);
    insertItem(older, 'twitter.com/example_b/status/12', 1000);
    insertItem(older, 'x.com/example_b/status/12', 1000);
    insertItem(older, 'example.org/guide#part-2', 1000);
    older.close();
    database = await openDatabase(file, { nodeVersion: versions.node, driver });
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('has one link for all forms of a page, with all its posts', () => {
    const links = [...eachLink(database, {}, 'posts', 10)].map(({ identity, posts }) => [identity, posts]);
    expect(links).toEqual([
      ['youtube.com/watch?v=Qq1_Rr2-Ss3', 3],
      ['example.org#/plan', 1],
      ['example.org#/prix', 1],
      ['example.org/guide', 1],
    ]);
  });

  it.each([
    'https://youtu.be/Qq1_Rr2-Ss3',
    'youtube.com/watch?t=9&v=Qq1_Rr2-Ss3',
    'https://youtube.com/shorts/Qq1_Rr2-Ss3',
  ])('finds its posts by %s', (link) => {
    expect(prepareLinkPostReader(database)(link).map(({ id }) => id)).toEqual(['1', '2', '6']);
  });

  it('has each planned item under the link of today, no two at one instant', () => {
    expect(database.prepare('SELECT link, due_at FROM queue_items ORDER BY id').all()).toEqual([
      { link: 'x.com/i/status/12', due_at: 1000 },
      { link: 'x.com/i/status/12', due_at: 1001 },
      { link: 'example.org/guide#part-2', due_at: 1000 },
    ]);
  });

  it('is not changed a second time', () => {
    expect(database.pragma('user_version')).toBe(MIGRATIONS.length);
  });
});
