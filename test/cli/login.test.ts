import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getuid } from 'node:process';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeKeyring } from '../x/auth/fake-keyring.js';
import { freePort, startSignInServer, type SignInServer } from '../x/sign-in-server.js';
import { runInProcess, type Call, type Outcome } from './run.js';

const KEYS = ['app-key-secret', 'app-secret-secret', '2244994945-token-secret', 'token-secret-secret'];
const BEARER = 'bearer-secret-of-the-app';

let server: SignInServer;
let home = '';
let file = '';
beforeEach(async () => {
  server = await startSignInServer();
  home = mkdtempSync(join(tmpdir(), 'tweetspan-login-'));
  file = join(home, '.config', 'tweetspan', 'credentials.json');
});
afterEach(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

const uid = getuid?.();
const call = async (argv: readonly string[], over: Partial<Call> = {}): Promise<Outcome> => {
  const env = { HOME: home, TWEETSPAN_X_URL: server.origin, ...over.env };
  const outcome = await runInProcess({ cwd: home, ...(uid !== undefined && { uid }), ...over, argv, env });
  const shown = outcome.stdout + outcome.stderr;
  for (const secret of [...server.secrets, ...KEYS, BEARER]) expect(shown).not.toContain(secret);
  return outcome;
};
const byKeys = (argv: readonly string[] = [], over: Partial<Call> = {}) =>
  call(['login', '--keys', ...argv], { stdin: `${KEYS.join('\n')}\n`, ...over });

/** Does something with the link that is shown. */
const atLink =
  (visit: (link: string) => void) =>
  (text: string): void => {
    const link = /https:\/\/x\.com\/\S+/.exec(text)?.[0];
    if (link !== undefined) visit(link);
  };
/** Calls `login` and does at its link what a browser would. */
const byBrowser = async (
  visit: (link: string) => void,
  argv: readonly string[] = ['--client-id', 'client-of-a-test'],
  over: Partial<Call> = {},
) => call(['login', '--port', String(await freePort()), ...argv], { onStderr: atLink(visit), ...over });
const agree = (link: string): void => void fetch(server.authorize(link));
const kept = (): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

describe('login by the browser', () => {
  it('keeps what X granted for this user only, with the account that it is of', async () => {
    const { stdout, stderr, exitCode } = await byBrowser(agree);
    expect(stdout).toBe(`Signed in as @example; stored in ${file}\n`);
    expect(stderr).toContain('Asked X once whose account this is: $0.01');
    expect(exitCode).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(kept()).toMatchObject({ kind: 'oauth2', account: { id: '2244994945', handle: 'example' } });
    expect(server.counts).toMatchObject({ code: 1, me: 1 });
  });

  it('speaks French too', async () => {
    const { stdout, stderr } = await byBrowser(agree, ['--client-id', 'x', '--locale', 'fr']);
    expect(stdout).toBe(`Connecté en tant que @example ; enregistré dans ${file}\n`);
    expect(stderr).toContain('Ouvrez cette URL dans un navigateur');
  });

  it('knows the app again the next time, and keeps its token', async () => {
    await byBrowser(agree, ['--client-id', 'client-of-a-test', '--bearer'], { typed: [BEARER] });
    expect((await byBrowser(agree, [])).exitCode).toBe(0);
    expect(kept()).toMatchObject({ clientId: 'client-of-a-test', bearer: BEARER });
  });

  it('can be denied there', async () => {
    const { stderr, exitCode } = await byBrowser((link) => {
      const { searchParams } = new URL(link);
      const back = new URLSearchParams({ state: searchParams.get('state') ?? '', error: 'access_denied' });
      void fetch(`${searchParams.get('redirect_uri')}?${back.toString()}`);
    });
    expect(stderr).toMatch(/\ntweetspan: access was denied in the browser; nothing was changed\n$/);
    expect(exitCode).toBe(77);
    expect(existsSync(file)).toBe(false);
  });

  it('says that its port is taken', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    const { stderr, exitCode } = await call(['login', '--client-id', 'x', '--port', String(port)]);
    expect(stderr).toMatch(new RegExp(`^tweetspan: port ${port} is used by another program: [^\n]*\n$`));
    expect(exitCode).toBe(77);
    await new Promise<void>((done) => other.close(() => done()));
  });

  it('ends by Ctrl-C', async () => {
    const controller = new AbortController();
    const { stderr, exitCode } = await byBrowser(() => controller.abort(), ['--client-id', 'x'], {
      interruption: controller.signal,
    });
    expect(stderr).toMatch(/\ntweetspan: interrupted; nothing was changed\n$/);
    expect(exitCode).toBe(130);
  });

  it('needs an app', async () => {
    const { stderr, exitCode } = await call(['login']);
    expect(stderr).toMatch(/^tweetspan: no app to sign in to: run tweetspan login --client-id ID [^\n]*--keys\n$/);
    expect(exitCode).toBe(2);
  });

  it('keeps nothing when X does not say whose account it is', async () => {
    server.answerWith = { status: 503, body: 'Over capacity', path: '/2/users/me' };
    const { stderr, exitCode } = await byBrowser(agree);
    expect(stderr).toMatch(
      /\ntweetspan: X cannot say whose account this is \([^\n]*\b503\b[^\n]*\): try again later\n$/,
    );
    expect(exitCode).toBe(75);
    expect(existsSync(file)).toBe(false);
  });
});

