import type { ServerResponse } from 'node:http';
import { BODIES, PAGES, partialError } from './bodies.js';

/** What a route answers. A body that is no text is sent as JSON. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Which limit a 429 speaks of. */
type LimitKind = 'window' | 'app-day' | 'user-day' | 'usage-cap';

/**
 * What goes wrong with one request. `accepted` tells whether X does what was asked all the same, as nobody who waits
 * for the answer can know; each kind has the one of its name where it is not given.
 */
export type Fault = { readonly accepted?: boolean } & (
  | {
      readonly kind:
        | 'duplicate403'
        | 'credits402'
        | 'unauthorized401'
        | 'notEnrolled403'
        | 'readOnly403'
        | 'muzzled403'
        | 'html503'
        | 'json503'
        | 'cutBody'
        | 'hangBefore'
        | 'hangAfter'
        | 'resetBefore'
        | 'resetAfter'
        | 'emptyOk'
        | 'htmlOk'
        | 'redirect302';
    }
  /** `resetAt` is ms UTC by X's clock; a quarter of an hour or a day from now without it. */
  | { readonly kind: 'rate429'; readonly limit: LimitKind; readonly resetAt?: number; readonly old?: boolean }
  /** Adds `errors[]` about these ids to the answer, and takes their posts out. `type` is the end of the problem's. */
  | { readonly kind: 'partialErrors'; readonly ids: readonly string[]; readonly type?: string }
  /** The answer comes one byte at a time. */
  | { readonly kind: 'slowDrip'; readonly everyMs: number }
  | { readonly kind: 'answer'; readonly reply: Reply }
);

const ACCEPTED: ReadonlySet<Fault['kind']> = new Set([
  'cutBody',
  'hangAfter',
  'resetAfter',
  'emptyOk',
  'partialErrors',
  'slowDrip',
]);

/** Whether X does what was asked before the fault shows. */
export const isAccepted = ({ kind, accepted }: Fault): boolean => accepted ?? ACCEPTED.has(kind);

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const REFUSALS: Readonly<Partial<Record<Fault['kind'], Reply>>> = {
  duplicate403: { status: 403, body: BODIES.duplicate },
  credits402: { status: 402, body: BODIES.credits },
  unauthorized401: { status: 401, body: BODIES.unauthorized },
  notEnrolled403: { status: 403, body: BODIES.notEnrolled },
  readOnly403: { status: 403, body: BODIES.readOnly },
  muzzled403: { status: 403, body: BODIES.muzzled },
  json503: { status: 503, body: BODIES.unavailable },
  html503: { status: 503, body: PAGES.overCapacity, headers: HTML },
  htmlOk: { status: 200, body: PAGES.portal, headers: HTML },
  emptyOk: { status: 200, body: '' },
  redirect302: { status: 302, body: '', headers: { location: 'https://portal.example.org/sign-in' } },
};

const MINUTES = 60_000;

function tooMany(fault: Extract<Fault, { kind: 'rate429' }>, now: number): Reply {
  if (fault.limit === 'usage-cap') return { status: 429, body: BODIES.usageCap };
  const isDay = fault.limit !== 'window';
  const reset = Math.ceil((fault.resetAt ?? now + (isDay ? 24 * 60 : 15) * MINUTES) / 1000);
  const name = isDay ? `x-${fault.limit.slice(0, -4)}-limit-24hour` : 'x-rate-limit';
  return {
    status: 429,
    body: fault.old === true ? BODIES.rateLimitOld : BODIES.rateLimit,
    headers: {
      // The window can have room left while a day is spent.
      ...(isDay ? windowHeaders(100, 88, now) : {}),
      [`${name}-limit`]: isDay ? '10000' : '100',
      [`${name}-remaining`]: '0',
      [`${name}-reset`]: String(reset),
    },
  };
}

const windowHeaders = (limit: number, remaining: number, now: number): Readonly<Record<string, string>> => ({
  'x-rate-limit-limit': String(limit),
  'x-rate-limit-remaining': String(remaining),
  'x-rate-limit-reset': String(Math.ceil((now + 15 * MINUTES) / 1000)),
});

function withErrors(reply: Reply, fault: Extract<Fault, { kind: 'partialErrors' }>): Reply {
  const body = (reply.body ?? {}) as { data?: unknown; errors?: readonly unknown[] };
  const data = Array.isArray(body.data)
    ? (body.data as readonly { id: string }[]).filter(({ id }) => !fault.ids.includes(id))
    : body.data;
  const errors = fault.ids.map((id) => partialError(fault.type ?? 'resource-not-found', id));
  return { ...reply, body: { ...body, data, errors: [...(body.errors ?? []), ...errors] } };
}

/** Sends a reply whole. */
export function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/**
 * Answers as a fault has it.
 * @param reply what X would have answered; that of a request that it did not accept is empty.
 * @param now ms UTC by X's clock.
 */
export function misbehave(response: ServerResponse, fault: Fault, reply: Reply, now: number): void {
  const text = JSON.stringify(reply.body ?? {});
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
  switch (fault.kind) {
    case 'hangBefore':
    case 'hangAfter':
      return;
    case 'resetBefore':
    case 'resetAfter':
      response.socket?.resetAndDestroy();
      return;
    case 'cutBody':
      response.writeHead(reply.status, { ...headers, ...reply.headers });
      response.write(text.slice(0, Math.floor(text.length / 2)), () => response.socket?.destroy());
      return;
    case 'slowDrip': {
      response.writeHead(reply.status, { ...headers, ...reply.headers });
      // Cut as text, a sign outside of the BMP would come as two broken ones, longer than announced.
      const bytes = Buffer.from(text);
      let at = 0;
      const timer = setInterval(() => {
        response.write(bytes.subarray(at, at + 1));
        at += 1;
        if (at >= bytes.length) response.end();
      }, fault.everyMs);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case 'rate429':
      send(response, tooMany(fault, now));
      return;
    case 'partialErrors':
      send(response, withErrors(reply, fault));
      return;
    case 'answer':
      send(response, fault.reply);
      return;
    default:
      send(response, REFUSALS[fault.kind] ?? reply);
  }
}
