import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaitCode, type Waiting } from '#x/auth/sign-in.js';
import { beginSignIn, codeIn, finishSignIn, SCOPES, type PendingSignIn } from '#x/auth/sign-in.js';
import { freePort, LIFE, startSignInServer, type SignInServer } from '../sign-in-server.js';

const NOW = Date.UTC(2026, 2, 2, 12);
const APP = { clientId: 'client-of-a-test' };

let server: SignInServer;
let pending: PendingSignIn;
beforeEach(async () => {
  server = await startSignInServer();
  pending = beginSignIn(APP, await freePort(), connection());
});
afterEach(() => server.close());

const connection = () => ({ origin: server.origin, silenceMs: 2000 });
const finish = (code: string, of = pending) => finishSignIn(APP, of, code, connection(), () => NOW);

describe('the link', () => {
  it('asks X’s own page for what the program needs, with PKCE, and another state each time', () => {
    const { origin, pathname, searchParams } = new URL(pending.link);
    expect(origin + pathname).toBe('https://x.com/i/oauth2/authorize');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: APP.clientId,
      redirect_uri: `http://127.0.0.1:${pending.port}/callback`,
      scope: SCOPES.join(' '),
      code_challenge_method: 'S256',
      state: pending.state,
    });
    expect(pending.link).not.toContain(pending.verifier);
    expect(beginSignIn(APP, 1, connection()).state).not.toBe(pending.state);
  });
});

describe('what a person pastes', () => {
  it.each([
    ['the whole address', 'http://127.0.0.1:8723/callback?state=STATE&code=abc%3D123', 'abc=123'],
    ['it with spaces and a line end', '  http://127.0.0.1:8723/callback?code=abcd1234&state=STATE#x \n', 'abcd1234'],
    ['what follows the ?', 'state=STATE&code=abcd1234', 'abcd1234'],
    ['the code alone', 'VGhpcyBpcyBhIGNvZGU6MTox', 'VGhpcyBpcyBhIGNvZGU6MTox'],
  ])('may be %s', (_, pasted, code) => {
    expect(codeIn(pasted, 'STATE')).toEqual({ kind: 'code', code });
  });

  it.each([
    ['another sign-in', 'http://127.0.0.1:8723/callback?state=OTHER&code=abcd1234', 'other-sign-in'],
    ['an address without a state', 'http://127.0.0.1:8723/callback?code=abcd1234', 'other-sign-in'],
    ['an address without a code', 'http://127.0.0.1:8723/callback?state=STATE', 'no-code'],
    ['a refusal', 'http://127.0.0.1:8723/callback?state=STATE&error=access_denied', 'access-denied'],
    ['an error', 'http://127.0.0.1:8723/callback?state=STATE&error=invalid_scope', 'browser-error'],
    ['words of a stranger', 'http://127.0.0.1/callback?state=STATE&error=%1b[31mcall+us', 'browser-error'],
    ['an address alone', 'http://127.0.0.1:8723/callback', 'no-code-pasted'],
    ['a sentence', 'it did not work', 'no-code-pasted'],
    ['nothing', '', 'no-code-pasted'],
  ])('has a fault of its own when it is %s', (_, pasted, code) => {
    const arrival = codeIn(pasted, 'STATE');
    expect(arrival).toMatchObject({ kind: 'failed', fault: { code } });
    expect(JSON.stringify(arrival)).not.toMatch(/\\n|\\u001b|abcd1234/);
  });
});

describe('a code', () => {
  it('is given to X with the verifier, once', async () => {
    const arrival = codeIn(server.authorize(pending.link), pending.state);
    const code = arrival.kind === 'code' ? arrival.code : '';
    const outcome = await finish(code);
    expect(outcome).toMatchObject({
      kind: 'granted',
      grant: { kind: 'oauth2', clientId: APP.clientId, expiresAt: NOW + LIFE * 1000, scopes: [...SCOPES] },
    });
    expect(await finish(code)).toMatchObject({
      kind: 'refused',
      fault: { code: 'code-refused' },
    });
  });

  it('of another link is of no use', async () => {
    const arrival = codeIn(server.authorize(pending.link), pending.state);
    const other = beginSignIn(APP, pending.port, connection());
    expect(await finish(arrival.kind === 'code' ? arrival.code : '', other)).toMatchObject({ kind: 'refused' });
  });

  it('that X cannot take now is not called wrong', async () => {
    server.answerWith = { status: 503, body: 'Over capacity' };
    expect(await finish('abcd1234')).toEqual({ kind: 'failed', fault: { code: 'no-token', reply: 'HTTP 503' } });
  });
});

describe('the browser', () => {
  const wait = (over: Partial<Waiting> = {}) => {
    let ready: () => void = () => undefined;
    const isReady = new Promise<void>((done) => (ready = done));
    const arrival = awaitCode(pending, {
      patienceMs: 5000,
      signal: new AbortController().signal,
      onReady: () => ready(),
      pageTexts: { done: 'it is done', failed: 'it failed' },
      ...over,
    });
    return { isReady, arrival };
  };
  const at = (path: string): string => `http://127.0.0.1:${pending.port}${path}`;

  it('brings the code, sees a small page, and finds nobody there afterwards', async () => {
    const { isReady, arrival } = wait();
    await isReady;
    expect((await fetch(at('/favicon.ico'))).status).toBe(404);
    const answer = await fetch(server.authorize(pending.link));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await answer.text()).toContain('<p>it is done</p>');
    expect(await arrival).toMatchObject({ kind: 'code' });
    await expect(fetch(at('/callback'))).rejects.toThrow('fetch failed');
  });

  it.each([
    ['of another sign-in', '?state=other&code=abcd1234', 'other-sign-in'],
    ['without anything', '', 'other-sign-in'],
  ])('that comes back %s sees that it failed', async (_, query, code) => {
    const { isReady, arrival } = wait();
    await isReady;
    const answer = await fetch(at(`/callback${query}`));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('<p>it failed</p>');
    expect(await arrival).toMatchObject({ kind: 'failed', fault: { code } });
  });

  it('may bring a refusal', async () => {
    const { isReady, arrival } = wait();
    await isReady;
    await fetch(at(`/callback?state=${pending.state}&error=access_denied`));
    expect(await arrival).toEqual({
      kind: 'failed',
      fault: { code: 'access-denied' },
    });
  });

  it('is not waited for for ever', async () => {
    const { arrival } = wait({ patienceMs: 20 });
    expect(await arrival).toMatchObject({
      fault: { code: 'browser-late', minutes: 1 },
    });
    await expect(fetch(at('/callback'))).rejects.toThrow('fetch failed');
  });

  it('is not waited for after Ctrl-C', async () => {
    const controller = new AbortController();
    const { isReady, arrival } = wait({ signal: controller.signal });
    await isReady;
    controller.abort();
    expect(await arrival).toMatchObject({ kind: 'failed', fault: { code: 'interrupted' } });
  });

  it('cannot come to a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(pending.port, '127.0.0.1', done));
    let isShown = false;
    const { arrival } = wait({ onReady: () => (isShown = true) });
    expect(await arrival).toMatchObject({
      kind: 'failed',
      fault: { code: 'port-taken', port: pending.port },
    });
    expect(isShown).toBe(false);
    await new Promise<void>((done) => other.close(() => done()));
  });
});
