import cron from 'node-cron';

const MINUTE = 60_000;

/**
 * How long after a tick the next one is made without the scheduler, ms of a clock that nobody can set. @source own
 * choice: a little more than a minute, so that it rings only when the minute did not.
 */
const OVERDUE = MINUTE + 2000;

/** A daemon's ticks: one at its start, then one each minute. */
interface Daemon {
  /** What is done each minute. It must bear being called late, and never throw. */
  readonly tick: () => Promise<unknown>;
  /** Ends the daemon: no tick begins after it, and the one at work ends its item. */
  readonly signal: AbortSignal;
}

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/**
 * Ticks until its signal aborts; then waits for the tick at work. The pattern is that of each minute in UTC, and no
 * other: node-cron 4.6 loses an hour when a zone's clock goes back and skips runs when it goes forward, so what is due
 * is for the database to say. It also waits on the wall clock: set back by two hours, it would stand still for as long.
 * So a timer that no clock moves watches it, ticks in its place, and has it plan anew. A tick that would overlap one at
 * work is left out: the next finds the same work.
 */
export async function runDaemon({ tick: runOnce, signal }: Daemon): Promise<void> {
  if (signal.aborted) return;
  let atWork: Promise<unknown> | undefined;
  let watch: NodeJS.Timeout | undefined;
  const runTick = async (): Promise<void> => {
    if (atWork !== undefined || signal.aborted) return;
    clearTimeout(watch);
    watch = setTimeout(() => void replan(), OVERDUE);
    atWork = runOnce();
    try {
      await atWork;
    } finally {
      atWork = undefined;
    }
  };
  const schedule = () => {
    const planned = cron.schedule('* * * * *', runTick, {
      timezone: 'UTC',
      noOverlap: true,
      suppressMissedWarning: true,
      logger: SILENT,
    });
    // After a sleep the next full minute may be a minute away: what is due is done at once.
    planned.on('execution:missed', () => void runTick());
    return planned;
  };
  let task = schedule();
  const replan = async (): Promise<void> => {
    const before = task;
    task = schedule();
    await before.destroy();
    if (atWork === undefined) return runTick();
    // A long tick is at work: it is looked again when that has had its time.
    clearTimeout(watch);
    watch = setTimeout(() => void replan(), OVERDUE);
  };
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await runTick();
  await ended;
  clearTimeout(watch);
  await task.destroy();
  await atWork;
}
