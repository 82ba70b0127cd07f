import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { Readable } from 'node:stream';
import type { Proxy } from './proxy.js';
import { createPlainTunnel, createSecureTunnel } from './tunnel.js';

/** Statuses of answers without a body, for which a Response takes none. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * A `fetch` by Node's own requests. It knows what this program asks of it, and no more: a URL as text, a method, plain
 * headers, a text as the body, a signal. It follows no redirect and unpacks nothing. Rejects with the error of the
 * connection.
 */
const fetchBy =
  (connectBy: (isSecure: boolean) => RequestOptions): typeof fetch =>
  (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const isSecure = url.protocol === 'https:';
      const { method = 'GET', headers, body, signal } = init;
      const request = isSecure ? requestSecure : requestPlain;
      const sent = request(url, {
        method,
        headers: { 'accept-encoding': 'identity', ...(headers as Record<string, string> | undefined) },
        ...connectBy(isSecure),
        ...(signal != null && { signal }),
      });
      sent.once('error', reject);
      sent.once('response', (answer) => resolve(toResponse(answer)));
      sent.end(typeof body === 'string' ? body : undefined);
    });

/** A `fetch` whose requests go through a proxy. Rejects with a TunnelError where the proxy made no connection. */
export const fetchThrough = (proxy: Proxy): typeof fetch =>
  fetchBy((isSecure) => ({ agent: isSecure ? createSecureTunnel(proxy) : createPlainTunnel(proxy) }));

/** A `fetch` that finds the addresses of its hosts by a function of its own. */
export const fetchWithLookup = (lookup: NonNullable<RequestOptions['lookup']>): typeof fetch =>
  fetchBy(() => ({ lookup, agent: false }));

function toResponse(answer: IncomingMessage): Response {
  const { statusCode = 502, rawHeaders } = answer;
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  const hasBody = !WITHOUT_BODY.has(statusCode);
  if (!hasBody) answer.resume();
  return new Response(hasBody ? (Readable.toWeb(answer) as ReadableStream<Uint8Array>) : null, {
    status: statusCode,
    headers,
  });
}
