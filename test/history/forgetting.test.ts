import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHistoryLines } from '#history/formats/history-lines.js';
import { createTimingReader } from '#store/history/reader.js';
import { createQueueStore } from '#store/queue/store.js';
import { addOne } from '../queue/contract/setup.js';
import { dump, fixture, NOW, openHistory, type TestHistory } from './open-history.js';

const lines = (items: readonly object[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');
const everything = (history: TestHistory): string => [...writeHistoryLines(history.contents())].join('');

describe('a person who is forgotten', () => {
  let folder: string;
  let posts: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-forgetting-'));
    posts = join(folder, 'posts.jsonl');
    writeFileSync(
      posts,
      lines([
        { id: '1967853474804662272', text: '@Example_Friend thanks! Also @example_friend2 and @example_other' },
        {
          id: '1968223395640246272',
          text: 'Read this by @example_friend',
          links: ['https://x.com/example_friend/status/1967853474804662272'],
        },
        { id: '1968978370360246272', text: 'A plain guide to example_friend, the word' },
      ]),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is in no text, link or contact, but for the opt-out', async () => {
    const history = await openHistory();
    await history.import([posts]);
    expect(history.forget('@Example_Friend', NOW)).toMatchObject({ posts: 2, known: true, cancelled: 0, underWay: 0 });
    const left = everything(history).replace('"optOuts":[{"handle":"example_friend"', '');
    expect(left.match(/example_friend(?!2)/gi)).toEqual(['example_friend']);
    expect(left).toContain('A plain guide to example_friend, the word');
    expect(history.posts({ search: 'thanks' }, 'newest', 9)).toMatchObject([
      { text: '@… thanks! Also @example_friend2 and @example_other' },
    ]);
    expect(history.contacts('often', 9).map(({ handle, optedOut }) => [handle, optedOut])).toEqual([
      ['example_friend2', undefined],
      ['example_other', undefined],
      ['example_friend', true],
    ]);
    expect(history.database.pragma('integrity_check')).toBe('ok');
  });

  it('stays forgotten when the same posts are imported again, and in an export that is read back', async () => {
    const history = await openHistory();
    await history.import([posts]);
    history.forget('example_friend', NOW);
    const before = dump(history);
    await history.import([posts]);
    expect({ ...(dump(history) as object), imports: [] }).toEqual({ ...(before as object), imports: [] });
    writeFileSync(join(folder, 'history.jsonl'), everything(history));
    const other = await openHistory();
    await other.import([posts, join(folder, 'history.jsonl')]);
    expect(other.contents().optOuts).toEqual(history.contents().optOuts);
    expect([...other.contents().posts].map(({ text }) => text)).toEqual(
      [...history.contents().posts].map(({ text }) => text),
    );
    expect(other.contact('example_friend')).toMatchObject({ mentions: 0, optedOut: true });
  });

  it('is called by no post that waits in the queue, and stands in no byte of the file but the opt-out', async () => {
    const file = join(folder, 'history.db');
    const history = await openHistory(file);
    await history.import([posts]);
    const queue = createQueueStore(history.database);
    const { id } = await addOne(queue, { text: 'Thanks @example_other for this guide https://example.org/a' });
    const { id: other } = await addOne(queue, {
      text: 'A guide that names no one https://example.org/b',
      link: 'example.org/b',
    });
    expect(history.forget('example_other', NOW)).toMatchObject({ posts: 1, cancelled: 1, underWay: 0 });
    expect(await queue.get(id)).toMatchObject({
      state: 'cancelled',
      reason: { code: 'opted-out' },
      text: 'Thanks @… for this guide https://example.org/a',
    });
    expect(await queue.get(other)).toMatchObject({ state: 'planned' });
    expect(history.database.pragma('integrity_check')).toBe('ok');
    history.database.close();
    const bytes = [file, `${file}-wal`].map((path) => (existsSync(path) ? readFileSync(path, 'latin1') : '')).join('');
    expect(bytes.match(/example_other/gi)).toHaveLength(1);
  });

  it('may be unknown', async () => {
    const history = await openHistory();
    expect(history.forget('example_stranger', NOW)).toMatchObject({ posts: 0, known: false });
    expect(history.optIn('example_stranger')).toBe(true);
  });
});

describe('a post that X no longer has', () => {
  it('is listed as gone and counted nowhere', async () => {
    const history = await openHistory();
    await history.import([fixture('archive')]);
    await history.import([fixture('archive-later')]);
    const gone = history.posts({ gone: true }, 'newest', 9);
    expect(gone.length).toBeGreaterThan(0);
    const later = new Set([...createTimingReader(history.database).timedPosts()].map(({ id }) => id));
    expect(gone.filter(({ id }) => later.has(id))).toEqual([]);
    for (const { id, links } of gone) {
      for (const link of links) expect(history.postsOfLink(link).map((post) => post.id)).not.toContain(id);
    }
    for (const { identity, posts: many } of history.links({}, 'posts', 100)) {
      expect([identity, history.postsOfLink(identity).length]).toEqual([identity, many]);
    }
  });
});
