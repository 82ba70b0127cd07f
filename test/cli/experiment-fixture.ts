// An account in the middle of an experiment, or at its end: its posts, and the items that they came from.
import { versions } from 'node:process';
import type { NewItem } from '#queue/item.js';
import { openDatabase } from '#store/database.js';
import { createQueueStore } from '#store/queue/store.js';
import { assignOrders } from '#timing/experiment/design.js';
import { createRandom } from '#timing/math/random.js';
import { item } from './queue-fixture.js';
import { DAY, HOUR, linkPost, NOW, postsWithHours, writeHistory } from './timing-history.js';

const pageOf = (pair: number): string => `example.org/dossier-${pair + 1}`;
const LAST = NOW - 9 * DAY;

interface Drawn {
  readonly pair: number;
  readonly arm: 'best' | 'usual';
  readonly at: number;
  readonly item: NewItem;
}

/** The items of so many links, the last link's posts nine days ago. */
function drawItems(links: number): readonly Drawn[] {
  return assignOrders(links, 1).flatMap((order) =>
    (['first', 'second'] as const).map((place, k): Drawn => {
      const arm = (place === 'first') === order.bestFirst ? 'best' : 'usual';
      const at = LAST - (links - 1 - order.pair) * DAY - (1 - k) * 2 * DAY - (order.pair % 5) * HOUR;
      const requestedTime = new Date(at + HOUR).toISOString().slice(0, 16);
      return {
        pair: order.pair,
        arm,
        at,
        item: item(requestedTime, {
          link: pageOf(order.pair),
          text: `Dossier ${order.pair + 1}, ${place === 'first' ? 'le point' : 'la suite'} https://${pageOf(order.pair)}`,
          dueAt: at,
          experiment: {
            ...order,
            seed: 1,
            metric: 'reactions',
            arm,
            armProbability: 0.5,
            slotProbability: arm === 'best' ? 1 / 3 : 0.04,
            drawnAt: order.pair === 3 ? at - 3 * HOUR : at,
            countedAt: 7 * DAY,
          },
        }),
      };
    }),
  );
}

/**
 * Writes a history with an experiment of so many links whose posts at best hours get `times` what the others get.
 * @param cancelled links whose second post was cancelled. @param planned links whose second post is still to go out.
 */
export async function writeExperiment(
  file: string,
  links: number,
  {
    times = 1.3,
    cancelled = [],
    planned = [],
  }: {
    readonly times?: number;
    readonly cancelled?: readonly number[];
    readonly planned?: readonly number[];
  } = {},
): Promise<void> {
  const random = createRandom(7);
  const strengths = Array.from({ length: links }, () => 20 * Math.exp(0.7 * random.normal()));
  const drawn = drawItems(links);
  const isOut = ({ pair, at }: Drawn): boolean =>
    !(
      (cancelled.includes(pair) || planned.includes(pair)) &&
      drawn.some((other) => other.pair === pair && other.at < at)
    );
  const posts = drawn.filter(isOut).map(({ pair, arm, at }) => {
    const mean = (strengths[pair] ?? 1) * (arm === 'best' ? times : 1) * Math.exp(0.3 * random.normal());
    return linkPost(at, random.poisson(mean), `https://${pageOf(pair)}`, `Dossier ${pair + 1}, ${arm}`);
  });
  await writeHistory(file, [...postsWithHours(120, () => 0), ...posts]);
  const database = await openDatabase(file, { nodeVersion: versions.node });
  try {
    const store = createQueueStore(database);
    for (const each of drawn) {
      const isLater = planned.includes(each.pair) && !isOut(each);
      const later = NOW + 2 * DAY + each.pair * HOUR;
      const [added] = await store.add(
        [
          isLater
            ? { ...each.item, dueAt: later, requestedTime: new Date(later + HOUR).toISOString().slice(0, 16) }
            : each.item,
        ],
        each.at - DAY,
      );
      if (added === undefined || isLater) continue;
      const { id } = added;
      const event = { at: each.at, item: id } as const;
      if (isOut(each)) {
        const postId = String((BigInt(each.at) - 1_288_834_974_657n) << 22n);
        await store.change(
          id,
          ['planned'],
          { state: 'posted', postId },
          { ...event, name: 'recorded', data: { postedAt: each.at } },
        );
      } else {
        await store.change(
          id,
          ['planned'],
          { state: 'cancelled', reason: { code: 'by-hand' } },
          { ...event, name: 'cancelled' },
        );
      }
    }
  } finally {
    database.close();
  }
}

/** The experiments that transcripts are made from, by file name. */
export const EXPERIMENTS: Readonly<Record<string, (file: string) => Promise<void>>> = {
  'experiment.db': (file) => writeExperiment(file, 24, { cancelled: [5], planned: [22, 23] }),
  'experiment-few.db': (file) => writeExperiment(file, 5),
  'experiment-done.db': (file) => writeExperiment(file, 80),
};
