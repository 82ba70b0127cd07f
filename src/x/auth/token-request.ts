import { callX } from '../api/call.js';
import type { Connection } from '../api/connection.js';
import { oneLine, textIn } from '../api/problem.js';

/** An app as X knows it. Only one that can keep a secret has one. */
export interface App {
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** What X grants for a code or for a refresh token. */
export interface Granted {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** ms UTC. */
  readonly expiresAt: number;
  readonly scopes?: readonly string[];
}

/** `refused` is X's last word; after `failed` the same may be asked again. `detail` is one line without secrets. */
export type TokenAnswer =
  | { readonly kind: 'granted'; readonly granted: Granted }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** Where tokens are given out, at X's origin (docs.x.com, OAuth 2.0). */
const TOKEN_URL = 'https://api.x.com/2/oauth2/token';
/** How long a request may take as a whole, ms. @source own choice */
const DEADLINE = 20_000;
/** How long a token is good for where X does not say, s (docs.x.com: two hours). */
const DEFAULT_LIFETIME = 7200;

/** Asks X for tokens, once. `form` is what the grant needs besides the app. Never throws. */
export async function requestTokens(
  app: App,
  form: Readonly<Record<string, string>>,
  connection: Connection,
  now: () => number,
): Promise<TokenAnswer> {
  // Not the library's own calls: 1.29 sends these as JSON (it looks for the path in the password of the address), where
  // RFC 6749 wants a form; and it throws the tokens away when the answer names no scopes, which it need not.
  const answer = await callX({ tokens: { ...app }, connection, deadlineMs: DEADLINE }, (api) =>
    api.post<unknown>(TOKEN_URL, { ...form, client_id: app.clientId }, { forceBodyMode: 'url' }),
  );
  if (answer.kind === 'failed') return { kind: 'failed', detail: oneLine(answer.cause) };
  const { status, data } = answer;
  if (answer.kind === 'answered' && status < 400) {
    const granted = grantedIn(data, now());
    return granted === undefined
      ? // As a sign-in page of the network answers.
        { kind: 'failed', detail: `HTTP ${status}` }
      : { kind: 'granted', granted };
  }
  const code = textIn(data, 'error');
  const reply = [code, textIn(data, 'error_description')].filter((part) => part !== '').map(oneLine);
  // The errors of RFC 6749 §5.2; without one, a 4xx can be an outage of X or a limit.
  const isRefusal = answer.kind === 'answered' && (status === 400 || status === 401) && code !== '';
  return { kind: isRefusal ? 'refused' : 'failed', detail: [...reply, `HTTP ${status}`].join(', ') };
}

function grantedIn(answer: unknown, now: number): Granted | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const fields = answer as Readonly<Record<string, unknown>>;
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifetime, scope } = fields;
  if (typeof accessToken !== 'string' || accessToken === '') return undefined;
  const seconds = typeof lifetime === 'number' && lifetime > 0 ? lifetime : DEFAULT_LIFETIME;
  return {
    accessToken,
    ...(typeof refreshToken === 'string' && refreshToken !== '' && { refreshToken }),
    expiresAt: now + Math.round(seconds * 1000),
    ...(typeof scope === 'string' && { scopes: scope.split(' ').filter((one) => one !== '') }),
  };
}
