// `queue show` and `queue log`.
import { queueSentences } from '#locale/queue.js';
import type { ItemState } from '#queue/item.js';
import { asJson } from '#report/documents/json.js';
import { queueItemDocument, queueLogDocument } from '#report/documents/queue.js';
import { queueItemReport, queueLogReport } from '#report/terminal/queue.js';
import { intentLink } from '#x/api/intent.js';
import type { Registration } from '../../command.js';
import { resolveZone } from '../../options/times.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../../options/common.js';
import { itemReader } from '../../options/queue.js';
import { requireItem, withQueue } from '../../queue/open.js';
import { terminalWidth } from '../../shell.js';
import { wantsColor } from '../../terminal/color.js';
import { EXIT } from '../../user-error.js';

/** States in which a reminded post is still to be made by hand. */
const BY_HAND: ReadonlySet<ItemState> = new Set(['planned', 'reminded', 'missed']);
/** Events of one item that are shown: some dozen are usual, and retries make more. */
const MAX_EVENTS = 1000;

/** `queue show`: one item with its exact text, its media and all that happened to it. */
export const registerShow: Registration = (queue, { shell, locale, finish }) => {
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
        const item = requireItem(open, id);
        const isByHand = item.mode === 'remind' && BY_HAND.has(item.state);
        const document = queueItemDocument(
          item,
          {
            events: store.events({ item: id }, MAX_EVENTS).toReversed(),
            attempt: store.lastAttempt(id),
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
export const registerLog: Registration = (queue, { shell, locale, finish }) => {
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
        const zone = item === undefined ? resolveZone(shell) : requireItem(open, item).zone;
        const found = open.store.events(item === undefined ? {} : { item }, limit + 1);
        const more = found.length > limit;
        const document = queueLogDocument(found.slice(0, limit).toReversed(), more, zone, formatLocalTime);
        const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale, formatLocalTime };
        await shell.writeAll([format === 'json' ? asJson(document) : queueLogReport(document, view)]);
        if (more && format === 'text' && flags.quiet !== true) {
          shell.stderr.write(`tweetspan: ${list.more(limit)}\n`);
        }
      });
      finish(EXIT.done);
    });
};
