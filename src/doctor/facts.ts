// What `doctor` finds out, as plain data: gathered at the edge, judged by pure functions. Instants are ms UTC.
import type { ItemMode, ItemState } from '#queue/item.js';
import type { Caps, Pause, Worker } from '#queue/ports.js';
import type { StopCode } from '#queue/x-port.js';
import type { StoreProblem } from '#store/errors.js';
import type { ServerHealth } from '#store/postgres/health.js';
import type { Place, XFault } from '#x/auth/fault.js';

/** All that `doctor` knows of a machine and of what tweetspan keeps there. */
export interface HealthFacts {
  readonly now: number;
  /** The version of this program, and of the Node that runs it. */
  readonly version: string;
  readonly node: string;
  /** What asking X who is signed in costs, thousandths of a US dollar. */
  readonly price: number;
  readonly native: NativeFacts;
  readonly database: DatabaseFacts;
  /** The server that holds the queue; undefined where the file does. */
  readonly server?: ServerFacts | undefined;
  /** Undefined where the database cannot be read, or is not there yet. */
  readonly history: HistoryFacts | undefined;
  readonly credentials: CredentialFacts;
  readonly clock: ClockFacts;
  readonly zone: ZoneFacts;
  /** Undefined where there is none yet, or it cannot be read. */
  readonly queue: QueueFacts | undefined;
  readonly daemon: DaemonFacts;
  readonly desktop: DesktopFacts;
}

/** The engine of the database by name and version, or why none works, in the words of its loader. */
type NativeFacts = { readonly engine: string } | { readonly fault: string };

/** The file of the history and the disk that it is on. */
export interface DatabaseFacts {
  readonly file: string;
  readonly disk: DiskFacts | undefined;
  readonly state:
    | { readonly kind: 'none' }
    | {
        readonly kind: 'open';
        readonly version: number;
        readonly bytes: number;
        readonly isWritable: boolean;
        /** Whether SQLite looked through all of it, and the first fault that it found. */
        readonly isChecked: boolean;
        readonly damage?: string;
      }
    | {
        readonly kind: 'fault';
        /** Undefined where it is not a known problem of a database. */
        readonly problem: StoreProblem | undefined;
        /** The words of the system or of SQLite. */
        readonly detail: string;
        readonly version?: { readonly found: number; readonly present: number };
      };
}

/** The server that a team keeps its queue on, by its address without password. */
export type ServerFacts =
  | ({ readonly kind: 'open'; readonly place: string; readonly isLocal: boolean } & ServerHealth)
  | { readonly kind: 'fault'; readonly place: string; readonly problem: StoreProblem; readonly data: object };

/** Of the file system that holds the history, or will. */
export interface DiskFacts {
  readonly freeBytes: number;
  /** The name of a file system of another machine; undefined for a disk of this one. */
  readonly network?: string;
  /** The program that copies the file's folder to other machines. */
  readonly syncedBy?: string;
}

/** Whose posts are kept, how many, and when the newest one was posted. */
export interface HistoryFacts {
  readonly account: { readonly id?: string; readonly handles: readonly string[] } | undefined;
  readonly posts: number;
  readonly newest?: number;
}

/** What X is called with. Nothing of it can be used to call X. */
export type CredentialFacts =
  | { readonly kind: 'none'; readonly place: Place }
  | {
      readonly kind: 'fault';
      /** The file, where it is open to others, and its mode, `644`. */
      readonly exposed?: { readonly file: string; readonly mode: string };
      /** `unreadable` where nothing else is known. */
      readonly fault: XFault | { readonly code: 'unreadable' };
    }
  | {
      readonly kind: 'oauth1' | 'oauth2';
      readonly place: Place;
      readonly account: { readonly id: string; readonly handle?: string } | undefined;
      /** Undefined for keys, which do not run out. */
      readonly expiresAt?: number;
      readonly isRenewed?: boolean;
      /** What was granted; undefined for keys, whose app says it. */
      readonly scopes?: readonly string[];
      /** What X answered (`--online`). */
      readonly online?: OnlineFacts;
    };

