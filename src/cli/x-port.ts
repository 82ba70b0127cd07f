// X as the queue and `sync` see it: metered calls, whose posts go into the history.
import { readApiPost, sentText } from '#history/formats/api-page.js';
import { listAt } from '#history/formats/tweet-object.js';
import type { HistoryWriter, SourcePost } from '#history/ports.js';
import type { HistoryReader } from '#history/query-ports.js';
import { budgetAt, startOfDay } from '#queue/budget.js';
import { READ_AT, readRanges } from '#queue/observe.js';
import type { QueueStore } from '#queue/ports.js';
import type { QueueX, ReadOutcome } from '#queue/x-port.js';
import type { XClient } from '#x/api/client.js';
import { createMeteredClient, type MeteredClient } from '#x/api/metered.js';
import type { Page } from '#x/api/pages.js';
import { PRICES, toPreparationPrice } from '#x/api/prices.js';
import type { Account } from '#x/auth/credentials.js';

/** What the port is made of. */
export interface XPortSetting {
  readonly client: XClient;
  readonly account: Account;
  /** What X takes for a post of the account's own timeline, thousandths of a US dollar. */
  readonly ownReadPrice: number;
  readonly store: QueueStore;
  readonly writer: HistoryWriter;
  readonly reader: HistoryReader;
  /** ms UTC. */
  readonly now: () => number;
}

/** A queue's X, and what `sync` and `repost` need of it besides. */
export interface XPort extends QueueX {
  /** Posts of the timeline from an instant on (ms UTC), at most that many, kept in the history with their counters. */
  recordTimeline(from: number, most: number): Promise<ReadOutcome<RecordedTimeline>>;
  /** Reposts an own post as it is, or undoes that. The same again changes nothing. */
  repost(post: string): Promise<ReadOutcome<boolean>>;
  undoRepost(post: string): Promise<ReadOutcome<boolean>>;
  /** Takes an own post off X, and notes in the history that it is gone. The same again changes nothing. */
  deletePost(post: string): Promise<ReadOutcome<boolean>>;
}

/** What a reading of the timeline brought into the history. */
interface RecordedTimeline {
  readonly posts: number;
  readonly added: number;
  readonly gone: readonly string[];
  /** Whether there were more posts than were to be read. */
  readonly isCut: boolean;
}

/** A post of an answer, as the history takes it and as it was sent. */
interface ReadPost {
  readonly id: string;
  readonly post: SourcePost;
  readonly sentText: string;
}

/** Own posts among which those to be read are selected: X itself goes back no further. */
const MAX_KNOWN = 3200;

/** Makes X a port of the queue. */
export function createXPort(setting: XPortSetting): XPort {
  const { store, reader, now, ownReadPrice } = setting;
  const x = meteredFor(setting);
  return {
    account: setting.account.id,
    ownReadPrice,
    prepare: x.prepare,
    post: x.post,
    preparationPrice: toPreparationPrice,
    clock: x.clock,
    skew: () => setting.client.lastSeen().skew,
    repost: x.repost,
    undoRepost: x.undoRepost,
    async deletePost(post) {
      const outcome = await x.deletePost(post);
      if (outcome.kind === 'done' && outcome.value) recordPosts(setting, [], [post]);
      return outcome;
    },
    async ownPostsSince(instant) {
      const read = await x.readOwn({
        from: instant,
        most: Math.floor((await budgetAt(store, now())).left / ownReadPrice),
      });
      if (read.kind !== 'done') return read;
      return { kind: 'done', value: read.value.map(({ id, post, sentText: text }) => ({ id, at: post.at, text })) };
    },
    async observe(ids) {
      const read = await readByIds(x, reader, ids, async () => (await budgetAt(store, now())).left);
      if (read.kind !== 'done') return read;
      const { posts, gone } = read.value;
      recordPosts(setting, posts, gone);
      return { kind: 'done', value: { seen: posts.map(({ id }) => id), gone } };
    },
    recordTimeline: (from, most) => recordTimeline(x, setting, { from, most }),
  };
}

