import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alarmOf, openTestClient, plain } from './client.js';
import { type Fault, type FakeX, startFakeX } from './server.js';

let x: FakeX;
beforeEach(async () => {
  x = await startFakeX();
});
afterEach(() => x.close());

const POST = 'POST /2/tweets';
const UNANSWERED: ReadonlySet<Fault['kind']> = new Set(['hangBefore', 'hangAfter', 'slowDrip']);
/** A client whose deadlines pass when a fault leaves its requests without a whole answer. */
const openHurriedClient = ({ kind }: Fault) =>
  openTestClient(x, {
    connection: { origin: x.origin, silenceMs: 30_000, setAlarm: alarmOf(x, UNANSWERED.has(kind)) },
  });

describe('a post', () => {
  it('exists on X under the id that was answered, with its text to the letter', async () => {
    const text = 'Élections : le guide & les <dates> https://example.org/guide?a=1&b=2 #guide 👩‍👩‍👧';
    const outcome = await openTestClient(x).post(plain(text));
    expect(x.posts).toMatchObject([{ text }]);
    expect(outcome).toEqual({ kind: 'posted', id: x.posts[0]?.id });
  });

  it.each([-31_000, 31_000])(
    'that was decided %d ms away by the wall clock is dropped before its first byte',
    async (by) => {
      const outcome = await openTestClient(x).post(plain('Trop tard'), Date.now() + by);
      expect(outcome).toMatchObject({ kind: 'later', code: 'no-connection', detail: 'clock-jumped' });
      expect(x.requests).toEqual([]);
    },
  );

  it('is refused by X when its text exists, and posted again when that one is deleted', async () => {
    const client = openTestClient(x);
    const first = await client.post(plain('Deux fois'));
    expect(await client.post(plain('Deux fois'))).toMatchObject({ kind: 'refused', code: 'duplicate' });
    x.delete(first.kind === 'posted' ? first.id : '');
    expect(await client.post(plain('Deux fois'))).toMatchObject({ kind: 'posted' });
  });

  it.each<{ fault: Fault; expected: object; exists: boolean }>([
    { fault: { kind: 'duplicate403' }, expected: { kind: 'refused', code: 'duplicate' }, exists: false },
    { fault: { kind: 'credits402' }, expected: { kind: 'stopped', code: 'no-credits' }, exists: false },
    { fault: { kind: 'unauthorized401' }, expected: { kind: 'stopped', code: 'unauthorized' }, exists: false },
    { fault: { kind: 'notEnrolled403' }, expected: { kind: 'stopped', code: 'not-enrolled' }, exists: false },
    { fault: { kind: 'readOnly403' }, expected: { kind: 'stopped', code: 'read-only-app' }, exists: false },
    { fault: { kind: 'muzzled403' }, expected: { kind: 'refused', code: 'forbidden' }, exists: false },
    { fault: { kind: 'rate429', limit: 'window' }, expected: { kind: 'later', code: 'rate-limit' }, exists: false },
    { fault: { kind: 'rate429', limit: 'app-day' }, expected: { kind: 'later', code: 'daily-limit' }, exists: false },
    { fault: { kind: 'rate429', limit: 'user-day' }, expected: { kind: 'later', code: 'daily-limit' }, exists: false },
    {
      fault: { kind: 'rate429', limit: 'window', old: true },
      expected: { kind: 'later', code: 'rate-limit' },
      exists: false,
    },
    { fault: { kind: 'rate429', limit: 'usage-cap' }, expected: { kind: 'stopped', code: 'usage-cap' }, exists: false },
    { fault: { kind: 'html503' }, expected: { kind: 'unknown', code: 'server-error' }, exists: false },
    { fault: { kind: 'html503', accepted: true }, expected: { kind: 'unknown', code: 'server-error' }, exists: true },
    { fault: { kind: 'json503', accepted: true }, expected: { kind: 'unknown', code: 'server-error' }, exists: true },
    { fault: { kind: 'cutBody' }, expected: { kind: 'unknown', code: 'cut' }, exists: true },
    { fault: { kind: 'resetBefore' }, expected: { kind: 'unknown', code: 'cut' }, exists: false },
    { fault: { kind: 'resetAfter' }, expected: { kind: 'unknown', code: 'cut' }, exists: true },
    { fault: { kind: 'hangBefore' }, expected: { kind: 'unknown', code: 'timeout' }, exists: false },
    { fault: { kind: 'hangAfter' }, expected: { kind: 'unknown', code: 'timeout' }, exists: true },
    { fault: { kind: 'slowDrip', everyMs: 15 }, expected: { kind: 'unknown', code: 'timeout' }, exists: true },
    { fault: { kind: 'emptyOk' }, expected: { kind: 'unknown', code: 'not-understood' }, exists: true },
    { fault: { kind: 'htmlOk' }, expected: { kind: 'unknown', code: 'not-understood' }, exists: false },
    { fault: { kind: 'redirect302' }, expected: { kind: 'unknown', code: 'not-understood' }, exists: false },
    { fault: { kind: 'partialErrors', ids: ['1'] }, expected: { kind: 'posted' }, exists: true },
  ])('met with $fault is $expected, exists on X: $exists, and is sent once', async ({ fault, expected, exists }) => {
    x.next(POST, fault);
    expect(await openHurriedClient(fault).post(plain('Une fois'))).toMatchObject(expected);
    expect(x.requests).toHaveLength(1);
    expect(x.posts).toHaveLength(exists ? 1 : 0);
  });

  it('is given up in silence after the time of the connection, too', async () => {
    x.next(POST, { kind: 'hangAfter' });
    const client = openTestClient(x, { connection: { origin: x.origin, silenceMs: 60 } });
    expect(await client.post(plain('Silence'))).toMatchObject({ kind: 'unknown', code: 'timeout' });
  });

  it('outlives drips that never fall silent only until its deadline', async () => {
    x.next(POST, { kind: 'slowDrip', everyMs: 20 });
    const client = openTestClient(x, { connection: { origin: x.origin, silenceMs: 60 }, deadlines: { post: 150 } });
    expect(await client.post(plain('Goutte à goutte'))).toMatchObject({ kind: 'unknown', code: 'timeout' });
  });

  describe('to a server that never speaks', () => {
    let silent: Server;
    let closed = 0;
    let port = 0;
    beforeEach(async () => {
      closed = 0;
      silent = createServer((socket) => {
        socket.resume();
        socket.on('error', () => {});
        socket.on('close', () => (closed += 1));
      });
      await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
      ({ port } = silent.address() as AddressInfo);
    });
    afterEach(() => new Promise((done) => silent.close(done)));

    it('breaks its connection off at the deadline, so that nothing of it goes on', async () => {
      const connection = { origin: `http://127.0.0.1:${port}`, silenceMs: 5000 };
      const client = openTestClient(x, { connection, deadlines: { post: 60 } });
      expect(await client.post(plain('Fini'))).toMatchObject({ kind: 'unknown', code: 'timeout' });
      await expect.poll(() => closed).toBe(1);
    });

    it.each([
      { silenceMs: 5000, post: 60 },
      { silenceMs: 60, post: 5000 },
    ])('was certainly not sent when both sides never came to know each other', async ({ silenceMs, post }) => {
      const connection = { origin: `https://127.0.0.1:${port}`, silenceMs };
      const client = openTestClient(x, { connection, deadlines: { post } });
      expect(await client.post(plain('Inconnu'))).toMatchObject({ kind: 'later', code: 'no-connection' });
    });
  });

  it('was certainly not sent where nobody listens', async () => {
    const { origin } = x;
    await x.close();
    const now = Date.now();
    const client = openTestClient(x, { connection: { origin, silenceMs: 5000 }, now: () => now });
    expect(await client.post(plain('Personne'))).toEqual({
      kind: 'later',
      code: 'no-connection',
      retryAt: now + 60_000,
      detail: 'ECONNREFUSED',
    });
  });

  it('stops at the hundredth of a quarter of an hour, and says until when', async () => {
    const now = Date.UTC(2026, 8, 14, 9, 31);
    const limited = await startFakeX({ now: () => now });
    const client = openTestClient(limited, { now: () => now });
    for (let n = 0; n < 100; n += 1) await client.post(plain(`Numéro ${n}`));
    expect(await client.post(plain('Un de trop'))).toMatchObject({
      kind: 'later',
      code: 'rate-limit',
      retryAt: Date.UTC(2026, 8, 14, 9, 45),
    });
    expect(limited.posts).toHaveLength(100);
    expect(client.lastSeen().limits).toEqual([
      {
        endpoint: POST,
        window: 'quarter-hour',
        limit: 100,
        remaining: 0,
        resetAt: Date.UTC(2026, 8, 14, 9, 45),
      },
    ]);
    await limited.close();
  });

  it('is dropped before its first byte where the machine was suspended while it connected', async () => {
    const began = Date.now();
    // The clock of a machine that wakes forty seconds later, with its connection open.
    const client = openTestClient(x, { now: () => began + 40_000 });
    expect(await client.post(plain('Un texte'), began)).toMatchObject({ kind: 'later', code: 'no-connection' });
    expect(x.posts).toEqual([]);
  });

  it('is not sent while there are no tokens', async () => {
    const signedOut = { kind: 'stopped', code: 'signed-out', detail: 'nobody is signed in' } as const;
    expect(await openTestClient(x, { tokens: () => Promise.resolve(signedOut) }).post(plain('Sans clé'))).toEqual(
      signedOut,
    );
    const broken = openTestClient(x, { tokens: () => Promise.reject(new Error('the key ring is locked')) });
    expect(await broken.post(plain('Sans clé'))).toMatchObject({ kind: 'stopped', code: 'signed-out' });
    expect(x.requests).toEqual([]);
  });
});