/** What came of asking X who is signed in. `capped`: the budget does not allow it. */
export type OnlineFacts =
  | { readonly kind: 'done'; readonly handle: string }
  | { readonly kind: 'capped' }
  | { readonly kind: 'later'; readonly detail: string }
  | { readonly kind: 'failed'; readonly code?: StopCode; readonly detail: string };

/** How far X's clock is ahead of this machine's, ms, and when that was seen; undefined when it never was. */
export interface ClockFacts {
  readonly seen: { readonly skew: number; readonly at: number } | undefined;
}

/** The zone of hours and dates, and the rules of zones. */
export interface ZoneFacts {
  readonly name: string;
  readonly from: 'TZ' | 'machine';
  /** What TZ says, where it names no zone. */
  readonly ignored?: string;
  /** Such as `2025c`; empty where this Node does not know. */
  readonly rules: string;
  /** The rules that the queue's slots were resolved by. */
  readonly plannedBy?: string;
}

/** The queue and its budget (thousandths of a US dollar). */
export interface QueueFacts {
  readonly caps: Caps;
  readonly spent: Caps;
  readonly counts: Readonly<Partial<Record<ItemState, number>>>;
  readonly pause?: Pause;
  /** The next item: its slot as the clock of its zone shows it. */
  readonly next?: { readonly id: number; readonly localTime: string; readonly zone: string; readonly mode: ItemMode };
  /** The last reminder: when it was given (ms UTC), and by which channels. None took one that reached nobody. */
  readonly reminder?: { readonly at: number; readonly channels: readonly string[] };
  /** How many planned items the program is to post by X's API. */
  readonly byApi: number;
  /** Numbers of the items that wait for a person. */
  readonly waiting: {
    readonly review: readonly number[];
    readonly reminded: readonly number[];
    /** Of unknown outcome, and looked for no more. */
    readonly unknown: readonly number[];
    /** Of the last 7 days. */
    readonly missed: readonly number[];
    readonly refused: readonly number[];
  };
}

/** What works on the queue. */
export interface DaemonFacts {
  readonly workers: readonly Worker[];
  /** Owners among them whose process on this host is gone. */
  readonly ended?: readonly string[];
  /** Whether a line of the user's crontab runs `tweetspan run --once`; undefined where it was not looked for. */
  readonly inCrontab: boolean | undefined;
  /** The line for a crontab; undefined where there is no cron. */
  readonly cronLine: string | undefined;
  readonly service: ServiceFacts;
}

/** Why no service can be installed. `reply` is the word of a tool, in one line. */
export type ServiceFault =
  | { readonly code: 'no-manager'; readonly platform: string }
  | { readonly code: 'tool-missing'; readonly tool: string }
  | { readonly code: 'tool-refuses'; readonly tool: string; readonly reply: string }
  | { readonly code: 'no-home' };

/** The service that systemd or launchd runs; `unavailable` where neither answers. */
export type ServiceFacts =
  | { readonly kind: 'unavailable'; readonly fault: ServiceFault }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'installed';
      readonly file: string;
      readonly isActive: boolean;
      readonly startsAtLogIn: boolean;
      /** Whether it goes on when the user logs out; undefined where that is not known, or always so. */
      readonly lingers?: boolean;
      /** Paths that its file names and that do not exist. */
      readonly missing: readonly string[];
      /** Names of settings that are different in this shell. */
      readonly different: readonly string[];
      /** Names of keys that are set in this shell, and that no service file holds. */
      readonly keysInShell: readonly string[];
    };

/** What a reminder can use besides the terminal. */
export interface DesktopFacts {
  readonly notice: boolean;
  readonly clipboard: boolean;
  /** Whether the user's own command gets reminders. */
  readonly hasCommand: boolean;
}
