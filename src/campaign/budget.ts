import type { Item } from '#queue/item.js';
import type { Caps } from '#queue/ports.js';
import type { CampaignInput, Prices } from './input.js';

/** Caps of a queue that does not exist yet, thousandths of a US dollar: those that a new database starts with. */
export const FIRST_CAPS: Caps = { day: 1000, month: 10_000 };

/** What is spent and planned already. Amounts are thousandths of a US dollar, instants ms UTC. */
export interface Taken {
  readonly now: number;
  readonly caps: Caps;
  readonly spent: Caps;
  readonly open: readonly Pick<Item, 'state' | 'mode' | 'dueAt' | 'price'>[];
}

/** What a plan takes of a day's or a month's cap, in thousandths of a US dollar. */
export interface BudgetPeriod {
  readonly period: 'day' | 'month';
  /** `2026-03-05` or `2026-03`, in UTC. */
  readonly begins: string;
  readonly cap: number;
  /** Spent, or planned by others. */
  readonly taken: number;
  readonly plan: number;
}

const LENGTH = { day: 10, month: 7 } as const;
const periodStart = (instant: number, period: keyof typeof LENGTH): string =>
  new Date(instant).toISOString().slice(0, LENGTH[period]);

/** Days and months (UTC) of planned posts, in order, with what the plan takes of each cap. */
export function budgetPeriods(
  posts: readonly { readonly at: number; readonly price: number }[],
  { now, caps, spent, open }: Taken,
): BudgetPeriod[] {
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

/** Days and months, in order, whose cap a plan would exceed, by kind. */
export const exceededCaps = (periods: readonly BudgetPeriod[]) =>
  (['day', 'month'] as const).flatMap((period) => {
    const over = periods.filter((each) => each.period === period && each.plan > 0 && each.taken + each.plan > each.cap);
    const [first] = over;
    return first === undefined
      ? []
      : [{ code: 'over-budget' as const, period, begins: over.map(({ begins }) => begins), cap: first.cap }];
  });

/** What the posts cost in each mode, the wanted one first. Thousandths of a US dollar. */
export function estimateCost(
  texts: readonly Pick<Item, 'text'>[],
  missing: number,
  { mode: wanted, prices, priceText }: Prices & Pick<Item, 'mode'>,
) {
  const paid = texts.filter(({ text }) => priceText(text) === prices.withLink).length;
  // A text that is still to be written will carry the link.
  const posts = { withLink: paid + missing, without: texts.length - paid };
  const modes = wanted === 'api' ? (['api', 'remind'] as const) : (['remind', 'api'] as const);
  return modes.map((mode) => {
    const perPost = mode === 'remind' ? { withLink: 0, without: 0 } : prices;
    return { mode, posts, perPost, total: posts.withLink * perPost.withLink + posts.without * perPost.without };
  });
}

/** What a plan by the API takes of the caps. A text that is still to be written will carry the link. */
export const estimateBudget = (
  slots: readonly { readonly at: number }[],
  texts: readonly Pick<Item, 'text'>[],
  { history, now, prices, priceText }: Prices & Pick<CampaignInput, 'history' | 'now'>,
) =>
  budgetPeriods(
    slots.map(({ at }, index) => {
      const text = texts[index]?.text;
      return { at, price: text === undefined ? prices.withLink : priceText(text) };
    }),
    {
      now,
      open: history?.open ?? [],
      caps: history?.budget.caps ?? FIRST_CAPS,
      spent: history?.budget.spent ?? { day: 0, month: 0 },
    },
  );
