import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How the server answers one request: at once, late, too much, or never. */
export type Behaviour = (response: ServerResponse, request: Received) => void;

/** A server on this machine that behaves as told, and keeps what it was sent. */
export interface ModelServer {
  readonly baseUrl: string;
  readonly received: readonly Received[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

const listen = (server: Server): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

/** Opens a server on a free port of the loopback. */
export async function openModelServer(): Promise<ModelServer> {
  const received: Received[] = [];
  let behaviour: Behaviour = (response) => response.end();
  const onRequest: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
      received.push(seen);
      behaviour(response, seen);
    });
  };
  const server = createServer(onRequest);
  const port = await listen(server);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    received,
    behave(next) {
      received.length = 0;
      behaviour = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a status, a body and headers, all at once. */
export const answers =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

/** Answers as an OpenAI-compatible server does, with what the model wrote. */
export const writes = (content: string): Behaviour =>
  answers(200, JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message: { content } }] }), {
    'content-type': 'application/json',
  });
