import { effectiveDue, type Item } from '#queue/item.js';
import type { QueueStore } from '#queue/ports.js';
import type { QueueFacts } from '#doctor/facts.js';
import { budgetAt } from '#queue/budget.js';
import { createClocks } from '../queue/open.js';

/** Items that are read; of a longer queue the first ones. @source own choice */
const MAX_ITEMS = 10_000;
/** How long what was refused or missed is reported, ms. @source own choice */
const LATELY = 7 * 86_400_000;

const ids = (items: readonly Item[]): readonly number[] => items.map(({ id }) => id);

/** The queue as the doctor judges it. */
export async function readQueueFacts(store: QueueStore, now: number): Promise<QueueFacts> {
  const { caps, spent } = budgetAt(store, now);
  const planned = store.list({ states: ['planned'] }, MAX_ITEMS);
  const ready = planned.filter(({ review }) => !review);
  const next = ready.reduce<Item | undefined>(
    (first, item) => (first === undefined || effectiveDue(item) < effectiveDue(first) ? item : first),
    undefined,
  );
  const open = store.list({ states: ['reminded', 'unknown', 'refused', 'missed'] }, MAX_ITEMS);
  const inState = (state: Item['state']): readonly Item[] => open.filter((item) => item.state === state);
  const lately = (state: Item['state']): readonly number[] =>
    ids(inState(state).filter(({ changedAt }) => now - changedAt <= LATELY));
  const pause = store.pause();
  const { formatLocalTime } = createClocks();
  return {
    caps,
    spent,
    counts: store.count(),
    ...(pause !== undefined && { pause }),
    ...(next !== undefined && {
      next: { id: next.id, localTime: formatLocalTime(next.dueAt, next.zone), zone: next.zone, mode: next.mode },
    }),
    byApi: planned.filter(({ mode }) => mode === 'api').length,
    waiting: {
      review: ids(planned.filter(({ review }) => review)),
      reminded: ids(inState('reminded')),
      // A check that is due will find out.
      unknown: ids(inState('unknown').filter(({ notBefore }) => notBefore === undefined)),
      missed: lately('missed'),
      refused: lately('refused'),
    },
  };
}
