// Folders that another program copies to other machines: a database in use must not be in one.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of folders that the programs make by themselves, as they are documented for Windows, macOS and Linux. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^Dropbox(?: \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive(?:(?: - |-).+)?$/i, 'OneDrive'],
  [/^(?:Google ?Drive|GoogleDrive-.+|My Drive)$/i, 'Google Drive'],
  [/^(?:iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud Drive'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud$/i, 'ownCloud'],
  [/^(?:pCloud ?Drive|pCloudDrive)$/i, 'pCloud'],
  [/^(?:kDrive|kdrive)$/i, 'kDrive'],
  [/^Proton ?Drive(?:-.+)?$/i, 'Proton Drive'],
];

/** What the programs leave in the folder that they copy. */
const MARKS: readonly (readonly [string, string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.nextcloudsync.log', 'Nextcloud'],
];

/** The name of the program that copies the folder of a file to other machines; undefined where none is known to. */
export function findSyncService(file: string): string | undefined {
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    const name = folder.slice(dirname(folder).length).replace(/^[\\/]+/, '');
    const service =
      NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? MARKS.find(([mark]) => existsSync(join(folder, mark)))?.[1];
    if (service !== undefined) return service;
  }
  return undefined;
}
