import { describe, expect, it } from 'vitest';
import { suggestLinks, type SuggestInput } from '#campaign/suggest.js';
import type { LinkedPost, LinkPost } from '#history/query-ports.js';
import { DEFAULT_LEVEL } from '#timing/decay/level.js';
import { builtInPrior } from '#timing/decay/prior.js';
import { estimateHours } from '#timing/hours/hours.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday, 13:20 in Paris. */
const NOW = Date.UTC(2026, 2, 2, 12, 20);
const ZONE = 'Europe/Paris';

const linked = (page: string, daysAgo: number, reactions: number, rest: Partial<LinkedPost> = {}): LinkedPost => ({
  link: `example.org/${page}`,
  id: `${page}-${daysAgo}`,
  at: NOW - daysAgo * DAY,
  kind: 'original',
  text: `Guide of ${page} https://example.org/${page}`,
  reactions,
  countedAt: NOW,
  ...rest,
});

/** Posts of so many days, each at these hours of UTC. */
const hoursOf = (days: number, hours: readonly number[]) =>
  Array.from({ length: days }, (_, day) =>
    hours.map((hour) => ({ at: Date.UTC(2026, 2, 1, hour) - day * DAY, value: 4 })),
  ).flat();

const asLinkPost = ({ link, id, at, kind, text, reactions }: LinkedPost): LinkPost => ({
  id,
  ...(at !== undefined && { at }),
  precision: 'second',
  kind,
  quote: false,
  language: 'en',
  media: 0,
  text,
  counters: {},
  gone: false,
  links: [link],
  grade: 'target',
  linkCount: 1,
  observations: [
    { observed: { certainty: 'exact', instant: NOW }, source: 'api', counters: { likes: reactions ?? 0, reposts: 0 } },
  ],
});

function suggest(posts: readonly LinkedPost[], change: Partial<SuggestInput> = {}) {
  return suggestLinks({
    now: NOW,
    linked: posts,
    older: 0,
    hours: estimateHours(hoursOf(60, [8, 12, 18]), { zone: ZONE, seed: 1 }),
    decay: { prior: builtInPrior(4), level: DEFAULT_LEVEL },
    open: [],
    optedOut: () => [],
    postsOfLink: (link) => posts.filter((post) => post.link === link).map(asLinkPost),
    postsPerWeek: 20,
    limit: 5,
    seed: 1,
    ...change,
  });
}

const PAGES = ['balconies', 'leases', 'attics', 'heating', 'gardens'].map((page, index) =>
  linked(page, 60 + index, 40 - index),
);

describe('slots of suggestions', () => {
  it('leave an hour to write the text: at 13:20 not even 14:00', () => {
    // Posts go out at 13:00 and at 14:00 alone: of this Monday neither is left.
    const hours = estimateHours(hoursOf(60, [12, 13]), { zone: ZONE, seed: 1 });
    const today = (now: number) =>
      suggest(PAGES, { hours, now }).links.filter(({ slot }) => slot.localTime.startsWith('2026-03-02'));
    expect(today(NOW)).toEqual([]);
    expect(today(NOW - 30 * 60_000).map(({ slot }) => slot.localTime)).toEqual(['2026-03-02T14:00']);
  });

  it('lie at hours that the account is used to, not at that of a single post', () => {
    const once = [...hoursOf(60, [8, 12, 18]), { at: Date.UTC(2026, 1, 20, 2), value: 400 }];
    const { links } = suggest(PAGES, { hours: estimateHours(once, { zone: ZONE, seed: 1 }) });
    const used = new Set(links.map(({ slot }) => slot.localTime.slice(11)));
    expect(links.length).toBe(5);
    expect([...used].every((time) => ['09:00', '13:00', '19:00'].includes(time))).toBe(true);
  });

  it('are those of any waking hour where no post is known', () => {
    const { links } = suggest(PAGES, { hours: estimateHours([], { zone: ZONE, seed: 1 }) });
    expect(links.length).toBe(5);
  });
});

describe('the newest post of a history', () => {
  it('is the last one that has gone out, wherever it stands in the list', () => {
    const { newestAt } = suggest([linked('leases', 40, 9), linked('attics', 9, 9), linked('heating', 300, 9)]);
    expect(newestAt).toBe(NOW - 9 * DAY);
  });

  it('is none of the future, and none without a known hour', () => {
    const future = linked('leases', -2, 9);
    const undated = linked('attics', 3, 9, { at: undefined });
    expect(suggest([future, undated, linked('heating', 30, 9)]).newestAt).toBe(NOW - 30 * DAY);
    expect(suggest([future, undated]).newestAt).toBeUndefined();
    expect(suggest([]).newestAt).toBeUndefined();
  });
});
