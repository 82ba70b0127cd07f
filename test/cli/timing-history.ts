import { versions } from 'node:process';
import type { Observation, SourcePost } from '#history/ports.js';
import { createHistoryWriter } from '#store/history/writer.js';
import { openDatabase } from '#store/database.js';
import { createRandom } from '#timing/math/random.js';

/** The present instant of these tests: Monday 2026-03-02, 13:00 in Paris. */
export const NOW = Date.UTC(2026, 2, 2, 12);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Likes read at ages in ms. */
export const readings = (at: number, counts: readonly (readonly [age: number, likes: number])[]): Observation[] =>
  counts.map(([age, likes]) => ({
    source: 'api',
    observed: { certainty: 'exact', instant: at + age },
    counters: { likes, reposts: 0 },
  }));

/** A post; its id is that of its instant unless one is given. */
export function post(at: number, rest: Partial<SourcePost> = {}): SourcePost {
  return {
    id: String((BigInt(at) - 1_288_834_974_657n) << 22n),
    provenance: { source: 'api', at: NOW },
    at,
    precision: 'second',
    kind: 'original',
    quote: false,
    language: 'fr',
    media: 0,
    text: `Un post du ${new Date(at).toISOString().slice(0, 16)}`,
    cut: false,
    links: [],
    contacts: [],
    observations: [],
    ...rest,
  };
}

/** Writes a history into a file. */
export async function writeHistory(file: string, posts: readonly SourcePost[], handles = ['example']): Promise<void> {
  const database = await openDatabase(file, { nodeVersion: versions.node });
  try {
    const session = createHistoryWriter(database).openImport();
    posts.forEach(session.add);
    session.commit(undefined, { handles });
  } finally {
    database.close();
  }
}

/** Posts spread over days and hours; each gets `e^effect` times as many likes as usual. Seen at 8 days. */
export function postsWithHours(count: number, effect: (hour: number) => number, seed = 5): SourcePost[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const hour = Math.floor(7 + 15 * random.uniform());
    const day = Math.floor(index / 2);
    const at = Date.UTC(2026, 1, 20, hour, index % 60) - day * DAY;
    const likes = Math.round(Math.exp(2.5 + effect(hour) + 0.5 * random.normal()));
    return post(at, { observations: readings(at, [[8 * DAY, likes]]) });
  });
}

/** Shares of the 7-day total at the ages at which counters are read. */
const PACE = [
  [HOUR / 4, 0.25],
  [HOUR, 0.5],
  [3 * HOUR, 0.66],
  [6 * HOUR, 0.76],
  [DAY, 0.92],
  [3 * DAY, 0.97],
  [7 * DAY, 1],
] as const;

/** A post of a link with what was read of it up to now. */
export function linkPost(at: number, total: number, link: string, text: string): SourcePost {
  const seen = PACE.filter(([age]) => at + age <= NOW).map(([age, share]) => [age, Math.round(total * share)] as const);
  return post(at, {
    text: `${text} ${link}`,
    links: [{ short: 'https://t.co/AAAAAAAAA1', target: link }],
    observations: readings(at, seen),
  });
}

export const GUIDE = 'https://example.org/guide-logement';

/** An account with three links, one of them posted three times, the last time five hours ago. */
export const linkHistory = (): SourcePost[] => [
  ...Array.from({ length: 30 }, (_, index) =>
    linkPost(
      NOW - (40 + 3 * index) * DAY - 3 * HOUR,
      6 + (index % 7),
      `https://example.org/note-${index}`,
      `Note ${index}`,
    ),
  ),
  linkPost(NOW - 20 * DAY - 2 * HOUR, 24, GUIDE, 'Comment choisir son logement : cinq points'),
  linkPost(NOW - 9 * DAY - 4 * HOUR, 18, GUIDE, 'Visiter un logement le soir change tout'),
  linkPost(NOW - 5 * HOUR, 16, GUIDE, 'Le bruit, la distance, les charges'),
];

/** Words that make texts of both kinds long and short. */
const TAILS = [
  '',
  ' avant de signer',
  ' et les questions à poser à votre agence',
  ' pour ceux qui comparent des quartiers sans se presser',
];

/** Posts of which some keep to the rules and some shout; those that do get more likes, or not. */
export function scoredPosts(count: number, gain: number, seed = 9): SourcePost[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const isGood = random.uniform() < 0.5;
    const at = NOW - (10 + Math.floor(index / 2)) * DAY - (index % 7) * HOUR - index * 1000;
    const likes = Math.round(Math.exp(2.5 + (isGood ? gain : 0) + 0.5 * random.normal()));
    const text = isGood
      ? `Comment choisir son logement à Lyon ? Nos ${index + 3} conseils${TAILS[index % TAILS.length]} https://example.org/a${index} #Lyon #logement`
      : `INCROYABLE !!! ${index} DEMAIN SEULEMENT, foncez vite${TAILS[(index + 2) % TAILS.length]} https://example.org/b${index}`;
    return post(at, { text, observations: readings(at, [[8 * DAY, likes]]) });
  });
}

/** The histories that transcripts are made from, by file name. */
export const HISTORIES: Readonly<Record<string, () => SourcePost[]>> = {
  'evenings.db': () => postsWithHours(400, (hour) => (hour >= 18 ? 0.7 : hour < 10 ? -0.3 : 0)),
  'flat.db': () => postsWithHours(120, () => 0),
  'few.db': () => postsWithHours(12, () => 0),
  'links.db': linkHistory,
  'scored.db': () => scoredPosts(200, 0.8),
  'unscored.db': () => scoredPosts(200, 0),
  'none.db': () => [],
};
