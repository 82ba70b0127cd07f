// Where a queue on a server is: the address that a user gives, and what of it may be shown.
import { StoreError } from '../errors.js';

/** How the connection is protected: not at all, encrypted, or encrypted with a certificate of that name. */
export type TlsMode = 'disable' | 'require' | 'verify-full';

/** A server's address in its parts. `password` is never shown. */
export interface ServerAddress {
  /** A name, an address, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
  readonly tls: TlsMode;
  /** A file with the certificate that signs that of the server. */
  readonly rootCertificate?: string;
  /** The address without password and options, for messages. */
  readonly place: string;
}

const USUAL_PORT = 5432;
const TLS_MODES: readonly TlsMode[] = ['disable', 'require', 'verify-full'];
const OPTIONS = ['sslmode', 'sslrootcert', 'host', 'password'] as const;

/** Whether a name stands for this machine alone: what goes there passes no network. */
const isLocal = (host: string): boolean =>
  host.startsWith('/') || host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * An address such as `postgresql://ada@db.example.org/tweetspan` in its parts. Where it says nothing of encryption, there
 * is none to this machine itself, and any other must show a certificate of its name.
 * @param userName the user of this machine, where the address names none.
 * @throws StoreError `wrong-server-address`, which never shows the address itself: it may hold a password.
 */
export function parseServerAddress(address: string, userName: string): ServerAddress {
  const wrong = (why: 'form' | 'option' | 'tls' | 'several', name = ''): StoreError =>
    new StoreError('wrong-server-address', { why, name });
  // Several hosts, which libpq takes, are none of a URL.
  if (/^[^/]*\/\/[^/]*,/.test(address)) throw wrong('several');
  if (!URL.canParse(address)) throw wrong('form');
  const url = new URL(address);
  for (const name of url.searchParams.keys()) {
    if (!(OPTIONS as readonly string[]).includes(name)) throw wrong('option', name.slice(0, 40));
  }
  const host = url.searchParams.get('host') ?? (decode(url.hostname).replace(/^\[|\]$/g, '') || 'localhost');
  const mode = url.searchParams.get('sslmode') ?? (isLocal(host) ? 'disable' : 'verify-full');
  const tls = TLS_MODES.find((known) => known === mode);
  if (tls === undefined) throw wrong('tls');
  const user = decode(url.username) || userName;
  const database = decode(url.pathname.replace(/^\//, '')) || user;
  const password = url.searchParams.get('password') ?? decode(url.password);
  const rootCertificate = url.searchParams.get('sslrootcert');
  const port = url.port === '' ? USUAL_PORT : Number(url.port);
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    host,
    port,
    user,
    database,
    tls,
    ...(password !== '' && { password }),
    ...(rootCertificate !== null && { rootCertificate }),
    place: `postgresql://${user}@${shownHost}${port === USUAL_PORT ? '' : `:${port}`}/${database}`,
  };
}
