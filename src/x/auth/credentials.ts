import { CredentialsError, type CredentialsFault, type KeyFault, type Place } from './fault.js';

/** The account that credentials are of. The handle is missing where nobody has asked X for it yet. */
export interface Account {
  readonly id: string;
  readonly handle?: string;
}

/** What both ways of signing in can have besides. */
interface Extras {
  /** The app's own token, which reads what belongs to nobody: counts of posts. */
  readonly bearer?: string;
  readonly account?: Account;
}

/** The four keys of one's own app: they never run out, and are not renewed. */
export interface Keys extends Extras {
  readonly kind: 'oauth1';
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/** What somebody granted to an app in the browser. */
export interface Grant extends Extras {
  readonly kind: 'oauth2';
  readonly clientId: string;
  /** Only apps that can keep a secret have one. */
  readonly clientSecret?: string;
  readonly accessToken: string;
  /** Good for one use: the answer to it brings the next one. */
  readonly refreshToken?: string;
  /** When the access token runs out, ms UTC. */
  readonly expiresAt: number;
  readonly scopes: readonly string[];
}

export type Credentials = Keys | Grant;

/** What a credentials file can say: the credentials, or that they are in the keyring. */
export type Kept = Credentials | 'keyring';

const POINTER = { keyring: true } as const;

/** The names of the four keys, in the order in which X's pages show them. */
export const KEY_NAMES = [
  'appKey',
  'appSecret',
  'accessToken',
  'accessSecret',
] as const satisfies readonly (keyof Keys)[];

/** Room for any key of X's, of which the longest known has 120 characters. @source own choice */
const MAX_KEY_LENGTH = 2048;
/** X's keys are of visible ASCII characters: anything else came in by copying. */
const SECRET = /^[\x21-\x7e]+$/;
const ACCOUNT_ID = /^[0-9]{1,19}$/;

/** Why a text cannot be a key of X's; undefined when it can. */
export function findKeyFault(value: unknown): KeyFault | undefined {
  if (typeof value !== 'string') return { code: 'no-text', received: typeof value };
  if (value === '') return { code: 'empty' };
  if (value.length > MAX_KEY_LENGTH) return { code: 'too-long', length: value.length, max: MAX_KEY_LENGTH };
  return SECRET.test(value) ? undefined : { code: 'foreign-character' };
}

/**
 * Reads what is kept, from JSON.
 * @param place where it comes from.
 * @throws CredentialsError `damaged` or `damaged-key`; it never holds a value.
 */
export function parseKept(json: string, place: Place): Kept {
  const damaged = (part: Extract<CredentialsFault, { code: 'damaged' }>['part']): CredentialsError =>
    new CredentialsError({ code: 'damaged', place, part });
  const data = objectIn(json);
  if (data === undefined) throw damaged('json');
  if (data['keyring'] === true) return 'keyring';

  const key = (name: string): string => {
    const value = data[name];
    const fault = findKeyFault(value);
    if (fault !== undefined) throw new CredentialsError({ code: 'damaged-key', place, key: name, fault });
    return value as string;
  };
  const optional = <Name extends string>(name: Name): { readonly [key in Name]?: string } =>
    // The compiler widens a computed name to any text.
    (data[name] === undefined ? {} : { [name]: key(name) }) as { readonly [key in Name]?: string };
  const account = accountIn(data['account']);
  if (account === 'damaged') throw damaged('account');
  const extras: Extras = { ...optional('bearer'), ...(account !== undefined && { account }) };

  if (data['kind'] === 'oauth1') {
    return {
      kind: 'oauth1',
      appKey: key('appKey'),
      appSecret: key('appSecret'),
      accessToken: key('accessToken'),
      accessSecret: key('accessSecret'),
      ...extras,
    };
  }
  if (data['kind'] !== 'oauth2') throw damaged('kind');
  const { expiresAt, scopes } = data;
  if (typeof expiresAt !== 'number' || !Number.isSafeInteger(expiresAt)) {
    throw damaged('expiresAt');
  }
  if (!Array.isArray(scopes) || !scopes.every((scope): scope is string => typeof scope === 'string')) {
    throw damaged('scopes');
  }
  return {
    kind: 'oauth2',
    clientId: key('clientId'),
    ...optional('clientSecret'),
    accessToken: key('accessToken'),
    ...optional('refreshToken'),
    expiresAt,
    scopes,
    ...extras,
  };
}

/** What `parseKept` reads: one JSON object. */
export const serialize = (kept: Kept): string => `${JSON.stringify(kept === 'keyring' ? POINTER : kept, null, 2)}\n`;

/**
 * The account that an access token of OAuth 1.0a is of: it begins with the id (docs.x.com, "Obtaining user access
 * tokens"). Undefined for a token that does not.
 */
export function readTokenAccount(accessToken: string): Account | undefined {
  const id = /^([0-9]{1,19})-/.exec(accessToken)?.[1];
  return id === undefined ? undefined : { id };
}

/** A key so that its owner knows it and nobody can use it: its last four characters. */
export const mask = (key: string): string => (key.length < 12 ? '…' : `…${key.slice(-4)}`);

function objectIn(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    // What the parser says shows a piece of the text, and that may be a key.
    return undefined;
  }
}

function accountIn(value: unknown): Account | 'damaged' | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return 'damaged';
  const { id, handle } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !ACCOUNT_ID.test(id)) return 'damaged';
  return { id, ...(typeof handle === 'string' && /^\w{1,20}$/.test(handle) && { handle }) };
}
