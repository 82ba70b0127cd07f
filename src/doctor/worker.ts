import type { Worker } from '#queue/ports.js';

/** A heartbeat further ahead than this is of a clock that was set back since, ms. @source own choice */
const AHEAD = 10_000;

/**
 * Whether a process works on the queue: it gave a heartbeat within a time (ms), none that is to
 * come, and it has not ended as far as can be seen from here.
 * @param hasEnded whether a process of this host is gone; others cannot be looked at.
 */
export function isWorking(
  { owner, silentFor }: Worker,
  { within, hasEnded }: { readonly within: number; readonly hasEnded: (owner: string) => boolean },
): boolean {
  return silentFor >= -AHEAD && silentFor <= within && !hasEnded(owner);
}

/** The owners among these workers whose process on this host is gone: killed, or ended without a word. */
export const endedWorkers = (
  workers: readonly Worker[],
  { host, isRunning }: { readonly host: string; readonly isRunning: (pid: number) => boolean },
): readonly string[] =>
  workers.filter((worker) => worker.host === host && !isRunning(worker.pid)).map(({ owner }) => owner);
