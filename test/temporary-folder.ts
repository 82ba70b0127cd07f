// Where tests keep their databases: in memory where that has room, as on a disk each commit waits for it.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import process, { env, platform } from 'node:process';

const MEMORY = '/dev/shm';
/** Twice what a whole run takes there at most, bytes. */
const ROOM = 2 ** 31;

/** Whether a folder in memory can be had: in a container it may be small, or programs in it may not be run. */
function hasRoom(): boolean {
  if (platform !== 'linux') return false;
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const isUsable = /^\S+ \/dev\/shm tmpfs (?!\S*\bnoexec\b)/m.test(readFileSync('/proc/mounts', 'utf8'));
    return isUsable && bavail * bsize > ROOM && freemem() > 2 * ROOM;
  } catch {
    return false;
  }
}

/** Before the processes of the tests are started, which get it by TMPDIR. The long fault tests keep to the disk. */
export function setup(): void {
  if (env['TMPDIR'] !== undefined || env['TWEETSPAN_FAULTS'] === 'full' || !hasRoom()) return;
  const folder = mkdtempSync(join(MEMORY, 'tweetspan-'));
  // PostgreSQL runs as another user.
  chmodSync(folder, 0o711);
  env['TMPDIR'] = folder;
  // Of an interrupted run as well: what is left takes memory.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
