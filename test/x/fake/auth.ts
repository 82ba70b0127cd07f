import { createHmac } from 'node:crypto';

/** The keys and tokens that the fake X takes. All of them are invented. */
export interface FakeTokens {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/** Who a request speaks for; undefined when its credentials are none of ours. */
export type Speaker = 'user-oauth1' | 'user-oauth2' | 'app' | undefined;

/** A request as far as its signature covers it. */
export interface Signed {
  readonly method: string;
  /** The address with its query, as it was called. */
  readonly url: URL;
  readonly authorization: string | undefined;
}

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Recomputes the signature of OAuth 1.0a (RFC 5849, 3.4) over the address and the query. */
function isSigned({ method, url }: Signed, header: string, tokens: FakeTokens): boolean {
  const fields = new Map(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]),
  );
  const signature = fields.get('oauth_signature');
  fields.delete('oauth_signature');
  if (fields.get('oauth_consumer_key') !== tokens.appKey || fields.get('oauth_token') !== tokens.accessToken) {
    return false;
  }
  const parameters = [...fields, ...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join('&');
  const base = [method, `${url.origin}${url.pathname}`, parameters].map(encode).join('&');
  const key = `${encode(tokens.appSecret)}&${encode(tokens.accessSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64') === signature;
}

/** Who speaks, by the header of a request. */
export function resolveSpeaker(
  request: Signed,
  tokens: FakeTokens,
  userBearers: ReadonlySet<string>,
  appBearers: ReadonlySet<string>,
): Speaker {
  const header = request.authorization ?? '';
  const bearer = /^Bearer (.+)$/.exec(header)?.[1];
  if (bearer !== undefined) return userBearers.has(bearer) ? 'user-oauth2' : appBearers.has(bearer) ? 'app' : undefined;
  return header.startsWith('OAuth ') && isSigned(request, header, tokens) ? 'user-oauth1' : undefined;
}
