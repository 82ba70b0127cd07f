import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import {
  ApiResponseError,
  type ITwitterApiClientPlugin,
  type TwitterApi,
  type TwitterApiOAuth2Init,
} from 'twitter-api-v2';
import { type Connection, connect, type XTokens } from './connection.js';

/**
 * What came back of one request, free of the library's errors: those hold the request with its tokens.
 * - `answered`: a whole answer of any status; `data` is its JSON, or its text when it is none.
 * - `cut`: the status came, but not all of the body; `data` is what came of it.
 * - `failed`: no status came. `sent` is false only when no byte of the request can have left.
 */
export type Answer =
  | {
      readonly kind: 'answered' | 'cut';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly data: unknown;
      /** Whether it was cut because time was over: of silence, or of the whole call. */
      readonly late?: boolean;
    }
  | { readonly kind: 'failed'; readonly sent: boolean; readonly late: boolean; readonly cause: string };

/** What happens on the wire during one call. */
interface Trace {
  sent: boolean;
  late: boolean;
  over: boolean;
  /** Whether it is too late to send: what was decided may have been judged by others meanwhile. */
  readonly isStale: () => boolean;
  cause: unknown;
  response: IncomingMessage | undefined;
  readonly sockets: Set<Socket>;
}

/** Why a request that came too late was dropped before its first byte left: the detail of a reason. */
const STALE = 'clock-jumped';

/** A request's events as twitter-api-v2 reports them, of those that matter here. */
type Report = (event: string, details?: { socket?: Socket; requestError?: unknown; res?: IncomingMessage }) => void;

const reporter =
  (trace: Trace): Report =>
  (event, details = {}) => {
    if (event === 'socket' && details.socket !== undefined) {
      const { socket } = details;
      trace.sockets.add(socket);
      if (trace.over) socket.destroy();
      // A machine that slept while it connected goes on here first, before anything is written.
      const begin = (): void => {
        if (trace.isStale()) socket.destroy(new Error(STALE));
        else trace.sent = true;
      };
      // Over TLS nothing of a request leaves before both sides know each other.
      if (!socket.connecting) begin();
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', begin);
    }
    if (event === 'request-error') trace.cause = details.requestError;
    if (event === 'response' && details.res !== undefined) {
      trace.sent = true;
      trace.response = details.res;
    }
  };

const watch = (trace: Trace): ITwitterApiClientPlugin => ({
  onBeforeRequestConfig({ params }) {
    if (trace.over) throw new Error('the call is over: its deadline has passed');
    params.requestEventDebugHandler = reporter(trace);
    // The library's own reading of JSON throws outside of any promise on some bodies, such as {"errors":[null]}.
    params.forceParseMode = 'text';
  },
});

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** One line that names the failure: its code, or its message. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : error.message;
}

const WAS_SILENT = /^Request timeout\.?$/;

function toAnswer(trace: Trace, outcome: { readonly body: unknown } | { readonly error: unknown }): Answer {
  const { response, late } = trace;
  const body = 'body' in outcome ? outcome.body : outcome.error instanceof ApiResponseError ? outcome.error.data : '';
  if (response?.statusCode !== undefined) {
    const { statusCode: status, headers } = response;
    const silent = trace.cause instanceof Error && WAS_SILENT.test(trace.cause.message);
    return response.complete
      ? { kind: 'answered', status, headers, data: parsed(body) }
      : { kind: 'cut', status, headers, data: parsed(body), late: late || silent };
  }
  const error = trace.cause ?? ('error' in outcome ? outcome.error : undefined);
  const silent = error instanceof Error && WAS_SILENT.test(error.message);
  return { kind: 'failed', sent: trace.sent, late: late || silent, cause: describeCause(error) };
}

function setTimer(ms: number, ring: () => void): () => void {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
}

/** A call that can be made: with whose tokens, over what, and until when (ms) it has to be answered. */
export interface Caller {
  /** Or the id of an app, for a sign-in. */
  readonly tokens: XTokens | TwitterApiOAuth2Init;
  readonly connection: Connection;
  readonly deadlineMs: number;
  /** Looked at when the connection stands, before the first byte leaves. */
  readonly isStale?: () => boolean;
}

/**
 * Makes one request and tells what came back. Never throws, never repeats. When the deadline passes, the connection
 * is broken off, so that nothing of the call goes on.
 * @param request makes exactly one request with the client given, and answers its body.
 */
export async function callX(
  { tokens, connection, deadlineMs, isStale = () => false }: Caller,
  request: (api: TwitterApi) => Promise<unknown>,
): Promise<Answer> {
  const trace: Trace = {
    sent: false,
    late: false,
    over: false,
    isStale,
    cause: undefined,
    response: undefined,
    sockets: new Set(),
  };
  const { setAlarm = setTimer } = connection;
  let stopAlarm = (): void => undefined;
  const deadline = new Promise<never>((_, reject) => {
    stopAlarm = setAlarm(deadlineMs, () => {
      trace.late = true;
      trace.over = true;
      const error = new Error(`no whole answer within ${deadlineMs} ms`);
      for (const socket of trace.sockets) socket.destroy(error);
      reject(error);
    });
  });
  try {
    const response = Promise.resolve().then(() => request(connect(tokens, connection, watch(trace))));
    return toAnswer(trace, { body: await Promise.race([response, deadline]) });
  } catch (error) {
    return toAnswer(trace, { error });
  } finally {
    trace.over = true;
    stopAlarm();
  }
}
