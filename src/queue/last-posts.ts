import { FUTURE, type LastPosts } from '#timing/plan/spacing.js';
import type { Item } from './item.js';
import type { QueuePorts } from './ports.js';

/**
 * When the account and a link last posted, attempts of unknown outcome included.
 * @param but the item that asks, whose own attempts do not count.
 */
export async function findLastPosts(
  { store, history, now }: QueuePorts,
  link: string,
  but: number,
): Promise<LastPosts> {
  // Claimed ones too, which another process may be about to send, and those that a person was reminded of.
  const maybe = (await store.list({ states: ['claimed', 'sending', 'unknown', 'reminded'] }, 100)).filter(
    ({ id }) => id !== but,
  );
  // X's clock and ours may differ: what the queue sent itself counts by ours. One instant to come must hide no other.
  const before = now() + FUTURE;
  const latest = (...ats: readonly (number | undefined)[]): number | undefined => {
    const known = ats.filter((at) => at !== undefined && at < before) as number[];
    return known.length === 0 ? undefined : Math.max(...known);
  };
  return {
    ofAccount: latest(
      ...maybe.map(({ changedAt }) => changedAt),
      await history.lastPostAt(),
      await store.lastSentAt(before),
    ),
    ofLink: latest(
      ...maybe.filter((item) => item.link === link).map(({ changedAt }) => changedAt),
      await history.lastPostAt(link),
      await store.lastSentAt(before, link),
    ),
  };
}

/** When the account and each link of these items last posted. */
export async function findLastPostsOf(
  due: readonly Item[],
  ports: QueuePorts,
): Promise<ReadonlyMap<string, LastPosts>> {
  const found = new Map<string, LastPosts>();
  for (const { link } of due) if (!found.has(link)) found.set(link, await findLastPosts(ports, link, 0));
  return found;
}
