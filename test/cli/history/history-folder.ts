import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInProcess, type Call, type Outcome } from '../run.js';

/** A folder for one test, with a history in it that all calls use. */
export interface HistoryFolder {
  readonly folder: string;
  readonly database: string;
  readonly env: Readonly<Record<string, string>>;
  path(name: string): string;
  /** Writes a file and answers its path. */
  put(name: string, content: string | Uint8Array): string;
  /** Calls the program; paths of fixtures are those of the project. */
  call(argv: readonly string[], more?: Partial<Call>): Promise<Outcome>;
  /** What a call prints as JSON. */
  json(...argv: readonly string[]): Promise<Record<string, unknown>>;
  remove(): void;
}

export function historyFolder(): HistoryFolder {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-history-'));
  const path = (name: string): string => join(folder, name);
  const database = path('history.db');
  // Nobody is waited for: what is locked is told at once.
  const env = { TWEETSPAN_DB: database, TWEETSPAN_LOCK_WAIT: '0' };
  const call: HistoryFolder['call'] = (argv, more = {}) =>
    runInProcess({ ...more, argv, env: { ...env, ...more.env } });
  return {
    folder,
    database,
    env,
    path,
    put(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    call,
    json: async (...argv) => JSON.parse((await call([...argv, '--format', 'json'])).stdout) as Record<string, unknown>,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const fixture = (name: string): string => `fixtures/history/${name}`;
