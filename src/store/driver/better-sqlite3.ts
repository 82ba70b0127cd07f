import { createRequire } from 'node:module';
import type Connection from 'better-sqlite3';
import { DEFAULT_BUSY_TIMEOUT, IN_MEMORY, type Database, type Driver, type Statement } from './port.js';

/**
 * Whether a version of better-sqlite3 runs on a version of Node. Release 12 ends the process from Node 24.19 on
 * (WiseLibs/better-sqlite3 #1515), so it is not loaded on Node 24 at all; release 13 is built for Node-API 10, which
 * exists from Node 22.14, and ends an older Node without a message (#1514). Later releases are unknown.
 */
export function fitsNode(version: string, nodeVersion: string): boolean {
  const [release = 0] = version.split('.').map(Number);
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  if (release === 12) return major < 24;
  return release === 13 && (major > 22 || (major === 22 && minor >= 14));
}

/**
 * Loads better-sqlite3, if the installed version fits this version of Node.
 * @throws Error that says in a few words why it cannot be used.
 */
export async function loadBetterSqlite3(nodeVersion: string): Promise<Driver> {
  const version = readInstalledVersion();
  if (!fitsNode(version, nodeVersion)) throw new Error(`better-sqlite3 ${version} does not run on this Node`);
  try {
    const { default: Constructor } = await import('better-sqlite3');
    // Its compiled part is looked for when the first connection is made.
    new Constructor(IN_MEMORY).close();
    return {
      name: `better-sqlite3 ${version}`,
      open: (file, options) => adapt(open(Constructor, file, options)),
    };
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

function readInstalledVersion(): string {
  try {
    // By `require`: an import of JSON prints a warning on Node 20.
    return (createRequire(import.meta.url)('better-sqlite3/package.json') as { version: string }).version;
  } catch (error) {
    throw new Error('better-sqlite3 is not installed', { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_DLOPEN_FAILED') {
    return 'better-sqlite3 was compiled for another version of Node';
  }
  if (error instanceof Error && /Could not locate the bindings file/.test(error.message)) {
    return 'better-sqlite3 was not compiled';
  }
  return 'better-sqlite3 cannot be loaded';
}

function open(
  Constructor: typeof Connection,
  file: string,
  { readonly = false, busyTimeout = DEFAULT_BUSY_TIMEOUT }: Parameters<Driver['open']>[1] = {},
): Connection.Database {
  try {
    return new Constructor(file, { readonly, fileMustExist: readonly, timeout: busyTimeout });
  } catch (error) {
    // Its own check of the folder comes without a code.
    if (!(error instanceof TypeError && /directory does not exist/.test(error.message))) throw error;
    throw Object.assign(new Error(error.message, { cause: error }), { code: 'SQLITE_CANTOPEN' });
  }
}

function adapt(connection: Connection.Database): Database {
  const transaction = connection.transaction((work: () => unknown) => work());
  return {
    name: connection.name,
    memory: connection.memory,
    get inTransaction() {
      return connection.inTransaction;
    },
    prepare: <Values extends unknown[], Row>(sql: string) =>
      connection.prepare<unknown[], unknown>(sql) as unknown as Statement<Values, Row>,
    exec: (sql) => void connection.exec(sql),
    pragma: (text) => connection.pragma(text, { simple: true }),
    transact: <T>(work: () => T) => transaction.immediate(work) as T,
    defineFunction: (name, work) =>
      void connection.function(name, { deterministic: true }, (value: unknown) => work(value)),
    close: () => void connection.close(),
  };
}
