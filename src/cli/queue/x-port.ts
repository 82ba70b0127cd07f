// X as the queue sees it: calls of the client, with what they cost and what they tell written down.
import type { HistoryWriter, SourcePost } from '../../history/ports.js';
import type { HistoryReader } from '../../history/query-ports.js';
import type { OwnPost, QueueStore, QueueX, ReadOutcome, Spending } from '../../queue/ports.js';
import type { Page, XClient } from '../../x/client.js';
import type { QueueParts } from './open.js';

/** What the port is made of. */
export interface XPortSetting {
  readonly client: XClient;
  readonly account: { readonly id: string; readonly handle?: string };
  readonly store: QueueStore;
  readonly writer: HistoryWriter;
  readonly reader: HistoryReader;
  readonly parts: QueueParts;
  /** ms UTC. */
  readonly now: () => number;
}

/** A queue's X, and what `sync` needs of it besides. */
export interface XPort extends QueueX {
  /** Posts of the timeline from an instant on (ms UTC), at most so many, kept in the history with their counters. */
  keepTimeline(from: number, most: number): Promise<ReadOutcome<Kept>>;
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
export function createXPort({ client, account, store, writer, reader, parts, now }: XPortSetting): XPort {
  const { PRICES, PRIVATE_FOR, dayOf, readRanges } = parts;
  const handles = account.handle === undefined ? [] : [account.handle];
  const sign = { id: account.id, handles };
  const spend = (what: Spending['what'], amount: number): void => {
    if (amount > 0) store.spend({ at: now(), what, amount });
  };
  /** What X told of itself on the way. */
  const noteSeen = (): void => {
    const { skew, limits } = client.seen();
    // A second either way is the rounding of a header: writing each would write with every call.
    const known = Number(store.fact('clock-skew')?.split(' ')[0] ?? NaN);
    if (skew !== undefined && !(Math.abs(known - skew) < 2000)) store.setFact('clock-skew', `${skew} ${now()}`);
    if (limits.some(({ remaining }) => remaining === 0)) store.setFact('rate-limits', JSON.stringify(limits));
  };
  /** Does a call, and notes what it told. */
  const asked = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    noteSeen();
    return answer;
  };
  const readPages = (pages: readonly Page[]): readonly ReadPost[] => {
    const observed = { certainty: 'exact', instant: now() } as const;
    const own = new Set(handles.map((handle) => handle.toLowerCase()));
    return pages.flatMap((page) =>
      parts.listAt(page, 'data').flatMap((json) => {
        const post = parts.readApiPost(json, { observed, own, accountId: account.id });
        return post === undefined ? [] : [{ post, sent: { id: post.id, at: post.at, text: parts.sentText(json) } }];
      }),
    );
  };
  /** Pages of own posts, paid once a day each. */
  const readOwn = async (call: Promise<ReadOutcome<readonly Page[]>>): Promise<ReadOutcome<readonly ReadPost[]>> => {
    const pages = await asked(call);
    if (pages.kind !== 'done') return pages;
    const posts = readPages(pages.value);
    spend(
      'read',
      PRICES.ownRead *
        store.noteReads(
          dayOf(now()),
          posts.map(({ post }) => post.id),
        ),
    );
    return { kind: 'done', value: posts };
  };
  const keep = (posts: readonly SourcePost[], gone: readonly string[]): number => {
    const session = writer.openImport();
    try {
      posts.forEach(session.add);
      for (const id of gone) session.addAbsence(id, now());
    } catch (error) {
      session.discard();
      throw error;
    }
    return session.commit(undefined, sign).added;
  };
  /** Which posts are gone from X: a timeline leaves them out, and a look-up says so. */
  const findGone = async (
    ids: readonly string[],
  ): Promise<ReadOutcome<{ posts: readonly SourcePost[]; gone: readonly string[] }>> => {
    if (ids.length === 0) return { kind: 'done', value: { posts: [], gone: [] } };
    const pages = await asked(client.lookup(ids, false));
    if (pages.kind !== 'done') return pages;
    const posts = readPages(pages.value).map(({ post }) => post);
    spend('read', PRICES.read * posts.length);
    const gone = pages.value.flatMap((page) => parts.goneIn(page)).filter((id) => ids.includes(id));
    return { kind: 'done', value: { posts, gone } };
  };

