const PATH = '/chat/completions';

// `URL` writes every form of an IPv4 address (`127.1`, `0x7f000001`) as four numbers, so that one pattern covers them.
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether a URL is on this machine, where no one else reads along. */
export const isOnThisMachine = (url: string): boolean => URL.canParse(url) && LOOPBACK.test(new URL(url).hostname);

/** Why a base URL cannot be used; `received` is the part at fault, empty where it may hold a secret. */
export interface EndpointFault {
  readonly code: 'notUrl' | 'protocol' | 'credentials' | 'query' | 'plainHttp' | 'notBase';
  readonly received: string;
}

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
