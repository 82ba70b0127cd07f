import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readApiPost } from '#history/formats/api-page.js';
import type { SourcePost } from '#history/ports.js';
import { firstIdAt } from '#tweet/snowflake.js';
import type { XClient } from '#x/api/client.js';
import { goneIds, type Page, timelineWindows } from '#x/api/pages.js';
import { openTestClient } from '../client.js';
import { type FakeX, startFakeX } from '../server.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 8, 14, 9, 30);

let x: FakeX;
beforeEach(async () => {
  x = await startFakeX({ now: () => NOW });
});
afterEach(() => x.close());

const client = (): XClient => openTestClient(x, { now: () => NOW });

const collectPosts = (pages: readonly Page[]): readonly SourcePost[] =>
  pages.flatMap(({ data }) =>
    (Array.isArray(data) ? (data as readonly Record<string, unknown>[]) : []).flatMap(
      (post) =>
        readApiPost(post, {
          observed: { instant: NOW, certainty: 'exact' },
          own: new Set(['example']),
          accountId: x.state.account.id,
        }) ?? [],
    ),
  );

async function timeline(...[query]: [Parameters<XClient['timeline']>[1]]): Promise<readonly SourcePost[]> {
  const pages: Page[] = [];
  const outcome = await client().timeline(x.state.account.id, query, (page) => void pages.push(page));
  const posts = collectPosts(pages);
  expect(outcome).toEqual({ kind: 'done', value: posts.length });
  return posts;
}

