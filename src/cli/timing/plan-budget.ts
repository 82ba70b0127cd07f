import type { Item } from '#queue/item.js';
import type { Caps } from '#queue/ports.js';
import type { BudgetPeriod } from '#report/plan-remarks.js';

/** Caps of a queue that is still to be made, thousandths of a US dollar: as the database begins. */
export const FIRST_CAPS: Caps = { day: 1000, month: 10_000 };

/** What is spent and planned already. Amounts are thousandths of a US dollar, instants ms UTC. */
export interface Taken {
  readonly now: number;
  readonly caps: Caps;
  readonly spent: Caps;
  readonly open: readonly Pick<Item, 'state' | 'mode' | 'dueAt' | 'price'>[];
}

const LENGTH = { day: 10, month: 7 } as const;
const periodStart = (instant: number, period: keyof typeof LENGTH): string =>
  new Date(instant).toISOString().slice(0, LENGTH[period]);

/** Days and months (UTC) of planned posts, in order, with what the plan takes of each cap. */
export function budgetPeriods(
  posts: readonly { readonly at: number; readonly price: number }[],
  taken: Taken,
): BudgetPeriod[] {
  const { now, caps, spent, open } = taken;
  // What is being sent, or was, is written down as spent.
  const others = open
    .filter(({ state, mode }) => mode === 'api' && (state === 'planned' || state === 'claimed'))
    .map(({ dueAt, price }) => ({ at: dueAt, price }));
  return (['day', 'month'] as const).flatMap((period) =>
    [...new Set(posts.map(({ at }) => periodStart(at, period)))].sort().map((begins) => {
      const within = (list: typeof posts): number =>
        list.filter(({ at }) => periodStart(at, period) === begins).reduce((sum, { price }) => sum + price, 0);
      const already = periodStart(now, period) === begins ? spent[period] : 0;
      return { period, begins, cap: caps[period], taken: already + within(others), plan: within(posts) };
    }),
  );
}

/** Whether a plan would break a cap. */
export const isOver = ({ cap, taken, plan }: BudgetPeriod): boolean => plan > 0 && taken + plan > cap;
