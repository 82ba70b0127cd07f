// Fetches one page or feed, and nothing that it names.
import { fetchWithLookup } from './fetch.js';
import { findAddresses, isOwnAddress, lookupOutside, OwnNetworkError, type AddressTest } from './own-network.js';
import { TunnelError } from './tunnel.js';

/** Why nothing was fetched; `detail` is a status, a code, a type or a host. */
export type FetchFault =
  | 'status'
  | 'login'
  | 'type'
  | 'packed'
  | 'large'
  | 'timeout'
  | 'certificate'
  | 'no-host'
  | 'refused'
  | 'connection'
  | 'proxy'
  | 'redirects'
  | 'scheme'
  | 'own-network';

/** An address from which no page came. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly fault: FetchFault;
  readonly detail: string;

  constructor(fault: FetchFault, detail: string, options?: ErrorOptions) {
    super(`${fault}: ${detail}`, options);
    this.fault = fault;
    this.detail = detail;
  }
}

/** What came from an address. */
export interface Fetched {
  /** The address behind all redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** How a page is fetched. */
export interface FetchSettings {
  /** The `fetch` for a URL by the environment: its proxy, or undefined for a direct connection. */
  readonly fetchBy: (url: string) => Promise<typeof fetch | undefined>;
  readonly accept: string;
  /** ms for all of it, redirects included; 15 s by default. */
  readonly timeout?: number;
  /** Bytes at most; 8 MiB by default. */
  readonly maxBytes?: number;
  readonly isOwn?: AddressTest;
}

const MAX_REDIRECTS = 5;
const TIMEOUT = 15_000;
const MAX_BYTES = 8 * 1024 * 1024;
/** Types whose content may be a page or a feed; others are not read, nor waited for. */
const READABLE = /^(?:text\/|application\/(?:[\w.+-]*xml|[\w.+-]*json)|$)/i;

/**
 * Fetches one address, by GET and its redirects: to http and https only, and never from a public address into the own
 * network. @throws FetchError
 */
export async function fetchPage(address: string, settings: FetchSettings): Promise<Fetched> {
  const { timeout = TIMEOUT, maxBytes = MAX_BYTES } = settings;
  const signal = AbortSignal.timeout(timeout);
  const way: Way = { url: new URL(address) };
  try {
    const response = await follow(way, settings, signal);
    const { status, headers } = response;
    const contentType = headers.get('content-type') ?? '';
    if (status < 200 || status >= 300) {
      await response.body?.cancel();
      throw new FetchError(status === 401 || status === 407 ? 'login' : 'status', String(status));
    }
    if (!READABLE.test(contentType)) {
      await response.body?.cancel();
      throw new FetchError('type', contentType.replace(/;.*/s, '').trim());
    }
    const packed = headers.get('content-encoding') ?? 'identity';
    if (packed !== 'identity') throw new FetchError('packed', packed);
    return { url: way.url.href, bytes: await readAll(response, maxBytes), contentType };
  } catch (cause) {
    throw toFetchError(cause, way.url.host, signal, timeout);
  }
}

/** Where a request has come to by redirects: of a fault, the host that it is about. */
interface Way {
  url: URL;
}

async function follow(
  way: Way,
  { fetchBy, accept, isOwn = isOwnAddress }: FetchSettings,
  signal: AbortSignal,
): Promise<Response> {
  let isFromOutside = false;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const { url } = way;
    const proxied = await fetchBy(url.href);
    const isLiteral = /^[\d.]+$|^\[|^localhost$/.test(url.hostname);
    // A proxy looks names up itself; addresses and this machine are looked at in any case.
    const addresses = proxied === undefined || isLiteral ? await findAddresses(url.hostname) : [];
    const leadsInside = addresses.some(isOwn);
    if (leadsInside && isFromOutside) throw new OwnNetworkError(url.hostname);
    if (!leadsInside) isFromOutside = true;
    const direct = fetchWithLookup(lookupOutside(isFromOutside ? isOwn : () => false));
    const response = await (proxied ?? direct)(url.href, {
      redirect: 'manual',
      signal,
      headers: { accept, 'user-agent': 'tweetspan', 'accept-encoding': 'identity' },
    });
    const target = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || target === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(target, url.href)) throw new FetchError('status', String(response.status));
    way.url = new URL(target, url);
    if (!/^https?:$/.test(way.url.protocol)) throw new FetchError('scheme', way.url.protocol);
  }
  throw new FetchError('redirects', String(MAX_REDIRECTS));
}

async function readAll(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw new FetchError('large', String(maxBytes / 1024 / 1024));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const FAULTS: Readonly<Record<string, FetchFault>> = {
  ENOTFOUND: 'no-host',
  EAI_AGAIN: 'no-host',
  ECONNREFUSED: 'refused',
};

/** The code of the innermost cause that has one: `fetch` wraps the connection's error. */
function findCode(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
  }
  return error instanceof Error ? error.name : 'unknown';
}

function isRefusedInside(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'OwnNetworkError') return true;
  }
  return false;
}

function toFetchError(cause: unknown, host: string, signal: AbortSignal, timeout: number): FetchError {
  if (cause instanceof FetchError) return cause;
  if (signal.aborted) return new FetchError('timeout', String(timeout / 1000), { cause });
  if (isRefusedInside(cause)) return new FetchError('own-network', host, { cause });
  if (cause instanceof TunnelError) return new FetchError('proxy', cause.message, { cause });
  const code = findCode(cause);
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) return new FetchError('certificate', code, { cause });
  return new FetchError(FAULTS[code] ?? 'connection', FAULTS[code] === undefined ? code : host, { cause });
}
