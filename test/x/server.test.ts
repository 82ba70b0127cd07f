import { ApiPartialResponseError, ApiRequestError, ApiResponseError, type TwitterApi } from 'twitter-api-v2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idToInstant } from '#tweet/snowflake.js';
import { connect } from '#x/api/connection.js';
import { joinBytes, type Fault, type FakeX, startFakeX } from './server.js';

// The library is called bare here: what the fake X makes of it is what our own client has to cope with.
const NOW = Date.UTC(2026, 8, 14, 9, 30);
const POST = 'POST /2/tweets';

let now = NOW;
let x: FakeX;
let api: TwitterApi;
beforeEach(async () => {
  now = NOW;
  x = await startFakeX({ now: () => now });
  api = connect(x.tokens, { origin: x.origin, silenceMs: 5000 });
});
afterEach(() => x.close());

const catchFailure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (answer) => expect.unreachable(`no failure but ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );

describe('the fake X', () => {
  it('gives ids that hold the time of its clock, all different and rising, however many in one millisecond', () => {
    const ids = Array.from({ length: 5000 }, (_, n) => x.add(`Numéro ${n}`, NOW).id);
    expect(new Set(ids).size).toBe(5000);
    expect(ids.map(BigInt).every((id, n) => n === 0 || id > BigInt(ids[n - 1] ?? 0))).toBe(true);
    expect(Math.abs((idToInstant(ids[0] ?? '') ?? 0) - NOW)).toBeLessThan(2);
    expect(Math.abs((idToInstant(ids[4999] ?? '') ?? 0) - NOW)).toBeLessThan(4);
  });

  it.each([
    { names: 'old', fields: 'tweet.fields', history: 'edit_history_tweet_ids', reposts: 'retweet_count' },
    { names: 'new', fields: 'post.fields', history: 'edit_history_post_ids', reposts: 'repost_count' },
  ] as const)('tells a post in the $names names, as X does: wrapped, escaped, dated', async (row) => {
    x.state.names = row.names;
    x.state.strictNames = true;
    const { data } = await api.v2.tweet('Lire & voir example.org/guide');
    expect(data).toMatchObject({ id: x.posts[0]?.id, [row.history]: [data.id] });
    const wanted = 'created_at,entities,public_metrics,non_public_metrics';
    const page: unknown = await api.v2.get('users/1700000001/tweets', { [row.fields]: wanted, max_results: 5 });
    expect(page).toMatchObject({
      data: [
        {
          id: data.id,
          text: expect.stringMatching(/^Lire &amp; voir https:\/\/t\.co\/\w{10}$/) as string,
          created_at: '2026-09-14T09:30:00.000Z',
          entities: { urls: [{ expanded_url: 'http://example.org/guide' }] },
          public_metrics: { [row.reposts]: 0, like_count: 0 },
          non_public_metrics: { url_link_clicks: 0 },
        },
      ],
      meta: { result_count: 1, newest_id: data.id },
    });
    const other = row.names === 'old' ? 'post.fields' : 'tweet.fields';
    expect(await catchFailure(api.v2.get('tweets', { ids: data.id, [other]: 'lang' }))).toMatchObject({
      code: 400,
      data: { title: 'Invalid Request', errors: [{ parameters: { [other]: ['lang'] } }] },
    });
  });

  it('tells of posts that are gone beside those that are there', async () => {
    const { id } = x.add('Toujours là', NOW - 1000);
    const { id: gone } = x.add('Plus là', NOW - 500);
    x.delete(gone);
    const answer = await api.v2.tweets([id, gone]);
    expect(answer.data.map((post) => post.id)).toEqual([id]);
    expect(answer.errors).toMatchObject([
      { value: gone, title: 'Not Found Error', type: expect.stringMatching(/\/resource-not-found$/) as string },
    ]);
  });

  it('shows a new post in the timeline only after its lag', async () => {
    x.state.timelineLag = 60_000;
    await api.v2.tweet('Bientôt');
    const shown = async (): Promise<number> => (await api.v2.userTimeline('1700000001')).meta.result_count;
    expect(await shown()).toBe(0);
    now += 60_000;
    expect(await shown()).toBe(1);
  });

  it.each([
    { media_type: 'image/png', processing: [] },
    { media_type: 'image/gif', processing: ['succeeded'] },
  ] as const)('takes $media_type in the parts that the library cuts it into', async ({ media_type, processing }) => {
    x.state.processing = processing;
    const file = Buffer.from(Uint8Array.from({ length: 2_500_000 }, (_, n) => (n * 31) % 251));
    const id = await api.v2.uploadMedia(file, { media_type });
    await api.v2.createMediaMetadata(id, { alt_text: { text: 'Un guide ouvert' } });
    const kept = x.state.media.get(id);
    expect(kept).toMatchObject({ alt: 'Un guide ouvert', finished: true });
    expect(kept?.parts.size).toBe(3);
    expect(kept !== undefined && joinBytes(kept).equals(file)).toBe(true);
    await api.v2.tweet('Avec image', { media: { media_ids: [id] } });
    expect(x.posts).toMatchObject([{ mediaIds: [id] }]);
  });
});

describe('a fault of the fake X', () => {
  const HTML = '<html><body>Bad gateway</body></html>';
  const day = { limit: 10_000, remaining: 0 };
  it.each<{ fault: Fault; error: new (...given: never[]) => Error; tells: object }>([
    { fault: { kind: 'duplicate403' }, error: ApiResponseError, tells: { code: 403, data: { title: 'Forbidden' } } },
    {
      fault: { kind: 'credits402' },
      error: ApiResponseError,
      tells: { code: 402, data: { title: 'CreditsDepleted' } },
    },
    { fault: { kind: 'unauthorized401' }, error: ApiResponseError, tells: { code: 401 } },
    {
      fault: { kind: 'notEnrolled403' },
      error: ApiResponseError,
      tells: { code: 403, data: { reason: 'client-not-enrolled' } },
    },
    {
      fault: { kind: 'rate429', limit: 'window' },
      error: ApiResponseError,
      tells: { code: 429, rateLimit: { limit: 100, remaining: 0, reset: (NOW + 900_000) / 1000 } },
    },
    {
      fault: { kind: 'rate429', limit: 'window', old: true },
      error: ApiResponseError,
      tells: { code: 429, message: expect.stringContaining('Rate limit exceeded (Twitter code 88)') as string },
    },
    {
      fault: { kind: 'rate429', limit: 'app-day' },
      error: ApiResponseError,
      tells: { code: 429, rateLimit: { remaining: 88, day } },
    },
    {
      fault: { kind: 'rate429', limit: 'user-day' },
      error: ApiResponseError,
      tells: { code: 429, rateLimit: { remaining: 88, userDay: day } },
    },
    {
      fault: { kind: 'rate429', limit: 'usage-cap' },
      error: ApiResponseError,
      tells: { code: 429, data: { title: 'UsageCapExceeded' } },
    },
    {
      fault: { kind: 'html503' },
      error: ApiResponseError,
      tells: { code: 503, data: expect.stringContaining('<html>') as string },
    },
    { fault: { kind: 'json503' }, error: ApiResponseError, tells: { code: 503, data: { status: 503 } } },
    {
      fault: { kind: 'answer', reply: { status: 502, body: HTML } },
      error: ApiPartialResponseError,
      tells: { response: { statusCode: 502 } },
    },
    { fault: { kind: 'cutBody' }, error: ApiPartialResponseError, tells: { response: { statusCode: 201 } } },
    { fault: { kind: 'resetBefore' }, error: ApiRequestError, tells: { error: true } },
    { fault: { kind: 'resetAfter' }, error: ApiRequestError, tells: { error: true } },
  ])('$fault is what the library makes of it', async ({ fault, error, tells }) => {
    x.next(POST, fault);
    const failure = await catchFailure(api.v2.tweet('Une fois'));
    expect(failure).toBeInstanceOf(error);
    expect(failure).toMatchObject(tells);
    expect(x.requests).toHaveLength(1);
  });

  it.each<Fault>([{ kind: 'emptyOk' }, { kind: 'htmlOk' }, { kind: 'redirect302' }])(
    '%j is taken for a success by the library, and holds no id',
    async (fault) => {
      x.next(POST, fault);
      const answer: { readonly data?: unknown } | undefined = await api.v2.tweet('Une fois');
      expect(answer?.data).toBeUndefined();
    },
  );

  it.each(['hangBefore', 'hangAfter'] as const)('%s lasts until the library gives up', async (kind) => {
    x.next(POST, { kind });
    const hurried = connect(x.tokens, { origin: x.origin, silenceMs: 60 });
    expect(await catchFailure(hurried.v2.tweet('Une fois'))).toBeInstanceOf(ApiRequestError);
    expect(x.posts).toHaveLength(kind === 'hangAfter' ? 1 : 0);
  });

  it('that drips gives the whole answer in the end, signs of several bytes too', async () => {
    x.next(POST, { kind: 'slowDrip', everyMs: 1 });
    const text = 'Été 👩‍👩‍👧 à l’heure';
    expect(await api.v2.tweet(text)).toMatchObject({ data: { id: x.posts[0]?.id, text } });
  });

  it('is met by one request each, in the order given, and then no more', async () => {
    x.next(POST, { kind: 'json503' }, { kind: 'credits402' });
    expect(await catchFailure(api.v2.tweet('Un'))).toMatchObject({ code: 503 });
    expect(await catchFailure(api.v2.tweet('Un'))).toMatchObject({ code: 402 });
    expect(await api.v2.tweet('Un')).toHaveProperty('data.id');
  });
});
