// What the benchmarks of a queue plan and send.
import type { NewItem } from '#queue/item.js';
import type { QueueX } from '#queue/x-port.js';

/** An X that takes everything at once: what is measured is the queue and where it is kept. */
export function quickX(now: () => number): QueueX {
  let posts = 0;
  return {
    account: '1',
    ownReadPrice: 1,
    prepare: async () => ({ kind: 'done', value: { mediaIds: [], taggedIds: [] } }),
    post: async () => ({
      kind: 'posted',
      id: String(((BigInt(now()) - 1_288_834_974_657n) << 22n) + BigInt((posts += 1))),
    }),
    ownPostsSince: async () => ({ kind: 'done', value: [] }),
    observe: async (ids) => ({ kind: 'done', value: { seen: ids, gone: [] } }),
  };
}

/** A letter code for a number, so that no text is like another. */
const word = (number: number): string =>
  Array.from({ length: 24 }, (_, index) =>
    String.fromCharCode(97 + ((number * (index + 7) + (number >> index)) % 26)),
  ).join('');

/** An item with a link and a text of its own, for X. `dueAt` and `gap` are ms. */
export const itemAt = (index: number, dueAt: number, gap: number): NewItem => ({
  mode: 'api',
  link: `example.org/${index}`,
  text: `${word(index)} ${word(index + 50_000)} ${word(3 * index + 1)} https://example.org/${index}`,
  media: [],
  dueAt,
  requestedTime: new Date(dueAt).toISOString().slice(0, 16),
  zone: 'UTC',
  missed: 'skip',
  gap,
  review: false,
  price: 200,
  draft: 'bench.md',
});

/** The value in the middle; 0 of none. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
