// What a server, or the way to it, answers instead of rows: which of it its user can put right, and what may be tried again.
import { StoreError, type StoreProblem } from '../errors.js';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** Words of the client library, which gives faults of the connection no code. */
const CUT =
  /^(?:Connection terminated|Client has encountered a connection error|Query read timeout|timeout e|Client was closed)/;
/** Words for a server that does not speak TLS, and for a certificate that is not believed. */
const NO_TLS = /does not support SSL/;
const BAD_CERTIFICATE = /certificate|self.signed|altnames|ERR_TLS|ssl routines|EPROTO/i;

/** Codes of PostgreSQL (appendix A of its manual), by their beginnings, and of the operating system. */
const CODES: readonly (readonly [RegExp, StoreProblem])[] = [
  [/^53100$/, 'server-full'],
  [/^53300$/, 'server-crowded'],
  [/^(?:53200|55P03|57014|25P03|40P01|40001)$/, 'server-busy'],
  [/^53/, 'server-unreachable'],
  [/^(?:08|57P0)/, 'server-unreachable'],
  [
    /^E(?:CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NETDOWN|NOENT|ACCES|ADDRNOTAVAIL)$/,
    'server-unreachable',
  ],
  [/^(?:ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_FAIL)$/, 'server-unknown-host'],
  [/^28/, 'server-no-entry'],
  [/^3D000$/, 'server-no-database'],
  [/^42501$/, 'server-no-rights'],
  [/^25006$/, 'server-read-only'],
];

/** Whether the connection is gone, or no answer came: its last request may have been done all the same. */
export function isCut(error: unknown): boolean {
  const code = codeOf(error);
  return /^(?:08|57P0|25P03)/.test(code) || /^E[A-Z]+$/.test(code) || CUT.test(messageOf(error));
}

/** Whether the server undid a transaction for another's sake, so that it certainly did not take place. */
export const isUndone = (error: unknown): boolean => /^(?:40001|40P01)$/.test(codeOf(error));

/** The unique index that an error is about; undefined for any other error. */
export const brokenIndex = (error: unknown): string | undefined =>
  codeOf(error) === '23505' && error instanceof Error && 'constraint' in error ? String(error.constraint) : undefined;

/** The error as a StoreError, or as it is when its user cannot put it right. `place` is the address without password. */
export function asServerError(error: unknown, place: string): unknown {
  if (error instanceof StoreError) return error;
  // Several addresses of one name that all fail come as one error.
  const single = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const message = messageOf(single);
  const known = CODES.find(([pattern]) => pattern.test(codeOf(single)))?.[1];
  const problem =
    known ??
    (NO_TLS.test(message)
      ? 'server-no-tls'
      : BAD_CERTIFICATE.test(`${codeOf(single)} ${message}`)
        ? 'server-bad-certificate'
        : CUT.test(message)
          ? 'server-unreachable'
          : /password must be a string|no password/i.test(message)
            ? 'server-no-entry'
            : undefined);
  return problem === undefined ? error : new StoreError(problem as 'server-full', { place }, { cause: error });
}
