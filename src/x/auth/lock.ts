import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { CredentialsError } from './fault.js';

/** What a lock needs of the world around it. */
export interface LockSetting {
  /** ms UTC. */
  readonly now: () => number;
  readonly pid: number;
  /** Whether a process of this machine is there. */
  readonly isRunning: (pid: number) => boolean;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Age from which a lock is one of a process that was killed or hangs, ms. @source own choice: three times what its work may take. */
const STALE = 60_000;
/** How often, and how many times, a lock is tried: 40 s, twice what the work of another may take. @source own choice */
const PAUSE = 100;
const TRIES = 400;

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** ms UTC. */
  readonly at: number;
}

/** How work under a lock ended: with its answer, or without having begun. */
export type Locked<T> = { readonly value: T } | { readonly heldBy: number | undefined };

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Does some work while no other process does any under the same lock: a file that only one of them can make.
 * @throws CredentialsError when the lock cannot be made, and what the work throws.
 */
export async function withLock<T>(path: string, setting: LockSetting, work: () => Promise<T>): Promise<Locked<T>> {
  const { now, pid, sleep } = setting;
  const token = randomUUID();
  let isMine = false;
  for (let tries = 0; !isMine && tries < TRIES; tries += 1) {
    const mine: Holder = { token, pid, host: hostname(), at: now() };
    isMine = create(path, JSON.stringify(mine));
    if (isMine) break;
    if (!isStale(path, setting) || !breakLock(path, setting)) await sleep(PAUSE);
  }
  if (!isMine) return { heldBy: readHolder(path)?.pid };
  try {
    return { value: await work() };
  } finally {
    // Not one that another has taken since: the machine may have slept under it.
    if (readHolder(path)?.token === token) rmSync(path, { force: true });
  }
}

/** Makes a file, unless there is one. */
function create(path: string, text: string): boolean {
  const failed = (error: unknown): CredentialsError =>
    new CredentialsError({ code: 'lock-unwritable', path, cause: errorCode(error) ?? 'EIO' }, { cause: error });
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    // EEXIST too: a file stands where the folder should be.
    throw failed(error);
  }
  // Written beside it first: a lock without its holder's name would look like one that was left behind.
  const temporaryPath = `${path}.${randomUUID()}`;
  try {
    writeFileSync(temporaryPath, text, { mode: 0o600, flag: 'wx' });
    linkSync(temporaryPath, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw failed(error);
  } finally {
    rmSync(temporaryPath, { force: true });
  }
}

/** Who holds a lock; undefined when nobody does, or when its holder has not written its name yet. */
function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isStale(path: string, { now, isRunning }: LockSetting): boolean {
  const holder = readHolder(path);
  if (holder === undefined) return isOld(path, now());
  // Either way: the clock may have been set back since.
  if (Math.abs(now() - holder.at) > STALE) return true;
  return holder.host === hostname() && !isRunning(holder.pid);
}

function isOld(path: string, now: number): boolean {
  try {
    return Math.abs(now - statSync(path).mtimeMs) > STALE;
  } catch {
    return false;
  }
}

/**
 * Takes a stale lock away. Of several that see the same one, only one may: the next could take away the new lock of the
 * first. So that too is done under a lock, and looked at again. Answers whether it was this process that could.
 */
function breakLock(path: string, setting: LockSetting): boolean {
  const guard = `${path}.break`;
  if (!create(guard, '')) {
    // Held for a moment only, except by a process that was killed in it.
    if (isOld(guard, setting.now())) rmSync(guard, { force: true });
    return false;
  }
  try {
    if (isStale(path, setting)) rmSync(path, { force: true });
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
}
