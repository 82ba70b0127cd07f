import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listScript, manifestScript, onePart } from './archive-script.js';
import { openHistory, type TestHistory } from './open-history.js';

let folder: string;
let history: TestHistory;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whose-'));
  history = await openHistory();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files of a folder and answers its path. */
function put(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return join(folder, name);
}

const OWNER = { id_str: '900000001', screen_name: 'example_owner' };
const FAMOUS = { id_str: '55', screen_name: 'example_famous' };
const old = (id: string, user: object, more: object = {}): object => ({
  id_str: id,
  text: `A text of ${id}`,
  created_at: 'Thu Jan 10 08:00:00 +0000 2019',
  user,
  favorite_count: 7,
  retweet_count: 1,
  ...more,
});
const month = (...tweets: readonly object[]): string => `Grailbird.data.tweets_2019_01 = \n ${JSON.stringify(tweets)}`;
const present = (id: string, more: object = {}): object => ({
  tweet: { id_str: id, full_text: `A text of ${id}`, favorite_count: '2', retweet_count: '0', lang: 'en', ...more },
});
const part = (...tweets: readonly object[]): string => listScript(tweets);
const manifest = (accountId: string, userName: string, count: number): string =>
  manifestScript({ accountId, userName, types: onePart(count) });
const account = (accountId: string, username: string): string =>
  `window.YTD.account.part0 = ${JSON.stringify([{ account: { email: 'a@example.org', accountId, username } }])}`;

describe('an old archive that holds posts of others', () => {
  it.each([
    ['with the file of its account', { 'data/js/user_details.js': `var user_details = ${JSON.stringify(OWNER)}` }],
    ['without it', {}],
  ])('%s: they are reposts, and their counters count nowhere', async (_, more) => {
    const famous = old('1083649715205046272', FAMOUS, { favorite_count: 250_000 });
    const files = { ...more, 'data/js/tweets/2019_01.js': month(old('1083272227845046272', OWNER), famous) };
    await history.import([put('old', files)]);
    const [most, other] = history.posts({}, 'likes', 9);
    expect(most).toMatchObject({ kind: 'original', counters: { likes: 7 } });
    expect(other).toMatchObject({ kind: 'repost', counters: {} });
    expect(history.contacts('often', 9)).toMatchObject([{ handle: 'example_famous', reposts: 1 }]);
  });
});

describe('an archive without its list of parts', () => {
  const files = {
    'account.js': account('900000002', 'example_other'),
    'tweet.js': `window.YTD.tweet.part0 = ${JSON.stringify([
      present('1967853474804662272'),
      present('1967853474804662300', {
        in_reply_to_user_id_str: '900000002',
        in_reply_to_screen_name: 'example_other',
        entities: { user_mentions: [{ screen_name: 'example_other' }] },
      }),
    ])}`,
  };

  it('says by account.js whose it is: answers to itself are threads, and it met nobody', async () => {
    await history.import([put('bare', files)]);
    expect(history.posts({}, 'oldest', 9).map(({ kind }) => kind)).toEqual(['original', 'thread']);
    expect(history.contacts('often', 9)).toEqual([]);
    expect(JSON.stringify(history.contents().account)).not.toContain('a@example.org');
  });

  it('is refused beside another account, which stays as it is', async () => {
    const first = {
      'data/manifest.js': manifest('900000001', 'example_owner', 1),
      'data/tweets.js': part(present('20')),
    };
    await history.import([put('first', first)]);
    const { files: reports, coverage } = await history.import([put('bare', files)]);
    expect(reports).toMatchObject([{ status: 'refused', reason: 'other-account' }]);
    expect(coverage.posts).toBe(1);
  });
});

describe('a history that took a post of another author for its own', () => {
  it('is corrected by importing the archive again, counters included', async () => {
    const famous = present('1967853474804662300', { favorite_count: '250000' });
    const archive = (...tweets: readonly object[]) => ({
      'data/manifest.js': manifest('900000001', 'example_owner', tweets.length),
      'data/tweets.js': part(...tweets),
    });
    await history.import([put('then', archive(present('20'), famous))]);
    expect(history.posts({}, 'likes', 1)).toMatchObject([{ kind: 'original', counters: { likes: 250_000 } }]);
    const named = { tweet: { ...(famous as { tweet: object }).tweet, user: FAMOUS } };
    const { files } = await history.import([put('again', archive(present('20'), named))]);
    expect(files).toMatchObject([{ merged: { added: 0, updated: 1 } }]);
    expect(history.posts({}, 'newest', 1)).toMatchObject([{ kind: 'repost', counters: {} }]);
  });
});

