import { dirname, join } from 'node:path';
import type { Locale } from '#base/locale.js';
import type { LintConfig } from '#lint/config-schema.js';
import { queueSentences } from '#locale/queue.js';
import { runDaemon } from '#queue/daemon.js';
import type { Reason } from '#queue/reason.js';
import { ReplacedFileError } from '#queue/restored.js';
import { newTickMemory, tick, type TickReport } from '#queue/tick.js';
import { renewSlots } from '#queue/due.js';
import type { QueuePorts, Step } from '#queue/ports.js';
import type { QueueEvent } from '#queue/event.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { asJson } from '#report/documents/json.js';
import type { RunDocument } from '#report/documents/x-schemas.js';
import { takeDaemonLock } from '#store/queue/daemon-lock.js';
import { isOnThisMachine } from '#model/client.js';
import { findEntities } from '#tweet/entities.js';
import { linkIdentity } from '#tweet/link.js';
import type { Registration } from '../command.js';
import { fetchFor } from '../proxy.js';
import { loadOwnConfig } from '../config-file.js';
import { notifyBy, notifyStepBy } from '../desktop/notify.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { durationReader } from '../options/times.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { openCustody } from '../queue/custody.js';
import { eventLine, shownHere } from '../queue/log-line.js';
import { openQueueIn, type OpenQueue, type QueueFlags } from '../queue/open.js';
import type { Shell } from '../shell.js';
import { EXIT, userMessage, UserError, type ExitCode } from '../user-error.js';
import { createPorts, createXAccess, toSignedOut } from '../wiring.js';
import { pauseText, reasonText } from '#report/reason-text.js';
import { writeNotice } from '../notice.js';

/** How `run` was called. */
export interface RunFlags extends QueueFlags {
  readonly once?: boolean | undefined;
  readonly log: 'text' | 'json';
  readonly format?: 'text' | 'json';
  /** Least time between two posts of the account, ms. */
  readonly minInterval?: number | undefined;
  /** How long an item that is worked on is left alone, ms. */
  readonly lease?: number;
}

/** How long the worker waits for another program that writes, ms: a copy of the history takes some seconds. */
const LOCK_WAIT = 30_000;

/** A log for machines is nothing but its lines: `reminded` is the notice there. */
const SILENT = { isTTY: false, columns: undefined, write: () => undefined };

/** `run`: the worker of the queue. */
export const registerRun: Registration = (program, { shell, locale, finish }) => {
  const { help } = queueSentences(locale);
  newCommand(program, 'run', help.run)
    .option('--once', help.run.once)
    .addOption(
      option('--log <format>', help.run.log)
        .choices(['text', 'json'])
        .default('text' as const),
    )
    .addOption(option('--min-interval <duration>', help.run.minInterval).argParser(durationReader(locale)))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (flags) => finish(await runCommand(shell, flags)));
};

/**
 * Does what is due, each minute, until it is interrupted; or once.
 * @param trace receives each labeled step.
 * @returns 1 when `--once` left something that needs attention.
 */
export async function runCommand(
  shell: Shell,
  flags: RunFlags,
  trace?: (step: Step, item: number) => void,
): Promise<ExitCode> {
  // Before anything is opened: what is begun from here on is ended by us.
  const signal = shell.interruption();
  for (;;) {
    const ended = await workOn(shell, flags, { signal, trace });
    if (ended !== 'replaced') return ended;
  }
}

/** Works on the file that lies there now, until it is interrupted or another file lies in its place. */
function workOn(
  world: Shell,
  flags: RunFlags,
  { signal, trace }: Pick<Work, 'signal' | 'trace'>,
): Promise<ExitCode | 'replaced'> {
  const opening = { db: flags.db, readonly: false, lockWait: LOCK_WAIT, durable: true };
  return withHistory(world, opening, async (history) => {
    // All decisions go by the queue's clock: that of a server, whatever this machine's says.
    const shell = { ...world, now: history.now };
    const queue = await openQueueIn(shell, flags, history);
    const lock = flags.once ? undefined : await takeLock(shell, history, queue.locale);
    try {
      const { remind, checkLinks = true, blackouts } = await ownConfig(shell);
      const work = { history, queue, signal, trace, command: remind?.command, checkLinks, blackouts };
      const worker = await startWorker(shell, flags, work);
      return flags.once
        ? await runOnce(shell, flags, worker, queue)
        : await runUntilInterrupted(shell, worker, queue, signal);
    } catch (error) {
      if (!(error instanceof ReplacedFileError)) throw error;
      history.emptyLog();
      return 'replaced';
    } finally {
      lock?.release();
    }
  });
}

/** Asks for the page of an item's link. What is on this machine is nobody else's page. */
const pageCheckBy =
  ({ env }: Shell): NonNullable<QueuePorts['pageCheck']> =>
  async ({ text, link }) => {
    const written = findEntities(text).find(
      ({ type, value }) => type === 'link' && linkIdentity(value) === link,
    )?.value;
    const url = written === undefined || /^https?:/i.test(written) ? written : `https://${written}`;
    if (url === undefined || !URL.canParse(url) || isOnThisMachine(url)) return undefined;
    // Loaded here only: most minutes send nothing.
    const { checkPage } = await import('#web/page-check.js');
    return checkPage(url, (each) => fetchFor(each, env));
  };

const ownConfig = (shell: Shell): Promise<LintConfig> =>
  loadOwnConfig(shell, async () => (await import('#rules/index.js')).rules);

