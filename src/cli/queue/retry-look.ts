// What `queue retry` finds out before an item of unknown outcome is planned again.
import { slotText } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import type { Item } from '#queue/item.js';
import { lookForItems } from '#queue/unknown.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';
import { createPorts, createXAccess } from '../wiring.js';
import { requireItem, type OpenQueue } from './open.js';

/**
 * Looks for an item on X itself, and lets nothing be sent again while looks are to come: the profile that a person sees
 * lags behind as well. Answers the item as it is now.
 * @throws UserError when it was found, or is looked for again later.
 */
export async function lookBeforeRetry(shell: Shell, queue: OpenQueue, item: Item): Promise<Item> {
  const { errors } = queueSentences(queue.locale);
  const history = queue.opened;
  const x = await createXAccess(shell, { history, queue }).openOwn();
  if (x !== undefined) {
    const ports = createPorts(shell, { history, queue, notify: async () => [], log: () => undefined }, x);
    await lookForItems([item], x, ports);
  }
  const now = await requireItem(queue, item.id);
  if (now.state === 'posted') {
    throw new UserError(errors.foundOnX(item.id, `https://x.com/i/status/${now.postId ?? ''}`), {
      exitCode: EXIT.findings,
    });
  }
  if (now.state === 'unknown' && now.notBefore !== undefined && now.notBefore > shell.now()) {
    const localTime = queue.clocks.formatLocalTime(now.notBefore, now.zone);
    const when = slotText({ localTime, zone: now.zone }, queue.locale);
    throw new UserError(errors.stillLooking(item.id, when), { exitCode: EXIT.tryLater });
  }
  return now;
}
