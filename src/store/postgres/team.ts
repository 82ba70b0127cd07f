// What a team shares besides the queue: the account, the server that it is kept on, the bytes of media.
import { createHash } from 'node:crypto';
import { StoreError } from '../errors.js';
import type { ServerConnection, Transaction } from './connection.js';

/** The account that a queue is of. `handle` is empty where nobody named it. */
export interface TeamAccount {
  readonly id: string;
  readonly handle: string;
}

/** The largest file that travels with its item, bytes: what X takes for an image, and short videos. @source own choice */
const LARGEST_MEDIA = 32 * 1024 * 1024;

/** How long such a file may take on its way, ms: a slow line carries 1 Mbit/s. @source own choice */
const MEDIA_WAIT = 5 * 60_000;

const BIND = `
INSERT INTO tweetspan.account (one, id, handle) VALUES (1, $id, $handle) ON CONFLICT (one) DO NOTHING`;
/** Tables whose rows of before the first sign-in get the account with it. */
const WITH_ACCOUNT = ['queue_items', 'queue_attempts', 'queue_events', 'queue_spendings'];
/** The advisory lock under which a machine renews its sign-in ("twst"). */
const TOKEN_LOCK = 0x74777374;

/** What a server keeps for a team besides its queue. */
export interface TeamStore {
  account(): Promise<TeamAccount | undefined>;
  /** Makes a queue that is nobody's yet that of an account. */
  bind(account: TeamAccount): Promise<void>;
  /** Whether the queue is on the server that it was last accepted on. */
  isAtHome(): Promise<boolean>;
  /** Takes the server as it is for the one to work on from now on. */
  settle(): Promise<void>;
  /** Keeps the bytes of a file; the same again changes nothing. @throws StoreError `media-too-large`. */
  keepMedia(file: string, bytes: Uint8Array): Promise<void>;
  /** The bytes of a file by their SHA-256; undefined where nobody kept them. */
  readMedia(sha256: string): Promise<Uint8Array | undefined>;
  /** Does some work while no other machine of the team does the like: single-use tokens are renewed one at a time. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Makes a queue that is nobody's yet that of an account. Only inside a transaction. */
export async function bindAccount({ run }: Transaction, { id, handle }: TeamAccount): Promise<void> {
  if ((await run(BIND, { id, handle })) === 0) return;
  for (const table of WITH_ACCOUNT) {
    await run(`UPDATE tweetspan.${table} SET account = $id WHERE account = ''`, { id });
  }
}

/** What a team shares on a server. */
export function createTeamStore({ read, write }: ServerConnection): TeamStore {
  return {
    account: () => read(({ first }) => first<TeamAccount>('SELECT id, handle FROM tweetspan.account')),
    bind: (account) => write((transaction) => bindAccount(transaction, account)),
    isAtHome: () =>
      read(async ({ first }) => {
        const row = await first<{ is: boolean | null }>('SELECT tweetspan.is_at_home() AS is');
        return row?.is !== false;
      }),
    settle: () =>
      write(async ({ run }) => void (await run('UPDATE tweetspan.home SET server = tweetspan.server_name()'))),
    keepMedia(file, bytes) {
      if (bytes.length > LARGEST_MEDIA) {
        throw new StoreError('media-too-large', { file, bytes: bytes.length, allowed: LARGEST_MEDIA });
      }
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return write(async ({ first, run, waitFor, at }) => {
        // Looked for first: what is there already need not cross the network again.
        const known = await first('SELECT 1 FROM tweetspan.media WHERE sha256 = $sha256', { sha256 });
        if (known !== undefined) return;
        const sql = 'INSERT INTO tweetspan.media VALUES ($sha256, $bytes, $at) ON CONFLICT DO NOTHING';
        await waitFor(MEDIA_WAIT);
        await run(sql, { sha256, bytes: Buffer.from(bytes), at });
      });
    },
    readMedia: (sha256) =>
      // As a transaction, which may be given its time.
      write(async ({ first, waitFor }) => {
        await waitFor(MEDIA_WAIT);
        const sql = 'SELECT bytes FROM tweetspan.media WHERE sha256 = $sha256';
        return (await first<{ bytes: Uint8Array }>(sql, { sha256 }))?.bytes;
      }),
    async alone<T>(work: () => Promise<T>) {
      let done: { readonly value: T } | undefined;
      try {
        await write(async ({ run }) => {
          if (done !== undefined) return;
          // Each may take as long as an answer of X.
          await run("SET LOCAL idle_in_transaction_session_timeout = '120s'");
          await run("SET LOCAL lock_timeout = '30s'");
          await run(`SELECT pg_advisory_xact_lock(${TOKEN_LOCK})`);
          done = { value: await work() };
        });
      } catch (error) {
        // The transaction only held the lock: what was done under it is done, and must not be done again.
        if (done === undefined) throw error;
      }
      if (done === undefined) throw new Error('work that ends has a result');
      return done.value;
    },
  };
}
