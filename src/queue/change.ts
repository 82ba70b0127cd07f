import type { Item } from './item.js';
import type { ItemPatch, QueuePorts } from './ports.js';
import type { EventName, QueueEvent } from './event.js';
import type { Reason } from './reason.js';

/** An event of an item. */
export const event = (at: number, name: EventName, item: Pick<Item, 'id'>, reason?: Reason): QueueEvent => ({
  at,
  name,
  item: item.id,
  ...(reason !== undefined && { reason }),
});

/** Changes an item and logs it, where nobody was faster. */
export async function change(
  ports: QueuePorts,
  item: Item,
  patch: ItemPatch,
  name: EventName,
  data?: QueueEvent['data'],
): Promise<boolean> {
  const entry: QueueEvent = {
    ...event(ports.now(), name, item, patch.reason ?? undefined),
    ...(data !== undefined && { data }),
  };
  const isDone = await ports.store.change(item.id, [item.state], patch, entry);
  if (isDone) ports.log(entry);
  return isDone;
}

/** Whether an item says why it waits already: each tick until it ends would fill the log. */
export const isSame = (a: Reason | undefined, b: Reason): boolean => a?.code === b.code;
