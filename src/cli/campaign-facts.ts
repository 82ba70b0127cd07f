// How long a post lives, and what has the pin or is to have it, as rules 7 and 9 judge it. Loaded for drafts with a campaign.
import type { Facts } from '#lint/facts.js';
import { typicalDecay } from '#timing/decay/decay.js';
import type { OpenHistory } from './history-database.js';
import { learnFrom } from './learned.js';
import { pinnedNow } from './pin-candidates.js';

/** What the rules of a campaign know of the account: how long its posts live, and what has the pin or is to have it. */
export function campaignFacts({
  history,
  link: own,
  now,
}: {
  readonly history: OpenHistory;
  /** Identity of the draft's link. */
  readonly link: string | undefined;
  /** ms UTC. */
  readonly now: number;
}): Partial<Facts> {
  const learned = learnFrom(history, now);
  const { prior } = learned.decay();
  const pinned = pinnedNow(history, learned, now);
  const isOwn = pinned !== undefined && pinned.link === own;
  const planned = history.outreach.plannedPins().filter(({ link }) => link !== own);
  return {
    // Of typical posts nothing is known of this account: the rule has its own least distance then.
    ...((prior.learnedFrom ?? 0) > 0 && { t90: typicalDecay(prior).t90.median }),
    ...(pinned !== undefined && !isOwn && { pinned: { at: pinned.since, t90: pinned.t90 } }),
    otherPins: [
      ...planned.map(({ draft: campaign, from, until = Infinity }) => ({ campaign, from, until })),
      ...(pinned?.until === undefined || isOwn || planned.some(({ link }) => link === pinned.link)
        ? []
        : [{ campaign: pinned.link ?? '', from: pinned.since, until: pinned.until }]),
    ],
  };
}
