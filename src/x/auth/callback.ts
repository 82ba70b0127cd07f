import { createServer, type ServerResponse } from 'node:http';
import type { SignInFault } from './fault.js';
import { parseArrival, callbackAddress, type Arrival, type PendingSignIn } from './sign-in.js';

/** How long a person may take in the browser, ms. @source own choice */
export const PATIENCE = 5 * 60_000;

/** What waiting for the browser needs. */
export interface Waiting {
  readonly patienceMs: number;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Called when the browser can come: not before that may the link be shown. */
  readonly onReady: () => void;
  /** What the browser shows at the end: plain texts. */
  readonly pageTexts: { readonly done: string; readonly failed: string };
}

/**
 * Waits for the browser to come back with a code, once, on this machine only. Never throws; leaves nothing open.
 */
export function awaitCode(
  { state, port }: PendingSignIn,
  { patienceMs, signal, onReady, pageTexts }: Waiting,
): Promise<Arrival> {
  return new Promise((resolve) => {
    const server = createServer({ requestTimeout: 10_000 }, ({ url = '', method }, response) => {
      const address = URL.canParse(url, callbackAddress(port)) ? new URL(url, callbackAddress(port)) : undefined;
      // A browser asks for an icon too, and looks ahead.
      if (method !== 'GET' || address?.pathname !== '/callback') return respond(response, 404, '');
      const arrival = parseArrival(address.searchParams, state);
      // The first answer is the last: a second one would be a replay.
      server.close();
      response.on('close', () => end(arrival));
      const isDone = arrival.kind === 'code';
      return respond(response, isDone ? 200 : 400, isDone ? pageTexts.done : pageTexts.failed);
    });
    const end = (arrival: Arrival): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      server.close();
      server.closeAllConnections();
      resolve(arrival);
    };
    const fail = (fault: SignInFault): void => end({ kind: 'failed', fault });
    const minutes = Math.max(1, Math.round(patienceMs / 60_000));
    const timer = setTimeout(() => fail({ code: 'browser-late', minutes }), patienceMs);
    const onAbort = (): void => fail({ code: 'interrupted' });
    signal.addEventListener('abort', onAbort);
    server.on('error', (error: NodeJS.ErrnoException) => fail(portFault(port, error.code)));
    if (signal.aborted) return onAbort();
    server.listen({ port, host: '127.0.0.1', exclusive: true }, onReady);
  });
}

const portFault = (port: number, cause = ''): SignInFault =>
  cause === 'EADDRINUSE' ? { code: 'port-taken', port } : { code: 'port-closed', port, cause };

function respond(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // The address of this page holds the code.
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'",
    Connection: 'close',
  });
  response.end(text === '' ? '' : `<!doctype html><meta charset="utf-8"><title>tweetspan</title><p>${text}</p>\n`);
}