describe('a list of posts that stands alone', () => {
  const answer = {
    in_reply_to_status_id_str: '1967853474804662272',
    in_reply_to_user_id_str: '900000003',
    in_reply_to_screen_name: 'example_third',
  };
  const lone = part(present('1967853474804662272'), present('1967853474804662300', answer));

  it('says by its answers to itself whose it is', async () => {
    await history.import([join(put('lone', { 'tweets.js': lone }), 'tweets.js')]);
    expect(history.posts({}, 'oldest', 9).map(({ kind }) => kind)).toEqual(['original', 'thread']);
    expect(history.contents().account).toMatchObject({ id: '900000003' });
  });

  it.each([
    ['its answers to itself', 'tweets.js', lone],
    ['its authors', 'tweets.json', JSON.stringify([present('22', { user: FAMOUS }), present('23', { user: FAMOUS })])],
  ])('is refused beside another account, known by %s', async (_, name, content) => {
    const first = {
      'data/manifest.js': manifest('900000001', 'example_owner', 1),
      'data/tweets.js': part(present('20')),
    };
    await history.import([put('first', first)]);
    const { files: reports, coverage } = await history.import([join(put('lone', { [name]: content }), name)]);
    expect(reports).toMatchObject([{ status: 'refused', reason: 'other-account' }]);
    expect(coverage.posts).toBe(1);
  });
});

describe('two accounts of one handle', () => {
  it('are distinguished by their ids, which the refusal names', async () => {
    const files = (id: string) => ({
      'data/manifest.js': manifest(id, 'example_owner', 1),
      'data/tweets.js': part(present(`${id}0`)),
    });
    await history.import([put('one', files('900000001'))]);
    const { files: reports } = await history.import([put('other', files('900000099'))]);
    const names = { received: ['@example_owner', '900000099'], present: ['@example_owner', '900000001'] };
    expect(reports).toMatchObject([{ data: { ...names, decidedBy: 'id' } }]);
  });
});