describe('login by pasting', () => {
  it('takes the address that the browser ended at', async () => {
    let address = '';
    const { exitCode } = await call(['login', '--client-id', 'client-of-a-test', '--paste'], {
      onStderr: atLink((link) => (address = server.authorize(link))),
      typed: [() => address],
    });
    expect(exitCode).toBe(0);
    expect(kept()).toMatchObject({ kind: 'oauth2', account: { handle: 'example' } });
  });

  it.each([
    ['http://127.0.0.1:8723/callback?state=other&code=abcd1234', 'belongs to another sign-in'],
    ['I do not know', 'no code in the pasted text'],
    ['VGhpcyBpcyBhIGNvZGU', 'X did not accept the code (invalid_request'],
  ])('refuses %s', async (pasted, said) => {
    const { stderr, exitCode } = await call(['login', '--client-id', 'x', '--paste'], { typed: [pasted] });
    expect(stderr.split('tweetspan: ')[1]).toContain(said);
    expect(exitCode).toBe(77);
    expect(existsSync(file)).toBe(false);
  });

  it('ends by Ctrl-C', async () => {
    expect((await call(['login', '--client-id', 'x', '--paste'], { typed: ['^C'] })).exitCode).toBe(130);
  });
});

describe('login by keys', () => {
  it('takes them from a terminal or from standard input', async () => {
    expect((await byKeys()).stdout).toBe(`Signed in as @example; stored in ${file}\n`);
    const { stderr } = await call(['login', '--keys', '--bearer'], { typed: [...KEYS, BEARER] });
    expect(stderr).toContain('API key: API key secret: Access token: Access token secret: Bearer token of your app: ');
    expect(kept()).toEqual({
      kind: 'oauth1',
      appKey: KEYS[0],
      appSecret: KEYS[1],
      accessToken: KEYS[2],
      accessSecret: KEYS[3],
      account: { id: '2244994945', handle: 'example' },
      bearer: BEARER,
    });
  });

  it.each([
    ['too few', `${KEYS.slice(0, 3).join('\n')}\n`, 'no answer to "Access token secret"; nothing was changed', 2],
    ['one with a space', `two words\n`, 'API key contains a space or another character', 2],
  ])('refuses %s', async (_, stdin, said, code) => {
    const { stderr, exitCode } = await byKeys([], { stdin });
    expect(stderr).toContain(`tweetspan: ${said}`);
    expect(exitCode).toBe(code);
  });

  it('refuses those that X does not take, and names an outage as a reason', async () => {
    server.answerWith = { status: 401, body: '{"title":"Unauthorized","detail":"Unauthorized","status":401}' };
    const { stderr, exitCode } = await byKeys();
    expect(stderr).toMatch(
      /^tweetspan: X does not say whose account this is: [^\n]*revoked[^\n]*outage[^\n]*Unauthorized[^\n]*\n$/,
    );
    expect(exitCode).toBe(77);
    expect(existsSync(file)).toBe(false);
  });

  it('adds the token of the app to what is kept, and to nothing else', async () => {
    expect((await call(['login', '--bearer'], { typed: [BEARER] })).exitCode).toBe(77);
    await byKeys();
    expect((await call(['login', '--bearer'], { typed: [BEARER] })).exitCode).toBe(0);
    expect(kept()).toMatchObject({ kind: 'oauth1', bearer: BEARER });
    expect(server.counts.me).toBe(1);
  });

  it('mends a damaged file', async () => {
    await byKeys();
    writeFileSync(file, 'nonsense');
    expect((await call(['whoami'])).stderr).toMatch(/is not a JSON object; run tweetspan login to create it again\n$/);
    expect((await byKeys()).exitCode).toBe(0);
    expect(kept()).toMatchObject({ kind: 'oauth1' });
  });

  it('refuses the history of another account', async () => {
    const archive = resolve('fixtures/history/archive');
    expect((await call(['import', archive])).exitCode).toBe(0);
    const { stderr, exitCode } = await byKeys();
    expect(stderr).toMatch(
      / is the history of @\w+, and you are @example: log in as @\w+, or use another history with --db; nothing was changed\n$/,
    );
    expect(exitCode).toBe(77);
    expect(existsSync(file)).toBe(false);
    expect((await byKeys(['--db', join(home, 'other.db')])).exitCode).toBe(0);
  });

  it('keeps them in the keyring when asked to, and not in the file', async () => {
    const { openEntry: openSecret, secrets } = fakeKeyring();
    const { stdout } = await byKeys(['--keyring'], { openSecret });
    expect(stdout).toBe('Signed in as @example; stored in the keyring (Secret Service)\n');
    expect(readFileSync(file, 'utf8')).not.toMatch(/secret/);
    expect((await call(['whoami'], { openSecret })).stdout).toContain('stored in the keyring (Secret Service)');
    expect((await call(['logout'], { openSecret })).stdout).toMatch(/^Signed out/);
    expect(secrets.size).toBe(0);
  });

  it('says the way around a keyring that is not there', async () => {
    const { stderr, exitCode } = await byKeys(['--keyring']);
    expect(stderr).toMatch(
      /the keyring \(Secret Service\) reports an error \(no keyring\): log in without --keyring\n$/,
    );
    expect(exitCode).toBe(77);
    expect(existsSync(file)).toBe(false);
  });
});

