import { effectiveDue, ITEM_STATES, type Item, type ItemState } from '#queue/item.js';
import { asJson } from '#report/documents/json.js';
import { linkIdentity } from '#tweet/link.js';
import { resolveZone } from '../options/arguments.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { terminalWidth, type Shell } from '../shell.js';
import type { ListQueueFlags, QueueFlags } from '../options/queue.js';
import { requireItem, withQueue, type OpenQueue } from './open.js';
import { queueDocument, type QueueStatus, queueItemDocument, queueLogDocument } from '#report/documents/queue.js';
import { queueReport } from '#report/terminal/queue.js';
import { icsCalendar } from '#report/export/ics.js';
import { intentLink } from '#x/api/intent.js';
import { budgetAt } from '#queue/budget.js';
import { queueItemReport, queueLogReport } from '#report/terminal/queue-item.js';

/** States that need no look any more: done, or given up by hand. */
const FINISHED: ReadonlySet<ItemState> = new Set(['posted', 'cancelled']);
/** A worker ticks each minute; one that uploads a film may be silent for some. ms. Ours. */
const HEARTBEAT_TIMEOUT = 5 * 60_000;
/** Items among which the next one is looked for: those that wait for approval come before it. */
const MAX_PLANNED = 1000;

/** `queue list`: what is open, or waits for a person; with `--all` or `--state` what has ended as well. */
export const listQueue = (shell: Shell, flags: ListQueueFlags): Promise<ExitCode> =>
  withQueue(shell, flags, 'read', async (queue) => {
    const { store, clocks, locale } = queue;
    const states =
      flags.state.length > 0 ? flags.state : ITEM_STATES.filter((state) => flags.all || !FINISHED.has(state));
    const link = flags.link === undefined ? undefined : (linkIdentity(flags.link) ?? flags.link);
    // One more than asked for tells whether there are more.
    const found = store.list({ states, ...(link !== undefined && { link }) }, flags.limit + 1);
    const items = found.slice(0, flags.limit);
    const more = found.length > flags.limit;
    if (flags.format === 'ics') {
      await shell.writeAll([buildCalendar(queue, items)]);
      return EXIT.done;
    }
    const status = readQueueStatus(queue, resolveZone(shell));
    const document = queueDocument(items, more, status, { locale, formatLocalTime: clocks.formatLocalTime });
    if (flags.format === 'json') {
      await shell.writeAll([asJson(document)]);
      return EXIT.done;
    }
    await shell.writeAll([queueReport(document, toView(shell, flags, queue))]);
    if (more) shell.stderr.write(`tweetspan: more than ${flags.limit}; -n 0 shows all\n`);
    return EXIT.done;
  });

/**
 * The items that are to be posted by hand, as a calendar: to post one of the others so would post it twice.
 * @throws Failure when there is none: some calendars refuse an empty file.
 */
function buildCalendar({ locale, now }: OpenQueue, items: readonly Item[]): string {
  const byHand = items.filter(({ mode, state }) => mode === 'remind' && (state === 'planned' || state === 'reminded'));
  if (byHand.length === 0) throw new UserError('no item is to be posted by hand: there is nothing for a calendar');
  return icsCalendar(
    byHand.map((item) => ({
      ...item,
      at: item.dueAt,
      intent: intentLink(item.text),
      media: item.media.map(({ file }) => file),
    })),
    { now, locale },
  );
}

function readQueueStatus({ store, now }: OpenQueue, zone: string): QueueStatus {
  const { caps, spent } = budgetAt(store, now);
  const waiting = store.list({ states: ['planned'] }, MAX_PLANNED).filter(({ review }) => !review);
  const counts = store.count();
  return {
    now,
    counts: Object.fromEntries(ITEM_STATES.map((state) => [state, counts[state] ?? 0])) as Record<ItemState, number>,
    pause: store.pause(),
    caps,
    spent,
    workers: store.workers().filter(({ heartbeatAt }) => now - heartbeatAt < HEARTBEAT_TIMEOUT),
    next: waiting.reduce<Item | undefined>(
      (first, item) => (first === undefined || effectiveDue(item) < effectiveDue(first) ? item : first),
      undefined,
    ),
    zone,
  };
}

const toView = (shell: Shell, { color }: QueueFlags, { locale, clocks }: OpenQueue) => ({
  color: wantsColor(shell, color),
  columns: terminalWidth(shell),
  locale,
  formatLocalTime: clocks.formatLocalTime,
});

/** States in which a reminded post is still to be made by hand. */
const BY_HAND: ReadonlySet<ItemState> = new Set(['planned', 'reminded', 'missed']);
/** Events of one item that are shown: some dozen are usual, and retries make more. */
const MAX_EVENTS = 1000;

/** `queue show`: one item with its exact text, its pictures and all that happened to it. */
export const showItem = (
  shell: Shell,
  id: number,
  flags: QueueFlags & { readonly format: 'text' | 'json' },
): Promise<ExitCode> =>
  withQueue(shell, flags, 'read', async (queue) => {
    const { store, clocks, locale } = queue;
    const item = requireItem(queue, id);
    const isByHand = item.mode === 'remind' && BY_HAND.has(item.state);
    const document = queueItemDocument(
      item,
      {
        events: store.events({ item: id }, MAX_EVENTS).toReversed(),
        attempt: store.lastAttempt(id),
        postBy: isByHand ? intentLink(item.text) : undefined,
      },
      { locale, formatLocalTime: clocks.formatLocalTime },
    );
    await shell.writeAll([
      flags.format === 'json' ? asJson(document) : queueItemReport(document, toView(shell, flags, queue)),
    ]);
    return EXIT.done;
  });

/** How `queue log` was called. */
export interface LogFlags extends QueueFlags {
  readonly item?: number;
  readonly limit: number;
  readonly format: 'text' | 'json';
}

/** `queue log`: what happened, the latest events of all or of one item. */
export const showLog = (shell: Shell, flags: LogFlags): Promise<ExitCode> =>
  withQueue(shell, flags, 'read', async (queue) => {
    const { store, clocks, locale } = queue;
    const { item, limit } = flags;
    const zone = item === undefined ? resolveZone(shell) : requireItem(queue, item).zone;
    const found = store.events(item === undefined ? {} : { item }, limit + 1);
    const more = found.length > limit;
    const document = queueLogDocument(found.slice(0, limit).toReversed(), more, {
      locale,
      formatLocalTime: clocks.formatLocalTime,
      zone,
    });
    await shell.writeAll([
      flags.format === 'json' ? asJson(document) : queueLogReport(document, toView(shell, flags, queue)),
    ]);
    if (more && flags.format === 'text') shell.stderr.write(`tweetspan: more than ${limit}; -n 0 shows all\n`);
    return EXIT.done;
  });