  return {
    async prepare(media) {
      const mediaIds: string[] = [];
      for (const { file, alt } of media) {
        const uploaded = await asked(client.upload({ file, ...(alt !== undefined && { alt }) }));
        if (uploaded.kind !== 'done') return uploaded;
        if (alt !== undefined && alt !== '') spend('media', PRICES.mediaMetadata);
        mediaIds.push(uploaded.value);
      }
      const tagged = [...new Set(media.flatMap(({ tag = [] }) => tag.map((handle) => handle.toLowerCase())))];
      if (tagged.length === 0) return { kind: 'done', value: { mediaIds, taggedIds: [] } };
      const found = await asked(client.userIds(tagged));
      if (found.kind !== 'done') return found;
      spend('user', PRICES.user * found.value.size);
      const missing = tagged.filter((handle) => !found.value.has(handle));
      if (missing.length > 0) {
        const names = missing.map((handle) => `@${handle}`).join(', ');
        return { kind: 'refused', code: 'media-refused', detail: `nobody on X is called ${names}: mend the tag` };
      }
      return { kind: 'done', value: { mediaIds, taggedIds: [...found.value.values()] } };
    },
    async post(request) {
      const outcome = await client.post(request);
      try {
        noteSeen();
      } catch {
        // The answer above is what must not be lost; X's clock is told again with the next one.
      }
      return outcome;
    },
    async ownPostsSince(instant) {
      const posts = await readOwn(client.timeline(account.id, { from: instant }, false));
      return posts.kind === 'done' ? { kind: 'done', value: posts.value.map(({ sent }) => sent) } : posts;
    },
    async observe(ids) {
      const known = reader.posts({}, 'newest', MOST_KNOWN).map(({ id }) => id);
      const seen = new Map<string, SourcePost>();
      for (const { after, through } of readRanges(ids, known)) {
        const before = String(BigInt(through) + 1n);
        const posts = await readOwn(client.timeline(account.id, { after, before }, true));
        if (posts.kind !== 'done') return posts;
        for (const { post } of posts.value) seen.set(post.id, post);
      }
      const found = await findGone(ids.filter((id) => !seen.has(id)));
      if (found.kind !== 'done') return found;
      for (const post of found.value.posts) seen.set(post.id, post);
      keep([...seen.values()], found.value.gone);
      return { kind: 'done', value: { seen: [...seen.keys()], gone: found.value.gone } };
    },
    async keepTimeline(from, most) {
      const recent = Math.max(from, now() - PRIVATE_FOR);
      const posts: SourcePost[] = [];
      const young = await readOwn(client.timeline(account.id, { from: recent, most }, true));
      if (young.kind !== 'done') return young;
      posts.push(...young.value.map(({ post }) => post));
      if (from < recent && posts.length < most) {
        const oldest = parts.firstIdAt(recent);
        const old = await readOwn(
          client.timeline(account.id, { from, before: oldest, most: most - posts.length }, false),
        );
        if (old.kind !== 'done') return old;
        posts.push(...old.value.map(({ post }) => post));
      }
      const isCut = posts.length >= most;
      const ids = new Set(posts.map(({ id }) => id));
      // Of a timeline that was cut, what is missing may lie behind the cut.
      const missing = isCut
        ? []
        : reader
            .posts({ since: from, gone: false }, 'newest', MOST_KNOWN)
            .map(({ id }) => id)
            .filter((id) => !ids.has(id));
      const found = await findGone(missing.slice(0, Math.max(0, most - posts.length)));
      if (found.kind !== 'done') return found;
      const all = [...posts, ...found.value.posts];
      return {
        kind: 'done',
        value: { posts: all.length, added: keep(all, found.value.gone), gone: found.value.gone, isCut },
      };
    },
  };
}

/** Own posts among which those to be read are told apart: X itself goes back no further. */
const MOST_KNOWN = 3200;
