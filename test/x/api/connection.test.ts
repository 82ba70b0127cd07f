import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callX } from '#x/api/call.js';
import { apiOrigin, connect, X_API } from '#x/api/connection.js';
import { openTestClient, plain } from '../client.js';
import { type FakeX, startFakeX } from '../server.js';

describe('the place of X', () => {
  it.each([undefined, '', 'https://api.x.com'])('is its own for %j', (setting) => {
    expect(apiOrigin(setting)).toBe(X_API);
  });

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['https://127.0.0.2:8443/2/', 'https://127.0.0.2:8443'],
    ['http://user:word@127.0.0.1:1', 'http://127.0.0.1:1'],
    ['http://127.1:8080', 'http://127.0.0.1:8080'],
  ])('may be on this machine: %s', (setting, origin) => {
    expect(apiOrigin(setting)).toBe(origin);
  });

  it.each([
    'http://api.x.com',
    'https://api.x.com.example.org',
    'https://example.org',
    'http://127.0.0.1.example.org',
    'http://127.0.0.1@example.org',
    'http://localhost.example.org:8080',
    'http://10.0.0.1:8080',
    'http://0.0.0.0:8080',
    'http://[::ffff:10.0.0.1]:80',
    'http://[::1]:8080',
    'ftp://127.0.0.1',
    'file:///etc/hosts',
    '127.0.0.1:8080',
    'nonsense',
  ])('is nowhere else: %s', (setting) => {
    expect(() => apiOrigin(setting)).toThrow(/^TWEETSPAN_X_URL is ".*": only an address of this machine/);
  });
});

describe('a connection', () => {
  let x: FakeX;
  beforeEach(async () => {
    x = await startFakeX();
  });
  afterEach(() => x.close());

  it('signs by OAuth 1.0a for the address that is really called, with any query and any text', async () => {
    const client = openTestClient(x);
    const odd = "Ça ? (non) l'été* 100 % & a+b=c ! ~é";
    expect(await client.post(plain(odd))).toMatchObject({ kind: 'posted' });
    expect(await client.me()).toMatchObject({ kind: 'done' });
    expect(await client.lookUp(['1', '2'], () => {})).toMatchObject({ kind: 'done' });
    const query = callX(
      { tokens: x.tokens, connection: { origin: x.origin, silenceMs: 1000 }, deadlineMs: 1000 },
      (api) => api.v2.get('users/by', { usernames: 'example', odd }),
    );
    expect(await query).toMatchObject({ kind: 'answered', status: 200 });
  });

  it('is refused with the keys of others', async () => {
    const tokens = { ...x.tokens, accessSecret: 'another secret' };
    expect(await openTestClient(x, { tokens }).me()).toMatchObject({ kind: 'stopped', code: 'unauthorized' });
  });

  it('takes a Bearer token of the account, and posts with none of the app alone', async () => {
    const [user = ''] = x.userBearers;
    expect(await openTestClient(x, { tokens: user }).post(plain('Par OAuth 2'))).toMatchObject({ kind: 'posted' });
    expect(await openTestClient(x, { tokens: x.bearer }).post(plain('Par l’application'))).toMatchObject({
      kind: 'stopped',
      code: 'unauthorized',
    });
    expect(x.posts).toHaveLength(1);
  });

  it('asks for the tokens anew before each call', async () => {
    const bearers = ['example-first', 'example-second'];
    for (const bearer of bearers) x.userBearers.add(bearer);
    const client = openTestClient(x, { tokens: () => Promise.resolve({ kind: 'done', value: bearers.shift() ?? '' }) });
    await client.me();
    await client.me();
    expect(x.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer example-first',
      'Bearer example-second',
    ]);
  });

  it('sends requests for tokens to the same place', async () => {
    const api = connect({ clientId: 'example-client' }, { origin: x.origin, silenceMs: 1000 });
    await expect(
      api.loginWithOAuth2({ code: 'c', codeVerifier: 'v', redirectUri: 'http://127.0.0.1:1/callback' }),
    ).rejects.toThrow(/code 404/);
    await expect(api.v1.verifyCredentials()).rejects.toThrow(/code 404/);
    await expect(api.v2.sampleStream()).rejects.toThrow(/code 404/);
    expect(x.requests.map(({ endpoint }) => endpoint)).toEqual([
      'POST /2/oauth2/token',
      'GET /1.1/account/verify_credentials.json',
      'GET /2/tweets/sample/stream',
    ]);
  });

  describe('with a stranger beside it', () => {
    let stranger: Server;
    let visits = 0;
    beforeEach(async () => {
      visits = 0;
      stranger = createServer((_, response) => {
        visits += 1;
        response.end('{}');
      });
      await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
    });
    afterEach(() => new Promise((done) => stranger.close(done)));

    it('lets no request go anywhere else, be it asked for or redirected', async () => {
      const other = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
      const api = connect(x.tokens, { origin: x.origin, silenceMs: 1000 });
      await expect(api.v2.get('tweets', {}, { prefix: other })).rejects.toThrow(/only X may be called/);
      x.next('GET /2/users/me', {
        kind: 'answer',
        reply: { status: 302, body: '', headers: { location: `${other}2/users/me` } },
      });
      expect(await openTestClient(x).me()).toMatchObject({ kind: 'later' });
      expect(visits).toBe(0);
    });
  });

  it('shows its tokens in no outcome, whatever goes wrong', async () => {
    const secrets = [...Object.values(x.tokens), x.bearer, 'oauth_signature'];
    const echo = { status: 403, body: { detail: 'Forbidden', title: 'Forbidden' } };
    const kinds = ['resetBefore', 'cutBody', 'json503', 'unauthorized401', 'hangBefore', 'htmlOk'] as const;
    const client = openTestClient(x, { deadlines: { post: 60, read: 60 } });
    const outcomes: unknown[] = [];
    for (const fault of [...kinds.map((kind) => ({ kind })), { kind: 'answer' as const, reply: echo }]) {
      x.always('*', fault);
      outcomes.push(await client.post(plain('Secret')), await client.me(), await client.counts('loyer'));
    }
    const shown = inspect(outcomes, { depth: 9, showHidden: true });
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    expect(outcomes).toHaveLength(21);
  });
});
