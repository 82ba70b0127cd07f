import type { ItemState } from '#queue/item.js';
import type { ReasonCode } from '#queue/reason.js';
import type { StoreProblem } from '#store/errors.js';
import type { Place } from '#x/auth/fault.js';
import type { CredentialFacts, ServiceFault } from './facts.js';

/** How it is with one thing, from well to not working. A `note` needs nothing done. */
export type HealthStatus = 'ok' | 'note' | 'warning' | 'problem';

/** What is looked at, in the order of the report. */
export const HEALTH_IDS = [
  'node',
  'native',
  'database',
  'disk',
  'server',
  'server-role',
  'server-clock',
  'server-media',
  'account',
  'credentials',
  'scopes',
  'same-account',
  'online',
  'clock',
  'zone',
  'zone-rules',
  'budget',
  'queue',
  'pause',
  'waiting',
  'daemon',
  'daemon-version',
  'service',
  'notice',
  'clipboard',
] as const;
export type HealthId = (typeof HEALTH_IDS)[number];

/** Of what needs no data. */
type Nothing = Readonly<Record<never, never>>;
interface OfFile {
  readonly file: string;
}
interface Amounts {
  readonly spent: number;
  readonly cap: number;
}
interface ItemNumbers {
  readonly items: readonly number[];
}

/** The problems of a database that have a finding of their own, each under its own code. */
export type DatabaseProblem = Extract<
  StoreProblem,
  'no-native-part' | 'newer' | 'older' | 'not-ours' | 'locked' | 'read-only' | 'full' | 'corrupt' | 'unreachable'
>;

/**
 * What can be found, by code, with its data. Instants are ISO 8601 in UTC, durations ms, amounts thousandths of a US
 * dollar.
 */
export interface FindingData extends Record<
  DatabaseProblem,
  OfFile & { readonly version?: { readonly found: number; readonly present: number } }
