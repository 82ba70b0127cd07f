// A client of the library `pg`: made for an address of a server, and ended.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { Client, ClientConfig, CustomTypesConfig } from 'pg';
import { StoreError } from '../errors.js';
import type { ServerAddress } from './address.js';

/** How long a server may take to let somebody in, ms. @source own choice */
const CONNECT_WAIT = 10_000;
/** How long a server may take to see somebody off, ms. @source own choice */
const END_WAIT = 1000;

/** Numbers of eight bytes are instants, ids of rows and sums of money here: all below 2^53. */
const INT8 = 20;

async function loadPg(): Promise<typeof import('pg')> {
  try {
    const loaded = (await import('pg')) as typeof import('pg') & { readonly default?: typeof import('pg') };
    return loaded.default ?? loaded;
  } catch (cause) {
    throw new StoreError('no-server-client', {}, { cause });
  }
}

function toConfig(address: ServerAddress, answerWait: number, types: CustomTypesConfig): ClientConfig {
  const { host, port, user, database, password, tls, rootCertificate } = address;
  const ca = rootCertificate === undefined ? undefined : readRootCertificate(rootCertificate);
  return {
    host,
    port,
    user,
    database,
    ...(password !== undefined && { password }),
    ssl:
      tls === 'disable'
        ? false
        : {
            rejectUnauthorized: tls === 'verify-full',
            ...(ca !== undefined && { ca }),
            // Whose certificate it has to be. A number is no name that a server can be asked for by.
            host,
            ...(isIP(host) === 0 && { servername: host }),
          },
    connectionTimeoutMillis: CONNECT_WAIT,
    query_timeout: answerWait,
    keepAlive: true,
    application_name: 'tweetspan',
    types,
  };
}

function readRootCertificate(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StoreError('no-root-certificate', { file }, { cause });
  }
}

/**
 * A client for a server, which is not connected yet.
 * @param answerWait how long an answer may take before the connection counts as cut, ms.
 * @throws StoreError `no-server-client`, `no-root-certificate`.
 */
export async function createClient(address: ServerAddress, answerWait: number): Promise<Client> {
  const pg = await loadPg();
  const types: CustomTypesConfig = {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
  };
  return new pg.Client(toConfig(address, answerWait, types));
}

/** Ends a client. The other side may be gone without a word: it is not waited for long, and keeps no program running. */
export async function endClient(client: Client): Promise<void> {
  // Its types leave it out.
  (client as Client & { unref(): void }).unref();
  const over = new AbortController();
  const ended = client
    .end()
    .catch(() => undefined)
    .finally(() => over.abort());
  await Promise.race([ended, after(END_WAIT, undefined, { signal: over.signal }).catch(() => undefined)]);
}
