import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DiskFacts } from '#doctor/facts.js';

/** File systems of other machines, by the numbers that Linux gives them (statfs(2), linux/magic.h). */
const NETWORK: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB',
  0x01021997: '9P',
  0x5346414f: 'AFS',
  0x6b414653: 'AFS',
  0x00c36400: 'Ceph',
  0x73757245: 'Coda',
  0x0bd00bd0: 'Lustre',
  0x7461636f: 'OCFS2',
  0x564c: 'NCP',
};

/** The name of a file system of another machine; undefined for a local one, and where numbers mean something else. */
export const networkName = (type: number, platform: string): string | undefined =>
  // Some systems give the number with a sign.
  platform === 'linux' ? NETWORK[type >>> 0] : undefined;

/** The nearest folder above a file that exists. */
function nearestFolder(file: string): string {
  let folder = dirname(file);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The disk that holds a file, or will; undefined where the system does not say. */
export function inspectDisk(file: string, platform: string): DiskFacts | undefined {
  try {
    const { type, bavail, bsize } = statfsSync(nearestFolder(file));
    const network = networkName(type, platform);
    return { freeBytes: bavail * bsize, ...(network !== undefined && { network }) };
  } catch {
    return undefined;
  }
}

/** Whether a file may be written, and files be made beside it, as SQLite does. */
export function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
