const PATH = '/chat/completions';

// `URL` writes every form of an IPv4 address (`127.1`, `0x7f000001`) as four numbers, so that one pattern covers them.
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether an address is on this machine, where nobody else reads along. */
export const isOnThisMachine = (address: string): boolean =>
  URL.canParse(address) && LOOPBACK.test(new URL(address).hostname);

/** Where to post a question, or the end of a sentence that says why an address cannot be used. */
export type Endpoint = { readonly url: string } | { readonly fault: string };

/**
 * The address that answers questions, made from the base that servers document (`http://localhost:11434/v1`).
 * Plain `http:` is taken on this machine only: elsewhere it would show the draft and the key to everyone on the way.
 * What may hold a secret (user name, password, query) is refused, and never repeated in the fault.
 */
export function toEndpoint(baseUrl: string): Endpoint {
  if (!URL.canParse(baseUrl)) return { fault: 'must be an address such as http://localhost:11434/v1' };
  const { protocol, username, password, search, hash, hostname, host, pathname } = new URL(baseUrl);
  if (protocol !== 'https:' && protocol !== 'http:') {
    return { fault: `must begin with https:// or http://, received ${protocol}` };
  }
  if (username !== '' || password !== '') return { fault: 'must hold no user name and no password' };
  if (search !== '' || hash !== '') return { fault: 'must end with its path: no ? and no #' };
  if (protocol === 'http:' && !LOOPBACK.test(hostname)) {
    return { fault: `must begin with https://: http:// is for this machine only (localhost), received ${host}` };
  }
  const base = pathname.replace(/\/+$/, '');
  if (base.endsWith(PATH)) return { fault: `must be the base: leave out ${PATH}` };
  return { url: `${protocol}//${host}${base}${PATH}` };
}
