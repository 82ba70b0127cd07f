// What this machine knows of a queue outside of its file: a file that was put back from a backup, copied from another
// machine or replaced would send again what was posted since.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Custody } from '#queue/ports.js';
import type { OpenHistory } from '../history-database.js';
import type { Shell } from '../shell.js';

/** What is kept of a queue: its file, and how many attempts were written down in it, the latest with their instants. */
interface Entry {
  readonly file: string;
  readonly generation: number;
  readonly sendings: readonly (readonly [generation: number, at: number])[];
}

/** Attempts whose instants are kept: some months of a busy account. @source own choice */
const MAX_SENDINGS = 500;

/** The user's own folder for what a program remembers (XDG base directories: a relative path is to be ignored). */
function stateFolder({ env }: Pick<Shell, 'env'>): string | undefined {
  const configured = env['XDG_STATE_HOME'];
  if (configured !== undefined && isAbsolute(configured)) return join(configured, 'tweetspan');
  const home = env['HOME'];
  return home === undefined || home === '' ? undefined : join(home, '.local', 'state', 'tweetspan');
}

/** The file that a path leads to, by what the file system knows it as; undefined when there is none. */
function lookUpFile(path: string): { readonly key: string; readonly real: string } | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return { key: `${dev} ${ino}`, real: realpathSync(path) };
  } catch {
    return undefined;
  }
}

/** The entry of a file of the state folder; `damaged` when it holds none, undefined when there is no file. */
function readEntry(path: string): Entry | 'damaged' | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'damaged';
  }
  try {
    const { file, generation, sendings } = JSON.parse(text) as Partial<Entry>;
    if (typeof file !== 'string' || typeof generation !== 'number' || !Array.isArray(sendings)) return 'damaged';
    return { file, generation, sendings };
  } catch {
    return 'damaged';
  }
}

/** Writes an entry in one step, on the disk when it returns: half of one, or none, would stop the queue. */
function writeEntry(path: string, entry: Entry): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(entry));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

type Kept = Pick<OpenHistory, 'file' | 'queue'>;

const generationIn = async ({ queue }: Kept): Promise<number> => Number((await queue.fact('generation')) ?? 0);

const toEntryFile = (folder: string, identity: string): string => join(folder, 'queues', `${identity}.json`);

/** The file of the state folder that belongs to a queue; undefined where there is no such folder, or no name yet. */
async function entryFile(shell: Shell, { queue }: Kept): Promise<string | undefined> {
  const folder = stateFolder(shell);
  const identity = await queue.fact('identity');
  return folder === undefined || identity === undefined || identity === '' ? undefined : toEntryFile(folder, identity);
}

/** Gives a queue that is new its name, and has this machine know it. One that has a name is left as it is. */
export async function registerQueue(shell: Shell, history: Kept): Promise<void> {
  const folder = stateFolder(shell);
  const real = lookUpFile(history.file)?.real;
  const isNamed = async (): Promise<boolean> => ((await history.queue.fact('identity')) ?? '') !== '';
  if (folder === undefined || real === undefined || (await isNamed())) return;
  const identity = shell.randomId();
  // First: one that ends in between leaves a file of no queue; a queue with a name and no file would stand still.
  writeEntry(toEntryFile(folder, identity), { file: real, generation: await generationIn(history), sendings: [] });
  // Another process may have been faster.
  if (!(await isNamed())) await history.queue.setFact('identity', identity);
}

/** Opens the custody of a queue whose file has just been opened. */
export async function openCustody(shell: Shell, history: Kept): Promise<Custody> {
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
