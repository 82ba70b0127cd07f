import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openXClient } from '#x/api/client.js';
import { X_API } from '#x/api/connection.js';
import { fetchThrough } from '#web/fetch.js';
import { createSecureTunnel } from '#web/tunnel.js';
import { startProxy, type ProxyServer } from './proxy-server.js';

let site: Server;
let port: number;
let received: string[];
const opened: ProxyServer[] = [];
const start = async (...args: Parameters<typeof startProxy>): Promise<ProxyServer> => {
  const server = await startProxy(...args);
  opened.push(server);
  return server;
};
beforeEach(async () => {
  received = [];
  site = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      received.push(`${request.method} ${request.url} ${body}`);
      response.writeHead(200, { 'content-type': 'text/plain', 'x-kind': 'page' }).end('the page');
    });
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  ({ port } = site.address() as AddressInfo);
});
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
  await new Promise((resolve) => site.close(resolve));
});

describe('a request through a proxy', () => {
  it('reaches its server, and its answer comes back', async () => {
    const { proxy, asked } = await start();
    const answer = await fetchThrough(proxy)(`http://pages.example.org:${port}/a?b`, { method: 'POST', body: 'text' });
    expect({ status: answer.status, kind: answer.headers.get('x-kind'), text: await answer.text() }).toEqual({
      status: 200,
      kind: 'page',
      text: 'the page',
    });
    expect(asked).toEqual([`CONNECT pages.example.org:${port}`]);
    expect(received).toEqual(['POST /a?b text']);
  });

  it('signs in to the proxy, and to nobody else', async () => {
    const server = await start();
    const proxy = { ...server.proxy, url: server.url.replace('://', '://me:p%40ss@') };
    await (await fetchThrough(proxy)(`http://pages.example.org:${port}/`)).text();
    expect(server.asked).toEqual([`CONNECT pages.example.org:${port} me:p@ss`]);
  });

  it('that it refuses names the proxy, and is no answer of the server', async () => {
    const { proxy } = await start({ status: 407, body: '<html>Sign in</html>' });
    await expect(fetchThrough(proxy)('https://pages.example.org/')).rejects.toThrow(
      `proxy-refused: HTTPS_PROXY ${proxy.host}, 407`,
    );
  });

  it('that is not there is named as well', async () => {
    const server = await start();
    await server.close();
    opened.pop();
    await expect(fetchThrough(server.proxy)('https://pages.example.org/')).rejects.toThrow(
      `proxy-unreachable: HTTPS_PROXY ${server.proxy.host}, ECONNREFUSED`,
    );
  });

  it('ends when its signal does', async () => {
    const { proxy } = await start();
    await expect(
      fetchThrough(proxy)(`http://pages.example.org:${port}/`, { signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
  });
});

describe('a post through a proxy that refuses', () => {
  it.each([407, 403, 502])('with %i is sent later: nothing of it can have left', async (status) => {
    const { proxy, asked } = await start({ status, body: '<html>Sign in</html>' });
    const client = openXClient({
      tokens: { appKey: 'a', appSecret: 'b', accessToken: 'c', accessSecret: 'd' },
      connection: { origin: X_API, silenceMs: 5000, agent: createSecureTunnel(proxy) },
      now: () => Date.UTC(2026, 2, 2),
      readFile: () => Promise.reject(new Error('no file')),
    });
    expect(await client.post({ text: 'x', mediaIds: [], taggedIds: [] })).toMatchObject({
      kind: 'later',
      code: 'no-connection',
      detail: `proxy-refused: HTTPS_PROXY ${proxy.host}, ${status}`,
    });
    expect(asked).toEqual(['CONNECT api.x.com:443']);
  });
});