describe('whoami', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync('schemas/whoami.schema.json', 'utf8')) as object,
  );
  const document = async (argv: readonly string[] = [], over: Partial<Call> = {}): Promise<unknown> => {
    const data: unknown = JSON.parse((await call(['whoami', '--format', 'json', ...argv], over)).stdout);
    validate(data);
    expect(validate.errors).toBeNull();
    return data;
  };

  it('tells a sign-in by the browser, and asks X only when it is to', async () => {
    await byBrowser(agree);
    expect((await call(['whoami'])).stdout).toBe(
      `@example (account 2244994945)
  in the browser, for app …test
  expires Mon, Mar 2, 2026, 14:00 (UTC), renewed automatically
  allows tweet.read, tweet.write, users.read, offline.access, media.write
  without your app’s Bearer token, which keywords count needs: tweetspan login --bearer
  stored in ${file}
`,
    );
    expect(server.counts.me).toBe(1);
    expect(await document()).toMatchObject({ expires: '2026-03-02T14:00:00.000Z', renewed: true, queried: false });
    server.account = { id: '2244994945', username: 'renamed' };
    expect(await document(['--online'])).toMatchObject({ account: { handle: 'renamed' }, queried: true });
    expect(server.counts.me).toBe(2);
  });

  it('renews a sign-in that has run out before it asks X', async () => {
    await byBrowser(agree);
    const later = Date.UTC(2026, 2, 3, 12);
    expect((await call(['whoami'], { now: later })).stdout).toContain('expired Mon, Mar 2, 2026, 14:00 (UTC)');
    expect(await document(['--online'], { now: later })).toMatchObject({ expires: '2026-03-03T14:00:00.000Z' });
    expect(server.counts).toMatchObject({ refresh: 1, reused: 0 });
  });

  it('tells keys of the environment, with the account that their token names', async () => {
    const [appKey = '', appSecret = '', accessToken = '', accessSecret = ''] = KEYS;
    const env = {
      TWEETSPAN_APP_KEY: appKey,
      TWEETSPAN_APP_SECRET: appSecret,
      TWEETSPAN_ACCESS_TOKEN: accessToken,
      TWEETSPAN_ACCESS_SECRET: accessSecret,
      TWEETSPAN_BEARER: BEARER,
    };
    expect(await document([], { env })).toMatchObject({
      account: { id: '2244994945', handle: null },
      kind: 'oauth1',
      place: { kind: 'environment' },
      bearer: true,
    });
    const { stderr, exitCode } = await byKeys([], { env });
    expect(stderr).toContain('unset them, then log in');
    expect(exitCode).toBe(2);
    expect((await call(['logout'], { env })).exitCode).toBe(77);
  });

  it.each([
    ['there is no sign-in', {}, 'you are not signed in to X: run tweetspan login', 77],
    ['a part of the keys is there', { TWEETSPAN_APP_KEY: 'x' }, 'only some of the four keys are set', 77],
    ['X is said to be elsewhere', { TWEETSPAN_X_URL: 'http://example.org' }, 'only this machine may stand in for X', 2],
  ])('says in one line that %s', async (_, env, said, code) => {
    const { stdout, stderr, exitCode } = await call(['whoami', '--online'], { env });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^tweetspan: [^\n]*\n$/);
    expect(stderr).toContain(said);
    expect(exitCode).toBe(code);
  });
});

describe('logout', () => {
  it('forgets the sign-in, and says what it cannot do', async () => {
    await byKeys();
    const { stdout } = await call(['logout']);
    expect(stdout).toContain(`Signed out; removed from ${file}\n`);
    expect(stdout).toContain('https://x.com/settings/connected_apps');
    expect(existsSync(file)).toBe(false);
    expect((await call(['logout', '--locale', 'fr'])).stdout).toBe('Vous n’étiez pas connecté\n');
    expect((await call(['whoami'])).exitCode).toBe(77);
  });

  it('also of what others can read, or what is damaged', async () => {
    await byKeys();
    writeFileSync(file, 'nonsense');
    expect((await call(['logout'])).stdout).toMatch(/^Signed out/);
    expect(existsSync(file)).toBe(false);
  });
});
