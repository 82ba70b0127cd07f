import type { PostOutcome, ReadOutcome } from '../queue/ports.js';
import { failedCall, problemOf, type FailedCall } from './answer.js';
import { limitsIn } from './limits.js';

const MINUTE = 60_000;

/** How long a limit is waited for when X does not say, ms: one window. */
const ONE_WINDOW = 15 * MINUTE;
/** How long after an answer that may be an outage of X the same is tried again, ms. Ours. */
const AFTER_OUTAGE = 15 * MINUTE;
/** How long after no connection, and after a fault of X's servers, ms. Ours. */
const AFTER_NO_CONNECTION = MINUTE;
const AFTER_SERVER_ERROR = 5 * MINUTE;

/**
 * Errors of the socket that come before any byte of a request is sent: no connection, no name, no agreement on keys.
 * All others, a reset above all, can come after X has taken the post.
 */
const BEFORE_SENDING =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETDOWN|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_CERT_\w+)$/;

type Failed = Exclude<PostOutcome, { kind: 'posted' }>;
type Certain = Exclude<Failed, { kind: 'unknown' }>;

/**
 * What became of a post whose call failed. A status from 400 to 499 means that it does not exist (docs.x.com); after
 * anything else but no connection at all it may.
 * @param now ms UTC.
 */
export function postFailure(error: unknown, now: number): Failed {
  const call = failedCall(error);
  const certain = certainFailure(call, now);
  if (certain !== undefined) return certain;
  const { detail } = problemOf(call);
  if (call.isCut) return { kind: 'unknown', code: 'cut', detail };
  if (call.status !== undefined) return { kind: 'unknown', code: 'server-error', detail };
  return { kind: 'unknown', code: /time/i.test(call.socket) ? 'timeout' : 'cut', detail };
}

/** What became of a call that changes nothing public: it can always be made again. */
export function readFailure(error: unknown, now: number): Exclude<ReadOutcome<never>, { kind: 'done' }> {
  const call = failedCall(error);
  const certain = certainFailure(call, now);
  if (certain !== undefined) return certain;
  return { kind: 'later', code: 'server-error', retryAt: now + AFTER_SERVER_ERROR, detail: problemOf(call).detail };
}

function certainFailure(call: FailedCall, now: number): Certain | undefined {
  const { status, socket, isCut } = call;
  const { detail, type, reason } = problemOf(call);
  if (status === undefined) {
    if (!BEFORE_SENDING.test(socket)) return undefined;
    return { kind: 'later', code: 'no-connection', retryAt: now + AFTER_NO_CONNECTION, detail };
  }
  // The status of an answer that was cut is whole: a 4xx means what it says, even without its body.
  if (status < 400 || status > 499) return undefined;
  if (status === 402) return { kind: 'stopped', code: 'no-credits', detail };
  if (status === 429 || status === 420) return limited(call, type, detail, now);
  if (status === 401) {
    const both = `${detail}: the token is revoked or out of date, or X has an outage of its sign-in`;
    return { kind: 'stopped', code: 'unauthorized', until: now + AFTER_OUTAGE, detail: both };
  }
  if (status === 403 && !isCut) return forbidden(detail, type, reason);
  if (status === 408) return undefined;
  if (/too long|over(?:ly)? long|character limit|length/i.test(detail))
    return { kind: 'refused', code: 'too-long', detail };
  return { kind: 'refused', code: status === 403 ? 'forbidden' : 'invalid', detail };
}

function limited(call: FailedCall, type: string, detail: string, now: number): Certain {
  if (type === 'usage-capped' || call.body['title'] === 'UsageCapExceeded') {
    const period = typeof call.body['period'] === 'string' ? `, ${call.body['period']}` : '';
    return { kind: 'stopped', code: 'usage-cap', detail: `${detail}${period}` };
  }
  const spent = limitsIn(call.headers).filter(({ remaining }) => remaining <= 0);
  const retryAt = Math.max(
    now + MINUTE,
    ...spent.map(({ resetAt }) => resetAt),
    spent.length === 0 ? now + ONE_WINDOW : 0,
  );
  const code = spent.some(({ window }) => window !== 'quarter-hour') ? 'daily-limit' : 'rate-limit';
  return { kind: 'later', code, retryAt, detail };
}

function forbidden(detail: string, type: string, reason: string): Certain {
  if (/duplicate/i.test(detail)) return { kind: 'refused', code: 'duplicate', detail };
  if (reason === 'client-not-enrolled') return { kind: 'stopped', code: 'not-enrolled', detail };
  if (
    type === 'oauth1-permissions' ||
    type === 'client-forbidden' ||
    /oauth1 app permissions|not permitted to perform/i.test(detail)
  ) {
    return { kind: 'stopped', code: 'read-only-app', detail };
  }
  if (/write.?(?:muzzle|restrict)|automated/i.test(detail)) return { kind: 'stopped', code: 'write-muzzled', detail };
  return { kind: 'refused', code: 'forbidden', detail };
}
