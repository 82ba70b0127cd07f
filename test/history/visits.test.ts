import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHistoryLines } from '#history/formats/history-lines.js';
import { createTimingReader } from '#store/history/reader.js';
import { dump, openHistory, type TestHistory } from './open-history.js';

const FILES = {
  matomo: 'matomo.csv',
  pages: 'imported_pages_20250916_20250917.csv',
  sources: 'imported_sources_20250916_20250917.csv',
  ga4: 'ga4.csv',
  plain: 'plain.csv',
};
const visitFile = (name: keyof typeof FILES): string => `fixtures/visits/${FILES[name]}`;
const POSTS = [
  { id: '1967853474804662272', link: 'https://blog.example/guide?utm_source=x&utm_campaign=guide&utm_content=a' },
  { id: '1968223395640246272', link: 'https://blog.example/guide?utm_source=x&utm_campaign=guide&utm_content=b' },
  { id: '1968978370360246272', link: 'https://blog.example/about' },
];

describe('web statistics', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-visits-'));
    const lines = POSTS.map(({ id, link }) => `${JSON.stringify({ id, text: 'The guide', links: [link] })}\n`);
    writeFileSync(join(folder, 'posts.jsonl'), lines.join(''));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function historyOf(...names: readonly (keyof typeof FILES)[]): Promise<TestHistory> {
    const history = await openHistory();
    await history.import([join(folder, 'posts.jsonl')]);
    const { files } = await history.import(names.map(visitFile), { site: 'blog.example' });
    expect(files.filter(({ status }) => status === 'refused')).toEqual([]);
    return history;
  }
  const visitsOf = (history: TestHistory): Record<string, number> =>
    Object.fromEntries(
      history.links({ visited: true }, 'visits', 9).map(({ identity, visits = 0 }) => [identity, visits]),
    );

  it.each<[string, (keyof typeof FILES)[], Record<string, number>]>([
    ['of Matomo, with and without a final slash', ['matomo'], { 'blog.example/guide': 20, 'blog.example/about': 2 }],
    ['of the pages of Plausible', ['pages'], { 'blog.example/guide': 20 }],
    ['of the campaigns of Plausible, which name no page', ['sources'], { 'blog.example/guide': 10 }],
    ['of both, no visit counted twice', ['pages', 'sources'], { 'blog.example/guide': 20 }],
    ['of GA4, partly by campaign', ['ga4'], { 'blog.example/guide': 16 }],
    ['of a plain table, partly by campaign', ['plain'], { 'blog.example/guide': 16 }],
    [
      'of three programs that saw the same visits',
      ['matomo', 'pages', 'ga4'],
      { 'blog.example/guide': 20, 'blog.example/about': 2 },
    ],
    ['imported twice', ['matomo', 'matomo', 'ga4', 'ga4'], { 'blog.example/guide': 20, 'blog.example/about': 2 }],
  ])('%s', async (_, names, expected) => {
    expect(visitsOf(await historyOf(...names))).toEqual(expected);
  });

  it('count as well when the posts come after them', async () => {
    const history = await openHistory();
    await history.import([visitFile('sources'), join(folder, 'posts.jsonl')]);
    expect(visitsOf(history)).toEqual({ 'blog.example/guide': 10 });
  });

  it('tell which post brought a visit, where its campaign tag is its own', async () => {
    const history = await historyOf('pages', 'sources', 'ga4');
    const visited = [...createTimingReader(history.database).visitedPosts()];
    expect(visited.map(({ id, visits }) => [id, visits])).toEqual([
      [POSTS[0]?.id, 8],
      [POSTS[1]?.id, 2],
    ]);
  });

  it('are refused where pages are paths of a site that is not named', async () => {
    const history = await openHistory();
    const { files } = await history.import([visitFile('plain')]);
    expect(files).toMatchObject([{ status: 'refused', reason: 'no-site' }]);
  });

  it('name the program, and the rows that are no visits', async () => {
    const history = await openHistory();
    const { files } = await history.import([visitFile('ga4'), visitFile('plain')], { site: 'blog.example' });
    expect(files).toMatchObject([
      { format: 'ga4', tally: { visits: 16, posts: 0, skipped: { 'not-a-visit': 1 } }, remarks: [] },
      { format: 'visits', tally: { visits: 16, skipped: { 'not-a-visit': 1 } }, remarks: [] },
    ]);
  });

  it('are exported and imported without loss, in any order', async () => {
    const history = await historyOf('matomo', 'pages', 'sources', 'ga4', 'plain');
    writeFileSync(join(folder, 'history.jsonl'), [...writeHistoryLines(history.contents())].join(''));
    const again = await openHistory();
    await again.import([join(folder, 'history.jsonl')]);
    expect(dump(again)).toEqual(dump(history));
    expect(visitsOf(again)).toEqual(visitsOf(history));
    const other = await openHistory();
    await other.import([visitFile('ga4')]);
    await other.import([join(folder, 'history.jsonl')]);
    expect(visitsOf(other)).toEqual(visitsOf(history));
  });
});
