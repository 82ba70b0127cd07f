import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Proxy } from '#web/proxy.js';

/** A proxy on this machine. */
export interface ProxyServer {
  readonly proxy: Proxy;
  readonly url: string;
  /** What was asked of it: `CONNECT host:port`, with the user name and password that came along. */
  readonly asked: string[];
  close(): Promise<void>;
}

/**
 * Starts a proxy that connects to every host on this machine, at the port asked for or at another one; or that answers
 * CONNECT with a status.
 */
export async function startProxy(
  how: { readonly status: number; readonly body: string } | { readonly port?: number } = {},
): Promise<ProxyServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(400).end();
  });
  server.on('connection', (socket) => void sockets.add(socket.on('error', () => undefined)));
  server.on('connect', (request, client: Socket) => {
    const login = request.headers['proxy-authorization']?.split(' ')[1];
    asked.push(`CONNECT ${request.url}${login === undefined ? '' : ` ${Buffer.from(login, 'base64').toString()}`}`);
    if ('status' in how) {
      const { status, body } = how;
      client.end(
        `HTTP/1.1 ${status} Refused\r\ncontent-type: text/html\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      return;
    }
    const upstream = connect(how.port ?? Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    proxy: { variable: 'HTTPS_PROXY', url, host: `127.0.0.1:${port}` },
    url,
    asked,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
