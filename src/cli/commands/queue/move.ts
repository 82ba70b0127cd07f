import { queueSentences } from '#locale/queue.js';
import type { ItemState } from '#queue/item.js';
import type { Registration } from '../../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand } from '../../options/common.js';
import { itemReader, whenReader, zoneOption } from '../../options/queue.js';
import { changeItem, changeItems, requireState } from '../../queue/change.js';
import { checkSlot, confirmSlot, resolveSlot } from '../../queue/slot.js';

const MOVABLE: readonly ItemState[] = ['planned', 'reminded'];

/** `queue move`: another time for an item. A delay counts from the item's own slot. */
export const registerMove: Registration = (queue, { shell, locale, finish }) => {
  const { help, options, changed } = queueSentences(locale);
  newCommand(queue, 'move', help.move)
    .argument('<item>', options.item, itemReader(locale))
    .argument('<when>', options.when, whenReader(locale))
    .addOption(zoneOption(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, when, flags) => {
      finish(
        await changeItems(shell, { ids: [id], action: 'move' }, flags, (open, item) => {
          const moving = { from: MOVABLE, action: 'move' } as const;
          requireState(item, moving);
          const slot = resolveSlot(when, flags.zone ?? item.zone, item.dueAt, open.clocks);
          checkSlot(open, item, slot);
          const { dueAt, requestedTime, zone } = slot;
          const patch = {
            state: 'planned',
            slot: { dueAt, requestedTime, zone },
            reason: null,
            notBefore: null,
          } as const;
          changeItem(open, item, { ...moving, patch, event: 'moved', data: { from: item.dueAt, dueAt } });
          return confirmSlot(open, slot, (text) => changed.moved(item.id, text));
        }),
      );
    });
};
