import { existsSync, statSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { findAlive } from '#doctor/queue.js';
import { endedWorkers } from '#doctor/worker.js';
import { isZone } from '#base/time-zone.js';
import type {
  ClockFacts,
  CredentialFacts,
  DatabaseFacts,
  DaemonFacts,
  DesktopFacts,
  HealthFacts,
  ZoneFacts,
  OnlineFacts,
} from '#doctor/facts.js';
import { systemSentences } from '#locale/system.js';
import { probeEngine } from '#store/driver/choose.js';
import { PRICES } from '#x/api/prices.js';
import type { Account } from '#x/auth/credentials.js';
import { CredentialsError, type Place } from '#x/auth/fault.js';
import { signedIn } from '../credentials.js';
import { credentialsFile, openSecretStore, XError } from '../sign-in.js';
import { loadOwnConfig } from '../config-file.js';
import { userBus, type Desktop } from '../desktop/notify.js';
import { withHistory } from '../history-database.js';
import { databaseFile } from '../options/common.js';
import { resolveZone } from '../options/times.js';
import { crontabLine, serviceFacts } from '../service/find-manager.js';
import type { Shell } from '../shell.js';
import { EXIT, userMessage } from '../user-error.js';
import { openClient } from '../wiring.js';
import { lookAtDatabase, type QueueLook } from './database.js';
import { lookAtServer } from './server.js';
import { writeNotice } from '../notice.js';

/** What facts are gathered with. */
export interface GatherFlags {
  readonly db?: string;
  readonly online?: boolean;
  readonly locale: Locale;
}

/** Gathers all that the doctor judges. Changes nothing, and contacts X only with `online`. */
export async function gatherFacts(shell: Shell, { db, online, locale }: GatherFlags): Promise<HealthFacts> {
  const price = PRICES.user;
  const [native, look, shared, kept, desktop, service] = await Promise.all([
    probeEngine(shell.nodeVersion),
    lookAtDatabase(shell, databaseFile(shell, db)),
    lookAtServer(shell, db),
    inspectCredentials(shell),
    inspectDesktop(shell, await hasOwnCommand(shell)),
    serviceFacts(shell, locale),
  ]);
  // The queue of a team is not the one in the file.
  const inside = shared === undefined ? look.inside : shared.inside;
  const onlineLook =
    online === true
      ? await lookOnline(shell, { db, price, locale }, { database: look.database, inside }, kept)
      : undefined;
  const { database } = look;
  const now = shared?.now ?? shell.now();
  const workers = inside?.workers ?? [];
  const ended = endedWorkers(workers, shell);
  const isIdle = findAlive({ workers, ended }).length === 0;
  const daemon: DaemonFacts = {
    workers,
    ended,
    inCrontab: isIdle ? await isInCrontab(shell) : undefined,
    cronLine: crontabLine(shell, db, locale),
    service,
  };
  return {
    now,
    version: TWEETSPAN_VERSION,
    node: shell.nodeVersion,
    price,
    native,
    database,
    ...(shared !== undefined && { server: shared.server }),
    history: look.inside?.history,
    credentials: withAccount(kept, onlineLook, inside),
    clock: readClockFacts(onlineLook, inside, now),
    zone: readZoneFacts(shell, inside?.facts.zoneRules),
    queue: inside?.queue,
    daemon,
    desktop,
  };
}

/** Whether reminders go to the user's own command. A configuration that cannot be read is the matter of other commands. */
async function hasOwnCommand(shell: Shell): Promise<boolean> {
  try {
    const { remind } = await loadOwnConfig(shell, async () => (await import('#rules/index.js')).rules);
    return remind !== undefined;
  } catch {
    return false;
  }
}

/** What is known of the account besides: by X just now, or by an earlier answer of it. */
function withAccount(
  kept: CredentialFacts,
  onlineLook: OnlineLook | undefined,
  inside: QueueLook | undefined,
): CredentialFacts {
  if (kept.kind !== 'oauth1' && kept.kind !== 'oauth2') return kept;
  const account = onlineLook?.account ?? kept.account ?? accountIn(inside?.facts.account);
  return { ...kept, account, ...(onlineLook !== undefined && { online: onlineLook.online }) };
}

function accountIn(fact: string | undefined): { readonly id: string; readonly handle?: string } | undefined {
  return fact === undefined ? undefined : (JSON.parse(fact) as { readonly id: string; readonly handle?: string });
}

/** The comparison of clocks that was made last: `<ms that X is ahead> <when, ms UTC>`. */
function readClockFacts(onlineLook: OnlineLook | undefined, inside: QueueLook | undefined, now: number): ClockFacts {
  if (onlineLook?.skew !== undefined) return { seen: { skew: onlineLook.skew, at: now } };
  const [skew = NaN, at = NaN] = (inside?.facts.skew ?? '').split(' ').map(Number);
  return { seen: Number.isFinite(skew) && Number.isFinite(at) ? { skew, at } : undefined };
}

function readZoneFacts(shell: Shell, plannedBy: string | undefined): ZoneFacts {
  const zoneSetting = shell.env['TZ']?.replace(/^:/, '');
  const isZoneSet = zoneSetting !== undefined && zoneSetting !== '';
  return {
    name: resolveZone(shell),
    from: isZoneSet && isZone(zoneSetting) ? 'TZ' : 'machine',
    ...(isZoneSet && !isZone(zoneSetting) && { ignored: zoneSetting }),
    rules: shell.zoneRules,
    ...(plannedBy !== undefined && { plannedBy }),
  };
}

/** How long a tool may take to print its version, ms. @source own choice */
const TIMEOUT = 2000;

const isThere = async ({ run }: Desktop, tool: string): Promise<boolean> =>
  (await run(tool, ['--version'], { timeoutMs: TIMEOUT })).code !== null;

/** What reminders find on this desktop. macOS always has its tools; Windows shows no notice. */
async function inspectDesktop(desktop: Desktop, hasCommand: boolean): Promise<DesktopFacts> {
  const { platform, env } = desktop;
  if (platform === 'darwin') return { notice: true, clipboard: true, hasCommand };
  if (platform === 'win32') return { notice: false, clipboard: true, hasCommand };
  const [hasWayland, hasX] = [Boolean(env['WAYLAND_DISPLAY']), Boolean(env['DISPLAY'])];
  const hasSession = hasWayland || hasX || Boolean(env['DBUS_SESSION_BUS_ADDRESS']) || userBus(desktop) !== undefined;
  const isInWindows = Boolean(env['WSL_DISTRO_NAME']) || Boolean(env['WSL_INTEROP']);
  const clipboards = [...(hasWayland ? ['wl-copy'] : []), ...(hasX ? ['xclip', 'xsel'] : [])];
  const [notice, ...found] = await Promise.all([
    hasSession ? isThere(desktop, 'notify-send') : false,
    ...clipboards.map((tool) => isThere(desktop, tool)),
  ]);
  return { notice, clipboard: isInWindows || found.includes(true), hasCommand };
}

/** A line of a crontab that does what is due, whichever way it starts the program. */
const ONCE = /^\s*[^#\s].*tweetspan.*\srun\s(?:.*\s)?--once\b/m;

/** Whether the user's crontab runs `tweetspan run --once`. */
async function isInCrontab({ platform, run }: Desktop): Promise<boolean> {
  if (platform === 'win32') return false;
  const { code, stdout } = await run('crontab', ['-l'], { timeoutMs: TIMEOUT });
  return code === 0 && ONCE.test(stdout);
}

/** What a group or anybody may do with a file. */
const OTHERS = 0o077;

/** The mode of a file of one's own that others may use, `644`; undefined for any other, and where there are no modes. */
function exposedMode(file: string, { uid }: Pick<Shell, 'uid'>): string | undefined {
  // Where a folder on the way is none, there is no file either, and looking would throw.
  const found = existsSync(file) ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (uid === undefined || found === undefined || found.uid !== uid || (found.mode & OTHERS) === 0) return undefined;
  return (found.mode & 0o777).toString(8);
}

/** What X would be called with. Nothing is renewed and X is not contacted; faults are returned, not thrown. */
async function inspectCredentials(shell: Shell): Promise<CredentialFacts> {
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
interface OnlineLook {
  readonly online: OnlineFacts;
  readonly account?: Account;
  readonly skew?: number;
}

/**
 * Asks X who is signed in, as far as the budget allows, and records the cost and X's clock. The cost is printed before.
 * Undefined when not signed in.
 * @param price what it costs, thousandths of a US dollar.
 */
async function lookOnline(
  shell: Shell,
  { db, price, locale }: { readonly db: string | undefined; readonly price: number; readonly locale: Locale },
  { database, inside }: { readonly database: DatabaseFacts; readonly inside: QueueLook | undefined },
  { kind }: CredentialFacts,
): Promise<OnlineLook | undefined> {
  if (kind !== 'oauth1' && kind !== 'oauth2') return undefined;
  if (inside !== undefined) {
    const { caps, spent } = inside.queue;
    if (Math.min(caps.day - spent.day, caps.month - spent.month) < price) return { online: { kind: 'capped' } };
  }
  writeNotice(shell, systemSentences(locale).doctor.askingX(price));
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
  await withHistory(shell, { db, readonly: false }, async ({ queue }) => {
    const at = shell.now();
    if (amount > 0) await queue.spend({ at, what: 'user', amount });
    if (skew !== undefined) await queue.setFact('clock-skew', `${skew} ${at}`);
  });
}
