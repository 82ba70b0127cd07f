import type { Locale } from '#base/locale.js';
import { aliveAt } from '#doctor/daemon.js';
import type { ClockFacts, CredentialFacts, DaemonFacts, HealthFacts, ZoneFacts } from '#doctor/facts.js';
import { isZone, resolveZone } from '../options/arguments.js';
import { databaseFile } from '../history-database.js';
import { crontabLine, serviceFacts } from '../service/service.js';
import type { Shell } from '../shell.js';
import { inspectCredentials } from './credentials.js';
import { lookAtDatabase, inspectNativePart, type DatabaseLook } from './database.js';
import { inspectDesktop, isInCrontab } from './desktop.js';
import { lookOnline, type OnlineLook } from './online.js';
import { PRICES } from '#x/api/prices.js';

/** What the gathering can be told. */
export interface GatherFlags {
  readonly db?: string;
  readonly online?: boolean;
  readonly locale: Locale;
}

/** Gathers all that the doctor judges. Changes nothing and asks nobody but this machine, unless `online` says so. */
export async function gatherFacts(shell: Shell, { db, online, locale }: GatherFlags): Promise<HealthFacts> {
  const now = shell.now();
  const price = PRICES.user;
  const [native, look, kept, desktop, service] = await Promise.all([
    inspectNativePart(shell),
    lookAtDatabase(shell, databaseFile(shell, db)),
    inspectCredentials(shell, locale),
    inspectDesktop(shell),
    serviceFacts(shell),
  ]);
  const onlineLook = online === true ? await lookOnline(shell, { db, price }, look, kept) : undefined;
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
