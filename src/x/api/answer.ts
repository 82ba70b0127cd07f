import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './call.js';
import type { PostOutcome, ReadOutcome, RefusalCode } from '#queue/x-port.js';

/** Which span a limit of X counts over: 15 minutes, or 24 hours for the app or for the account. */
type LimitWindow = 'quarter-hour' | 'app-day' | 'user-day';

/** A limit as X told it last. */
export interface Limit {
  /** Method and path with its variables, such as `POST /2/tweets`. */
  readonly endpoint: string;
  readonly window: LimitWindow;
  readonly limit: number;
  readonly remaining: number;
  /** When it is whole again, ms UTC by X's clock. */
  readonly resetAt: number;
}

/** Beginnings of the names of X's headers (docs.x.com, rate limits). */
const WINDOWS: readonly { readonly window: LimitWindow; readonly name: string }[] = [
  { window: 'quarter-hour', name: 'x-rate-limit' },
  { window: 'app-day', name: 'x-app-limit-24hour' },
  { window: 'user-day', name: 'x-user-limit-24hour' },
];

const countIn = (headers: IncomingHttpHeaders, name: string): number | undefined => {
  const value = headers[name];
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
};

/**
 * The limits in the headers of an answer. twitter-api-v2 shows those of 24 hours only where one of 15 minutes stands
 * beside them, so the headers are read here. One without its three numbers is left out.
 */
export function readLimits(endpoint: string, headers: IncomingHttpHeaders): readonly Limit[] {
  return WINDOWS.flatMap(({ window, name }) => {
    const limit = countIn(headers, `${name}-limit`);
    const remaining = countIn(headers, `${name}-remaining`);
    const reset = countIn(headers, `${name}-reset`);
    if (limit === undefined || remaining === undefined || reset === undefined) return [];
    return [{ endpoint, window, limit, remaining, resetAt: reset * 1000 }];
  });
}

/**
 * How far X's clock is ahead of ours, ms, by the `Date` header of an answer that came at `now` (ms UTC by our clock);
 * up to a second too small, as the header has whole seconds, and by the way of the answer. Undefined without a date.
 */
export function clockSkew(headers: IncomingHttpHeaders, now: number): number | undefined {
  const at = Date.parse(headers.date ?? '');
  return Number.isNaN(at) ? undefined : at - now;
}

/** Below this a skew is the header's rounding and the way of the answer, ms. @source own choice */
const NOISE = 5000;

/** A skew, or 0 where it is too small to be one. */
export const realSkew = (skew: number | undefined): number => (skew === undefined || Math.abs(skew) < NOISE ? 0 : skew);

type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list under a key, its objects only; empty without one. */
export const objectsIn = (value: unknown, key: string): readonly Json[] => {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
};

/** The text under a key; empty without one. */
export const textIn = (value: unknown, key: string): string => {
  const text = isObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
};

/** Longest detail, in characters. @source own choice: one line of a log or a list. */
const MAX_LENGTH = 200;

/** A text of X's as one short line, without control and invisible direction characters. */
export function oneLine(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= MAX_LENGTH ? line : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
}

/** What an answer of status 400 and above says of its reason. */
export interface Problem {
  readonly status: number;
  /** The last part of the problem's type: hosts differ between X's documents, so its end identifies it. */
  readonly type: string;
  readonly title: string;
  /** X's reasons in its own words, in one line; the status where it gave none. */
  readonly detail: string;
  readonly reason: string;
  /** Whether it is JSON: what stands between us and X, or X's own front, answers in HTML. */
  readonly json: boolean;
}

