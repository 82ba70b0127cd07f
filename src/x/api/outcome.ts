import type { PostOutcome, ReadOutcome } from '#queue/x-port.js';
import { isObject, oneLine, textIn } from './answer.js';
import type { Answer } from './call.js';
import { clientError, isOfX, readProblem, type FailedOutcome, type Whole } from './refusal.js';

/** A wait after a lost connection or a fault of X, ms. @source own choice */
const SOON = 60_000;

/**
 * Whether X itself has refused a call, in its own words. 408 is left out of the certain ones: it says that something on
 * the way waited too long, not what X had got by then.
 */
const isRefusal = ({ status, data }: Whole): boolean => status >= 400 && status < 500 && status !== 408 && isOfX(data);

const notSent = (cause: string, now: number): FailedOutcome => ({
  kind: 'later',
  code: 'no-connection',
  retryAt: now + SOON,
  detail: oneLine(cause),
});

/** X's ids are positive numbers of 63 bits. */
const isId = (text: string): boolean => /^[0-9]{1,19}$/.test(text) && BigInt(text) < 2n ** 63n;

/**
 * What became of a post, by what came back of `POST /2/tweets` at `now` (ms UTC). Only X's own words
 * with a status of 400 to 499, or that no connection came about, say that it does not exist; only an id that it does.
 * All else is unknown.
 */
export function postOutcome(answer: Answer, now: number): PostOutcome {
  if (answer.kind === 'failed') {
    if (!answer.sent) return notSent(answer.cause, now);
    return answer.late
      ? { kind: 'unknown', code: 'timeout', detail: 'no-answer' }
      : { kind: 'unknown', code: 'cut', detail: oneLine(`no-answer: ${answer.cause}`) };
  }
  const { status } = answer;
  if (isRefusal(answer)) return clientError(answer, now);
  if (status === 408) return { kind: 'unknown', code: 'timeout', detail: 'HTTP 408' };
  if (status >= 400 && status < 500)
    return { kind: 'unknown', code: 'not-understood', detail: `not-of-x: HTTP ${status}` };
  if (status >= 500) {
    return {
      kind: 'unknown',
      code: 'server-error',
      detail: oneLine(`HTTP ${status}: ${readProblem(answer).detail}`),
    };
  }
  const id = status >= 200 && status < 300 && isObject(answer.data) ? textIn(answer.data['data'], 'id') : '';
  if (isId(id)) return { kind: 'posted', id };
  if (answer.kind === 'cut') {
    return answer.late === true
      ? { kind: 'unknown', code: 'timeout', detail: `half-answer: HTTP ${status}` }
      : { kind: 'unknown', code: 'cut', detail: `half-answer: HTTP ${status}` };
  }
  return { kind: 'unknown', code: 'not-understood', detail: `no-post-named: HTTP ${status}` };
}

/**
 * What became of a call that may be made again, by what came back of it at `now` (ms UTC).
 * @param read takes what is wanted from the JSON of the answer; undefined when it is not X's.
 */
export function readOutcome<T>(answer: Answer, now: number, read: (data: unknown) => T | undefined): ReadOutcome<T> {
  const again = (code: 'no-connection' | 'server-error', detail: string): FailedOutcome => ({
    kind: 'later',
    code,
    retryAt: now + SOON,
    detail: oneLine(detail),
  });
  if (answer.kind === 'failed') {
    if (!answer.sent) return notSent(answer.cause, now);
    return again('no-connection', answer.late ? 'timeout' : `cut: ${answer.cause}`);
  }
  const { status } = answer;
  if (isRefusal(answer)) return clientError(answer, now);
  if (status >= 400 && status < 500) return again('server-error', `not-of-x: HTTP ${status}`);
  if (status >= 400) return again('server-error', `HTTP ${status}: ${readProblem(answer).detail}`);
  if (answer.kind === 'cut') {
    return again('no-connection', `${answer.late === true ? 'timeout' : 'cut'}: HTTP ${status}`);
  }
  const value = status < 300 ? read(answer.data) : undefined;
  return value === undefined ? again('server-error', `not-of-x: HTTP ${status}`) : { kind: 'done', value };
}
