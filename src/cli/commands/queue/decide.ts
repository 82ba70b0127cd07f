// `queue cancel` and `queue approve`.
import { queueSentences } from '#locale/queue.js';
import { ITEM_STATES, mayBecome } from '#queue/item.js';
import type { Registration } from '../../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand } from '../../options/common.js';
import { itemsReader } from '../../options/queue.js';
import { changeItem, changeItems } from '../../queue/change.js';

const CANCELLABLE = ITEM_STATES.filter((state) => mayBecome(state, 'cancelled'));

/** `queue cancel`: items are kept, and never go out. */
export const registerCancel: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'cancel', help.cancel)
    .argument('<items...>', options.items, itemsReader(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (ids, flags) => {
      finish(
        await changeItems(shell, { ids, action: 'cancel' }, flags, (open, item) => {
          const patch = { state: 'cancelled', reason: { code: 'by-hand' } } as const;
          changeItem(open, item, { from: CANCELLABLE, action: 'cancel', patch, event: 'cancelled' });
          return item.state === 'unknown' ? changed.cancelledUnclear(item.id) : changed.cancelled(item.id);
        }),
      );
    });
};

/** `queue approve`: items that wait for approval go out on time. */
export const registerApprove: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'approve', help.approve)
    .argument('<items...>', options.items, itemsReader(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (ids, flags) => {
      finish(
        await changeItems(shell, { ids, action: 'approve' }, flags, (open, item) => {
          if (item.state === 'planned' && !item.review) return changed.noApproval(item.id);
          const patch = { state: 'planned', review: false } as const;
          changeItem(open, item, { from: ['planned'], action: 'approve', patch, event: 'approved' });
          return changed.approved(item.id);
        }),
      );
    });
};
