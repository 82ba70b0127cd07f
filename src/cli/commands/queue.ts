import { InvalidArgumentError } from 'commander';
import { queueSentences } from '#locale/queue.js';
import { ITEM_STATES, type Item, type ItemState } from '#queue/item.js';
import type { PersonStep } from '#queue/person-step.js';
import { asJson } from '#report/documents/json.js';
import { queueItemDocument, queueLogDocument } from '#report/documents/queue.js';
import { icsCalendar } from '#report/export/ics.js';
import { queueItemReport, queueLogReport } from '#report/terminal/queue.js';
import { queueReport } from '#report/terminal/queue.js';
import { linkIdentity } from '#tweet/link.js';
import { intentLink } from '#x/api/intent.js';
import type { Registration } from '../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { resolveZone } from '../options/times.js';
import { calendarSteps } from '../person-steps.js';
import { itemReader, requireItem, withQueue, type OpenQueue } from '../queue/open.js';
import { readQueue, UNFINISHED_STATES } from '../queue/read.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';
import { registerApprove, registerCancel, registerMove, registerNow, registerRetry } from './queue-changes.js';
import { registerDelete } from './queue-delete.js';
import { registerDone } from './queue-done.js';
import { registerEdit } from './queue-edit.js';
import { registerQueueExport } from './queue-export.js';
import { registerQueueImport } from './queue-import.js';
import { registerAdopt, registerPause, registerResume } from './queue-pause.js';
import { writeNotice } from '../notice.js';

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
        const states = flags.state.length > 0 ? flags.state : flags.all ? ITEM_STATES : UNFINISHED_STATES;
        const link = flags.link === undefined ? undefined : (linkIdentity(flags.link) ?? flags.link);
        const { items, steps, document } = await readQueue(open, shell, {
          states,
          limit,
          withSteps: flags.state.length === 0,
          ...(link !== undefined && { link }),
        });
        if (format === 'ics') {
          await shell.writeAll([buildCalendar(open, items, steps)]);
          return;
        }
        const { formatLocalTime } = open.clocks;
        const view = {
          color: wantsColor(shell, flags.color),
          columns: terminalWidth(shell),
          locale,
          formatLocalTime,
          isQuiet: quiet,
        };
        await shell.writeAll([format === 'json' ? asJson(document) : queueReport(document, view)]);
        if (document.more && format === 'text' && !quiet) writeNotice(shell, list.more(limit));
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
  registerQueueImport(queue, context);
};