/** Reads X's problem of an answer, of either of its two shapes: `{title, detail, type}` and `{errors: [{message}]}`. */
function readProblem({ status, data }: Extract<Answer, { kind: 'answered' | 'cut' }>): Problem {
  const messages = objectsIn(data, 'errors').map((error) => textIn(error, 'message') || textIn(error, 'detail'));
  const words = [textIn(data, 'detail'), ...messages].filter(
    (text, at, all) => text !== '' && all.indexOf(text) === at,
  );
  const title = textIn(data, 'title');
  return {
    status,
    type: textIn(data, 'type').replace(/^.*\//s, ''),
    title,
    detail: oneLine(words.join(' ') || title || `HTTP ${status}`),
    reason: textIn(data, 'reason'),
    json: isObject(data),
  };
}

const MINUTE = 60_000;
/** Waits where X names no instant: after a lost connection or a fault of X, and after a 429 or 401. @source own choice */
const SOON = MINUTE;
const QUARTER = 15 * MINUTE;
/** A clock that is wrong by more makes X refuse signatures of OAuth 1.0a. @source own choice: servers allow about five minutes. */
const WRONG_CLOCK = 4 * MINUTE;

/** What certainly became of a call, for a reason that X or the network gave: nothing was posted. */
type FailedOutcome = Extract<PostOutcome, { kind: 'refused' | 'later' | 'stopped' }>;
type Whole = Extract<Answer, { kind: 'answered' | 'cut' }>;

const refused = (code: RefusalCode, detail: string): FailedOutcome => ({ kind: 'refused', code, detail });

/** 429: until the last of the limits that are spent is whole again. X's instants are turned into ours. */
function tooMany(answer: Whole, problem: Problem, now: number): FailedOutcome {
  if (problem.type === 'usage-capped' || problem.title === 'UsageCapExceeded') {
    const which = ['period', 'scope'].map((key) => textIn(answer.data, key)).filter((text) => text !== '');
    return { kind: 'stopped', code: 'usage-cap', detail: oneLine([...which, problem.detail].join(', ')) };
  }
  const skew = realSkew(clockSkew(answer.headers, now));
  const spent = readLimits('', answer.headers)
    .filter(({ remaining }) => remaining === 0)
    .sort((a, b) => b.resetAt - a.resetAt);
  const [last] = spent;
  const code = last === undefined || last.window === 'quarter-hour' ? 'rate-limit' : 'daily-limit';
  // An instant that has passed must not end in asking again and again.
  const retryAt = last === undefined ? now + QUARTER : Math.max(last.resetAt - skew, now + SOON);
  const limit = last === undefined ? '' : `, ${last.limit} / ${SPAN[last.window]}`;
  return { kind: 'later', code, retryAt, detail: oneLine(problem.detail + limit) };
}
const SPAN = { 'quarter-hour': '15 min', 'app-day': '24 h', 'user-day': '24 h' } as const;

function unauthorized(answer: Whole, { detail }: Problem, now: number): FailedOutcome {
  const skew = clockSkew(answer.headers, now) ?? 0;
  // How far this machine's clock is ahead of X's.
  const ahead = Math.round(-skew / MINUTE);
  const clock = Math.abs(skew) < WRONG_CLOCK ? '' : `clock-wrong: ${ahead > 0 ? '+' : '−'}${Math.abs(ahead)} min, `;
  return { kind: 'stopped', code: 'unauthorized', detail: oneLine(clock + detail), until: now + QUARTER };
}

/** X's words for a text over the length (gundogan8/FotBot#22), and those of its older codes. */
const TOO_LONG = /\btoo long\b|\bbit shorter\b|\bover \d+ characters\b/i;

function forbidden({ type, reason, detail }: Problem): FailedOutcome {
  if (/duplicate content/i.test(detail)) return refused('duplicate', detail);
  if (reason === 'client-not-enrolled') {
    return { kind: 'stopped', code: 'not-enrolled', detail };
  }
  if (type === 'client-forbidden' || type === 'oauth1-permissions') {
    return { kind: 'stopped', code: 'read-only-app', detail };
  }
  if (type === 'unsupported-authentication') {
    return { kind: 'stopped', code: 'unauthorized', detail: oneLine(`wrong-kind-of-keys: ${detail}`) };
  }
  return TOO_LONG.test(detail) ? refused('too-long', detail) : refused('forbidden', detail);
}

/** An answer of 400 to 499: X has refused the call, and certainly posted nothing. */
function clientError(answer: Whole, now: number): FailedOutcome {
  const problem = readProblem(answer);
  const { status, type, detail } = problem;
  if (status === 402 || type === 'credits') return { kind: 'stopped', code: 'no-credits', detail };
  if (status === 429 || status === 420) return tooMany(answer, problem, now);
  if (status === 401) return unauthorized(answer, problem, now);
  if (status === 403) return forbidden(problem);
  if (TOO_LONG.test(detail)) return refused('too-long', detail);
  if (/\bmedia\b/i.test(detail)) return refused('media-refused', detail);
  return refused('invalid', status === 400 ? detail : oneLine(`HTTP ${status}: ${detail}`));
}

/**
 * 408 is left out of the certain ones: it says that something on the way waited too long, not what X had got by then.
 */
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && status !== 408;

const notSent = (cause: string, now: number): FailedOutcome => ({
  kind: 'later',
  code: 'no-connection',
  retryAt: now + SOON,
  detail: oneLine(cause),
});

const ID = /^[0-9]{1,19}$/;

/**
 * What became of a post, by what came back of `POST /2/tweets` at `now` (ms UTC). Only a status of 400 to 499, or that
 * no connection came about, says that it does not exist; only an id that it does. All else is unknown.
 */
export function postOutcome(answer: Answer, now: number): PostOutcome {
  if (answer.kind === 'failed') {
    if (!answer.sent) return notSent(answer.cause, now);
    return answer.late
      ? { kind: 'unknown', code: 'timeout', detail: 'no-answer' }
      : { kind: 'unknown', code: 'cut', detail: oneLine(`no-answer: ${answer.cause}`) };
  }
  const { status } = answer;
  if (isRefusal(status)) return clientError(answer, now);
  if (status === 408) return { kind: 'unknown', code: 'timeout', detail: 'HTTP 408' };
  if (status >= 500) {
    return {
      kind: 'unknown',
      code: 'server-error',
      detail: oneLine(`HTTP ${status}: ${readProblem(answer).detail}`),
    };
  }
  const id = status >= 200 && status < 300 && isObject(answer.data) ? textIn(answer.data['data'], 'id') : '';
  if (ID.test(id)) return { kind: 'posted', id };
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
  if (isRefusal(status)) return clientError(answer, now);
  if (status >= 400) return again('server-error', `HTTP ${status}: ${readProblem(answer).detail}`);
  if (answer.kind === 'cut') {
    return again('no-connection', `${answer.late === true ? 'timeout' : 'cut'}: HTTP ${status}`);
  }
  const value = status < 300 ? read(answer.data) : undefined;
  return value === undefined ? again('server-error', `not-of-x: HTTP ${status}`) : { kind: 'done', value };
}
