import type { Locale } from '#base/locale.js';
import { aliveAt } from '#doctor/queue.js';
import type { ClockFacts, CredentialFacts, DaemonFacts, DesktopFacts, HealthFacts, ZoneFacts } from '#doctor/facts.js';
import { isZone } from '#base/time-zone.js';
import { resolveZone } from '../options/times.js';
import { databaseFile } from '../history-file.js';
import { crontabLine, serviceFacts } from '../service/find-manager.js';
import type { Shell } from '../shell.js';
import { inspectCredentials, lookOnline, type OnlineLook } from './credentials.js';
import { lookAtDatabase, type DatabaseLook } from './database.js';
import { probeEngine } from '#store/driver/choose.js';
import { PRICES } from '#x/api/prices.js';

/** What facts are gathered with. */
export interface GatherFlags {
  readonly db?: string;
  readonly online?: boolean;
  readonly locale: Locale;
}

/** Gathers all that the doctor judges. Changes nothing, and contacts X only with `online`. */
export async function gatherFacts(shell: Shell, { db, online, locale }: GatherFlags): Promise<HealthFacts> {
  const now = shell.now();
  const price = PRICES.user;
  const [native, look, kept, desktop, service] = await Promise.all([
    probeEngine(shell.nodeVersion),
    lookAtDatabase(shell, databaseFile(shell, db)),
    inspectCredentials(shell),
    inspectDesktop(shell),
    serviceFacts(shell),
  ]);
  const onlineLook = online === true ? await lookOnline(shell, { db, price, locale }, look, kept) : undefined;
  const { database, inside } = look;
  const workers = inside?.workers ?? [];
  const isIdle = aliveAt(workers, now).length === 0;
  const daemon: DaemonFacts = {
    workers,
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
    history: inside?.history,
    credentials: withAccount(kept, onlineLook, inside),
    clock: readClockFacts(onlineLook, inside, now),
    zone: readZoneFacts(shell, inside?.facts.zoneRules),
    queue: inside?.queue,
    daemon,
    desktop,
  };
}

/** What is known of the account besides: by X just now, or by an earlier answer of it. */
function withAccount(
  kept: CredentialFacts,
  onlineLook: OnlineLook | undefined,
  inside: DatabaseLook['inside'],
): CredentialFacts {
  if (kept.kind !== 'oauth1' && kept.kind !== 'oauth2') return kept;
  const account = onlineLook?.account ?? kept.account ?? accountIn(inside?.facts.account);
  return { ...kept, account, ...(onlineLook !== undefined && { online: onlineLook.online }) };
}

function accountIn(fact: string | undefined): { readonly id: string; readonly handle?: string } | undefined {
  return fact === undefined ? undefined : (JSON.parse(fact) as { readonly id: string; readonly handle?: string });
}

/** The comparison of clocks that was made last: `<ms that X is ahead> <when, ms UTC>`. */
function readClockFacts(onlineLook: OnlineLook | undefined, inside: DatabaseLook['inside'], now: number): ClockFacts {
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

type Desktop = Pick<Shell, 'platform' | 'env' | 'run'>;

/** How long a tool may take to print its version, ms. @source own choice */
const TIMEOUT = 2000;

const isThere = async ({ run }: Desktop, tool: string): Promise<boolean> =>
  (await run(tool, ['--version'], { timeoutMs: TIMEOUT })).code !== null;

/** What reminders find on this desktop. macOS always has its tools; Windows shows no notice. */
async function inspectDesktop(desktop: Desktop): Promise<DesktopFacts> {
  const { platform, env } = desktop;
  if (platform === 'darwin') return { notice: true, clipboard: true };
  if (platform === 'win32') return { notice: false, clipboard: true };
  const [hasWayland, hasX] = [Boolean(env['WAYLAND_DISPLAY']), Boolean(env['DISPLAY'])];
  const hasSession = hasWayland || hasX || Boolean(env['DBUS_SESSION_BUS_ADDRESS']);
  const isInWindows = Boolean(env['WSL_DISTRO_NAME']) || Boolean(env['WSL_INTEROP']);
  const clipboards = [...(hasWayland ? ['wl-copy'] : []), ...(hasX ? ['xclip', 'xsel'] : [])];
  const [notice, ...found] = await Promise.all([
    hasSession ? isThere(desktop, 'notify-send') : false,
    ...clipboards.map((tool) => isThere(desktop, tool)),
  ]);
  return { notice, clipboard: isInWindows || found.includes(true) };
}

/** A line of a crontab that does what is due, whichever way it starts the program. */
const ONCE = /^\s*[^#\s].*tweetspan.*\srun\s(?:.*\s)?--once\b/m;

/** Whether the user's crontab runs `tweetspan run --once`. */
async function isInCrontab({ platform, run }: Desktop): Promise<boolean> {
  if (platform === 'win32') return false;
  const { code, stdout } = await run('crontab', ['-l'], { timeoutMs: TIMEOUT });
  return code === 0 && ONCE.test(stdout);
}
