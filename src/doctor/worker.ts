import type { Worker } from '#queue/ports.js';

/** A heartbeat further ahead than this is of a clock that was set back since, ms. @source own choice */
const AHEAD = 10_000;

/**
 * Whether a process works on the queue at an instant (ms UTC): it gave a heartbeat within a time (ms), none that is to
 * come, and it has not ended as far as can be seen from here.
 * @param hasEnded whether a process of this host is gone; others cannot be looked at.
 */
export function isWorking(
  { owner, heartbeatAt }: Worker,
  {
    now,
    within,
    hasEnded,
  }: { readonly now: number; readonly within: number; readonly hasEnded: (owner: string) => boolean },
): boolean {
  const age = now - heartbeatAt;
  return age >= -AHEAD && age <= within && !hasEnded(owner);
}

/** The owners among these workers whose process on this host is gone: killed, or ended without a word. */
export const endedWorkers = (
  workers: readonly Worker[],
  { host, isRunning }: { readonly host: string; readonly isRunning: (pid: number) => boolean },
): readonly string[] =>
  workers.filter((worker) => worker.host === host && !isRunning(worker.pid)).map(({ owner }) => owner);
