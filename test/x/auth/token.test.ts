import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { execPath, getuid, pid } from 'node:process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types, shared with the benchmarks
import { bundle } from '../../../bench/bundle.mjs';
import type { Grant } from '#x/auth/credentials.js';
import { CredentialsError } from '#x/auth/fault.js';
import { openStore, type SecretStore } from '#x/auth/secret-store.js';
import { freshTokens, type Renewal } from '#x/auth/token.js';
import { LIFE, startSignInServer, type SignInServer } from '../sign-in-server.js';

const NOW = Date.UTC(2026, 2, 2, 12);
const MINUTE = 60_000;

let server: SignInServer;
let folder = '';
let file = '';
let store: SecretStore;
beforeEach(async () => {
  server = await startSignInServer();
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-token-'));
  file = join(folder, 'credentials.json');
  store = openStore({
    env: {},
    file,
    uid: getuid?.(),
    keyring: () => {
      throw new Error('nobody asked for the keyring');
    },
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const grant = (over: Partial<Grant> = {}): Grant => ({
  kind: 'oauth2',
  clientId: 'client-of-a-test',
  accessToken: 'access-of-before',
  refreshToken: server.grantRefresh(),
  expiresAt: NOW + MINUTE,
  scopes: ['tweet.read', 'offline.access'],
  account: { id: '2244994945', handle: 'example' },
  ...over,
});

const renewal = (over: Partial<Renewal> = {}): Renewal => ({
  connection: { origin: server.origin, silenceMs: 2000 },
  now: () => NOW,
  pid,
  isRunning: () => true,
  sleep: async () => undefined,
  ...over,
});
const fresh = (over?: Partial<Renewal>) => freshTokens(store, renewal(over));

describe('a sign-in', () => {
  it('that is good for more than five minutes is used as it is', async () => {
    await store.write(grant({ expiresAt: NOW + 5 * MINUTE + 1 }));
    const account = { id: '2244994945', handle: 'example' };
    expect(await fresh()).toEqual({ kind: 'tokens', tokens: 'access-of-before', account });
    expect(server.counts.refresh).toBe(0);
  });

  it('by keys is never renewed', async () => {
    const keys = { appKey: 'a', appSecret: 'b', accessToken: 'c', accessSecret: 'd' };
    await store.write({ kind: 'oauth1', ...keys, bearer: 'e' });
    expect(await fresh()).toEqual({ kind: 'tokens', tokens: keys, bearer: 'e' });
  });

  it.each([0, 5])('that ends in %i minutes is renewed, and kept before it is used', async (minutes) => {
    await store.write(grant({ expiresAt: NOW + minutes * MINUTE }));
    const outcome = await fresh();
    const kept = (await store.read()) as Grant;
    expect(outcome).toMatchObject({ kind: 'tokens', tokens: kept.accessToken });
    expect(kept.accessToken).toMatch(/^access-secret-/);
    expect(kept.expiresAt).toBe(NOW + LIFE * 1000);
    expect(kept.account).toEqual({ id: '2244994945', handle: 'example' });
    expect(existsSync(`${file}.lock`)).toBe(false);

    // The next one is renewed by the new token: the old one is spent.
    await fresh({ now: () => kept.expiresAt });
    expect(server.counts).toMatchObject({ refresh: 2, reused: 0 });
  });

  it('of nobody asks for one', async () => {
    expect(await fresh()).toEqual({
      kind: 'signed-out',
      fault: { code: 'not-signed-in' },
    });
  });

  it('that X no longer takes asks for another, and shows nothing secret', async () => {
    await store.write(grant({ refreshToken: 'refresh-of-a-test' }));
    expect(await fresh()).toEqual({
      kind: 'signed-out',
      fault: {
        code: 'sign-in-revoked',
        reply: 'invalid_request, Value passed for the token was invalid., HTTP 400',
      },
    });
  });

  it('that was granted without offline.access is used to its end', async () => {
    const { refreshToken: _, ...rest } = grant();
    await store.write(rest);
    expect(await fresh()).toMatchObject({ kind: 'tokens', tokens: 'access-of-before' });
    expect(await fresh({ now: () => rest.expiresAt })).toMatchObject({
      kind: 'signed-out',
      fault: { code: 'sign-in-expired' },
    });
  });

  it('whose answer names no scopes and no new refresh token keeps those it has', async () => {
    await store.write(grant());
    server.answerWith = { status: 200, body: '{"access_token":"access-of-after","expires_in":60}' };
    expect(await fresh()).toMatchObject({ tokens: 'access-of-after' });
    expect(await store.read()).toMatchObject({ scopes: ['tweet.read', 'offline.access'], expiresAt: NOW + MINUTE });
  });
});

describe('an outage', () => {
  const OUTAGES = [
    ['503 with a page', { status: 503, body: '<h1>Over capacity</h1>', type: 'text/html' }, 'HTTP 503'],
    ['401 without a reason', { status: 401, body: '{"title":"Unauthorized"}' }, 'HTTP 401'],
    ['429', { status: 429, body: '{"title":"Too Many Requests"}' }, 'HTTP 429'],
    ['a page of the network', { status: 200, body: '<form>Hotel</form>', type: 'text/html' }, 'HTTP 200'],
    ['no answer', null, 'ECONNRESET'],
  ] as const;

  it.each(OUTAGES)('(%s) keeps the sign-in for later', async (_, answer, reply) => {
    const before = grant({ expiresAt: NOW });
    await store.write(before);
    server.answerWith = answer;
    const outcome = await fresh();
    expect(outcome).toMatchObject({
      kind: 'later',
      fault: { code: 'renewal-failed', reply: expect.stringContaining(reply) as string },
    });
    expect(await store.read()).toEqual(before);

    server.answerWith = undefined;
    expect(await fresh()).toMatchObject({ kind: 'tokens' });
  });

  it.each(OUTAGES)('(%s) matters to nobody while the token is good', async (_, answer) => {
    await store.write(grant({ expiresAt: NOW + MINUTE }));
    server.answerWith = answer;
    expect(await fresh()).toMatchObject({ kind: 'tokens', tokens: 'access-of-before' });
  });
});

describe('a store that takes no writes', () => {
  it('costs no token: it is tried before anything is spent', async () => {
    await store.write(grant({ expiresAt: NOW }));
    const full: SecretStore = {
      ...store,
      // What the file says when the disk is full.
      write: () => Promise.reject(new CredentialsError({ code: 'file-unwritable', path: file, cause: 'ENOSPC' })),
    };
    const outcome = await freshTokens(full, renewal());
    expect(outcome).toMatchObject({
      kind: 'later',
      fault: { code: 'renewal-blocked', because: { code: 'file-unwritable', cause: 'ENOSPC' } },
    });
    expect(server.counts.refresh).toBe(0);
  });
});

describe('the lock', () => {
  const hold = (over: object): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.lock`, JSON.stringify({ token: 't', pid: 999, host: hostname(), at: NOW, ...over }));
  };

  it.each<[string, object, () => boolean]>([
    ['of a process that is gone', {}, () => false],
    ['of a minute ago', { at: NOW - MINUTE - 1 }, () => true],
    ['of before the clock was set back', { at: NOW + MINUTE + 1 }, () => true],
  ])('%s is taken over', async (_, over, isRunning) => {
    await store.write(grant());
    hold(over);
    expect(await fresh({ isRunning })).toMatchObject({ kind: 'tokens' });
    expect(server.counts.refresh).toBe(1);
    expect(existsSync(`${file}.lock`)).toBe(false);
    expect(existsSync(`${file}.lock.break`)).toBe(false);
  });

  it.each<[string, object, () => boolean]>([
    ['a process that is at work', {}, () => true],
    ['a process of another machine', { host: 'other.example.org' }, () => false],
  ])('of %s is waited for, not for ever', async (_, over, isRunning) => {
    await store.write(grant({ expiresAt: NOW }));
    hold(over);
    let waits = 0;
    const sleep = async (): Promise<void> => void (waits += 1);
    expect(await fresh({ isRunning, sleep })).toEqual({
      kind: 'later',
      fault: { code: 'renewal-busy', pid: 999 },
    });
    expect(waits).toBeGreaterThan(100);
    expect(server.counts.refresh).toBe(0);
    expect(readFileSync(`${file}.lock`, 'utf8')).toContain('999');
  });

  it('gives way to what its holder has renewed meanwhile', async () => {
    await store.write(grant({ expiresAt: NOW }));
    hold({});
    const sleep = async (): Promise<void> => {
      await store.write(grant({ accessToken: 'access-of-another', expiresAt: NOW + LIFE * 1000 }));
      rmSync(`${file}.lock`, { force: true });
    };
    expect(await fresh({ sleep })).toMatchObject({ tokens: 'access-of-another' });
    expect(server.counts.refresh).toBe(0);
  });

  it('that cannot be made is told', async () => {
    if (getuid?.() === 0) return;
    await store.write(grant({ expiresAt: NOW }));
    chmodSync(folder, 0o500);
    await expect(fresh()).rejects.toMatchObject({ fault: { code: 'lock-unwritable', cause: 'EACCES' } });
    chmodSync(folder, 0o700);
  });
});

describe('several processes', () => {
  const PROGRAM = `
    import { openStore } from './src/x/auth/secret-store.js';
    import { freshTokens } from './src/x/auth/token.js';
    const [file, origin, now] = process.argv.slice(2);
    const store = openStore({ env: {}, file, uid: process.getuid?.(), keyring: () => { throw new Error(); } });
    const isRunning = (pid) => { try { return process.kill(pid, 0); } catch { return false; } };
    const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
    const connection = { origin, silenceMs: 5000 };
    const outcome = await freshTokens(store, { connection, now: () => Number(now), pid: process.pid, isRunning, sleep });
    console.log(JSON.stringify(outcome));
  `;
  let program: string;
  beforeAll(async () => {
    program = await (bundle as (name: string, source: string) => Promise<string>)('token', PROGRAM);
  }, 60_000);
  afterAll(() => rmSync(program, { force: true }));

  const start = (): ChildProcessByStdio<null, Readable, null> =>
    spawn(execPath, [program, file, server.origin, String(NOW)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const readAnswer = async (child: ChildProcessByStdio<null, Readable, null>): Promise<unknown> => {
    let text = '';
    child.stdout.on('data', (piece: Buffer) => (text += String(piece)));
    expect(await once(child, 'close')).toEqual([0, null]);
    return JSON.parse(text);
  };

  it('at once spend the token once, and all get the new one', async () => {
    await store.write(grant({ expiresAt: NOW }));
    // All of them are there before the first is answered.
    server.delay = 700;
    const answers = await Promise.all([start(), start(), start()].map(readAnswer));
    expect(server.counts).toMatchObject({ refresh: 1, reused: 0 });
    const kept = (await store.read()) as Grant;
    for (const answer of answers) expect(answer).toMatchObject({ kind: 'tokens', tokens: kept.accessToken });
  }, 20_000);

  it('of which one is killed at it leave the next one free to go on', async () => {
    await store.write(grant({ expiresAt: NOW }));
    server.delay = 60_000;
    const killed = start();
    for (let turn = 0; server.counts.refresh === 0 && turn < 1000; turn += 1)
      await new Promise((done) => setTimeout(done, 10));
    killed.kill('SIGKILL');
    await once(killed, 'close');
    expect(existsSync(`${file}.lock`)).toBe(true);

    // What X answered to the killed one is lost: the next one is told, and does not wait a minute for it.
    server.delay = 0;
    expect(await readAnswer(start())).toMatchObject({ kind: 'signed-out' });
    expect(existsSync(`${file}.lock`)).toBe(false);
  }, 20_000);
});