function meteredFor({ client, account, store, now, ownReadPrice }: XPortSetting): MeteredClient<ReadPost> {
  const own = new Set(account.handle === undefined ? [] : [account.handle.toLowerCase()]);
  return createMeteredClient({
    client,
    accountId: account.id,
    ownReadPrice,
    readPosts: (page: Page) =>
      listAt(page, 'data').flatMap((json) => {
        const observed = { certainty: 'exact', instant: now() } as const;
        const post = readApiPost(json, { observed, own, accountId: account.id });
        return post === undefined ? [] : [{ id: post.id, post, sentText: sentText(json) }];
      }),
    spend: async (what, amount) => {
      if (amount > 0) await store.spend({ at: now(), what, amount });
    },
    countCharged: (ids) => store.noteReads(startOfDay(now()), ids),
    noteSkew: async (skew) => {
      const known = Number((await store.fact('clock-skew'))?.split(' ')[0] ?? NaN);
      // A second either way is the rounding of a header: writing each would write with every call.
      if (!(Math.abs(known - skew) < 2000)) await store.setFact('clock-skew', `${skew} ${now()}`);
    },
  });
}

/** Posts by their ids: from the timeline, where each costs least, and by look-up for those that it does not show. */
async function readByIds(
  x: MeteredClient<ReadPost>,
  reader: HistoryReader,
  ids: readonly string[],
  left: () => Promise<number>,
): Promise<ReadOutcome<{ readonly posts: readonly SourcePost[]; readonly gone: readonly string[] }>> {
  const known = reader.posts({}, 'newest', MAX_KNOWN).map(({ id }) => id);
  const seen = new Map<string, SourcePost>();
  for (const { after, through } of readRanges(ids, known)) {
    const read = await x.readOwn({ sinceId: after, untilId: String(BigInt(through) + 1n) });
    if (read.kind !== 'done') return read;
    for (const { id, post } of read.value) seen.set(id, post);
  }
  // One by one they cost five times as much: those that the budget does not allow keep waiting for their next reading.
  const affordable = Math.floor((await left()) / PRICES.read);
  const found = await x.lookUp(ids.filter((id) => !seen.has(id)).slice(0, affordable));
  if (found.kind !== 'done') return found;
  for (const { id, post } of found.value.posts) seen.set(id, post);
  return { kind: 'done', value: { posts: [...seen.values()], gone: found.value.gone } };
}

async function recordTimeline(
  x: MeteredClient<ReadPost>,
  setting: XPortSetting,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<ReadOutcome<RecordedTimeline>> {
  const { store, reader, now } = setting;
  const read = await x.readOwn({ from, most });
  if (read.kind !== 'done') return read;
  const isCut = read.value.length >= most;
  const ids = new Set(read.value.map(({ id }) => id));
  // Of a timeline that was cut, what is missing may lie behind the cut.
  const missing = isCut
    ? []
    : reader
        .posts({ since: from, gone: false }, 'newest', MAX_KNOWN)
        .map(({ id }) => id)
        .filter((id) => !ids.has(id));
  const found = await x.lookUp(missing.slice(0, Math.max(0, most - ids.size)));
  if (found.kind !== 'done') return found;
  const { gone } = found.value;
  const posts = [...read.value, ...found.value.posts].map(({ post }) => post);
  const lastReading = READ_AT.at(-1) ?? 0;
  // Posts made elsewhere are watched as well, while there is something to see.
  for (const { id, at, kind } of posts) {
    if (kind === 'original' && at !== undefined && now() - at < lastReading) await store.watch(id, at);
  }
  return { kind: 'done', value: { posts: posts.length, added: recordPosts(setting, posts, gone), gone, isCut } };
}

/** Adds posts and absences to the history; answers how many posts are new. */
function recordPosts(
  { writer, account, now }: XPortSetting,
  posts: readonly SourcePost[],
  gone: readonly string[],
): number {
  const session = writer.openImport();
  try {
    posts.forEach(session.add);
    for (const id of gone) session.addAbsence(id, now());
  } catch (error) {
    session.discard();
    throw error;
  }
  const handles = account.handle === undefined ? [] : [account.handle];
  return session.commit(undefined, { id: account.id, handles }).added;
}
