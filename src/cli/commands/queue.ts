import { InvalidArgumentError } from 'commander';
import { queueSentences } from '#locale/queue.js';
import { budgetAt } from '#queue/budget.js';
import { effectiveDue, ITEM_STATES, type Item, type ItemState } from '#queue/item.js';
import type { PersonStep } from '#queue/person-step.js';
import type { Worker } from '#queue/ports.js';
import { endedWorkers, isWorking } from '#doctor/worker.js';
import { asJson } from '#report/documents/json.js';
import { queueDocument, type QueueStatus, queueItemDocument, queueLogDocument } from '#report/documents/queue.js';
import { icsCalendar } from '#report/export/ics.js';
import { queueItemReport, queueLogReport } from '#report/terminal/queue.js';
import { queueReport } from '#report/terminal/queue.js';
import { linkIdentity } from '#tweet/link.js';
import { intentLink } from '#x/api/intent.js';
import type { Registration } from '../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { resolveZone } from '../options/times.js';
import { calendarSteps, stepRecord } from '../person-steps.js';
import { itemReader, requireItem, withQueue, type OpenQueue } from '../queue/open.js';
import { terminalWidth, wantsColor, type Shell } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';
import { registerApprove, registerCancel, registerMove, registerNow, registerRetry } from './queue-changes.js';
import { registerDelete } from './queue-delete.js';
import { registerDone } from './queue-done.js';
import { registerEdit } from './queue-edit.js';
import { registerQueueExport } from './queue-export.js';
import { registerAdopt, registerPause, registerResume } from './queue-pause.js';
import { writeNotice } from '../notice.js';

/** States that need no attention any more: done, or given up by hand. */
const FINISHED: ReadonlySet<ItemState> = new Set(['posted', 'cancelled']);
/** A worker ticks each minute; one that uploads a video may be silent for some. ms. @source own choice */
const HEARTBEAT_TIMEOUT = 5 * 60_000;
/** Items among which the next one is looked for: those that wait for approval come before it. */
const MAX_PLANNED = 1000;