describe('a read', () => {
  it.each<{ fault: Fault; code: string }>([
    { fault: { kind: 'html503' }, code: 'server-error' },
    { fault: { kind: 'json503' }, code: 'server-error' },
    { fault: { kind: 'cutBody' }, code: 'no-connection' },
    { fault: { kind: 'resetBefore' }, code: 'no-connection' },
    { fault: { kind: 'hangBefore' }, code: 'no-connection' },
    { fault: { kind: 'slowDrip', everyMs: 20 }, code: 'no-connection' },
    { fault: { kind: 'emptyOk' }, code: 'server-error' },
    { fault: { kind: 'htmlOk' }, code: 'server-error' },
    { fault: { kind: 'redirect302' }, code: 'server-error' },
    { fault: { kind: 'rate429', limit: 'app-day' }, code: 'daily-limit' },
  ])('met with $fault may be made again later: $code', async ({ fault, code }) => {
    const { id } = x.add('Un ancien', Date.now() - 3_600_000);
    x.always('*', fault);
    const client = openHurriedClient(fault);
    const later = { kind: 'later', code };
    expect(await client.me()).toMatchObject(later);
    expect(await client.timeline('1', {}, () => {})).toMatchObject(later);
    expect(await client.lookUp(['1'], () => {})).toMatchObject(later);
    expect(await client.counts('loyer')).toMatchObject(later);
    expect(await client.repost('1', id)).toMatchObject(later);
    expect(x.requests).toHaveLength(5);
  });
});

describe('the clocks', () => {
  it('are compared by what X says its time is', async () => {
    const now = Date.UTC(2026, 8, 14, 9, 30);
    const slow = await startFakeX({ now: () => now + 3_600_000 });
    const client = openTestClient(slow, { now: () => now });
    expect(client.lastSeen().skew).toBeUndefined();
    await client.me();
    expect(client.lastSeen().skew).toBe(3_600_000);
    slow.next(POST, { kind: 'unauthorized401' });
    expect(await client.post(plain('En retard'))).toMatchObject({
      code: 'unauthorized',
      detail: expect.stringContaining('clock-wrong: −60 min') as string,
    });
    await slow.close();
  });

  it('do not mix: a limit is whole again at an instant of ours, whatever X calls it', async () => {
    const now = Date.UTC(2026, 8, 14, 9, 30);
    const slow = await startFakeX({ now: () => now + 3_600_000 });
    slow.next(POST, { kind: 'rate429', limit: 'window', resetAt: now + 3_600_000 + 420_000 });
    const client = openTestClient(slow, { now: () => now });
    expect(await client.post(plain('Trop'))).toMatchObject({ code: 'rate-limit', retryAt: now + 420_000 });
    await slow.close();
  });
});
