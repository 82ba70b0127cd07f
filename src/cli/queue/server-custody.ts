// What this machine knows of a queue on a server: one that was put back from a backup, or taken over by a second server
// that had not all of it, would send again what was posted since.
import type { Custody } from '#queue/ports.js';
import type { Shell } from '../shell.js';
import type { Team } from '../team.js';
import { entryPath, MAX_SENDINGS, readEntry, writeEntry, type Entry } from './entry.js';

/**
 * Opens the custody of a queue on a server. A server that was put back or taken over is known by its name in the queue; one
 * of the same name by what this machine has seen in it. A machine that never worked on the queue takes it as it is.
 */
export async function openServerCustody(shell: Shell, team: Team): Promise<Custody> {
  const identity = (await team.queue.fact('identity')) ?? '';
  const path = entryPath(shell, identity);
  const read = (): Entry | undefined => {
    const kept = path === undefined ? undefined : readEntry(path);
    return kept === 'damaged' ? undefined : kept;
  };
  const generationThere = async (): Promise<number> => Number((await team.queue.fact('generation')) ?? 0);
  const keep = (generation: number, sendings: Entry['sendings']): void => {
    if (path === undefined) return;
    try {
      writeEntry(path, { file: team.place, generation, sendings });
    } catch {
      // It is behind then, which holds nothing up; the attempt itself is written down on the server.
    }
  };
  const missing = async (): Promise<Entry['sendings']> => {
    const known = await generationThere();
    return read()?.sendings.filter(([generation]) => generation > known) ?? [];
  };
  return {
    async check() {
      if (!(await team.store.isAtHome())) return 'restored';
      const known = await generationThere();
      const kept = read();
      if (kept !== undefined && known < kept.generation) return 'restored';
      // Who stands by sees what the others send: any of them notices when it is gone.
      if (kept === undefined || known > kept.generation) keep(known, kept?.sendings ?? []);
      return undefined;
    },
    async noteSending(at) {
      const generation = await generationThere().catch(() => (read()?.generation ?? 0) + 1);
      keep(generation, [...(read()?.sendings ?? []), [generation, at] as const].slice(-MAX_SENDINGS));
    },
    missingFrom: async () => (await missing())[0]?.[1],
    lastMissing: async () => (await missing()).at(-1)?.[1],
    async accept() {
      const kept = read();
      const generation = Math.max(await generationThere(), kept?.generation ?? 0) + 1;
      await team.queue.setFact('generation', String(generation));
      await team.store.settle();
      keep(generation, kept?.sendings ?? []);
    },
  };
}
