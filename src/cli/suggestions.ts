// What the history suggests to post again, as data.
import { suggestLinks, type SuggestedLink } from '#campaign/suggest.js';
import { OPEN } from '#queue/item.js';
import type { SuggestDocument } from '#report/documents/suggest.js';
import { fittingHook } from '#rewrite/variants.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import { usualAt } from '#timing/hours/usual.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import { pageKind } from '#words/shelf-life.js';
import { MAX_OPEN } from './campaign.js';
import type { OpenHistory } from './history-database.js';
import type { Learned } from './learned.js';
import { stepRecord } from './person-steps.js';

const WEEK = 7 * 86_400_000;
/** Steps that are shown beside suggestions. */
const MAX_STEPS = 20;

/** What suggestions are asked for by; `now` is ms UTC. */
export interface SuggestionQuery {
  readonly now: number;
  readonly zone: string;
  readonly limit: number;
  readonly seed: number;
}

/** What the history suggests, and the document without its links. */
export async function findSuggestions(
  open: OpenHistory,
  learned: Learned,
  { now, zone, limit, seed }: SuggestionQuery,
) {
  const { reader, timing, queue, queueHistory } = open;
  const since = now - REPOST_RULES.maxAge;
  const hours = learned.hours({ zone, seed, metric: 'reactions' }).estimate;
  const linked = [...timing.linkedPosts(since)];
  const decay = learned.decay();
  const named = new Set(linked.flatMap(({ text }) => text.toLowerCase().match(/(?<=@)\w+/g) ?? []));
  const optedOut = new Set(await queueHistory.optedOut([...named]));
  const steps = await open.steps.list({ isOpen: true }, MAX_STEPS);
  const { links, left, rhythm, newestAt } = suggestLinks({
    now,
    linked,
    older: timing.countLinksBefore(since),
    hours,
    decay,
    open: await queue.list({ states: OPEN }, MAX_OPEN),
    optedOut: (handles) => handles.filter((handle) => optedOut.has(handle)),
    postsOfLink: (link) => reader.postsOfLink(link),
    postsPerWeek: learned.postsPerWeek(),
    limit,
    seed,
  });
  const document = {
    schema: 'tweetspan/suggest@1' as const,
    account: timing.account()?.handles ?? [],
    zone,
    now: new Date(now).toISOString(),
    localTime: formatLocalTime(openZone(zone, now, now + WEEK).localTimeAt(now)),
    seed,
    usual: usualAt(hours.habit.usual, now) ?? decay.level.a / decay.level.b,
    rhythm,
    newestPost:
      newestAt === undefined ? null : formatLocalTime(openZone(zone, newestAt, newestAt).localTimeAt(newestAt)),
    left,
    ...(steps.length > 0 && { people: steps.map(stepRecord) }),
  };
  return { links, document };
}

/** A suggestion as data, with a text that is ready for it. */
export function describeSuggestion(
  { name, label, slot, gain, posts, reactions, lastAt, lasting }: SuggestedLink,
  index: number,
  {
    zone,
    ready,
  }: {
    readonly zone: string;
    readonly ready?: NonNullable<SuggestDocument['links'][number]['text']> | undefined;
  },
): SuggestDocument['links'][number] {
  return {
    number: index + 1,
    link: name.identity,
    byText: name.byText,
    label,
    lastText: posts.at(-1)?.text ?? '',
    posts: posts.length,
    reactions,
    last: formatLocalTime(openZone(zone, lastAt, lastAt).localTimeAt(lastAt)),
    at: new Date(slot.at).toISOString(),
    localTime: slot.localTime,
    gain,
    lasting: lasting ?? null,
    kind: lasting === undefined ? null : pageKind(lasting),
    idea: fittingHook(posts.at(-1)?.text ?? '') ?? null,
    text: ready === undefined ? null : { text: ready.text, origin: ready.origin, draft: ready.draft },
  };
}
