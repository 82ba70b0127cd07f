// X as the queue sees it: calls of the client, with what they cost and what they tell written down.
import type { HistoryWriter, SourcePost } from '#history/ports.js';
import type { HistoryReader } from '#history/query-ports.js';
import type { QueueStore, Spending } from '#queue/ports.js';
import type { OwnPost, QueueX, ReadOutcome } from '#queue/x-port.js';
import type { XClient } from '#x/api/client.js';
import type { Page, TimelineQuery } from '#x/api/pages.js';
import { PRICES } from '#x/api/prices.js';
import { startOfDay } from '#queue/budget.js';
import { readRanges } from '#queue/observe.js';
import { listAt } from '#history/formats/tweet-object.js';
import { readApiPost, sentText } from '#history/formats/api-page.js';
import { budgetAt } from '#queue/budget.js';

/** What the port is made of. */
export interface XPortSetting {
  readonly client: XClient;
  readonly account: { readonly id: string; readonly handle?: string };
  readonly store: QueueStore;
  readonly writer: HistoryWriter;
  readonly reader: HistoryReader;
  /** ms UTC. */
  readonly now: () => number;
}

/** A queue's X, and what `sync` needs of it besides. */
export interface XPort extends QueueX {
  /** Posts of the timeline from an instant on (ms UTC), at most so many, kept in the history with their counters. */
  recordTimeline(from: number, most: number): Promise<ReadOutcome<Kept>>;
  /** Reposts an own post as it is, or takes that back. The same again changes nothing. */
  repost(post: string): Promise<ReadOutcome<boolean>>;
  undoRepost(post: string): Promise<ReadOutcome<boolean>>;
}

/** A post of an answer, as the history takes it and as it was sent. */
interface ReadPost {
  readonly post: SourcePost;
  readonly sent: OwnPost;
}

/** What a reading brought into the history. */
export interface Kept {
  readonly posts: number;
  readonly added: number;
  readonly gone: readonly string[];
  /** Whether there were more posts than were to be read. */
  readonly isCut: boolean;
}

