import {
  type EndpointFault,
  errorText,
  quoteWithout,
  readAnswer,
  withoutKey,
  type ModelAnswer,
  type ModelFailure,
  type Quote,
  type Prompt,
} from './answer.js';

/** Which model to ask, and how. */
export interface ModelSettings {
  /** The base of an OpenAI-compatible endpoint, without `/chat/completions`. */
  readonly baseUrl: string;
  /** As the server names it. */
  readonly name: string;
  /** Sent as a bearer token; local servers want none. */
  readonly key?: string;
  /** For connection, thought and answer together. */
  readonly timeoutMs: number;
}

/** Twenty texts of the longest kind that models write are far below it; what is longer is not an answer to us. */
const MAX_KIB = 64;

/** Enough play for rewrites that differ, too little to invent: servers take 0 to 2, and most begin with 1. */
const TEMPERATURE = 0.5;

/** What a header can carry. `fetch` repeats a header that it refuses in its error, and with it the key. */
const SENDABLE_KEY = /^[\x21-\x7e]+$/;

/**
 * Asks a model for texts, once: no retry, no redirect. Whatever the server does, the answer comes within the time
 * allowed, and it never throws: what went wrong is in `failure`, which never shows the key.
 */
export async function requestRewrites(
  settings: ModelSettings,
  prompt: Prompt,
  fetchImpl: typeof fetch = fetch,
): Promise<ModelAnswer> {
  const answer = await sendRequest(settings, prompt, fetchImpl);
  return 'failure' in answer ? { failure: hideKey(answer.failure, settings.key) } : answer;
}

const hideKey = (failure: ModelFailure, key: string | undefined): ModelFailure =>
  Object.fromEntries(
    Object.entries(failure).map(([name, value]) => [name, typeof value === 'string' ? withoutKey(value, key) : value]),
  ) as unknown as ModelFailure;

async function sendRequest(settings: ModelSettings, prompt: Prompt, fetchImpl: typeof fetch): Promise<ModelAnswer> {
  const { baseUrl, name, key, timeoutMs } = settings;
  const endpoint = toEndpoint(baseUrl);
  if ('fault' in endpoint) return { failure: { code: 'endpoint', fault: endpoint.fault } };
  if (key !== undefined && !SENDABLE_KEY.test(key)) {
    return { failure: { code: 'badKey' } };
  }
  const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)));
  try {
    const response = await fetchImpl(endpoint.url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model: name,
        messages: [
          { role: 'system', content: prompt.system },
          { role: 'user', content: prompt.user },
        ],
        response_format: { type: 'json_object' },
        temperature: TEMPERATURE,
      }),
      redirect: 'manual',
      signal: deadline,
    });
    return await readResponse(response, quoteWithout(key));
  } catch (error) {
    if (deadline.aborted) return { failure: { code: 'timeout', seconds: timeoutMs / 1000 } };
    return { failure: connectionFailure(error, new URL(endpoint.url).host) };
  }
}

async function readResponse(response: Response, quote: Quote): Promise<ModelAnswer> {
  const { status, ok } = response;
  if (300 <= status && status < 400) {
    await response.body?.cancel();
    return { failure: { code: 'redirect', status } };
  }
  if (!ok) {
    // The status is known: a text that never comes must not hide it.
    const body = await readBody(response).catch(() => undefined);
    return { failure: { code: 'status', status, quote: body === undefined ? '' : quote(errorText(body.text)) } };
  }
  const { text, complete } = await readBody(response);
  if (!complete) return { failure: { code: 'tooLong', kib: MAX_KIB } };
  return readAnswer(text, quote);
}

/** The body of a response, up to 64 KiB; beyond it the connection is given up. */
async function readBody({ body }: Response): Promise<{ readonly text: string; readonly complete: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (bytes > MAX_KIB * 1024) return { text, complete: false };
    text += decoder.decode(chunk, { stream: true });
  }
  return { text: text + decoder.decode(), complete: true };
}

/** `fetch` says only "fetch failed", and "terminated" for an answer that was cut; why stands in the cause. */
function connectionFailure(error: unknown, host: string): ModelFailure {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined;
  return { code: 'connection', host, error: code ?? (cause instanceof Error ? cause.message : String(cause)) };
}

const PATH = '/chat/completions';

// `URL` writes every form of an IPv4 address (`127.1`, `0x7f000001`) as four numbers, so that one pattern covers them.
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether a URL is on this machine, where no one else reads along. */
export const isOnThisMachine = (url: string): boolean => URL.canParse(url) && LOOPBACK.test(new URL(url).hostname);

/** Where to post a request, or why a base URL cannot be used. */
export type Endpoint = { readonly url: string } | { readonly fault: EndpointFault };

const refuse = (code: EndpointFault['code'], received = ''): Endpoint => ({ fault: { code, received } });

/**
 * The URL that takes requests, made from the base that servers document (`http://localhost:11434/v1`).
 * Plain `http:` is taken on this machine only: elsewhere it would show the draft and the key to everyone on the way.
 * What may hold a secret (user name, password, query) is refused, and never repeated in the fault.
 */
export function toEndpoint(baseUrl: string): Endpoint {
  if (!URL.canParse(baseUrl)) return refuse('notUrl');
  const { protocol, username, password, search, hash, hostname, host, pathname } = new URL(baseUrl);
  if (protocol !== 'https:' && protocol !== 'http:') return refuse('protocol', protocol);
  if (username !== '' || password !== '') return refuse('credentials');
  if (search !== '' || hash !== '') return refuse('query');
  if (protocol === 'http:' && !LOOPBACK.test(hostname)) return refuse('plainHttp', host);
  const base = pathname.replace(/\/+$/, '');
  if (base.endsWith(PATH)) return refuse('notBase', PATH);
  return { url: `${protocol}//${host}${base}${PATH}` };
}
