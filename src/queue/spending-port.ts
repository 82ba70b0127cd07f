import type { Spending } from './ports.js';

/** Reads what was paid for, by what it was. */
export interface SpendingReader {
  /** Sums from an instant (ms UTC) on, thousandths of a US dollar; kinds without any are left out. */
  readonly spentByKind: (since: number) => Readonly<Partial<Record<Spending['what'], number>>>;
}
