// The sign-in as it is stored here, and as X sees it.
import { statSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import type { CredentialFacts, OnlineFacts } from '#doctor/facts.js';
import { systemSentences } from '#locale/system.js';
import type { Account } from '#x/auth/credentials.js';
import { CredentialsError, type Place } from '#x/auth/fault.js';
import { credentialsFile, openSecretStore, signedIn, XError } from '../credentials.js';
import { withHistory } from '../history-database.js';
import { openClient } from '../wiring.js';
import type { Shell } from '../shell.js';
import { EXIT, userMessage } from '../user-error.js';
import type { DatabaseLook } from './database.js';

/** What a group or anybody may do with a file. */
const OTHERS = 0o077;

/** The mode of a file of one's own that others may use, `644`; undefined for any other, and where there are no modes. */
function exposedMode(file: string, { uid }: Pick<Shell, 'uid'>): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (uid === undefined || found === undefined || found.uid !== uid || (found.mode & OTHERS) === 0) return undefined;
  return (found.mode & 0o777).toString(8);
}

/** What X would be called with. Nothing is renewed and X is not contacted; faults are returned, not thrown. */
export async function inspectCredentials(shell: Shell): Promise<CredentialFacts> {
  let place: Place | undefined;
  try {
    const store = await openSecretStore(shell);
    ({ place } = store);
    const kept = await store.read();
    if (kept === undefined) return { kind: 'none', place };
    const { kind, account } = kept;
    if (kind === 'oauth1') return { kind, place, account };
    const { expiresAt, scopes, refreshToken } = kept;
    return { kind, place, account, expiresAt, scopes, isRenewed: refreshToken !== undefined };
  } catch (error) {
    // Only foreseen faults are given with their data: they hold nothing secret.
    const isForeseen = error instanceof CredentialsError || error instanceof XError;
    const fault = isForeseen ? error.fault : ({ code: 'unreadable' } as const);
    // Without a place they come from elsewhere, and no file is at fault.
    const file = place === undefined ? undefined : credentialsFile(shell);
    const mode = file === undefined ? undefined : exposedMode(file, shell);
    return { kind: 'fault', fault, ...(file !== undefined && mode !== undefined && { exposed: { file, mode } }) };
  }
}

/** What X answered about the sign-in, whose it is, and how far X's clock is ahead, ms. */
export interface OnlineLook {
  readonly online: OnlineFacts;
  readonly account?: Account;
  readonly skew?: number;
}

/**
 * Asks X who is signed in, as far as the budget allows, and records the cost and X's clock. The cost is printed before.
 * Undefined when not signed in.
 * @param price what it costs, thousandths of a US dollar.
 */
export async function lookOnline(
  shell: Shell,
  { db, price, locale }: { readonly db: string | undefined; readonly price: number; readonly locale: Locale },
  { database, inside }: DatabaseLook,
  { kind }: CredentialFacts,
): Promise<OnlineLook | undefined> {
  if (kind !== 'oauth1' && kind !== 'oauth2') return undefined;
  if (inside !== undefined) {
    const { caps, spent } = inside.queue;
    if (Math.min(caps.day - spent.day, caps.month - spent.month) < price) return { online: { kind: 'capped' } };
  }
  shell.stderr.write(`tweetspan: ${systemSentences(locale).doctor.askingX(price)}\n`);
  try {
    const client = await openClient(shell, await signedIn(shell));
    const me = await client.me();
    const { skew } = client.lastSeen();
    const isKept = database.state.kind === 'open' && database.state.isWritable && inside !== undefined;
    if (isKept) await recordLook(shell, db, { skew, amount: me.kind === 'done' ? price : 0 });
    return { ...toOnlineLook(me), ...(skew !== undefined && { skew }) };
  } catch (error) {
    const message = await userMessage(error, locale);
    if (message === undefined) throw error;
    const detail = message.lines.join('; ');
    return { online: message.exitCode === EXIT.tryLater ? { kind: 'later', detail } : { kind: 'failed', detail } };
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
