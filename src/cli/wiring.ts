// Where ports get their adapters: what works on the queue, and the way to X.
import type { QueueEvent, QueuePorts, Step } from '#queue/ports.js';
import type { Account } from '#x/auth/credentials.js';
import { signedIn, xConnection, XError, type SignedIn, requireAccount } from './credentials.js';
import { UserError } from './user-error.js';
import type { OpenHistory } from './history-database.js';
import type { Shell } from './shell.js';
import type { OpenQueue } from './queue/open.js';
import { createXPort, type XPort } from './x-port.js';
import { PRICES, toOwnReadPrice } from '#x/api/prices.js';
import { loadOwnConfig } from './config-file.js';
import { toFaultDetail } from '#x/auth/fault.js';
import { accountSentences } from '#locale/account.js';
import { openXClient, type XClient } from '#x/api/client.js';

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
   * X for the next calls; undefined when no account is signed in, or the sign-in cannot be renewed now (see `why`).
   * @throws UserError when the account that is signed in is not the history's.
   */
  open(): Promise<XPort | undefined>;
  /** Why the last `open` had no X, as the detail of a reason; undefined when it had. */
  why(): string | undefined;
}

type Part = Pick<WorkSetting, 'history' | 'queue'>;

/** Opens the way to X; nothing is sent or read before `open`. */
export function createXAccess(shell: Shell, { history, queue }: Part): XAccess {
  let opened: { readonly key: string; readonly port: XPort } | undefined;
  let why: string | undefined;
  return {
    why: () => why,
    async open() {
      const session = await signedInOr(shell);
      why = typeof session === 'string' ? session : undefined;
      if (typeof session === 'string') return undefined;
      const key = JSON.stringify(session);
      if (opened?.key === key) return opened.port;
      // What an earlier run has seen of X's clock: the first call of this one may ask by it.
      const skew = Number(queue.store.fact('clock-skew')?.split(' ')[0] ?? NaN);
      const client = await openClient(shell, session, Number.isNaN(skew) ? undefined : skew);
      const account = session.account ?? (await resolveAccount(client, queue));
      if (account === undefined) {
        why = 'account-unknown';
        return undefined;
      }
      requireAccount(account, history);
      const { store } = queue;
      const { writer, reader } = history;
      const ownReadPrice = toOwnReadPrice(await ownsApp(shell));
      const port = createXPort({ client, account, store, writer, reader, ownReadPrice, now: () => shell.now() });
      opened = { key, port };
      return port;
    },
  };
}

/** Whether the user's own configuration says that the app is theirs, which makes reading their own posts cheaper. */
async function ownsApp(shell: Shell): Promise<boolean> {
  const { x } = await loadOwnConfig(shell, async () => (await import('#rules/index.js')).rules);
  return x?.ownApp ?? false;
}

/** The sign-in, or why there is none now: items then say what they wait for. */
async function signedInOr(shell: Shell): Promise<SignedIn | string> {
  try {
    return await signedIn(shell);
  } catch (error) {
    if (error instanceof XError) return toFaultDetail(error.fault);
    throw error;
  }
}

/** The account behind keys that do not tell it: asked once, since each answer costs a cent. */
async function resolveAccount(client: XClient, { store, now }: OpenQueue): Promise<Account | undefined> {
  const known = store.fact('account');
  if (known !== undefined) return JSON.parse(known) as Account;
  const me = await client.me();
  if (me.kind !== 'done') return undefined;
  store.spend({ at: now, what: 'user', amount: PRICES.user });
  const account = { id: me.value.id, handle: me.value.handle };
  store.setFact('account', JSON.stringify(account));
  return account;
}

/** A client of X for an account that is signed in. */
export async function openClient(
  shell: Shell,
  { tokens, bearer }: Pick<SignedIn, 'tokens' | 'bearer'>,
  skew?: number,
): Promise<XClient> {
  const ms = deadlineIn(shell);
  return openXClient({
    tokens,
    ...(bearer !== undefined && { bearer }),
    ...(skew !== undefined && { skew }),
    connection: await xConnection(shell),
    ...(ms !== undefined && { deadlines: { post: ms, read: ms, upload: ms } }),
    now: () => shell.now(),
    readFile: async (path) => (await import('node:fs/promises')).readFile(path),
  });
}

/** How long a call may take, where TWEETSPAN_X_DEADLINE says it, ms. */
function deadlineIn({ env }: Pick<Shell, 'env'>): number | undefined {
  const configured = env['TWEETSPAN_X_DEADLINE'];
  if (configured === undefined || configured === '') return undefined;
  const ms = Number(configured);
  if (Number.isInteger(ms) && ms >= 1 && ms <= 3_600_000) return ms;
  throw new UserError((locale) => accountSentences(locale).wrongDeadline(configured));
}

/** The ports of a worker, with X as it can be reached now. */
export const createPorts = (
  shell: Shell,
  { queue, notify, log, trace }: WorkSetting,
  x: XPort | undefined,
  whyNot?: string,
): QueuePorts => ({
  store: queue.store,
  history: queue.history,
  x,
  notify,
  log,
  now: () => shell.now(),
  randomId: () => shell.randomId(),
  ...(whyNot !== undefined && { whyNotX: whyNot }),
  ...(trace !== undefined && { trace }),
});
