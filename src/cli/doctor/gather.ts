import type { UiLanguage } from '#lint/message.js';
import { aliveAt } from '#doctor/daemon.js';
import type { ClockFacts, CredentialFacts, DaemonFacts, HealthFacts, ZoneFacts } from '#doctor/facts.js';
import { isZone, zoneOf } from '../options/arguments.js';
import { databaseFile } from '../history-database.js';
import { crontabLine, serviceFacts } from '../service/service.js';
import type { Shell } from '../shell.js';
import { credentialsOf } from './credentials.js';
import { lookAtDatabase, nativeOf, type DatabaseLook } from './database.js';
import { desktopOf, isInCrontab } from './desktop.js';
import { askX, type Asked } from './online.js';
import { PRICES } from '#x/api/prices.js';

/** What the gathering can be told. */
export interface GatherFlags {
  readonly db?: string;
  readonly online?: boolean;
  readonly ui: UiLanguage;
}

/** Gathers all that the doctor judges. Changes nothing and asks nobody but this machine, unless `online` says so. */
export async function gatherFacts(shell: Shell, { db, online, ui }: GatherFlags): Promise<HealthFacts> {
  const now = shell.now();
  const price = PRICES.user;
  const [native, look, kept, desktop, service] = await Promise.all([
    nativeOf(shell),
    lookAtDatabase(shell, databaseFile(shell, db)),
    credentialsOf(shell),
    desktopOf(shell),
    serviceFacts(shell),
  ]);
  const asked = online === true ? await askX(shell, { db, price }, look, kept) : undefined;
  const { database, inside } = look;
  const workers = inside?.workers ?? [];
  const isIdle = aliveAt(workers, now).length === 0;
  const daemon: DaemonFacts = {
    workers,
    inCrontab: isIdle ? await isInCrontab(shell) : undefined,
    cronLine: crontabLine(shell, db, ui),
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
    credentials: withAccount(kept, asked, inside),
    clock: clockOf(asked, inside, now),
    zone: zoneFactsOf(shell, inside?.facts.zoneRules),
    queue: inside?.queue,
    daemon,
    desktop,
  };
}

/** What is known of the account besides: by X just now, or by an earlier answer of it. */
function withAccount(kept: CredentialFacts, asked: Asked | undefined, inside: DatabaseLook['inside']): CredentialFacts {
  if (kept.kind !== 'oauth1' && kept.kind !== 'oauth2') return kept;
  const account = asked?.account ?? kept.account ?? accountIn(inside?.facts.account);
  return { ...kept, account, ...(asked !== undefined && { online: asked.online }) };
}

function accountIn(fact: string | undefined): { readonly id: string; readonly handle?: string } | undefined {
  return fact === undefined ? undefined : (JSON.parse(fact) as { readonly id: string; readonly handle?: string });
}

/** The comparison of clocks that was made last: `<ms that X is ahead> <when, ms UTC>`. */
function clockOf(asked: Asked | undefined, inside: DatabaseLook['inside'], now: number): ClockFacts {
  if (asked?.skew !== undefined) return { seen: { skew: asked.skew, at: now } };
  const [skew = NaN, at = NaN] = (inside?.facts.skew ?? '').split(' ').map(Number);
  return { seen: Number.isFinite(skew) && Number.isFinite(at) ? { skew, at } : undefined };
}

function zoneFactsOf(shell: Shell, plannedBy: string | undefined): ZoneFacts {
  const told = shell.env['TZ']?.replace(/^:/, '');
  const isTold = told !== undefined && told !== '';
  return {
    name: zoneOf(shell),
    from: isTold && isZone(told) ? 'TZ' : 'machine',
    ...(isTold && !isZone(told) && { ignored: told }),
    rules: shell.zoneRules,
    ...(plannedBy !== undefined && { plannedBy }),
  };
}