/** `queue list`: what is open or needs attention; with `--all` or `--state` what has ended as well. */
const registerList: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, list } = queueSentences(locale);
  const readState = (value: string, before: readonly ItemState[]): readonly ItemState[] => {
    const state = ITEM_STATES.find((known) => known === value);
    if (state === undefined) throw new InvalidArgumentError(options.stateInvalid(ITEM_STATES));
    return [...before, state];
  };
  newCommand(queue, 'list', help.list, { isDefault: true })
    .addOption(
      option('--state <state>', help.list.state(ITEM_STATES))
        .argParser(readState)
        .default([] as readonly ItemState[], help.list.stateDefault),
    )
    .option('--link <link>', help.list.link)
    .option('--all', help.list.all)
    .addOption(rowLimit(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json', 'ics']))
    .addOption(jsonOption(locale))
    .action(async (flags) => {
      await withQueue(shell, flags, 'read', async (open) => {
        const { limit, format, quiet = false } = flags;
        const states =
          flags.state.length > 0 ? flags.state : ITEM_STATES.filter((state) => flags.all || !FINISHED.has(state));
        const link = flags.link === undefined ? undefined : (linkIdentity(flags.link) ?? flags.link);
        // One more than wanted shows whether there are more.
        const found = await open.store.list({ states, ...(link !== undefined && { link }) }, limit + 1);
        const items = found.slice(0, limit);
        const more = found.length > limit;
        const steps =
          flags.state.length > 0
            ? []
            : await open.opened.steps.list({ isOpen: true, ...(link !== undefined && { link }) }, limit);
        if (format === 'ics') {
          await shell.writeAll([buildCalendar(open, items, steps)]);
          return;
        }
        const { formatLocalTime } = open.clocks;
        const listed = queueDocument(items, more, await readStatus(open, shell), formatLocalTime);
        const document = steps.length === 0 ? listed : { ...listed, people: steps.map(stepRecord) };
        const view = {
          color: wantsColor(shell, flags.color),
          columns: terminalWidth(shell),
          locale,
          formatLocalTime,
          isQuiet: quiet,
        };
        await shell.writeAll([format === 'json' ? asJson(document) : queueReport(document, view)]);
        if (more && format === 'text' && !quiet) writeNotice(shell, list.more(limit));
      });
      finish(EXIT.done);
    });
};

/**
 * The items that are to be posted by hand, as a calendar: to post one of the others so would post it twice.
 * @throws UserError when there is none: some calendars refuse an empty file.
 */
function buildCalendar({ locale, now }: OpenQueue, items: readonly Item[], steps: readonly PersonStep[]): string {
  const byHand = items.filter(({ mode, state }) => mode === 'remind' && (state === 'planned' || state === 'reminded'));
  if (byHand.length === 0 && steps.length === 0) throw new UserError(queueSentences(locale).errors.noCalendar);
  return icsCalendar(
    byHand.map((item) => ({
      ...item,
      at: item.dueAt,
      intent: intentLink(item.text),
    })),
    { now, locale },
    calendarSteps(steps, { now, locale }),
  );
}

/** The processes that work on the queue now, as far as can be seen from here. */
async function findWorking(store: OpenQueue['store'], shell: Shell, now: number): Promise<readonly Worker[]> {
  const workers = await store.workers(now);
  const ended = new Set(endedWorkers(workers, shell));
  return workers.filter((worker) =>
    isWorking(worker, { within: HEARTBEAT_TIMEOUT, hasEnded: (owner) => ended.has(owner) }),
  );
}

async function readStatus({ store, now }: OpenQueue, shell: Shell): Promise<QueueStatus> {
  const { caps, spent } = await budgetAt(store, now);
  const waiting = (await store.list({ states: ['planned'] }, MAX_PLANNED)).filter(({ review }) => !review);
  const counts = await store.count();
  return {
    now,
    counts: Object.fromEntries(ITEM_STATES.map((state) => [state, counts[state] ?? 0])) as Record<ItemState, number>,
    pause: await store.pause(),
    caps,
    spent,
    workers: await findWorking(store, shell, now),
    next: waiting.reduce<Item | undefined>(
      (first, item) => (first === undefined || effectiveDue(item) < effectiveDue(first) ? item : first),
      undefined,
    ),
    zone: resolveZone(shell),
  };
}

/** States in which a reminded post is still to be made by hand. */
const BY_HAND: ReadonlySet<ItemState> = new Set(['planned', 'reminded', 'missed']);
/** Events of one item that are shown: some dozen are usual, and retries make more. */
const MAX_EVENTS = 1000;

/** `queue show`: one item with its exact text, its media and all that happened to it. */
const registerShow: Registration = (queue, { shell, locale, finish }) => {
  const { help, options } = queueSentences(locale);
  newCommand(queue, 'show', help.show)
    .argument('<item>', options.item, itemReader(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, flags) => {
      await withQueue(shell, flags, 'read', async (open) => {
        const { store, clocks } = open;
        const { formatLocalTime } = clocks;
        const item = await requireItem(open, id);
        const isByHand = item.mode === 'remind' && BY_HAND.has(item.state);
        const document = queueItemDocument(
          item,
          {
            events: (await store.events({ item: id }, MAX_EVENTS)).toReversed(),
            attempt: await store.lastAttempt(id),
            postBy: isByHand ? intentLink(item.text) : undefined,
          },
          formatLocalTime,
        );
        const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale, formatLocalTime };
        await shell.writeAll([flags.format === 'json' ? asJson(document) : queueItemReport(document, view)]);
      });
      finish(EXIT.done);
    });
};

/** `queue log`: what happened, the latest events of all items or of one. */
const registerLog: Registration = (queue, { shell, locale, finish }) => {
  const { help, list } = queueSentences(locale);
  newCommand(queue, 'log', help.log)
    .addOption(option('--item <item>', help.log.item).argParser(itemReader(locale)))
    .addOption(rowLimit(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (flags) => {
      await withQueue(shell, flags, 'read', async (open) => {
        const { item, limit, format } = flags;
        const { formatLocalTime } = open.clocks;
        const zone = item === undefined ? resolveZone(shell) : (await requireItem(open, item)).zone;
        const found = await open.store.events(item === undefined ? {} : { item }, limit + 1);
        const more = found.length > limit;
        const document = queueLogDocument(found.slice(0, limit).toReversed(), more, zone, formatLocalTime);
        const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale, formatLocalTime };
        await shell.writeAll([format === 'json' ? asJson(document) : queueLogReport(document, view)]);
        if (more && format === 'text' && flags.quiet !== true) {
          writeNotice(shell, list.more(limit));
        }
      });
      finish(EXIT.done);
    });
};

/** `queue`: what is planned, and what a person decides about it. */
export const registerQueue: Registration = (program, context) => {
  const queue = program.command('queue').describe(queueSentences(context.locale).help.queue);
  registerList(queue, context);
  registerShow(queue, context);
  registerApprove(queue, context);
  registerCancel(queue, context);
  registerEdit(queue, context);
  registerMove(queue, context);
  registerNow(queue, context);
  registerRetry(queue, context);
  registerDelete(queue, context);
  registerDone(queue, context);
  registerPause(queue, context);
  registerResume(queue, context);
  registerAdopt(queue, context);
  registerLog(queue, context);
  registerQueueExport(queue, context);
};