describe.each(['old', 'new'] as const)('posts under the %s names', (names) => {
  beforeEach(() => {
    x.state.names = names;
    x.state.strictNames = true;
  });

  it('come whole: text, link, date, all counters', async () => {
    const at = NOW - 5 * HOUR;
    const text = 'Le guide & les <dates> : https://example.org/guide?a=1&b=2 avec @alice #loyer';
    const { id } = x.add(text, at);
    const [post, ...others] = await timeline({});
    expect(others).toEqual([]);
    expect(post).toMatchObject({
      id,
      at,
      kind: 'original',
      links: [{ target: 'https://example.org/guide?a=1&b=2' }],
      contacts: [{ handle: 'alice' }],
      observations: [
        {
          counters: {
            likes: 20,
            reposts: 4,
            replies: 2,
            quotes: 1,
            bookmarks: 2,
            impressions: 1200,
            linkClicks: 30,
            profileClicks: 6,
          },
        },
      ],
    });
    expect(post?.text).toMatch(/^Le guide & les <dates> : https:\/\/t\.co\/\w{10} avec @alice #loyer$/);
  });

  it('longer than 280 come whole', async () => {
    const text = `${'Un texte très long. '.repeat(30)}https://example.org/fin`;
    x.state.account.premium = true;
    x.add(text, NOW - HOUR);
    const [post] = await timeline({});
    expect(post).toMatchObject({ cut: false, links: [{ target: 'https://example.org/fin' }] });
    expect(post?.text.length).toBeGreaterThan(500);
  });

  it('are found out about once: the names that X takes are remembered', async () => {
    const one = client();
    for (const _ of [1, 2, 3]) await one.lookUp([firstIdAt(NOW - DAY)], () => {});
    expect(x.requests.map(({ query }) => Object.keys(query).find((key) => key.endsWith('.fields')))).toEqual(
      names === 'old'
        ? ['tweet.fields', 'tweet.fields', 'tweet.fields']
        : ['tweet.fields', 'post.fields', 'post.fields', 'post.fields'],
    );
  });

  it('of the account name the pinned one', async () => {
    x.state.account.pinned = '1212092628029698048';
    expect(await client().me()).toEqual({
      kind: 'done',
      value: { id: '1700000001', handle: 'example', name: 'Example', pinnedId: '1212092628029698048' },
    });
  });

  it('that match a query are counted', async () => {
    x.state.hourlyCount = (query) => (query === 'loyer' ? 2 : 0);
    const counted = await client().counts('loyer');
    expect(counted).toMatchObject({ kind: 'done', value: { total: 336 } });
    const hours = counted.kind === 'done' ? counted.value.hours : [];
    expect(hours).toHaveLength(168);
    expect(hours.at(-1)).toEqual({ start: Date.UTC(2026, 8, 14, 9), end: Date.UTC(2026, 8, 14, 10), count: 2 });
  });
});

describe('a timeline', () => {
  it('comes in pages, newest first, each post once, with private counters as long as X has them', async () => {
    for (let day = 0; day < 250; day += 1) x.add(`Jour ${day}`, NOW - day * DAY - HOUR);
    const posts = await timeline({ perPage: 20 });
    expect(posts.map(({ text }) => text)).toEqual(Array.from({ length: 250 }, (_, day) => `Jour ${day}`));
    const isPrivate = posts.map(({ observations: [first] }) => first?.counters.linkClicks !== undefined);
    expect(isPrivate.indexOf(false)).toBe(30);
    expect(isPrivate.lastIndexOf(true)).toBe(29);
    const fields = x.requests.map(({ query }) => query['tweet.fields']?.includes('non_public_metrics'));
    expect(fields).toEqual([true, true, ...Array.from({ length: 11 }, () => false)]);
  });

  it('meets no errors of X for posts that are too old', async () => {
    x.add('Jeune', NOW - 29 * DAY);
    x.add('Vieux', NOW - 31 * DAY);
    const errors: unknown[] = [];
    await client().timeline(x.state.account.id, {}, (page) => void errors.push(page['errors']));
    expect(errors).toEqual([undefined, undefined]);
  });

  it.each([
    { from: NOW - 2 * DAY, is: ['a', 'b'] },
    { from: NOW - 2 * DAY, until: NOW - DAY, is: ['b'] },
    { from: NOW - 2 * DAY, until: NOW + DAY, is: ['a', 'b'] },
    { until: NOW - 40 * DAY, is: ['d'] },
    { sinceId: firstIdAt(NOW - 2 * DAY), is: ['a', 'b'] },
    { sinceId: firstIdAt(NOW - 2 * DAY), untilId: firstIdAt(NOW - DAY), is: ['b'] },
    { untilId: firstIdAt(NOW - 2 * DAY), is: ['c', 'd'] },
    { sinceId: '7', is: ['a', 'b', 'c', 'd'] },
    { from: 0, is: ['a', 'b', 'c', 'd'] },
    { most: 5, is: ['a', 'b', 'c', 'd'] },
  ])('from $from$sinceId to $until$untilId is $is', async ({ is, ...query }) => {
    x.add('d', NOW - 45 * DAY);
    x.add('c', NOW - 29 * DAY);
    x.add('b', NOW - 1.5 * DAY);
    x.add('a', NOW - HOUR);
    // Of most posts, the three of the first page are enough.
    const expected = 'most' in query ? is.slice(0, 3) : is;
    expect((await timeline(query)).map(({ text }) => text)).toEqual(expected);
  });

  it('asks once for what happened since an hour ago', async () => {
    await timeline({ from: NOW - HOUR });
    expect(x.requests.map(({ query }) => query['start_time'])).toEqual(['2026-09-14T08:30:00Z']);
  });

  it('is asked for by the clock of X where ours is wrong', async () => {
    const ahead = openTestClient(x, { now: () => NOW + 2 * HOUR });
    await ahead.me();
    x.add('Tout juste', NOW - 60_000);
    const pages: Page[] = [];
    const outcome = await ahead.timeline('1700000001', { from: NOW + 2 * HOUR - 120_000 }, (page) => {
      pages.push(page);
    });
    expect(outcome).toEqual({ kind: 'done', value: 1 });
    expect(collectPosts(pages)).toMatchObject([{ text: 'Tout juste' }]);
  });

  it('is split by the clock of X', () => {
    const [young, old] = timelineWindows({}, NOW, 2 * HOUR);
    // 30 days less an hour before 11:30, which is X's time.
    expect(young?.query).toEqual({ start_time: '2026-08-15T12:30:00Z' });
    expect(old?.query).toEqual({ end_time: '2026-08-15T12:30:00Z' });
  });

  it('gives on the pages that came before one that failed', async () => {
    for (let n = 0; n < 8; n += 1) x.add(`Numéro ${n}`, NOW - n * HOUR - HOUR);
    x.next('GET /2/users/:id/tweets', { kind: 'partialErrors', ids: [] }, { kind: 'json503' });
    const pages: Page[] = [];
    const outcome = await client().timeline('1700000001', { perPage: 5 }, (page) => void pages.push(page));
    expect(outcome).toMatchObject({ kind: 'later', code: 'server-error' });
    expect(collectPosts(pages)).toHaveLength(5);
  });

  it('is split where private counters end, without gap or overlap, whatever is asked for', () => {
    const instant = fc.integer({ min: NOW - 90 * DAY, max: NOW + DAY });
    const option = fc.option(instant, { nil: undefined });
    fc.assert(
      fc.property(option, option, instant, fc.boolean(), fc.boolean(), (from, until, at, sinceById, untilById) => {
        const asked = {
          ...(from === undefined ? {} : sinceById ? { sinceId: firstIdAt(from) } : { from }),
          ...(until === undefined ? {} : untilById ? { untilId: firstIdAt(until) } : { until }),
        };
        const inside = timelineWindows(asked, NOW, 0).filter(({ query }) => {
          const { start_time: start, end_time: end, since_id: since, until_id: before } = query;
          return (
            (start === undefined || at >= Date.parse(start)) &&
            (end === undefined || at < Date.parse(end)) &&
            (since === undefined || BigInt(firstIdAt(at)) > BigInt(since)) &&
            (before === undefined || BigInt(firstIdAt(at)) < BigInt(before))
          );
        });
        const isWanted = at > (from ?? -Infinity) && at < Math.min(until ?? Infinity, NOW - 15_000);
        // A second too much at either end may come: X's times have no parts of one.
        return inside.length <= 1 && (!isWanted || inside.length === 1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('posts by their ids', () => {
  it('come a hundred a request, young and old apart, and those that are gone are told', async () => {
    const kept = Array.from({ length: 120 }, (_, n) => x.add(`Jeune ${n}`, NOW - n * HOUR - HOUR).id);
    const old = Array.from({ length: 3 }, (_, n) => x.add(`Vieux ${n}`, NOW - (40 + n) * DAY).id);
    const [deleted = ''] = kept;
    x.delete(deleted);
    const pages: Page[] = [];
    const all = [...kept, ...old, ...kept, '12'];
    expect(await client().lookUp(all, (page) => void pages.push(page))).toEqual({
      kind: 'done',
      value: [deleted, '12'],
    });
    expect(x.requests.map(({ query }) => query['ids']?.split(',').length)).toEqual([100, 20, 4]);
    expect(collectPosts(pages)).toHaveLength(122);
  });

  it('that may only not be seen are not gone', async () => {
    const { id } = x.add('Caché', NOW - HOUR);
    const fault = { kind: 'partialErrors', ids: [id], type: 'not-authorized-for-resource' } as const;
    x.next('GET /2/tweets', fault);
    expect(await client().lookUp([id], () => {})).toEqual({ kind: 'done', value: [] });
  });

  it('are gone under either host of X, and only those that were asked for', () => {
    const error = (host: string, id: string): object => ({
      resource_id: id,
      type: `https://${host}/2/problems/resource-not-found`,
    });
    const page = { errors: [error('api.twitter.com', '1'), error('api.x.com', '2'), error('api.x.com', '3'), null] };
    expect(goneIds(page, ['1', '2', '4'])).toEqual(['1', '2']);
  });
});

describe('an own post', () => {
  it('is reposted and taken back, as often as one likes', async () => {
    const { id } = x.add('À redire', NOW - DAY);
    const account = x.state.account.id;
    for (const _ of [1, 2]) expect(await client().repost(account, id)).toEqual({ kind: 'done', value: true });
    expect([...x.state.reposted]).toEqual([id]);
    for (const _ of [1, 2]) expect(await client().undoRepost(account, id)).toEqual({ kind: 'done', value: false });
    expect([...x.state.reposted]).toEqual([]);
  });
});

describe('counts', () => {
  it('need the token of the app, and a query that X takes', async () => {
    const without = openTestClient(x, { bearer: '' });
    expect(await without.counts('loyer')).toMatchObject({ kind: 'stopped', code: 'signed-out' });
    expect(await client().counts('')).toMatchObject({ kind: 'refused', code: 'invalid' });
    expect(await client().counts('a'.repeat(513))).toMatchObject({ kind: 'refused', code: 'invalid' });
    expect(x.requests).toEqual([]);
    expect(await client().counts('a'.repeat(512))).toMatchObject({ kind: 'done' });
  });
});
