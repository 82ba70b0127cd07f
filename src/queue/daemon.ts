import cron from 'node-cron';

/** A daemon's ticks: one at its start, then one each minute. */
export interface Daemon {
  /** What is done each minute. It must bear being called late, and never throw. */
  readonly tick: () => Promise<unknown>;
  /** Ends the daemon: no tick begins after it, and the one at work ends its item. */
  readonly signal: AbortSignal;
}

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/**
 * Ticks until it is told to end; then waits for the tick at work. The pattern is that of each minute in UTC, and no
 * other: node-cron 4.6 loses an hour when a zone's clock goes back and skips runs when it goes forward, so what is due
 * is for the database to say. A tick that would overlap one at work is left out: the next finds the same work.
 */
export async function runDaemon({ tick, signal }: Daemon): Promise<void> {
  if (signal.aborted) return;
  let atWork: Promise<unknown> | undefined;
  const runTick = async (): Promise<void> => {
    if (atWork !== undefined || signal.aborted) return;
    atWork = tick();
    try {
      await atWork;
    } finally {
      atWork = undefined;
    }
  };
  const task = cron.schedule('* * * * *', runTick, {
    timezone: 'UTC',
    noOverlap: true,
    suppressMissedWarning: true,
    logger: SILENT,
  });
  // After a sleep the next full minute may be a minute away: what is due is done at once.
  task.on('execution:missed', () => void runTick());
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await runTick();
  await ended;
  await task.destroy();
  await atWork;
}
