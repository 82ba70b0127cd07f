// What this machine knows of a queue outside of its file: a file that was put back from a backup, copied from another
// machine or replaced would send again what was posted since.
import { realpathSync, statSync } from 'node:fs';
import type { Custody } from '#queue/ports.js';
import type { OpenHistory } from '../history-database.js';
import type { Shell } from '../shell.js';
import { entryPath, MAX_SENDINGS, readEntry, stateFolder, writeEntry, type Entry } from './entry.js';

/** The file that a path leads to, by what the file system knows it as; undefined when there is none. */
function lookUpFile(path: string): { readonly key: string; readonly real: string } | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return { key: `${dev} ${ino}`, real: realpathSync(path) };
  } catch {
    return undefined;
  }
}

type Kept = Pick<OpenHistory, 'file' | 'queue'> & Partial<Pick<OpenHistory, 'team'>>;

const generationIn = async ({ queue }: Kept): Promise<number> => Number((await queue.fact('generation')) ?? 0);

/** The file of the state folder that belongs to a queue; undefined where there is no such folder, or no name yet. */
const entryFile = async (shell: Shell, { queue }: Kept): Promise<string | undefined> =>
  entryPath(shell, (await queue.fact('identity')) ?? '');

/** Gives a queue that is new its name, and has this machine know it. One that has a name is left as it is. */
export async function registerQueue(shell: Shell, history: Kept): Promise<void> {
  // One on a server has its name from the beginning, and any machine of the team may work on it.
  if (history.team !== undefined) return;
  const real = lookUpFile(history.file)?.real;
  const isNamed = async (): Promise<boolean> => ((await history.queue.fact('identity')) ?? '') !== '';
  if (stateFolder(shell) === undefined || real === undefined || (await isNamed())) return;
  const identity = shell.randomId();
  const path = entryPath(shell, identity);
  if (path === undefined) return;
  // First: one that ends in between leaves a file of no queue; a queue with a name and no file would stand still.
  writeEntry(path, { file: real, generation: await generationIn(history), sendings: [] });
  // Another process may have been faster.
  if (!(await isNamed())) await history.queue.setFact('identity', identity);
}

/** Opens the custody of a queue whose file has just been opened. */
export async function openCustody(shell: Shell, history: Kept): Promise<Custody> {
  if (history.team !== undefined) return (await import('./server-custody.js')).openServerCustody(shell, history.team);
  const opened = lookUpFile(history.file);
  await registerQueue(shell, history);
  const path = await entryFile(shell, history);
  const entry = (): Entry | undefined => {
    const kept = path === undefined ? undefined : readEntry(path);
    return kept === 'damaged' ? undefined : kept;
  };
  const missing = async (): Promise<Entry['sendings']> => {
    const known = await generationIn(history);
    return entry()?.sendings.filter(([generation]) => generation > known) ?? [];
  };
  return {
    async check() {
      const present = lookUpFile(history.file);
      if (present?.key !== opened?.key) return 'replaced';
      if (path === undefined) return undefined;
      const kept = readEntry(path);
      if (kept === undefined) return 'copied';
      if (kept === 'damaged' || (await generationIn(history)) < kept.generation) return 'restored';
      // Moved when nothing is left in its old place; else there are two of it.
      return kept.file !== present?.real && lookUpFile(kept.file) !== undefined ? 'copied' : undefined;
    },
    async noteSending(at) {
      if (path === undefined || opened === undefined) return;
      const generation = await generationIn(history);
      const sendings = [...(entry()?.sendings ?? []), [generation, at] as const].slice(-MAX_SENDINGS);
      try {
        writeEntry(path, { file: opened.real, generation, sendings });
      } catch {
        // It is behind by one then, which holds nothing up; the attempt itself is written down.
      }
    },
    missingFrom: async () => (await missing())[0]?.[1],
    lastMissing: async () => (await missing()).at(-1)?.[1],
    async accept() {
      if (path === undefined || opened === undefined) return;
      const kept = entry();
      const generation = Math.max(await generationIn(history), kept?.generation ?? 0) + 1;
      writeEntry(path, { file: opened.real, generation, sendings: kept?.sendings ?? [] });
      await history.queue.setFact('generation', String(generation));
    },
  };
}
