import { Agent } from 'node:http';
import { type ITwitterApiClientPlugin, TwitterApi, type TwitterApiTokens } from 'twitter-api-v2';

/** Where X's API is. */
export const X_API = 'https://api.x.com';

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

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
  /** Silence of the socket after which a request is given up, ms. It is no deadline: callers set one of their own. */
  readonly silenceMs: number;
  /** Gets the headers of each whole answer. */
  readonly onAnswer?: (headers: Readonly<Record<string, unknown>>) => void;
}

const ON_X = /(?:^|\.)(?:x|twitter)\.com$/;

/**
 * A client of twitter-api-v2 whose every call, token requests too, goes to the origin given. It never retries.
 * Its errors carry the request in `error.request`, with the tokens: never log them whole.
 */
export function connect(tokens: TwitterApiTokens | string, { origin, silenceMs, onAnswer }: Connection): TwitterApi {
  const redirect: ITwitterApiClientPlugin = {
    onBeforeRequestConfig({ params }) {
      const url = new URL(params.url);
      if (origin !== X_API && ON_X.test(url.hostname)) {
        // A request is signed after this, so that the signature is of the address that is really called.
        (params as { url: unknown }).url =
          typeof params.url === 'string'
            ? origin + url.pathname + url.search
            : new URL(url.pathname + url.search, origin);
      }
      params.timeout = silenceMs;
    },
    onAfterRequest: ({ response }) => void onAnswer?.(response.headers),
    onResponseError: ({ error }) => void onAnswer?.(error.headers),
  };
  const plain = origin.startsWith('http:') ? { httpAgent: new Agent() } : {};
  // The overloads take one shape of tokens each.
  return new TwitterApi(tokens as TwitterApiTokens, { plugins: [redirect], ...plain });
}