describe('nothing is left out in silence:', () => {
  const archive = (id: string, likes: string) => ({
    'data/manifest.js': manifest('900000001', 'example_owner', 1),
    'data/tweets.js': part(present(id, { favorite_count: likes })),
  });
  const CSV =
    'Post id,Date,Post text,Post Link,Impressions,Likes\n' +
    '1967853474804662272,"Tue, Sep 16, 2025",A note,https://x.com/i/web/status/1967853474804662272,310,2\n';

  it('both archives of a folder, and the table beside them, are read', async () => {
    put('all/first', archive('20', '1'));
    put('all/second', archive('21', '3'));
    const { files } = await history.import([put('all', { 'analytics.csv': CSV })]);
    expect(files).toMatchObject([
      { status: 'imported', file: 'all/first', format: 'archive' },
      { status: 'imported', file: 'all/second', format: 'archive' },
      { status: 'imported', file: 'analytics.csv', format: 'analytics', tally: { posts: 1 } },
    ]);
  });

  it('a part that the archive does not list is named', async () => {
    const more = { 'data/tweets-part1.js': part(present('21')) };
    const { files, coverage } = await history.import([put('more', { ...archive('20', '1'), ...more })]);
    expect(files).toMatchObject([{ remarks: [{ id: 'part-unlisted', part: 'data/tweets-part1.js' }] }]);
    expect(coverage.posts).toBe(1);
  });

  it('a JSON list of posts is read with counters and links, as its lines are', async () => {
    const post = (id: string): object => ({
      id,
      text: 'A note https://t.co/abcdefghij',
      author_id: '900000001',
      public_metrics: { like_count: 3, impression_count: 99 },
      entities: { urls: [{ url: 'https://t.co/abcdefghij', expanded_url: 'https://blog.example/a' }] },
    });
    const posts = [post('1967853474804662272'), post('1967853474804662300')];
    await history.import([join(put('list', { 'posts.json': JSON.stringify(posts, null, 2) }), 'posts.json')]);
    const lines = await openHistory();
    const text = posts.map((item) => JSON.stringify(item)).join('\n');
    await lines.import([join(put('lines', { 'posts.jsonl': text }), 'posts.jsonl')]);
    expect(history.posts({}, 'oldest', 9)).toEqual(lines.posts({}, 'oldest', 9));
    expect(history.posts({}, 'oldest', 1)).toMatchObject([
      { links: ['blog.example/a'], counters: { likes: 3, impressions: 99 } },
    ]);
  });

  it.each(['utf16le', 'UTF-16BE'])('a table in %s without its mark is read', async (encoding) => {
    const bytes = Buffer.from(CSV, 'utf16le');
    const path = join(put('wide', {}), 'wide.csv');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, encoding === 'utf16le' ? bytes : bytes.swap16());
    const { files } = await history.import([path]);
    expect(files).toMatchObject([{ status: 'imported', tally: { posts: 1 }, remarks: [{ id: 'observed-unknown' }] }]);
  });

  it('posts in a community are posts', async () => {
    const files = {
      'data/tweets.js': part(present('20')),
      'data/community-tweet.js': `window.YTD.community_tweet.part0 = [${JSON.stringify(present('21'))}]`,
    };
    const { coverage } = await history.import([put('community', files)]);
    expect(coverage.posts).toBe(2);
  });

  it.each<[name: string, csv: string, expected: object]>([
    [
      'counters that are not numbers are counted',
      CSV.replace('310', 'NaN'),
      { remarks: expect.arrayContaining([{ id: 'counters-unreadable', cells: 1 }]) },
    ],
    [
      'so are those of a table that people wrote',
      'id,text,likes,impressions\n1500000000000000001,A guide,"1 234,0",n/a\n',
      { tally: { posts: 1 }, remarks: expect.arrayContaining([{ id: 'counters-unreadable', cells: 1 }]) },
    ],
    [
      'a row that was cut is skipped',
      CSV.replace(',310,2\n', ',31'),
      { tally: { posts: 0, skipped: { 'short-row': 1 } } },
    ],
    ['a line for spreadsheets is passed over', `sep=,\n${CSV}`, { tally: { posts: 1 } }],
    [
      'headers as R writes them are known',
      CSV.replace('Post id,Date,Post text,Post Link', 'Post.id,Date,Post.text,Post.Link'),
      { tally: { posts: 1 } },
    ],
  ])('%s', async (_, csv, expected) => {
    const { files } = await history.import([join(put('table', { 'posts.csv': csv }), 'posts.csv')]);
    expect(files).toMatchObject([{ status: 'imported', ...expected }]);
  });

  it('a script in another encoding is refused by its name', async () => {
    const path = put('latin', { 'data/tweets.js': '' });
    writeFileSync(join(path, 'data/tweets.js'), Buffer.from(part(present('20', { full_text: 'café' })), 'latin1'));
    const { files } = await history.import([join(path, 'data/tweets.js')]);
    expect(files).toMatchObject([{ reason: 'encoding' }]);
    expect(
      (await history.import([put('latin', { 'data/manifest.js': manifest('1', 'example_owner', 1) })])).files,
    ).toMatchObject([{ reason: 'script-encoding', data: { name: 'data/tweets.js' } }]);
  });

  it('lines of the API keep their counters, links and language', async () => {
    const line = JSON.stringify({
      id: '1967853474804662272',
      text: 'A line https://t.co/DDDDDDDDD1',
      author_id: '9',
      lang: 'en',
      public_metrics: { like_count: 3, retweet_count: 1, impression_count: 99 },
      entities: { urls: [{ url: 'https://t.co/DDDDDDDDD1', expanded_url: 'https://blog.example/a' }] },
    });
    await history.import([join(put('lines', { 'v2.jsonl': `${line}\n` }), 'v2.jsonl')]);
    expect(history.posts({}, 'newest', 1)).toMatchObject([
      { language: 'en', links: ['blog.example/a'], counters: { likes: 3, reposts: 1, impressions: 99 } },
    ]);
  });
});

describe('decay', () => {
  const reading = (day: number): string =>
    JSON.stringify({
      id: '1967853474804662272',
      text: 'A note',
      observedAt: `2025-09-${String(day).padStart(2, '0')}T12:00:00Z`,
      likes: day,
      kind: 'original',
    });
  it.each([
    ['two readings after the seventh day', [25, 28], 0],
    ['two readings before it', [17, 18], 0],
    ['one before and one after it', [18, 28], 1],
  ])('is promised only where it can be learned: %s', async (_, days, posts) => {
    const file = join(put('r', { 'r.jsonl': days.map(reading).join('\n') }), 'r.jsonl');
    const { capabilities } = await history.import([file]);
    expect(capabilities.decay).toMatchObject({ posts });
  });
});

describe('many readings of one post', () => {
  it('are all kept, whatever their order', async () => {
    const readings = Array.from({ length: 500 }, (_, index) =>
      JSON.stringify({
        id: '1967853474804662272',
        text: 'A note',
        observedAt: new Date(Date.UTC(2025, 8, 17) + index * 60_000),
        likes: index,
      }),
    );
    const file = join(put('many', { 'r.jsonl': readings.toReversed().join('\n') }), 'r.jsonl');
    await history.import([file]);
    expect([...history.contents().posts][0]?.observations).toHaveLength(500);
  });
});
