import { Problem } from '#base/problem.js';

interface OfFile {
  readonly file: string;
}

/** A server's address without its password. */
interface OfPlace {
  readonly place: string;
}

/** What is wrong with a database, by code, with the data that a sentence about it needs. */
export interface StoreProblemData {
  /** No SQLite engine works here; `why` names each in the words of its loader. */
  readonly 'no-native-part': { readonly nodeVersion: string; readonly why: string };
  readonly newer: OfFile & { readonly version: number; readonly known: number };
  /** Only when it is opened for reading: writing brings it to the present version. */
  readonly older: OfFile & { readonly version: number; readonly known: number };
  readonly 'not-ours': OfFile;
  readonly locked: OfFile;
  readonly 'read-only': OfFile;
  readonly full: OfFile;
  readonly corrupt: OfFile;
  readonly unreachable: OfFile;
  readonly 'no-folder': OfFile;
  /** Nothing was imported yet. */
  readonly 'no-history': OfFile;
  readonly 'folder-not-made': { readonly folder: string; readonly code: string };
  readonly 'wrong-lock-wait': { readonly value: string };
  /** A backup overwrites nothing. */
  readonly 'file-exists': OfFile;
  /** Names of accounts, for people: handles with `@`, or an id. With two ids no change of name explains it. */
  readonly 'other-account': OfFile & {
    readonly received: readonly string[];
    readonly present: readonly string[];
    readonly decidedBy: 'id' | 'handle';
  };
  /** The post on X is that of another item. */
  readonly 'post-taken': { readonly postId: string };
  /** An item that was to give way to another is not planned any more. */
  readonly 'item-changed': { readonly id: number };
  /** Another person, or another command, has planned this item since a plan was made. */
  readonly 'planned-meanwhile': {
    readonly id: number;
    readonly link: string;
    readonly planner?: { readonly name: string; readonly host: string };
  };
  /** The address itself is never shown: it may hold a password. `name` is that of an option. */
  readonly 'wrong-server-address': {
    readonly why: 'form' | 'option' | 'tls' | 'several';
    readonly name: string;
  };
  /** The package that speaks to servers is not installed. */
  readonly 'no-server-client': Readonly<Record<string, never>>;
  readonly 'no-root-certificate': OfFile;
  readonly 'server-unreachable': OfPlace;
  readonly 'server-unknown-host': OfPlace;
  readonly 'server-no-entry': OfPlace;
  readonly 'server-no-database': OfPlace;
  readonly 'server-no-rights': OfPlace;
  readonly 'server-no-tls': OfPlace;
  readonly 'server-bad-certificate': OfPlace;
  /** A server that only copies another one. */
  readonly 'server-read-only': OfPlace;
  readonly 'server-full': OfPlace;
  readonly 'server-busy': OfPlace;
  readonly 'server-crowded': OfPlace;
  /** Its schema is older, or there is none (version 0), and this user may not change it. */
  readonly 'server-older': OfPlace & { readonly version: number; readonly known: number };
  /** A picture or film that is too large to travel with its item, bytes. */
  readonly 'media-too-large': OfFile & { readonly bytes: number; readonly allowed: number };
  /** Items of a queue that is to be handed over are being sent, by their numbers. */
  readonly 'items-at-work': { readonly ids: readonly number[] };
  /** Items that were worked on here and in a copy since, by their numbers here. */
  readonly 'copy-diverged': { readonly ids: readonly number[] };
  /** A link has a post at that instant already. */
  readonly 'slot-taken': { readonly link: string; readonly requestedTime: string; readonly zone: string };
}

export type StoreProblem = keyof StoreProblemData;

/** A fault of the database that its user can put right. */
export class StoreError<Code extends StoreProblem = StoreProblem> extends Problem<Code> {
  override readonly name = 'StoreError';
  // oxlint-disable-next-line no-useless-constructor -- it binds the data to the code
  constructor(problem: Code, data: StoreProblemData[Code], options?: ErrorOptions) {
    super(problem, data, options);
  }
}

/** SQLite's result codes, by their beginnings, with what they mean to a user. */
const CODES = [
  [/^SQLITE_(?:BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_(?:READONLY|PERM|AUTH)/, 'read-only'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, 'corrupt'],
  [/^SQLITE_(?:CANTOPEN|IOERR|PROTOCOL)/, 'unreachable'],
] as const;

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The error as a StoreError, or as it is when it is not a matter of the database's file. */
export function asStoreError(error: unknown, file: string): unknown {
  const code = errorCode(error);
  const problem = CODES.find(([pattern]) => pattern.test(code))?.[1];
  return problem === undefined ? error : new StoreError(problem, { file }, { cause: error });
}

/** Runs some work on a database and lets its faults out as StoreErrors. */
export function withStoreErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error, file);
  }
}
