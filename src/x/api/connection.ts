import { Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import {
  type ITwitterApiClientPlugin,
  TwitterApi,
  type TwitterApiOAuth2Init,
  type TwitterApiTokens,
} from 'twitter-api-v2';

/** Where X's API is. */
export const X_API = 'https://api.x.com';

/** Without `[::1]`: Node's resolver takes the name with its brackets, as twitter-api-v2 passes it, for a host's. */
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+)$/;

/**
 * The origin to call, from a setting; X's own without one. Another one is taken on this machine only: each request
 * carries the account's tokens.
 * @throws RangeError that says what is allowed.
 */
export function apiOrigin(setting: string | undefined): string {
  if (setting === undefined || setting === '' || setting === X_API) return X_API;
  const url = URL.canParse(setting) ? new URL(setting) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || !LOOPBACK.test(url.hostname)) {
    throw new RangeError(
      `TWEETSPAN_X_URL is "${setting}": only an address of this machine, such as http://127.0.0.1:8080, may stand in for X`,
    );
  }
  return url.origin;
}

/** How to reach X. */
export interface Connection {
  /** From `apiOrigin`. */
  readonly origin: string;
  /** The agent of a proxy that all requests go through; without it X is called directly. */
  readonly agent?: SecureAgent;
  /** Silence of the socket after which a request is given up, ms. It is no deadline: callers set one of their own. */
  readonly silenceMs: number;
  /** Has the deadline of a call ring after that many ms, and answers how to stop it; real time without it. */
  readonly setAlarm?: (ms: number, ring: () => void) => () => void;
  /** Gets the headers of each whole answer. */
  readonly onAnswer?: (headers: Readonly<Record<string, unknown>>) => void;
}

/** Keys and tokens of OAuth 1.0a, or a Bearer token: the account's of OAuth 2, or the app's own. */
export type XTokens = TwitterApiTokens | string;

const ON_X = /(?:^|\.)(?:x|twitter)\.com$/;

/**
 * A client of twitter-api-v2 whose every call, token requests too, goes to the origin given. It never retries.
 * Its errors carry the request in `error.request`, with the tokens: never log them whole.
 * @param tokens or the id of an app, for a sign-in.
 * @param more what else happens to each request; its hooks run after the address is settled.
 */
export function connect(
  tokens: XTokens | TwitterApiOAuth2Init,
  { origin, silenceMs, agent }: Connection,
  ...more: readonly ITwitterApiClientPlugin[]
): TwitterApi {
  const prepareRequest: NonNullable<ITwitterApiClientPlugin['onBeforeStreamRequestConfig']> = ({ params }) => {
    const url = new URL(params.url);
    if (!ON_X.test(url.hostname) && url.origin !== origin) {
      throw new RangeError(`a request to ${url.host} was stopped: only X may be called, or ${origin} in its place`);
    }
    // A request is signed after this, so that the signature is of the address that is really called.
    if (origin !== X_API) params.url = origin + url.pathname + url.search;
    params.timeout = silenceMs;
  };
  const requestPlugin: ITwitterApiClientPlugin = {
    onBeforeRequestConfig(request) {
      prepareRequest(request);
    },
    onBeforeStreamRequestConfig: prepareRequest,
  };
  // No connection is kept for the next call: one that X has closed meanwhile would end a post as "unknown".
  const Agent = origin.startsWith('http:') ? PlainAgent : SecureAgent;
  // The overloads take one shape of tokens each.
  return new TwitterApi(tokens as TwitterApiTokens, {
    plugins: [requestPlugin, ...more],
    httpAgent: agent ?? new Agent({ keepAlive: false }),
    // The library unpacks answers without watching for damage: a broken one would end the process, a cut one hang.
    compression: 'identity',
  });
}
