import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** X's sign-in on this machine: codes with PKCE, refresh tokens that are good once, and whose account a token is. */
export interface SignInServer {
  readonly origin: string;
  /** What a browser does at a link: the account's owner agrees. Answers the address that it is sent back to. */
  authorize(link: string): string;
  /** A refresh token as if granted before. */
  grantRefresh(): string;
  /** How many times each grant was asked for, and how many refresh tokens came a second time. */
  readonly counts: { code: number; refresh: number; reused: number; me: number };
  /** Answers instead of the usual ones, everywhere or at one path; null closes the connection. */
  answerWith: Forced | null | undefined;
  /** How long an answer takes, ms. */
  delay: number;
  /** Everything secret that was given out or received. */
  readonly secrets: Set<string>;
  account: { readonly id: string; readonly username: string };
  close(): Promise<void>;
}

interface Forced {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
  readonly path?: string;
}

interface Pending {
  readonly challenge: string;
  readonly redirect: string;
  readonly clientId: string;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

/** The time by X's clock: that of the programs that are tried. */
const NOON = Date.UTC(2026, 2, 2, 12);
/** How long access tokens are good for, s (docs.x.com). */
export const LIFE = 7200;

/** Starts it on a free port. */
export async function startSignInServer(): Promise<SignInServer> {
  const codes = new Map<string, Pending>();
  const refreshTokens = new Map<string, 'good' | 'spent'>();
  const accessTokens = new Set<string>();
  let made = 0;
  const make = (what: string): string => {
    made += 1;
    const token = `${what}-secret-${made}-${createHash('sha256').update(`${what}${made}`).digest('base64url')}`;
    self.secrets.add(token);
    return token;
  };

  const tokens = (): { status: number; body: object } => {
    const [access, refresh] = [make('access'), make('refresh')];
    accessTokens.add(access);
    refreshTokens.set(refresh, 'good');
    const scope = 'tweet.read tweet.write users.read offline.access media.write';
    const body = { token_type: 'bearer', expires_in: LIFE, access_token: access, scope, refresh_token: refresh };
    return { status: 200, body };
  };
  const refused = (error: string, description: string) => ({
    status: 400,
    body: { error, error_description: description },
  });

  const token = (request: IncomingMessage, text: string): { status: number; body: object } => {
    if (request.headers['content-type'] !== 'application/x-www-form-urlencoded;charset=UTF-8') {
      return refused('invalid_request', `a form is wanted, not ${request.headers['content-type']}`);
    }
    const form = new URLSearchParams(text);
    if (form.get('grant_type') === 'authorization_code') {
      self.counts.code += 1;
      const pending = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const verifier = form.get('code_verifier') ?? '';
      const isGood =
        pending !== undefined &&
        createHash('sha256').update(verifier).digest('base64url') === pending.challenge &&
        pending.redirect === form.get('redirect_uri') &&
        pending.clientId === form.get('client_id');
      self.secrets.add(verifier);
      return isGood ? tokens() : refused('invalid_request', 'Value passed for the authorization code was invalid.');
    }
    self.counts.refresh += 1;
    const given = form.get('refresh_token') ?? '';
    const state = refreshTokens.get(given);
    if (state === 'spent') self.counts.reused += 1;
    if (state !== 'good') return refused('invalid_request', 'Value passed for the token was invalid.');
    refreshTokens.set(given, 'spent');
    return tokens();
  };

  const me = ({ headers: { authorization = '' } }: IncomingMessage): { status: number; body: object } => {
    self.counts.me += 1;
    const isKnown = accessTokens.has(authorization.replace(/^Bearer /, '')) || authorization.startsWith('OAuth ');
    if (isKnown) return { status: 200, body: { data: { ...self.account, name: 'Example' } } };
    return { status: 401, body: { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' } };
  };

  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const { pathname } = new URL(request.url ?? '/', self.origin);
      const { answerWith } = self;
      const forced = answerWith?.path === undefined || answerWith.path === pathname ? answerWith : undefined;
      if (forced === null) return request.socket.destroy();
      const usual = (): { status: number; body: object } =>
        pathname === '/2/oauth2/token'
          ? token(request, text)
          : pathname === '/2/users/me'
            ? me(request)
            : { status: 404, body: { title: 'Not Found' } };
      const { status, body } = forced ?? usual();
      const answer = (): void => {
        response.writeHead(status, {
          'content-type': forced?.type ?? 'application/json',
          date: new Date(NOON).toUTCString(),
        });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      return self.delay === 0 ? answer() : setTimeout(answer, self.delay).unref();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  const self: SignInServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authorize(link) {
      const { searchParams } = new URL(link);
      if (searchParams.get('code_challenge_method') !== 'S256') throw new Error('S256 in capitals is wanted');
      const code = make('code');
      const redirect = searchParams.get('redirect_uri') ?? '';
      codes.set(code, {
        challenge: searchParams.get('code_challenge') ?? '',
        redirect,
        clientId: searchParams.get('client_id') ?? '',
      });
      return `${redirect}?${new URLSearchParams({ state: searchParams.get('state') ?? '', code }).toString()}`;
    },
    grantRefresh() {
      const refresh = make('refresh');
      refreshTokens.set(refresh, 'good');
      return refresh;
    },
    counts: { code: 0, refresh: 0, reused: 0, me: 0 },
    answerWith: undefined,
    delay: 0,
    secrets: new Set(),
    account: { id: '2244994945', username: 'example' },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return self;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
