import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { FetchError, fetchPage, type FetchSettings } from '#web/fetch-page.js';
import { isOwnAddress } from '#web/own-network.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Our own server on an address of this machine; its URL without a slash at the end. */
async function serve(listener: RequestListener, address = '127.0.0.1'): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return `http://${address}:${(server.address() as AddressInfo).port}`;
}

const get = (url: string, settings: Partial<FetchSettings> = {}) =>
  fetchPage(url, { accept: 'text/html', fetchBy: async () => undefined, ...settings });

const faultOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return error instanceof FetchError ? `${error.fault}: ${error.detail}` : String(error);
  }
  return 'none';
};

const site: RequestListener = ({ url }, answer) => {
  const html = { 'content-type': 'text/html; charset=iso-8859-1' };
  switch (url) {
    case '/':
      return answer.writeHead(200, html).end(Buffer.from('<title>Été</title>', 'latin1'));
    case '/moved':
      return answer.writeHead(301, { location: '/' }).end();
    case '/circle':
      return answer.writeHead(302, { location: '/circle' }).end();
    case '/file':
      return answer.writeHead(302, { location: 'file:///etc/passwd' }).end();
    case '/pdf':
      return answer.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7');
    case '/private':
      return answer.writeHead(401, html).end();
    case '/packed':
      return answer.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('x');
    case '/large':
      return answer.writeHead(200, html).end('x'.repeat(3 * 1024 * 1024));
    case '/slow':
      return answer.writeHead(200, html).write('<title>');
    case '/cut':
      answer.writeHead(200, { ...html, 'content-length': '100' }).write('<title>');
      return answer.destroy();
    default:
      return answer.writeHead(404, html).end('gone');
  }
};

describe('one page is fetched', () => {
  it('with its type, behind redirects', async () => {
    const base = await serve(site);
    const { url, contentType, bytes } = await get(`${base}/moved`);
    expect({ url, contentType, size: bytes.length }).toEqual({
      url: `${base}/`,
      contentType: 'text/html; charset=iso-8859-1',
      size: 18,
    });
  });

  it('and nothing is sent but what a page needs', async () => {
    let seen: string[] = [];
    const base = await serve(({ headers }, answer) => {
      seen = Object.keys(headers).sort();
      answer.writeHead(200, { 'content-type': 'text/html' }).end('x');
    });
    await get(base, { isOwn: () => false });
    expect(seen).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it.each([
    ['/nothing', 'status: 404'],
    ['/circle', 'redirects: 5'],
    ['/file', 'scheme: file:'],
    ['/pdf', 'type: application/pdf'],
    ['/private', 'login: 401'],
    ['/packed', 'packed: gzip'],
    ['/large', 'large: 1'],
    ['/slow', 'timeout: 0.3'],
  ])('%s ends in %s', async (path, fault) => {
    const base = await serve(site);
    expect(await faultOf(get(`${base}${path}`, { timeout: 300, maxBytes: 1024 * 1024 }))).toBe(fault);
  });

  it('a connection that breaks is said', async () => {
    const base = await serve(site);
    expect(await faultOf(get(`${base}/cut`))).toMatch(/^connection: /);
  });

  it('a port where nobody listens, and a host that does not exist', async () => {
    const base = await serve(site);
    servers[0]?.close();
    expect(await faultOf(get(base))).toBe(`refused: ${new URL(base).host}`);
    expect(await faultOf(get('http://nothing.invalid/'))).toBe('no-host: nothing.invalid');
  });
});

it('a fault behind a redirect names the host that it is about', async () => {
  const base = await serve((_, answer) => answer.writeHead(302, { location: 'http://nothing.invalid/' }).end());
  expect(await faultOf(get(base))).toBe('no-host: nothing.invalid');
});

describe('a public page never leads into the own network', () => {
  const isOwn = (address: string): boolean => address === '127.0.0.2';

  it('by a redirect to an address', async () => {
    const inside = await serve(site, '127.0.0.2');
    const outside = await serve((_, answer) => answer.writeHead(302, { location: `${inside}/` }).end());
    expect(await faultOf(get(outside, { isOwn }))).toBe(`own-network: ${new URL(inside).host}`);
  });

  it('by a redirect to a name', async () => {
    const isLocalhost = (address: string): boolean => address === '127.0.0.1' || address === '::1';
    const outside = await serve(
      (_, answer) => answer.writeHead(302, { location: 'http://localhost:9/' }).end(),
      '127.0.0.3',
    );
    expect(await faultOf(get(outside, { isOwn: isLocalhost }))).toBe('own-network: localhost:9');
  });

  it('but a page of the own network may lead to another of it', async () => {
    const inside = await serve(site, '127.0.0.2');
    const first = await serve((_, answer) => answer.writeHead(302, { location: `${inside}/` }).end(), '127.0.0.2');
    expect((await get(first, { isOwn })).url).toBe(`${inside}/`);
  });
});

it.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['::1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:10.0.0.1', true],
  ['93.184.216.34', false],
  ['2606:2800:220:1::1', false],
])('%s is of the own network: %s', (address, isOwn) => {
  expect(isOwnAddress(address)).toBe(isOwn);
});
