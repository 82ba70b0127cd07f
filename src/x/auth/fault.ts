/** Why a text cannot be a key of X's. It never repeats the text. */
export type KeyFault =
  | { readonly code: 'no-text'; readonly received: string }
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly max: number }
  | { readonly code: 'foreign-character' };

/** Where credentials are. */
export type Place =
  | { readonly kind: 'file'; readonly path: string }
  /** `platform` in Node's words: `linux`, `darwin`, `win32` … */
  | { readonly kind: 'keyring'; readonly platform: string }
  | { readonly kind: 'environment' }
  /** There is no home folder that could hold any. */
  | { readonly kind: 'none' };

/** A fault of stored credentials that their user can fix. `cause` is the code of the operating system. */
export type CredentialsFault =
  | {
      readonly code: 'file-unreadable' | 'file-unwritable' | 'file-kept';
      readonly path: string;
      readonly cause: string;
    }
  | { readonly code: 'file-of-other-user'; readonly path: string; readonly owner: number; readonly user: number }
  | { readonly code: 'file-open-to-others'; readonly path: string; readonly mode: string }
  | { readonly code: 'lock-unwritable'; readonly path: string; readonly cause: string }
  | {
      readonly code: 'damaged';
      readonly place: Place;
      readonly part: 'json' | 'kind' | 'account' | 'expiresAt' | 'scopes';
    }
  | { readonly code: 'damaged-key'; readonly place: Place; readonly key: string; readonly fault: KeyFault }
  | { readonly code: 'keyring-missing' | 'keyring-empty' | 'keyring-forgot'; readonly place: Place }
  | { readonly code: 'keyring-refuses'; readonly place: Place; readonly reply: string }
  | { readonly code: 'environment-fixed' }
  | { readonly code: 'environment-incomplete'; readonly missing: readonly string[] }
  | { readonly code: 'environment-key'; readonly name: string; readonly fault: KeyFault };

/** A fault of the stored credentials, as data: `cli` puts it into words. Nothing of it is secret. */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError';
  readonly fault: CredentialsFault;

  constructor(fault: CredentialsFault, options?: ErrorOptions) {
    super(fault.code, options);
    this.fault = fault;
  }
}

/** Why X cannot be called. After those of `later` the same may be tried again. `reply` is X's own word, in one line. */
export type SessionFault =
  | { readonly code: 'not-signed-in' | 'sign-in-expired' }
  | { readonly code: 'sign-in-revoked' | 'renewal-failed'; readonly reply: string }
  /** The new tokens could not be stored, or could not have been. */
  | { readonly code: 'renewal-lost' | 'renewal-blocked'; readonly because: CredentialsFault }
  /** The process that renews the tokens, where it is known. */
  | { readonly code: 'renewal-busy'; readonly pid: number | undefined };

/** Why a sign-in by the browser came to nothing. `reply` is X's own word, in one line. */
export type SignInFault =
  | { readonly code: 'no-code-pasted' | 'other-sign-in' | 'access-denied' | 'no-code' | 'interrupted' }
  | { readonly code: 'browser-error'; readonly reply: string }
  | { readonly code: 'browser-late'; readonly minutes: number }
  | { readonly code: 'port-taken'; readonly port: number }
  | { readonly code: 'port-closed'; readonly port: number; readonly cause: string }
  | { readonly code: 'code-refused' | 'no-token'; readonly reply: string };

/** All faults of a connection to X that have a sentence. */
export type XFault = CredentialsFault | SessionFault | SignInFault;

/**
 * Why X cannot be called, as the detail of a reason: its code, and what else a program can know of it, such as
 * `sign-in-revoked: invalid_grant, HTTP 400`; other faults are those of stored credentials.
 */
export function toFaultDetail(fault: XFault): string {
  switch (fault.code) {
    case 'not-signed-in':
    case 'sign-in-expired':
      return fault.code;
    case 'sign-in-revoked':
    case 'renewal-failed':
      return `${fault.code}: ${fault.reply}`;
    case 'renewal-lost':
    case 'renewal-blocked':
      return `${fault.code}: ${fault.because.code}`;
    case 'renewal-busy':
      return fault.pid === undefined ? fault.code : `${fault.code}: pid ${fault.pid}`;
    default:
      return `tokens-unreadable: ${fault.code}`;
  }
}
