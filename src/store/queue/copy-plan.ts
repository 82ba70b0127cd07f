// How the copy of a queue and the queue that it is brought to come together.
import type { CopiedItem, CopiedSpending, QueueCopy } from '#queue/copy.js';
import type { QueueEvent } from '#queue/event.js';

/** The pause that a copy is brought in with: a worker that still sends the same elsewhere has to be stopped first. */
export const pauseOfCopy = ({ isHandedOver }: Pick<QueueCopy, 'isHandedOver'>): 'imported' | 'copied' =>
  isHandedOver ? 'imported' : 'copied';

/** An item that is here already, under its number here. */
export type PresentItem = Pick<CopiedItem, 'key' | 'number' | 'state' | 'events'>;

/** What becomes of the items of a copy. */
export interface CopyPlan {
  /** Items that are new here, under the numbers that they get. */
  readonly added: readonly { readonly item: CopiedItem; readonly id: number }[];
  /** Items that are known here and were worked on in the copy since. */
  readonly updated: readonly { readonly item: CopiedItem; readonly id: number; readonly knownEvents: number }[];
  readonly known: number;
  /** Numbers here of items that were worked on in both places since they were the same. */
  readonly diverged: readonly number[];
}

/** States that nothing but a person changes. */
const ENDED: ReadonlySet<string> = new Set(['posted', 'refused', 'missed', 'cancelled']);

const asText = ({ at, name, reason, data, by }: Omit<QueueEvent, 'item'>): string =>
  JSON.stringify([at, name, reason ?? null, data ?? null, by ?? null]);

type Standing = Pick<CopiedItem, 'state' | 'events'>;

/** Which of two journals of an item goes on from the other. */
function compare(here: Standing, copied: Standing): 'same' | 'here' | 'copy' | 'neither' {
  // The oldest events are forgotten of what has ended alone: what went out stays so.
  const isPruned = [here, copied].some(({ events }) => events[0]?.name !== 'added');
  if (isPruned) {
    const [hereEnded, copyEnded] = [here, copied].map(({ state }) => ENDED.has(state));
    return hereEnded === copyEnded ? 'same' : hereEnded === true ? 'here' : 'copy';
  }
  const shared = Math.min(here.events.length, copied.events.length);
  for (let place = 0; place < shared; place += 1) {
    const [own, other] = [here.events[place], copied.events[place]];
    if (own === undefined || other === undefined || asText(own) !== asText(other)) return 'neither';
  }
  if (here.events.length === copied.events.length) return 'same';
  return here.events.length > copied.events.length ? 'here' : 'copy';
}

/**
 * What becomes of each item of a copy. One that is known goes on where the copy's journal goes on from the one here, and
 * stays where it is the other way round.
 * @param last the highest number that was given here.
 */
export function planCopy(items: readonly CopiedItem[], present: readonly PresentItem[], last: number): CopyPlan {
  const byKey = new Map(present.map((item) => [item.key, item]));
  let next = Math.max(last, ...items.map(({ number }) => number));
  const added: { item: CopiedItem; id: number }[] = [];
  const updated: { item: CopiedItem; id: number; knownEvents: number }[] = [];
  const diverged: number[] = [];
  let known = 0;
  for (const item of items) {
    const here = byKey.get(item.key);
    if (here === undefined) {
      added.push({ item, id: item.number > last ? item.number : (next += 1) });
      continue;
    }
    const further = compare(here, item);
    if (further === 'copy') updated.push({ item, id: here.number, knownEvents: here.events.length });
    else if (further === 'neither') diverged.push(here.number);
    else known += 1;
  }
  return { added, updated, known, diverged };
}

/** An item as it is copied: nobody works on it there, and what was being sent is looked for before anything else. */
export const withoutClaim = (item: CopiedItem): CopiedItem =>
  item.state === 'claimed'
    ? { ...item, state: 'planned' }
    : item.state === 'sending'
      ? { ...item, state: 'unknown', notBefore: item.notBefore ?? item.changedAt, reason: { code: 'lease-expired' } }
      : item;

/** Spendings of a copy that are not here yet. Two of the same instant, sum and kind are two. */
export function findNewSpendings(
  copied: readonly CopiedSpending[],
  present: readonly CopiedSpending[],
): CopiedSpending[] {
  const nameOf = ({ at, what, amount, item, attempt }: CopiedSpending): string =>
    attempt === undefined ? JSON.stringify([at, what, amount, item ?? null]) : attempt;
  const here = new Map<string, number>();
  for (const spending of present) here.set(nameOf(spending), (here.get(nameOf(spending)) ?? 0) + 1);
  return copied.filter((spending) => {
    const left = here.get(nameOf(spending)) ?? 0;
    here.set(nameOf(spending), left - 1);
    return left <= 0;
  });
}
