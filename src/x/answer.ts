import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';

/** What is known of a call that failed, without anything of the request: that holds the account's tokens. */
export interface FailedCall {
  /** HTTP status; undefined when no whole answer came. */
  readonly status: number | undefined;
  /** The body, as far as it is an object. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** What the socket said, such as ECONNREFUSED; empty when it said nothing. */
  readonly socket: string;
  /** Whether an answer began and was cut, or could not be read. */
  readonly isCut: boolean;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NOTHING = { status: undefined, body: {}, headers: {}, socket: '', isCut: false } as const;

/** What an error of twitter-api-v2 1.29 tells. Its own properties name neither the socket's error nor a cut status. */
export function failedCall(error: unknown): FailedCall {
  if (error instanceof ApiResponseError) {
    return { ...NOTHING, status: error.code, body: isObject(error.data) ? error.data : {}, headers: error.headers };
  }
  if (error instanceof ApiPartialResponseError) {
    const { statusCode, headers } = error.response;
    return { ...NOTHING, status: statusCode, headers, isCut: true };
  }
  if (error instanceof ApiRequestError) {
    // `requestError` reads a key that does not exist; the cause stands behind a private one.
    const options: unknown = (error as unknown as Readonly<Record<string, unknown>>)['_options'];
    const cause = isObject(options) ? options['error'] : undefined;
    return { ...NOTHING, socket: cause instanceof Error ? codeOf(cause) : 'closed' };
  }
  return { ...NOTHING, socket: error instanceof Error ? codeOf(error) : String(error) };
}

const codeOf = (error: Error): string =>
  'code' in error && error.code !== undefined ? String(error.code) : error.message;

/** A value as one line that can be shown: no control characters, 200 characters at most. */
export const oneLine = (value: unknown): string =>
  String(value ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200);

const textAt = (body: Readonly<Record<string, unknown>>, name: string): string =>
  typeof body[name] === 'string' ? body[name] : '';

/** X's own words for a failure, and the end of its problem type: hosts differ between versions of the API. */
export function problemOf({ status, body, socket }: FailedCall): {
  readonly detail: string;
  readonly type: string;
  readonly reason: string;
} {
  const errors = Array.isArray(body['errors']) ? (body['errors'] as readonly unknown[]).filter(isObject) : [];
  const [first = {}] = errors;
  const said = textAt(body, 'detail') || textAt(first, 'message') || textAt(first, 'detail') || textAt(body, 'title');
  const code = status === undefined ? socket : `HTTP ${status}`;
  return {
    detail: oneLine(said === '' ? code : `${said} (${code})`),
    type: textAt(body, 'type').split('/').at(-1) ?? '',
    reason: textAt(body, 'reason'),
  };
}
