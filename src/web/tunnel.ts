// Connections through a proxy, by CONNECT (RFC 9110, 9.3.6). Only a whole connection is handed over: what a proxy says to
// CONNECT can never be taken for the answer of the server behind it, and until then nothing of a request has left.
import { Agent as PlainAgent, request as requestPlain, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as requestSecure } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { Proxy } from './proxy.js';

/** What a connection through a proxy is made for, as Node's agents have it. */
interface Target {
  readonly host: string;
  readonly port: number | string;
}

/**
 * A proxy through which no connection came about. The message is a code with its facts, `proxy-refused: HTTPS_PROXY
 * proxy.example:3128, 407`; it never shows a password.
 */
export class TunnelError extends Error {
  override readonly name = 'TunnelError';

  constructor(code: 'proxy-refused' | 'proxy-unreachable', { variable, host }: Proxy, why: string, cause?: unknown) {
    super(`${code}: ${variable} ${host}, ${why}`, { cause });
  }
}

const NOBODY_WAITS = 10_000;

/** Opens a connection to a host through a proxy; rejects with a TunnelError. Nothing is sent over it yet. */
function openTunnel(proxy: Proxy, { host, port }: Target): Promise<Socket> {
  const { protocol, hostname, port: proxyPort, username, password } = new URL(proxy.url);
  const authority = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const request = protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const asked = request({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: proxyPort || (protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: authority,
      headers: {
        host: authority,
        ...(username !== '' && { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
      },
      agent: false,
      timeout: NOBODY_WAITS,
    });
    const refuse = ({ statusCode }: IncomingMessage, socket?: Socket): void => {
      asked.destroy();
      socket?.destroy();
      reject(new TunnelError('proxy-refused', proxy, String(statusCode)));
    };
    asked.once('connect', (response, socket: Socket, head) => {
      if (response.statusCode !== 200) return refuse(response, socket);
      // A server speaks second: bytes before any request are no part of an answer.
      if (head.length > 0) return refuse(response, socket);
      socket.setTimeout(0);
      resolve(socket);
    });
    asked.once('response', (response) => refuse(response));
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', (error: NodeJS.ErrnoException) =>
      reject(new TunnelError('proxy-unreachable', proxy, error.code ?? error.message, error)),
    );
    asked.end();
  });
}

type Hand = (error: Error | null, socket?: Socket) => void;

/** An agent for `http:` requests that all go through a proxy. */
export function createPlainTunnel(proxy: Proxy): PlainAgent {
  const agent = new PlainAgent({ keepAlive: false });
  return Object.assign(agent, {
    createConnection(target: Target, done: Hand): void {
      openTunnel(proxy, target).then((socket) => done(null, socket), done);
    },
  });
}

/** An agent for `https:` requests that all go through a proxy; the proxy sees the host, and nothing of what is sent. */
export function createSecureTunnel(proxy: Proxy): SecureAgent {
  const agent = new SecureAgent({ keepAlive: false });
  return Object.assign(agent, {
    createConnection(target: Target, done: Hand): void {
      openTunnel(proxy, target).then((socket) => {
        const name = isIP(target.host) === 0 ? { servername: target.host } : {};
        const secure = connectSecurely({ socket, ...name });
        secure.once('error', done);
        secure.once('secureConnect', () => {
          secure.removeListener('error', done);
          done(null, secure);
        });
      }, done);
    },
  });
}
