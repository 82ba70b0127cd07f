// What puts a plan into the queue. Loaded when one is queued: a dry run has no need of it.
import type { Locale } from '#base/locale.js';
import { slotText } from '#locale/format.js';
import { planSentences } from '#locale/plan.js';
import { OPEN, type Item, type NewItem } from '#queue/item.js';
import type { NewStep } from '#queue/person-step.js';
import type { Account } from '#x/auth/credentials.js';
import { MAX_OPEN } from './campaign.js';
import { bindAccount, requireAccount } from './history-owner.js';
import { withQueue, type QueueFlags } from './queue/open.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

const planSignature = (items: readonly Item[]): string => items.map(({ id, dueAt }) => `${id}@${dueAt}`).join(' ');

/**
 * Queues a plan, all of it or nothing.
 * @param open the open items that the plan was made around.
 * @param replaced the planned items that give way to it.
 * @param steps what only a person can do for it.
 * @throws UserError when the queue has changed since, or a slot has passed: the user may have thought for long.
 */
export const enqueue = (
  shell: Shell,
  flags: QueueFlags & { readonly locale: Locale; readonly account?: Account | undefined },
  items: readonly NewItem[],
  open: readonly Item[],
  replaced: readonly number[] = [],
  steps: readonly NewStep[] = [],
): Promise<readonly Item[]> =>
  withQueue(shell, flags, 'make', async ({ store, now, opened }) => {
    const { errors } = planSentences(flags.locale);
    const others = (await store.list({ states: OPEN }, MAX_OPEN)).filter(({ id }) => !replaced.includes(id));
    // A server says whose plan came between.
    if (opened.team === undefined && planSignature(others) !== planSignature(open)) {
      throw new UserError(errors.queueChanged);
    }
    const passed = items.find(({ dueAt }) => dueAt <= now);
    if (passed !== undefined) {
      const when = slotText({ localTime: passed.requestedTime, zone: passed.zone }, flags.locale);
      throw new UserError(errors.slotPassed(when));
    }
    if (flags.account !== undefined) await requireAccount(flags.account, opened);
    // Before the items: a worker that sees one has what it needs for it.
    for (const { media } of items) await opened.team?.keepMedia(media);
    const added = await store.add(items, now, replaced, opened.team && open);
    if (steps.length > 0) await opened.steps.add(steps, now);
    if (flags.account !== undefined) await bindAccount(flags.account, opened);
    return added;
  });