> {
  readonly 'node-runs': { readonly version: string; readonly node: string };
  readonly 'engine-works': { readonly engine: string };
  readonly 'engine-missing': { readonly why: string };
  readonly 'no-history': OfFile;
  readonly 'history-sound': OfFile & { readonly bytes: number; readonly version: number };
  /** Too large to be looked through. */
  readonly 'history-unchecked': OfFile & { readonly bytes: number; readonly version: number };
  readonly damaged: OfFile & { readonly detail: string };
  readonly unreadable: OfFile & { readonly detail: string };
  readonly 'network-disk': OfFile & { readonly system: string };
  readonly 'synced-folder': OfFile & { readonly service: string };
  readonly 'little-space': OfFile & { readonly freeBytes: number };
  readonly 'server-open': {
    readonly place: string;
    readonly version: string;
    readonly schema: number;
    readonly isEncrypted: boolean;
  };
  /** `problem` is that of the store, with the data of its sentence. */
  readonly 'server-unusable': { readonly place: string; readonly problem: StoreProblem; readonly problemData: object };
  readonly 'server-unencrypted': { readonly place: string };
  readonly 'server-replaced': { readonly place: string };
  readonly 'server-worked-on-by': { readonly role: 'owner' | 'worker' };
  readonly 'server-read-by': Nothing;
  readonly 'server-clock-same': Nothing;
  /** `ahead`: how far this machine is ahead of the server, negative where it is behind. */
  readonly 'server-clock-differs': { readonly ahead: number };
  readonly 'server-media': { readonly files: number; readonly bytes: number };
  readonly 'no-posts': Nothing;
  readonly 'history-of': {
    readonly handles: readonly string[];
    readonly id?: string;
    readonly posts: number;
    readonly newest?: { readonly at: string; readonly age: number };
  };
  /** How many planned posts the program is to send. */
  readonly 'not-signed-in': { readonly byApi: number };
  readonly 'credentials-exposed': OfFile & { readonly mode: string };
  readonly 'credentials-unusable': { readonly fault: Extract<CredentialFacts, { kind: 'fault' }>['fault'] };
  readonly 'signed-in-by-keys': { readonly place: Place };
  readonly 'signed-in-renewed': { readonly place: Place };
  readonly 'signed-in-until': { readonly place: Place; readonly expiresAt: string };
  readonly 'sign-in-expired': { readonly place: Place; readonly expiresAt: string };
  readonly 'scopes-unknown': Nothing;
  readonly 'scopes-complete': Nothing;
  readonly 'scopes-missing': { readonly missing: readonly Scope[] };
  readonly 'account-unknown': Nothing;
  readonly 'account-same': { readonly signedIn: string };
  readonly 'account-other': { readonly signedIn: string; readonly owner: string };
  readonly 'online-accepted': { readonly handle: string; readonly price: number };
  readonly 'online-over-budget': { readonly price: number };
  readonly 'online-unreachable': { readonly detail: string };
  readonly 'online-rejected': { readonly detail: string };
  readonly 'online-stopped': { readonly code: ReasonCode; readonly detail: string };
  readonly 'clock-not-compared': Nothing;
  readonly 'clock-right': Nothing;
  /** `ahead`: how far this machine is ahead of X, negative where it is behind. */
  readonly 'clock-wrong': { readonly ahead: number; readonly seenAgo: number };
  readonly 'zone-used': { readonly zone: string; readonly from: 'TZ' | 'machine'; readonly rules: string };
  readonly 'zone-ignored': { readonly zone: string; readonly received: string };
  readonly 'zone-rules-changed': { readonly planned: string; readonly present: string };
  readonly 'budget-left': { readonly day: Amounts; readonly month: Amounts };
  readonly 'budget-zero': Nothing;
  readonly 'budget-spent': Amounts & { readonly period: 'day' | 'month' };
  readonly 'queue-empty': Nothing;
  readonly 'queue-holds': {
    readonly states: Readonly<Partial<Record<ItemState, number>>>;
    readonly next?: { readonly item: number; readonly localTime: string; readonly zone: string };
  };
  readonly 'queue-paused': { readonly code: ReasonCode; readonly detail: string; readonly since: string };
  readonly 'items-unknown': ItemNumbers;
  readonly 'items-refused': ItemNumbers;
  readonly 'items-missed': ItemNumbers;
  readonly 'items-reminded': ItemNumbers;
  readonly 'items-in-review': ItemNumbers;
  readonly 'worker-runs': {
    readonly pid: number;
    readonly host: string;
    readonly version: string;
    readonly age: number;
    /** Whose it is, where several share the queue. */
    readonly person?: string;
    /** Since when it is the one that posts; null while it stands by, missing where nobody shares the queue. */
    readonly postingSince?: string | null;
  };
  readonly 'worker-of-other-version': { readonly worker: string; readonly program: string };
  readonly 'cron-runs': Nothing;
  readonly 'queue-idle': Nothing;
  /** Items are planned, and nothing works on them; `last` is the process that did. */
  readonly 'queue-unattended': {
    readonly planned: number;
    readonly last?: { readonly pid: number; readonly host: string };
  };
  readonly 'service-unavailable': { readonly fault: ServiceFault };
  readonly 'service-missing': Nothing;
  readonly 'service-runs': OfFile;
  readonly 'service-not-at-login': OfFile;
  readonly 'service-stopped': OfFile;
  /** Its node or its program is gone. */
  readonly 'service-broken': OfFile & { readonly missing: readonly string[] };
  readonly 'service-settings-differ': { readonly names: readonly string[] };
  readonly 'service-without-keys': { readonly names: readonly string[] };
  readonly 'service-ends-at-logout': Nothing;
  readonly 'notices-shown': Nothing;
  readonly 'notices-missing': Nothing;
  readonly 'reminders-by-command': Nothing;
  /** `ago`: when the last reminder was given, ms. */
  readonly 'reminder-unreached': { readonly ago: number };
  readonly 'clipboard-works': Nothing;
  readonly 'clipboard-missing': Nothing;
}

