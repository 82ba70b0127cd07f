import type { CredentialFacts, OnlineFacts } from '#doctor/facts.js';
import type { Account } from '#x/auth/credentials.js';
import { signedIn } from '../credentials.js';
import { EXIT, UserError } from '../user-error.js';
import { withHistory } from '../history-database.js';
import { openClient } from '../wiring.js';
import type { Shell } from '../shell.js';
import type { DatabaseLook } from './database.js';

/** What X said: of the sign-in, whose it is, and ms that its clock is ahead. */
export interface OnlineLook {
  readonly online: OnlineFacts;
  readonly account?: Account;
  readonly skew?: number;
}

/**
 * Asks X who is signed in, as far as the budget allows, and writes down what it cost and what X's clock showed. Says
 * before it asks what that costs. Undefined when nobody is signed in.
 * @param price what it costs, thousandths of a US dollar.
 */
export async function lookOnline(
  shell: Shell,
  { db, price }: { readonly db: string | undefined; readonly price: number },
  { database, inside }: DatabaseLook,
  { kind }: CredentialFacts,
): Promise<OnlineLook | undefined> {
  if (kind !== 'oauth1' && kind !== 'oauth2') return undefined;
  if (inside !== undefined) {
    const { caps, spent } = inside.queue;
    if (Math.min(caps.day - spent.day, caps.month - spent.month) < price) return { online: { kind: 'capped' } };
  }
  const { dollars } = await import('#locale/dollars.js');
  shell.stderr.write(`tweetspan: asking X who is signed in, for ${dollars(price)}\n`);
  try {
    const client = await openClient(shell, await signedIn(shell));
    const me = await client.me();
    const { skew } = client.lastSeen();
    const isKept = database.state.kind === 'open' && database.state.isWritable && inside !== undefined;
    if (isKept) await recordLook(shell, db, { skew, amount: me.kind === 'done' ? price : 0 });
    return { ...toOnlineLook(me), ...(skew !== undefined && { skew }) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const detail = error.message;
    return { online: error.exitCode === EXIT.tryLater ? { kind: 'later', detail } : { kind: 'failed', detail } };
  }
}

type Me = Awaited<ReturnType<Awaited<ReturnType<typeof openClient>>['me']>>;

function toOnlineLook(me: Me): Pick<OnlineLook, 'online' | 'account'> {
  if (me.kind === 'done') {
    const { id, handle } = me.value;
    return { online: { kind: 'done', handle }, account: { id, handle } };
  }
  if (me.kind === 'later') return { online: { kind: 'later', detail: me.detail } };
  const { detail } = me;
  return { online: me.kind === 'stopped' ? { kind: 'failed', code: me.code, detail } : { kind: 'failed', detail } };
}

async function recordLook(
  shell: Shell,
  db: string | undefined,
  { skew, amount }: { readonly skew: number | undefined; readonly amount: number },
): Promise<void> {
  await withHistory(shell, { db, readonly: false }, ({ queue }) => {
    const at = shell.now();
    if (amount > 0) queue.spend({ at, what: 'user', amount });
    if (skew !== undefined) queue.setFact('clock-skew', `${skew} ${at}`);
  });
}
