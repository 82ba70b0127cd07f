/** What is wrong with a database, for a program to act on. */
export type StoreProblem =
  | 'no-native-part'
  | 'newer'
  /** Only when it is opened for reading: writing brings it to the present version. */
  | 'older'
  | 'not-ours'
  | 'locked'
  | 'read-only'
  | 'full'
  | 'corrupt'
  | 'unreachable'
  | 'other-account'
  | 'wrong-use'
  /** A link has a post at that instant already. */
  | 'slot-taken';

/** A fault of the database that its user can mend. The message is one line and says how. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** SQLite's result codes, by their beginnings, with what they mean to a user and the mend. */
const CODES: readonly { code: RegExp; problem: StoreProblem; message: (file: string) => string }[] = [
  {
    code: /^SQLITE_(?:BUSY|LOCKED)/,
    problem: 'locked',
    message: (file) => `another program is writing to ${file}: wait until it is done, then try again`,
  },
  {
    code: /^SQLITE_(?:READONLY|PERM|AUTH)/,
    problem: 'read-only',
    message: (file) => `${file} may not be written: give yourself the right to write it and its folder, or use another`,
  },
  {
    code: /^SQLITE_FULL/,
    problem: 'full',
    message: (file) => `no room is left for ${file}: free some space, then try again; nothing was changed`,
  },
  {
    code: /^SQLITE_(?:CORRUPT|NOTADB)/,
    problem: 'corrupt',
    message: (file) => `${file} is damaged or no database: put a backup in its place, or move it away and import again`,
  },
  {
    code: /^SQLITE_(?:CANTOPEN|IOERR|PROTOCOL)/,
    problem: 'unreachable',
    message: (file) => `${file} cannot be opened: check that its folder exists and is on a local disk`,
  },
];

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The error as one that names the mend, or as it is when it is not a matter of the database's file. */
export function asStoreError(error: unknown, file: string): unknown {
  const code = errorCode(error);
  const known = CODES.find((entry) => entry.code.test(code));
  return known ? new StoreError(known.problem, known.message(file), { cause: error }) : error;
}

/** Runs some work on a database and lets its faults out as ones that name the mend. */
export function withStoreErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error, file);
  }
}