/** Makes X a port of the queue. Every paid call is written down, whether it was of use or not. */
export function createXPort({ client, account, store, writer, reader, now }: XPortSetting): XPort {
  const handles = account.handle === undefined ? [] : [account.handle];
  const own = new Set(handles.map((handle) => handle.toLowerCase()));
  const paidPeople = new Set<string>();
  const spend = (what: Spending['what'], amount: number): void => {
    if (amount > 0) store.spend({ at: now(), what, amount });
  };
  /** Does a call, and notes what X told of itself on the way. */
  const tracked = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    const { skew } = client.lastSeen();
    const known = Number(store.fact('clock-skew')?.split(' ')[0] ?? NaN);
    // A second either way is the rounding of a header: writing each would write with every call.
    if (skew !== undefined && !(Math.abs(known - skew) < 2000)) store.setFact('clock-skew', `${skew} ${now()}`);
    return answer;
  };
  const postsIn = (page: Page): readonly ReadPost[] =>
    listAt(page, 'data').flatMap((json) => {
      const observed = { certainty: 'exact', instant: now() } as const;
      const post = readApiPost(json, { observed, own, accountId: account.id });
      return post === undefined ? [] : [{ post, sent: { id: post.id, at: post.at, text: sentText(json) } }];
    });
  /** Own posts of a stretch; each is paid once a day, as soon as it is there. */
  const readOwn = async (query: TimelineQuery): Promise<ReadOutcome<readonly ReadPost[]>> => {
    const posts: ReadPost[] = [];
    const outcome = await tracked(
      client.timeline(account.id, query, (page) => {
        const received = postsIn(page);
        posts.push(...received);
        const ids = received.map(({ post }) => post.id);
        spend('read', PRICES.ownRead * store.noteReads(startOfDay(now()), ids));
      }),
    );
    return outcome.kind === 'done' ? { kind: 'done', value: posts } : outcome;
  };
  const recordPosts = (posts: readonly SourcePost[], gone: readonly string[]): number => {
    const session = writer.openImport();
    try {
      posts.forEach(session.add);
      for (const id of gone) session.addAbsence(id, now());
    } catch (error) {
      session.discard();
      throw error;
    }
    return session.commit(undefined, { id: account.id, handles }).added;
  };
  /** Which posts are gone from X: a timeline leaves them out, and a look-up says so. */
  const findGone = async (ids: readonly string[]): Promise<ReadOutcome<Found>> => {
    const posts: SourcePost[] = [];
    if (ids.length === 0) return { kind: 'done', value: { posts, gone: [] } };
    const outcome = await tracked(
      client.lookUp(ids, (page) => {
        const received = postsIn(page).map(({ post }) => post);
        posts.push(...received);
        spend('read', PRICES.read * received.length);
      }),
    );
    return outcome.kind === 'done' ? { kind: 'done', value: { posts, gone: outcome.value } } : outcome;
  };

  return {
    async prepare(media) {
      const outcome = await tracked(client.prepare(media));
      // What X took of a preparation that broke off is not told: all of it counts, rather than none.
      if (outcome.kind === 'done' || outcome.kind === 'later') {
        spend('media', PRICES.mediaMetadata * media.filter(({ alt = '' }) => alt !== '').length);
      }
      if (outcome.kind !== 'done') return outcome;
      const people = media.flatMap(({ tag = [] }) => tag).filter((handle) => !paidPeople.has(handle.toLowerCase()));
      for (const handle of people) paidPeople.add(handle.toLowerCase());
      spend('user', PRICES.user * people.length);
      return outcome;
    },
    // Nothing is noted here: X's answer must reach who writes it down, whatever the database is up to.
    post: (request) => client.post(request),
    async ownPostsSince(instant) {
      const posts = await readOwn({ from: instant, most: budgetAt(store, now()).left });
      return posts.kind === 'done' ? { kind: 'done', value: posts.value.map(({ sent }) => sent) } : posts;
    },
    async observe(ids) {
      const known = reader.posts({}, 'newest', MAX_KNOWN).map(({ id }) => id);
      const seen = new Map<string, SourcePost>();
      for (const { after, through } of readRanges(ids, known)) {
        const posts = await readOwn({ sinceId: after, untilId: String(BigInt(through) + 1n) });
        if (posts.kind !== 'done') return posts;
        for (const { post } of posts.value) seen.set(post.id, post);
      }
      const found = await findGone(ids.filter((id) => !seen.has(id)));
      if (found.kind !== 'done') return found;
      for (const post of found.value.posts) seen.set(post.id, post);
      recordPosts([...seen.values()], found.value.gone);
      return { kind: 'done', value: { seen: [...seen.keys()], gone: found.value.gone } };
    },
    async repost(post) {
      const outcome = await tracked(client.repost(account.id, post));
      if (outcome.kind === 'done') spend('repost', PRICES.repost);
      return outcome;
    },
    async undoRepost(post) {
      const outcome = await tracked(client.undoRepost(account.id, post));
      if (outcome.kind === 'done') spend('repost', PRICES.undoRepost);
      return outcome;
    },
    async recordTimeline(from, most) {
      const read = await readOwn({ from, most });
      if (read.kind !== 'done') return read;
      const posts = read.value.map(({ post }) => post);
      const isCut = posts.length >= most;
      const ids = new Set(posts.map(({ id }) => id));
      // Of a timeline that was cut, what is missing may lie behind the cut.
      const missing = isCut
        ? []
        : reader
            .posts({ since: from, gone: false }, 'newest', MAX_KNOWN)
            .map(({ id }) => id)
            .filter((id) => !ids.has(id));
      const found = await findGone(missing.slice(0, Math.max(0, most - posts.length)));
      if (found.kind !== 'done') return found;
      const { gone } = found.value;
      const all = [...posts, ...found.value.posts];
      // Posts made elsewhere are watched as well, while there is something to see.
      for (const { id, at, kind } of all) {
        if (kind === 'original' && at !== undefined && now() - at < WATCHED_FOR) store.watch(id, at);
      }
      return { kind: 'done', value: { posts: all.length, added: recordPosts(all, gone), gone, isCut } };
    },
  };
}

interface Found {
  readonly posts: readonly SourcePost[];
  readonly gone: readonly string[];
}

/** Age of a post, ms, at which its last reading is made. */
const WATCHED_FOR = 7 * 86_400_000;
/** Own posts among which those to be read are told apart: X itself goes back no further. */
const MAX_KNOWN = 3200;
