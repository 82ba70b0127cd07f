// Puts together what works on the queue: the only place where its ports get their adapters.
import type { QueueEvent, QueuePorts, Step } from '../../queue/ports.js';
import { signedIn, type SignedIn } from '../credentials.js';
import { EXIT, Failure } from '../failure.js';
import type { OpenHistory } from '../history-database.js';
import type { Shell } from '../shell.js';
import type { OpenQueue } from './open.js';
import { createXPort, type XPort } from './x-port.js';

type XParts = typeof import('../x-parts.js');

/** What a worker is given besides the queue. */
export interface WorkSetting {
  readonly history: OpenHistory;
  readonly queue: OpenQueue;
  readonly notify: QueuePorts['notify'];
  readonly log: (event: QueueEvent) => void;
  /** Told of each labelled step. */
  readonly trace?: (step: Step, item: number) => void;
}

/** A worker's way to X, renewed as its tokens are. */
export interface XAccess {
  /**
   * X for the next calls; undefined when nobody is signed in.
   * @throws Failure when the account that is signed in is not the history's, or its credentials cannot be read.
   */
  open(): Promise<XPort | undefined>;
}

const isSignedOut = (error: unknown): boolean => error instanceof Failure && error.exitCode === EXIT.credentials;

/** Opens the way to X; nothing is sent or read before `open`. */
export function createXAccess(
  shell: Shell,
  flags: CredentialFlags,
  { history, queue }: Pick<WorkSetting, 'history' | 'queue'>,
): XAccess {
  let opened: { readonly key: string; readonly port: XPort } | undefined;
  return {
    async open() {
      let session: SignedIn;
      try {
        session = await signedIn(shell, flags);
      } catch (error) {
        if (isSignedOut(error)) return undefined;
        throw error;
      }
      const key = JSON.stringify(session);
      if (opened?.key === key) return opened.port;
      requireAccount(session, history);
      const x: XParts = await import('../x-parts.js');
      const client = openClient(shell, session, x);
      const { store, parts } = queue;
      const { writer, reader } = history;
      const port = createXPort({
        client,
        account: session.account,
        store,
        writer,
        reader,
        parts,
        now: () => shell.now(),
      });
      opened = { key, port };
      return port;
    },
  };
}

/** A client of X for an account that is signed in. */
export function openClient(shell: Shell, { tokens, bearer }: SignedIn, x: XParts) {
  return x.openXClient({
    tokens,
    ...(bearer !== undefined && { bearer }),
    connection: { origin: xOrigin(shell, x), silenceMs: SILENCE },
    deadlines: deadlinesOf(shell, x),
    now: () => shell.now(),
    readFile: async (path) => (await import('node:fs/promises')).readFile(path),
  });
}

/** Silence of the socket after which a call is given up, ms. Ours. */
const SILENCE = 15_000;

/** Where X is: TWEETSPAN_X_URL names a stand-in on this machine. */
function xOrigin({ env }: Pick<Shell, 'env'>, { apiOrigin }: XParts): string {
  try {
    return apiOrigin(env['TWEETSPAN_X_URL']);
  } catch (cause) {
    throw new Failure((cause as RangeError).message, { cause });
  }
}

/** How long calls may take: TWEETSPAN_X_DEADLINE, in ms, says otherwise for all of them. */
function deadlinesOf({ env }: Pick<Shell, 'env'>, { DEADLINES }: XParts): XParts['DEADLINES'] {
  const told = env['TWEETSPAN_X_DEADLINE'];
  if (told === undefined || told === '') return DEADLINES;
  const ms = Number(told);
  if (!Number.isInteger(ms) || ms < 1 || ms > 3_600_000) {
    throw new Failure(`TWEETSPAN_X_DEADLINE is "${told}": give whole milliseconds, from 1 to 3600000`);
  }
  return { post: ms, read: ms, upload: ms };
}

/** One history holds one account: X forbids coordinated ones. */
function requireAccount({ account }: SignedIn, { reader, file }: OpenHistory): void {
  const held = reader.account();
  if (held === undefined) return;
  const isOther =
    held.id === undefined
      ? held.handles.length > 0 && !held.handles.includes(account.handle.toLowerCase())
      : held.id !== account.id;
  if (!isOther) return;
  const name = held.handles.map((handle) => `@${handle}`).join(', ') || `account ${held.id}`;
  throw new Failure(
    `@${account.handle} is signed in, and ${file} holds ${name}: name another history with --db, or sign in as ${name}`,
    { exitCode: EXIT.credentials },
  );
}

/** The ports of a worker, with X as it can be reached now. */
export const portsOf = (
  shell: Shell,
  { queue, notify, log, trace }: WorkSetting,
  x: XPort | undefined,
): QueuePorts => ({
  store: queue.store,
  history: queue.history,
  x,
  notify,
  log,
  now: () => shell.now(),
  randomId: () => shell.randomId(),
  ...(trace !== undefined && { trace }),
});

/** How credentials are found. */
export interface CredentialFlags {
  readonly credentialsFile?: string;
}
