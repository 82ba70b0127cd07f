// Where ports get their adapters: what works on the queue, and the way to X.
import type { Custody, NotifyStep, QueuePorts, Step } from '#queue/ports.js';
import type { QueueEvent } from '#queue/event.js';
import type { Account } from '#x/auth/credentials.js';
import { signedIn, xConnection, type SignedIn } from './credentials.js';
import { bindAccount, isAccountOf, requireAccount } from './history-owner.js';
import { XError } from './sign-in.js';
import type { Reason } from '#queue/reason.js';
import { UserError } from './user-error.js';
import type { OpenHistory } from './history-database.js';
import type { Shell } from './shell.js';
import type { OpenQueue } from './queue/open.js';
import { createXPort, type XPort } from './x-port.js';
import { PRICES, toOwnReadPrice } from '#x/api/prices.js';
import { loadOwnConfig } from './config-file.js';
import { toFaultDetail } from '#x/auth/fault.js';
import { accountSentences } from '#locale/account.js';
import type { XClient } from '#x/api/client.js';

/** What a worker is given besides the queue. */
export interface WorkSetting {
  readonly history: OpenHistory;
  readonly queue: OpenQueue;
  readonly notify: QueuePorts['notify'];
  readonly log: (event: QueueEvent) => void;
  readonly custody?: Custody;
  /** Told of each labelled step. */
  readonly trace?: (step: Step, item: number) => void;
  readonly pageCheck?: QueuePorts['pageCheck'];
  readonly blackouts?: QueuePorts['blackouts'];
  readonly notifyStep?: NotifyStep;
}

/** A worker's way to X, renewed as its tokens are. */
export interface XAccess {
  /**
   * X for the next calls; undefined when no account is signed in, another one than the history's is, or the sign-in
   * cannot be renewed now (see `why`). The first account becomes the history's.
   */
  open(): Promise<XPort | undefined>;
  /** The same for a command, which does nothing for another account. @throws UserError when another is signed in. */
  openOwn(): Promise<XPort | undefined>;
  /** Why the last `open` had no X, as the detail of a reason; undefined when it had. */
  why(): string | undefined;
}

type Part = Pick<WorkSetting, 'history' | 'queue'>;

/** Opens the way to X; nothing is sent or read before `open`. */
export function createXAccess(shell: Shell, { history, queue }: Part): XAccess {
  let other: Account | undefined;
  let opened: { readonly key: string; readonly port: XPort } | undefined;
  let why: string | undefined;
  const access: XAccess = {
    why: () => why,
    async openOwn() {
      const port = await access.open();
      if (other !== undefined) await requireAccount(other, history);
      return port;
    },
    async open() {
      other = undefined;
      const session = await signedInOr(shell, history);
      why = typeof session === 'string' ? session : undefined;
      if (typeof session === 'string') return undefined;
      const key = JSON.stringify(session);
      if (opened?.key === key) return opened.port;
      // What an earlier run has seen of X's clock: the first call of this one may ask by it.
      const skew = Number((await queue.store.fact('clock-skew'))?.split(' ')[0] ?? NaN);
      const here = { ...shell, now: history.now };
      const client = await openClient(here, session, Number.isNaN(skew) ? undefined : skew);
      const account = session.account ?? (await resolveAccount(client, queue));
      if (typeof account === 'string') {
        why = account;
        return undefined;
      }
      if (shell.profile !== undefined) (await import('./profile.js')).assertAccount(shell, account.handle);
      if (!(await isAccountOf(account, history))) {
        why = 'other-account';
        other = account;
        return undefined;
      }
      await bindAccount(account, history);
      const { store } = queue;
      const { writer, reader } = history;
      const ownReadPrice = toOwnReadPrice(await ownsApp(shell));
      const plain = createXPort({ client, account, store, writer, reader, ownReadPrice, now: history.now });
      const port = withSharedMedia(plain, history);
      opened = { key, port };
      return port;
    },
  };
  return access;
}

/** X with media that may have been planned on another machine. */
const withSharedMedia = (port: XPort, { team }: Pick<OpenHistory, 'team'>): XPort =>
  team === undefined ? port : { ...port, prepare: async (media) => port.prepare(await team.fetchMedia(media)) };

/** The reason for which there is no way to X, from the detail of it; undefined without one. */
export const toSignedOut = (why: string | undefined): Reason | undefined =>
  why === undefined ? undefined : why === 'other-account' ? { code: why } : { code: 'signed-out', detail: why };

/** Whether the user's own configuration says that the app is theirs, which makes reading their own posts cheaper. */
async function ownsApp(shell: Shell): Promise<boolean> {
  const { x } = await loadOwnConfig(shell, async () => (await import('#rules/index.js')).rules);
  return x?.ownApp ?? false;
}

/** The sign-in, or why there is none now: items then say what they wait for. */
async function signedInOr(shell: Shell, { team }: Pick<OpenHistory, 'team'>): Promise<SignedIn | string> {
  try {
    return await signedIn(shell, team?.store.alone);
  } catch (error) {
    if (error instanceof XError) return toFaultDetail(error.fault);
    throw error;
  }
}

/** The account behind keys that do not tell it: asked once, since each answer costs a cent. */
async function resolveAccount(client: XClient, { store, now }: OpenQueue): Promise<Account | string> {
  const known = await store.fact('account');
  if (known !== undefined) return JSON.parse(known) as Account;
  const me = await client.me();
  // Without X's own no it does not say so now, and is asked again.
  if (me.kind !== 'done') return me.kind === 'later' ? 'account-unknown' : `account-unknown: ${me.code}: ${me.detail}`;
  await store.spend({ at: now, what: 'user', amount: PRICES.user });
  const account = { id: me.value.id, handle: me.value.handle };
  await store.setFact('account', JSON.stringify(account));
  return account;
}

/** A client of X for an account that is signed in. */
export async function openClient(
  shell: Shell,
  { tokens, bearer }: Pick<SignedIn, 'tokens' | 'bearer'>,
  skew?: number,
): Promise<XClient> {
  const ms = deadlineIn(shell);
  const { openXClient } = await import('#x/api/client.js');
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
  { history, queue, notify, log, trace, custody, pageCheck, blackouts, notifyStep }: WorkSetting,
  x: XPort | undefined,
  whyNot?: string,
): QueuePorts => ({
  store: queue.store,
  history: queue.history,
  x,
  ...(pageCheck !== undefined && { pageCheck }),
  ...(blackouts !== undefined && { blackouts }),
  ...(notifyStep !== undefined && { people: { steps: history.steps, notify: notifyStep } }),
  notify,
  log,
  now: history.now,
  randomId: () => shell.randomId(),
  ...(whyNot !== undefined && { whyNotX: whyNot }),
  ...(custody !== undefined && { custody }),
  ...(trace !== undefined && { trace }),
});
