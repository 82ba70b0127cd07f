import { Problem } from '#base/problem.js';
import { storeProblemSentence } from '#locale/store.js';
import { localeInArguments } from '../options/locale.js';
import type { QueueEvent, Step } from '#queue/ports.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import type { Shell } from '../shell.js';
import { eventLine } from './event-line.js';
import type { QueueFlags } from '../options/queue.js';
import { openQueueIn, type OpenQueue } from './open.js';
import { createXAccess, createPorts } from './work.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { newTickMemory, tick } from '#queue/tick.js';
import { renewSlots } from '#queue/zone-rules.js';
import { runDaemon } from '#queue/daemon.js';
import { takeDaemonLock } from '#store/queue/daemon-lock.js';

/** How `run` was called. */
export interface RunFlags extends QueueFlags {
  readonly once?: boolean;
  readonly log: 'text' | 'json';
  /** Least time between two posts of the account, ms. */
  readonly minInterval?: number;
  /** How long an item that is worked on is left alone, ms. */
  readonly lease?: number;
}

/** How long the worker waits for another program that writes, ms: a copy of the history takes some seconds. */
const LOCK_WAIT = 30_000;

/** A log for machines is nothing but its lines: `reminded` is the notice there. */
const SILENT = { isTTY: false, columns: undefined, write: () => undefined };

/**
 * `run`: does what is due, each minute, until it is told to end; or once. 1 when `--once` left something that somebody
 * should look at.
 * @param trace is told of each labelled step.
 */
export async function runCommand(
  shell: Shell,
  flags: RunFlags,
  trace?: (step: Step, item: number) => void,
): Promise<ExitCode> {
  // Before anything is opened: what is begun from here on is ended by us.
  const signal = shell.interruption();
  return withHistory(shell, { db: flags.db, readonly: false, lockWait: LOCK_WAIT }, async (history) => {
    const lock = flags.once ? undefined : await takeLock(shell, history.file);
    try {
      const queue = await openQueueIn(shell, flags, history);
      return await work(shell, flags, { history, queue }, signal, trace);
    } finally {
      lock?.release();
    }
  });
}

async function takeLock(shell: Shell, file: string): Promise<{ release(): void }> {
  const lock = await takeDaemonLock(file, { nodeVersion: shell.nodeVersion });
  if (lock !== undefined) return lock;
  throw new UserError(`another tweetspan run works on ${file} already; tweetspan doctor tells which`, {
    exitCode: EXIT.tryLater,
  });
}

async function work(
  shell: Shell,
  { log: format, once, minInterval, lease }: RunFlags,
  { history, queue }: { readonly history: OpenHistory; readonly queue: OpenQueue },
  signal: AbortSignal,
  trace?: (step: Step, item: number) => void,
): Promise<ExitCode> {
  const { store, locale } = queue;
  const { notifyBy } = await import('../desktop/notify.js');
  const startedAt = shell.now();
  const log = (event: QueueEvent): void => shell.stderr.write(eventLine(event, format, queue, shell));
  const worker = { pid: shell.pid, host: shell.host, version: TWEETSPAN_VERSION, startedAt };
  const owner = `${shell.host}:${shell.pid}:${shell.randomId()}`;
  const ticking = {
    ...SENDING_DEFAULTS,
    ...worker,
    owner,
    ...(minInterval !== undefined && { minInterval }),
    ...(lease !== undefined && { lease }),
  };
  const memory = newTickMemory();
  const access = createXAccess(shell, { history, queue });
  const setting = {
    history,
    queue,
    notify: notifyBy(format === 'json' ? { ...shell, stderr: SILENT } : shell, locale),
    log,
    ...(trace !== undefined && { trace }),
  };
  const tickOnce = async () => {
    const x = await access.open();
    return tick(createPorts(shell, setting, x, access.why()), ticking, memory, signal);
  };
  const said = (name: 'started' | 'stopped'): QueueEvent => ({ at: shell.now(), name, data: { pid: shell.pid } });
  const note = (event: QueueEvent): void => {
    store.note(event);
    log(event);
  };

  for (const event of renewSlots(store, shell.zoneRules, startedAt)) log(event);
  if (once) {
    const { needsAttention } = await tickOnce();
    store.gone(owner);
    return needsAttention > 0 ? EXIT.findings : EXIT.done;
  }
  // Whatever is wrong that a restart does not mend is told before the first minute.
  await access.open();
  note(said('started'));
  let lastDetail = '';
  const tickSafely = async (): Promise<void> => {
    try {
      await tickOnce();
      lastDetail = '';
    } catch (error) {
      const detail =
        error instanceof Problem
          ? storeProblemSentence(error.problem, error.data, localeInArguments(shell))
          : error instanceof Error
            ? error.message
            : String(error);
      // A full disk or a lock may be over by the next minute; the same is said once, not each minute.
      if (detail !== lastDetail) log({ at: shell.now(), name: 'failed', data: { detail } });
      lastDetail = detail;
    }
  };
  await runDaemon({ tick: tickSafely, signal });
  note(said('stopped'));
  store.gone(owner);
  return EXIT.done;
}