/** What a sign-in must allow (docs.x.com, OAuth 2.0 scopes). Without the first nothing is posted. */
export const SCOPES = ['tweet.write', 'media.write', 'offline.access', 'tweet.read', 'users.read'] as const;
export type Scope = (typeof SCOPES)[number];

/** What can be done, by code, with its data. */
export interface RemedyData {
  readonly 'install-engine': Nothing;
  /** Where the engine has a finding of its own. */
  readonly 'install-engine-first': Nothing;
  readonly 'create-history': Nothing;
  readonly 'fill-history': Nothing;
  readonly restore: Nothing;
  readonly 'other-file': Nothing;
  readonly 'update-program': Nothing;
  readonly 'updated-on-use': Nothing;
  readonly 'wait-for-lock': Nothing;
  readonly 'allow-writing': Nothing;
  readonly 'free-space': Nothing;
  readonly 'check-folder': Nothing;
  readonly 'use-local-disk': Nothing;
  readonly 'encrypt-connection': Nothing;
  readonly 'look-again': Nothing;
  readonly 'resumes-once-read': Nothing;
  readonly 'adopt-queue': Nothing;
  readonly 'leave-synced-folder': Nothing;
  readonly 'sign-in': Nothing;
  readonly 'sign-in-again': Nothing;
  readonly 'protect-file': OfFile;
  readonly 'repair-credentials': Nothing;
  readonly 'grant-scopes': Nothing;
  readonly 'switch-account': { readonly owner: string };
  readonly 'raise-budget': { readonly period?: 'day' | 'month' };
  readonly 'check-connection': Nothing;
  readonly 'ask-online': { readonly price: number };
  readonly 'set-clock': Nothing;
  readonly 'set-zone': Nothing;
  readonly 'schedule-draft': Nothing;
  readonly 'resumes-alone': { readonly until: string };
  readonly 'resume-queue': Nothing;
  readonly 'settle-unknown': Nothing;
  readonly 'settle-refused': Nothing;
  readonly 'settle-missed': Nothing;
  readonly 'post-by-hand': Nothing;
  readonly 'approve-items': Nothing;
  readonly 'restart-worker': Nothing;
  readonly 'run-scheduler': { readonly cronLine?: string };
  readonly 'install-service': Nothing;
  readonly 'enable-service': Nothing;
  readonly 'start-service': Nothing;
  readonly 'enable-linger': Nothing;
  readonly 'choose-channel': Nothing;
}

export type FindingCode = keyof FindingData;
export type RemedyCode = keyof RemedyData;

/** What to do about a finding. */
export type Remedy = {
  readonly [Code in RemedyCode]: { readonly code: Code; readonly data: RemedyData[Code] };
}[RemedyCode];

/** One thing that was looked at: how it is, what was found, and what to do about it. */
export type HealthCheck = {
  readonly [Code in FindingCode]: {
    readonly id: HealthId;
    readonly status: HealthStatus;
    readonly code: Code;
    readonly data: FindingData[Code];
    readonly remedy?: Remedy;
  };
}[FindingCode];

/** A check of one thing. */
export const check = <Code extends FindingCode>(
  id: HealthId,
  status: HealthStatus,
  code: Code,
  data: FindingData[Code],
  remedy?: Remedy,
): HealthCheck =>
  // The code and its data are of one kind by the signature; the union cannot see that.
  ({ id, status, code, data, ...(remedy !== undefined && { remedy }) }) as HealthCheck;

/** A remedy that needs no data. */
export const advise = (
  code: { [Code in RemedyCode]: RemedyData[Code] extends Nothing ? Code : never }[RemedyCode],
): Remedy => ({ code, data: {} }) as Remedy;

/** An instant in ms UTC as ISO 8601. */
export const toInstant = (at: number): string => new Date(at).toISOString();
