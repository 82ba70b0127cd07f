// What must hold of a queue whatever happened to its workers.
import { expect } from 'vitest';
import { MINUTE, type Account, type End } from './account.js';
import type { FaultRow } from './table.js';

/** Longer than a lease: what a killed worker held is free by then. */
export const AFTER_LEASE = 11 * MINUTE;

/** Lets a worker do what is left, undisturbed, until nothing is: leases run out, timelines are read. */
export async function finish(account: Account): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    await account.setNow(account.now() + (turn === 0 ? AFTER_LEASE : 50 * MINUTE));
    expect(await account.start().ended).not.toBeNull();
    const open = (await account.ends()).filter(
      ({ item }) =>
        ['planned', 'claimed', 'sending'].includes(item.state) ||
        (item.state === 'unknown' && item.notBefore !== undefined),
    );
    if (open.length === 0) return;
  }
}

/** What must hold whatever happened, for each item; answers the row of the table. */
export async function expectSound(
  account: Account,
  what: string,
  kills: number,
  sum: readonly End[] = [],
): Promise<FaultRow> {
  const ends = [...sum, ...(await account.ends())];
  const of = (...states: string[]): number => ends.filter(({ item }) => states.includes(item.state)).length;
  const second = ends.filter(({ copies }) => copies > 1).length;
  const settled = of('posted') + of('unknown') + of('refused', 'missed');
  expect(ends.length).toBeGreaterThan(0);
  expect(ends.filter(({ copies }) => copies > 1)).toEqual([]);
  // What is on X is known to be, and nothing else is called so.
  expect(ends.filter(({ item, copies }) => (item.state === 'posted') !== (copies === 1))).toEqual([]);
  expect(ends.filter(({ item }) => item.state === 'unknown' && item.reason === undefined)).toEqual([]);
  expect(ends.filter(({ item }) => ['planned', 'claimed', 'sending'].includes(item.state))).toEqual([]);
  expect(settled).toBe(ends.length);
  const { workers, seconds } = account.tally();
  return [
    what,
    workers,
    ends.length,
    kills,
    of('posted'),
    of('unknown'),
    of('refused', 'missed'),
    second,
    ends.length - settled,
    seconds,
  ];
}