/** One daemon a file, or one a machine and server: there each machine may have its own. */
async function takeLock(shell: Shell, { file: own, team }: OpenHistory, locale: Locale): Promise<{ release(): void }> {
  const identity = await team?.queue.fact('identity');
  const file = identity === undefined ? own : join(dirname(own), `team-${identity}`);
  const lock = await takeDaemonLock(file, { nodeVersion: shell.nodeVersion });
  if (lock !== undefined) return lock;
  throw new UserError(queueSentences(locale).run.alreadyRunning(team?.place ?? file), { exitCode: EXIT.tryLater });
}

/** A process that works on the queue, from its first event to its last. */
interface QueueWorker {
  readonly log: (event: QueueEvent) => void;
  /** Opens the way to X, which throws for what a restart does not repair. */
  readonly openX: () => Promise<unknown>;
  readonly tick: () => Promise<TickReport>;
  /** Why the last tick had no way to X, as a reason; undefined when it had. */
  readonly whyNotX: () => Reason | undefined;
  readonly leave: () => Promise<void>;
}

interface Work {
  readonly history: OpenHistory;
  readonly queue: OpenQueue;
  readonly signal: AbortSignal;
  readonly trace: ((step: Step, item: number) => void) | undefined;
  /** The user's own command for reminders. */
  readonly command: string | undefined;
  /** Whether the page of a link is asked for before a repost. */
  readonly checkLinks: boolean;
  /** Stretches in which nothing goes out. */
  readonly blackouts: QueuePorts['blackouts'];
}

/** Makes the worker of this process, and renews the slots where the rules of time zones have changed. */
async function startWorker(
  shell: Shell,
  { log: format, minInterval, lease }: RunFlags,
  { history, queue, signal, trace, command, checkLinks, blackouts }: Work,
): Promise<QueueWorker> {
  const { store, locale } = queue;
  const startedAt = shell.now();
  const owner = `${shell.host}:${shell.pid}:${shell.randomId()}`;
  const ticking = {
    ...SENDING_DEFAULTS,
    pid: shell.pid,
    host: shell.host,
    version: TWEETSPAN_VERSION,
    startedAt,
    owner,
    ...(history.team !== undefined && { person: history.team.self.person }),
    ...(minInterval !== undefined && { minInterval }),
    ...(lease !== undefined && { lease }),
  };
  const log = (event: QueueEvent): void => shell.stderr.write(eventLine(event, format, queue, shell));
  const memory = newTickMemory();
  const access = createXAccess(shell, { history, queue });
  const { formatLocalTime } = queue.clocks;
  const reminding = { locale, formatLocalTime, ...(command !== undefined && { command }) };
  const notify = notifyBy(format === 'json' ? { ...shell, stderr: SILENT } : shell, reminding);
  const custody = await openCustody(shell, history);
  const setting = {
    history,
    queue,
    notify,
    notifyStep: notifyStepBy(format === 'json' ? { ...shell, stderr: SILENT } : shell, reminding),
    log,
    custody,
    ...(blackouts !== undefined && { blackouts }),
    ...(checkLinks && { pageCheck: pageCheckBy(shell) }),
    ...(trace !== undefined && { trace }),
  };
  // Two machines with other rules would move the slots of a shared queue to and fro.
  if (history.team === undefined) {
    for (const event of await renewSlots(store, shell.zoneRules, startedAt)) log(event);
  }
  return {
    log,
    openX: access.open,
    async tick() {
      const x = await access.open();
      return tick(createPorts(shell, setting, x, access.why()), ticking, memory, signal);
    },
    whyNotX: () => toSignedOut(access.why()),
    leave: () => store.gone(owner),
  };
}

async function runOnce(
  shell: Shell,
  { format }: RunFlags,
  worker: QueueWorker,
  { store, locale, clocks }: OpenQueue,
): Promise<ExitCode> {
  const report = await worker.tick();
  await worker.leave();
  if (format === 'json') shell.stdout.write(asJson({ schema: 'tweetspan/run@1', ...report } satisfies RunDocument));
  if (report.needsAttention > 0) return EXIT.findings;
  const pause = await store.pause();
  const signedOut = (await store.due(shell.now(), 1, 'api')).length > 0 ? worker.whyNotX() : undefined;
  const why = pause ?? signedOut;
  if (why === undefined) return EXIT.done;
  const until = pause?.until === undefined ? undefined : shownHere(pause.until, shell, clocks, locale);
  writeNotice(shell, pause === undefined ? reasonText(why, locale, true) : pauseText(pause, locale, until));
  return pause === undefined || why.code === 'unauthorized' ? EXIT.credentials : EXIT.tryLater;
}

async function runUntilInterrupted(
  shell: Shell,
  worker: QueueWorker,
  { store, locale }: OpenQueue,
  signal: AbortSignal,
): Promise<ExitCode> {
  const note = async (name: 'started' | 'stopped'): Promise<void> => {
    const event: QueueEvent = { at: shell.now(), name, data: { pid: shell.pid } };
    await store.note(event);
    worker.log(event);
  };
  // What a restart does not repair is reported before the first minute.
  await worker.openX();
  await note('started');
  let lastDetail = '';
  const replaced = new AbortController();
  const tickSafely = async (): Promise<void> => {
    try {
      await worker.tick();
      lastDetail = '';
    } catch (error) {
      if (error instanceof ReplacedFileError) return replaced.abort(error);
      const detail = (await userMessage(error, locale))?.lines.join(' ') ?? String(error);
      // A full disk or a lock may be over by the next minute; the same is said once, not each minute.
      if (detail !== lastDetail) worker.log({ at: shell.now(), name: 'failed', data: { detail } });
      lastDetail = detail;
    }
  };
  await runDaemon({ tick: tickSafely, signal: AbortSignal.any([signal, replaced.signal]) });
  // Nothing more goes into a file that nobody will open again.
  if (replaced.signal.aborted) throw replaced.signal.reason;
  await note('stopped');
  await worker.leave();
  return EXIT.done;
}
