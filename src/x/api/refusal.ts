import type { PostOutcome, RefusalCode, StopCode } from '#queue/x-port.js';
import { clockSkew, isObject, objectsIn, oneLine, readLimits, realSkew, textIn } from './answer.js';
import type { Answer } from './call.js';

/** What an answer of status 400 and above says of its reason. */
interface Problem {
  readonly status: number;
  /** The last part of the problem's type: hosts differ between X's documents, so its end identifies it. */
  readonly type: string;
  readonly title: string;
  /** X's reasons in its own words, in one line; the status where it gave none. */
  readonly detail: string;
  readonly reason: string;
  /** The numbers of X's older errors. */
  readonly codes: readonly number[];
}

/**
 * Whether a body is X's own word on a refusal, in either of its two shapes: `{title, detail, type, status}` and
 * `{errors: [{code, message}]}`. What stands between us and X, and X's own front, answer in HTML or in other words:
 * they do not know what X did with the request.
 */
export function isOfX(data: unknown): boolean {
  if (!isObject(data)) return false;
  const isProblem = textIn(data, 'title') !== '' && (textIn(data, 'detail') !== '' || textIn(data, 'type') !== '');
  const isOlder = objectsIn(data, 'errors').some(
    (error) => textIn(error, 'message') !== '' || textIn(error, 'detail') !== '' || typeof error['code'] === 'number',
  );
  return isProblem || isOlder;
}

/** Reads what an answer says of its reason; all empty but the status where it is not X's. */
export function readProblem({ status, data }: Extract<Answer, { kind: 'answered' | 'cut' }>): Problem {
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
    codes: objectsIn(data, 'errors').flatMap(({ code }) => (typeof code === 'number' ? [code] : [])),
  };
}

const MINUTE = 60_000;
/** Waits where X names no instant: after a 429 whose limit is whole again, and after a 429 or 401. @source own choice */
const SOON = MINUTE;
const QUARTER = 15 * MINUTE;
/** No limit of X counts over more than a day: a later end is not believed. @source own choice */
const LONGEST_LIMIT = 25 * 60 * MINUTE;
/** X breaks its daily limit of posts up into parts of half an hour (help.x.com, "About X limits"). */
const DAILY_PART = 30 * MINUTE;
/** A clock that is wrong by more makes X refuse signatures of OAuth 1.0a. @source own choice: servers allow about five minutes. */
const WRONG_CLOCK = 4 * MINUTE;

/** What certainly became of a call, for a reason that X or the network gave: nothing was posted. */
export type FailedOutcome = Extract<PostOutcome, { kind: 'refused' | 'later' | 'stopped' }>;
export type Whole = Extract<Answer, { kind: 'answered' | 'cut' }>;

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
  const retryAt =
    last === undefined ? now + QUARTER : Math.min(Math.max(last.resetAt - skew, now + SOON), now + LONGEST_LIMIT);
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

/**
 * Whose fault a 403 is, by the numbers of X's older errors and by its words: the text's, the account's, the app's.
 * Numbers of github.com/renatolond/mastodon-twitter-poster/issues/166, github.com/jkomoros/card-web/issues/485,
 * github.com/trevorhobenshield/twitter-api-client/issues/238 and X's list of error codes.
 */
const WHOSE: readonly { readonly codes: readonly number[]; readonly words: RegExp; readonly code: ForbiddenCode }[] = [
  { codes: [187], words: /duplicate content|\bis a duplicate\b/i, code: 'duplicate' },
  { codes: [186], words: TOO_LONG, code: 'too-long' },
  {
    codes: [185],
    words: /\bdaily (?:status )?(?:update )?limit\b|\bover the limit for posting\b/i,
    code: 'daily-limit',
  },
  { codes: [326], words: /\b(?:account|user)\b.{0,40}\block(?:ed)?\b/i, code: 'account-locked' },
  { codes: [63, 64], words: /\b(?:account|user)\b.{0,40}\bsuspended\b/i, code: 'account-suspended' },
  { codes: [226], words: /\bautomated\b/i, code: 'looks-automated' },
  {
    codes: [261, 416],
    words: /\bapplication cannot perform write\b|\bapp(?:lication)?\b.{0,20}\bsuspended\b/i,
    code: 'write-restricted',
  },
];
type ForbiddenCode =
  | Extract<RefusalCode, 'duplicate' | 'too-long'>
  | Extract<StopCode, 'daily-limit' | 'account-locked' | 'account-suspended' | 'looks-automated' | 'write-restricted'>;

function forbidden({ type, reason, detail, codes }: Problem, now: number): FailedOutcome {
  if (reason === 'client-not-enrolled') {
    return { kind: 'stopped', code: 'not-enrolled', detail };
  }
  if (type === 'client-forbidden' || type === 'oauth1-permissions') {
    return { kind: 'stopped', code: 'read-only-app', detail };
  }
  if (type === 'unsupported-authentication') {
    return { kind: 'stopped', code: 'unauthorized', detail: oneLine(`wrong-kind-of-keys: ${detail}`) };
  }
  const code =
    WHOSE.find((each) => each.codes.some((number) => codes.includes(number)))?.code ??
    WHOSE.find(({ words }) => words.test(detail))?.code;
  if (code === undefined) return refused('forbidden', detail);
  if (code === 'duplicate' || code === 'too-long') return refused(code, detail);
  return { kind: 'stopped', code, detail, ...(code === 'daily-limit' && { until: now + DAILY_PART }) };
}

/** An answer of 400 to 499 in X's own words: X has refused the call, and certainly posted nothing. */
export function clientError(answer: Whole, now: number): FailedOutcome {
  const problem = readProblem(answer);
  const { status, type, detail } = problem;
  if (status === 402 || type === 'credits') return { kind: 'stopped', code: 'no-credits', detail };
  if (status === 429 || status === 420) return tooMany(answer, problem, now);
  if (status === 401) return unauthorized(answer, problem, now);
  if (status === 403) return forbidden(problem, now);
  if (TOO_LONG.test(detail)) return refused('too-long', detail);
  if (/\bmedia\b/i.test(detail)) return refused('media-refused', detail);
  return refused('invalid', status === 400 ? detail : oneLine(`HTTP ${status}: ${detail}`));
}
