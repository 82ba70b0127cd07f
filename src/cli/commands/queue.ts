import { InvalidArgumentError, Option, type Command } from 'commander';
import { ITEM_STATES, type ItemState } from '#queue/item.js';
import { readZone } from '../options/arguments.js';
import { formatOption, limitOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import { readItem, readItems, readWhen, type ListQueueFlags, type QueueFlags, type When } from '../options/queue.js';
import type { LogFlags } from '../queue/list.js';
import type { RetryFlags, SlotFlags } from '../queue/slot.js';

function readState(value: string, before: readonly ItemState[]): readonly ItemState[] {
  const state = ITEM_STATES.find((known) => known === value);
  if (state === undefined) throw new InvalidArgumentError(`It must be one of ${ITEM_STATES.join(', ')}.`);
  return [...before, state];
}

/** `queue`: what is planned, and what a person decides about it. */
export const registerQueue: Registration = (program, { shell, finish }) => {
  const queue = program
    .command('queue')
    .summary('list planned posts, and decide about them')
    .description('Lists planned posts with their texts, slots and states, and changes them.');
  const part = (name: string, description: string): Command =>
    withDatabase(queue.command(name)).description(description);
  const zoneOption = () =>
    new Option('--zone <zone>', 'IANA zone of the time (default: that of the item)').argParser(readZone);

  withDatabase(queue.command('list', { isDefault: true }))
    .description('Lists planned posts, and those that wait for somebody, in the order of their slots.')
    .addOption(
      new Option('--state <state>', `only those that are so; may be repeated (${ITEM_STATES.join(', ')})`)
        .argParser<readonly ItemState[]>(readState)
        .default([], 'all but posted and cancelled'),
    )
    .option('--link <link>', 'only those of one link')
    .option('--all', 'posted and cancelled ones as well')
    .addOption(limitOption())
    .addOption(formatOption(['text', 'json', 'ics']))
    .action(async (flags: ListQueueFlags) => {
      const { listQueue } = await import('../queue/list.js');
      finish(await listQueue(shell, flags));
    });

  part('show', 'Shows one item: its exact text, its pictures, and all that happened to it.')
    .argument('<item>', 'its number', readItem)
    .addOption(formatOption(['text', 'json']))
    .action(async (id: number, flags: QueueFlags & { readonly format: 'text' | 'json' }) => {
      const { showItem } = await import('../queue/list.js');
      finish(await showItem(shell, id, flags));
    });

  part('cancel', 'Cancels items: they are kept, and never go out.')
    .argument('<items...>', 'their numbers', readItems)
    .action(async (ids: readonly number[], flags: QueueFlags) => {
      const { cancelCommand } = await import('../queue/change.js');
      finish(await cancelCommand(shell, ids, flags));
    });

  part('approve', 'Approves items that were scheduled with --review: from then on they go out in time.')
    .argument('<items...>', 'their numbers', readItems)
    .action(async (ids: readonly number[], flags: QueueFlags) => {
      const { approveCommand } = await import('../queue/change.js');
      finish(await approveCommand(shell, ids, flags));
    });

  part('move', 'Moves an item to another time, at which its link keeps the distance between its posts.')
    .argument('<item>', 'its number', readItem)
    .argument('<when>', 'a time such as 2026-03-05T09:00, or so much later than its slot, such as +2h or +1d', readWhen)
    .addOption(zoneOption())
    .action(async (id: number, when: When, flags: SlotFlags) => {
      const { moveCommand } = await import('../queue/slot.js');
      finish(await moveCommand(shell, id, when, flags));
    });

  part('retry', 'Plans an item again that was missed or refused, or of which nobody knows whether it is on X.')
    .argument('<item>', 'its number', readItem)
    .addOption(
      new Option(
        '--at <when>',
        'a time such as 2026-03-05T09:00, or so much later than now, such as +2h (default: the same time of the next free day)',
      ).argParser(readWhen),
    )
    .addOption(zoneOption())
    .option('--not-on-x', 'you have looked at your profile, and the post is not there (asked at a terminal)')
    .action(async (id: number, flags: RetryFlags) => {
      const { retryCommand } = await import('../queue/slot.js');
      finish(await retryCommand(shell, id, flags));
    });

  part('pause', 'Stops the queue: the program sends nothing until it is resumed.').action(async (flags: QueueFlags) => {
    const { pauseQueue } = await import('../queue/stop.js');
    finish(await pauseQueue(shell, flags));
  });

  part('resume', 'Lets the queue go on, and says what had stopped it.').action(async (flags: QueueFlags) => {
    const { resumeQueue } = await import('../queue/stop.js');
    finish(await resumeQueue(shell, flags));
  });

  part('log', 'Shows what happened, the latest last.')
    .addOption(new Option('--item <item>', 'only that of one item').argParser(readItem))
    .addOption(limitOption())
    .addOption(formatOption(['text', 'json']))
    .action(async (flags: LogFlags) => {
      const { showLog } = await import('../queue/list.js');
      finish(await showLog(shell, flags));
    });
};
