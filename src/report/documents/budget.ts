// What may be spent and what was, as data. Amounts are thousandths of a US dollar; days and months are those of UTC.
import type { Budget } from '#queue/budget.js';
import type { Spending } from '#queue/ports.js';

/** Sums by what was paid for. */
export type ByKind = Readonly<Partial<Record<Spending['what'], number>>>;

const KINDS: readonly Spending['what'][] = ['post', 'repost', 'media', 'read', 'count', 'user'];

/** `tweetspan/budget@1`, described by `budget.schema.json` in the package. */
export function budgetDocument(
  { caps, spent }: Pick<Budget, 'caps' | 'spent'>,
  byKind: { readonly day: ByKind; readonly month: ByKind },
  now: number,
) {
  const period = (name: 'day' | 'month', begins: string) => ({
    begins,
    cap: caps[name],
    spent: spent[name],
    left: Math.max(0, caps[name] - spent[name]),
  });
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    schema: 'tweetspan/budget@1' as const,
    now: new Date(now).toISOString(),
    day: period('day', day),
    month: period('month', `${day.slice(0, 7)}-01`),
    spent: KINDS.filter((kind) => byKind.month[kind] !== undefined).map((kind) => ({
      kind,
      day: byKind.day[kind] ?? 0,
      month: byKind.month[kind] ?? 0,
    })),
  };
}

export type BudgetDocument = ReturnType<typeof budgetDocument>;
