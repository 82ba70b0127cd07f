import { connect, type Connection } from '../api/connection.js';
import type { Grant } from './credentials.js';
import type { SignInFault } from './fault.js';
import { requestTokens, type App } from './token.js';
import { createServer, type ServerResponse } from 'node:http';

/**
 * What the program asks to be allowed: to read posts and their counters, to post, to know whose account it is, to be
 * renewed, to upload pictures (docs.x.com, OAuth 2.0 scopes).
 */
export const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'offline.access', 'media.write'] as const;

/** The port that the browser returns to unless another is named; the app's settings must have it. @source own choice */
export const DEFAULT_PORT = 8723;

/** The address that the browser comes back to. By number: `localhost` may lead to another address. */
export const callbackAddress = (port: number): string => `http://127.0.0.1:${port}/callback`;

/** A sign-in that waits for its code. All of it is good for one sign-in. */
export interface PendingSignIn {
  /** Where somebody grants the access, in a browser. */
  readonly link: string;
  readonly state: string;
  readonly verifier: string;
  readonly port: number;
}

/** What came back from the browser. */
export type Arrival =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'failed'; readonly fault: SignInFault };

/** How a sign-in ended. */
export type SignInOutcome =
  | { readonly kind: 'granted'; readonly grant: Grant }
  | { readonly kind: 'refused' | 'failed'; readonly fault: SignInFault };

/** Begins a sign-in by OAuth 2 with PKCE. Nothing is sent. */
export function beginSignIn(app: App, port: number, connection: Connection): PendingSignIn {
  const client = connect({ ...app }, connection);
  const { url, state, codeVerifier } = client.generateOAuth2AuthLink(callbackAddress(port), { scope: [...SCOPES] });
  const link = new URL(url);
  // The library writes it small, where X's pages and RFC 7636 want it in capitals.
  link.searchParams.set('code_challenge_method', 'S256');
  return { link: link.href, state, verifier: codeVerifier, port };
}

/**
 * The code that an address of a browser holds, or a code alone, as somebody pasted it. A code alone has no state to
 * check; nobody else's would be of use, because the verifier never leaves this run of the program.
 */
export function codeIn(pasted: string, state: string): Arrival {
  const text = pasted.trim();
  const query = /\?(.*)$/s.exec(text)?.[1] ?? (/^(?:code|state|error)=/.test(text) ? text : undefined);
  if (query !== undefined) return parseArrival(new URLSearchParams(query.replace(/#.*$/s, '')), state);
  if (/^[\w.~%+/=:-]{8,1024}$/.test(text) && !/^https?:/.test(text)) return { kind: 'code', code: text };
  return failed({ code: 'no-code-pasted' });
}

/** What the parameters of a callback say. */
function parseArrival(parameters: URLSearchParams, state: string): Arrival {
  if (parameters.get('state') !== state) return failed({ code: 'other-sign-in' });
  const error = parameters.get('error');
  if (error === 'access_denied') return failed({ code: 'access-denied' });
  // Somebody else can write an address: of its words only those that can be codes are shown.
  if (error !== null) return failed({ code: 'browser-error', reply: /^[\w.-]{1,60}$/.test(error) ? error : '' });
  const code = parameters.get('code');
  return code === null || code === '' ? failed({ code: 'no-code' }) : { kind: 'code', code };
}

const failed = (fault: SignInFault): Arrival => ({ kind: 'failed', fault });

/** Gives the code to X for tokens, within the 30 s that it is good for (docs.x.com). */
export async function finishSignIn(
  app: App,
  { verifier, port }: PendingSignIn,
  code: string,
  connection: Connection,
  now: () => number,
): Promise<SignInOutcome> {
  const form = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: callbackAddress(port),
  };
  const answer = await requestTokens(app, form, connection, now);
  if (answer.kind === 'refused') return { kind: 'refused', fault: { code: 'code-refused', reply: answer.detail } };
  if (answer.kind === 'failed') return { kind: 'failed', fault: { code: 'no-token', reply: answer.detail } };
  const { accessToken, refreshToken, expiresAt, scopes = SCOPES } = answer.granted;
  const { clientId, clientSecret } = app;
  const grant: Grant = {
    kind: 'oauth2',
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    accessToken,
    ...(refreshToken !== undefined && { refreshToken }),
    expiresAt,
    scopes,
  };
  return { kind: 'granted', grant };
}

/** How long a person may take in the browser, ms. @source own choice */
export const PATIENCE = 5 * 60_000;

/** What waiting for the browser needs. */
export interface Waiting {
  readonly patienceMs: number;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Called when the browser can come: not before that may the link be shown. */
  readonly onReady: () => void;
  /** What the browser shows at the end: plain texts. */
  readonly pageTexts: { readonly done: string; readonly failed: string };
}

/**
 * Waits for the browser to come back with a code, once, on this machine only. Never throws; leaves nothing open.
 */
export function awaitCode(
  { state, port }: PendingSignIn,
  { patienceMs, signal, onReady, pageTexts }: Waiting,
): Promise<Arrival> {
  return new Promise((resolve) => {
    const server = createServer({ requestTimeout: 10_000 }, ({ url = '', method }, response) => {
      const address = URL.canParse(url, callbackAddress(port)) ? new URL(url, callbackAddress(port)) : undefined;
      // A browser asks for an icon too, and looks ahead.
      if (method !== 'GET' || address?.pathname !== '/callback') return respond(response, 404, '');
      const arrival = parseArrival(address.searchParams, state);
      // The first answer is the last: a second one would be a replay.
      server.close();
      response.on('close', () => end(arrival));
      const isDone = arrival.kind === 'code';
      return respond(response, isDone ? 200 : 400, isDone ? pageTexts.done : pageTexts.failed);
    });
    const end = (arrival: Arrival): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      server.close();
      server.closeAllConnections();
      resolve(arrival);
    };
    const fail = (fault: SignInFault): void => end({ kind: 'failed', fault });
    const minutes = Math.max(1, Math.round(patienceMs / 60_000));
    const timer = setTimeout(() => fail({ code: 'browser-late', minutes }), patienceMs);
    const onAbort = (): void => fail({ code: 'interrupted' });
    signal.addEventListener('abort', onAbort);
    server.on('error', (error: NodeJS.ErrnoException) => fail(portFault(port, error.code)));
    if (signal.aborted) return onAbort();
    server.listen({ port, host: '127.0.0.1', exclusive: true }, onReady);
  });
}

const portFault = (port: number, cause = ''): SignInFault =>
  cause === 'EADDRINUSE' ? { code: 'port-taken', port } : { code: 'port-closed', port, cause };

function respond(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // The address of this page holds the code.
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'",
    Connection: 'close',
  });
  response.end(text === '' ? '' : `<!doctype html><meta charset="utf-8"><title>tweetspan</title><p>${text}</p>\n`);
}
