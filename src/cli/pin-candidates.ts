// Posts that could be pinned, with what their links are still expected to get.
import { estimateNamedLink } from '#campaign/link-decay.js';
import { calledIn } from '#queue/guard.js';
import type { PinCandidate, PinnedNow } from '#outreach/pin.js';
import { linkDecay } from '#timing/decay/link-decay.js';
import { typicalDecay } from '#timing/decay/decay.js';
import { findShorteners } from '#tweet/shorteners.js';
import { judgeShelfLife } from '#words/shelf-life.js';
import type { OpenHistory } from './history-database.js';
import type { Learned } from './learned.js';
import { newestPost } from './own-post.js';

const DAY = 86_400_000;
/** How old a post may be that is proposed, ms. @source own choice */
const MAX_AGE = 30 * DAY;
/** Links that are looked at, the newest first. */
const MAX_LINKS = 60;

/** A link's newest post as a candidate; undefined before it is posted. */
export function pinCandidate(
  history: OpenHistory,
  link: string,
  learned: Learned,
  now: number,
): PinCandidate | undefined {
  const post = newestPost(history, link);
  if (post?.at === undefined) return undefined;
  const decay = learned.decay();
  const name = { identity: link, byText: link.startsWith('text:') };
  const estimated = estimateNamedLink(name, history.reader.postsOfLink(link), {
    now,
    decay,
    seed: 1,
    totalsOnly: true,
  });
  const newest = estimated?.estimated.at(-1);
  return {
    id: post.id,
    link,
    text: post.text,
    at: post.at,
    remaining: estimated === undefined ? 0 : linkDecay(estimated.estimated, now).remaining.mean,
    t90: newest?.decay.t90.median ?? typicalDecay(decay.prior).t90.median,
    shortened: findShorteners(post.text, link),
    passed: judgeShelfLife(post.text, now).passing,
    optedOut: calledIn({ text: post.text, media: [] }).some((handle) => history.outreach.isOptedOut(handle)),
  };
}

/** The newest posts of the links that were posted lately. */
export function pinCandidates(history: OpenHistory, learned: Learned, now: number): readonly PinCandidate[] {
  return history.reader
    .links({}, 'last', MAX_LINKS)
    .filter(({ lastAt }) => lastAt !== undefined && lastAt > now - MAX_AGE)
    .flatMap(({ identity }) => pinCandidate(history, identity, learned, now) ?? []);
}

/** What is pinned, by the record of it, with its own t90; undefined where nothing is recorded. */
export function pinnedNow(history: OpenHistory, learned: Learned, now: number): PinnedNow | undefined {
  const pin = history.outreach.pinned();
  if (pin === undefined) return undefined;
  const candidate = pin.link === '' ? undefined : pinCandidate(history, pin.link, learned, now);
  return {
    postId: pin.postId,
    link: pin.link,
    since: pin.since,
    until: pin.until,
    t90: candidate?.t90 ?? typicalDecay(learned.decay().prior).t90.median,
  };
}
