import type { ItemMedia } from '#queue/item.js';
import type { Spending } from '#queue/ports.js';
import type { PostOutcome, PostRequest, ReadOutcome } from '#queue/x-port.js';
import type { XClient } from './client.js';
import type { Page, TimelineQuery } from './pages.js';
import { PRICES } from './prices.js';

/** What calls are metered with. `Post` is a post of an answer, as the caller reads it. */
export interface MeterSetting<Post extends { readonly id: string }> {
  readonly client: XClient;
  /** The account at X. */
  readonly accountId: string;
  /** What X takes for a post of the account's own timeline, thousandths of a US dollar. */
  readonly ownReadPrice: number;
  readonly readPosts: (page: Page) => readonly Post[];
  /** Writes a cost down, thousandths of a US dollar. */
  readonly spend: (what: Spending['what'], amount: number) => Promise<void>;
  /** How many of these own posts X charges for: each once a day. */
  readonly countCharged: (ids: readonly string[]) => Promise<number>;
  /** Notes after each read how far X's clock is ahead, ms. */
  readonly noteSkew: (skew: number) => Promise<void>;
}

/** Calls for one account whose costs are written down, whether their answer is of use or not. */
export interface MeteredClient<Post> {
  prepare(media: readonly ItemMedia[]): Promise<ReadOutcome<Pick<PostRequest, 'mediaIds' | 'taggedIds'>>>;
  post(request: PostRequest, decidedAt: number): Promise<PostOutcome>;
  clock(): Promise<number | undefined>;
  /** Own posts of a stretch of the timeline. */
  readOwn(query: TimelineQuery): Promise<ReadOutcome<readonly Post[]>>;
  /** Posts by their ids, and those of the ids that are gone from X: a timeline leaves them out. */
  lookUp(ids: readonly string[]): Promise<ReadOutcome<LookedUp<Post>>>;
  repost(post: string): Promise<ReadOutcome<boolean>>;
  undoRepost(post: string): Promise<ReadOutcome<boolean>>;
  deletePost(post: string): Promise<ReadOutcome<boolean>>;
}

/** What a look-up by ids found. */
interface LookedUp<Post> {
  readonly posts: readonly Post[];
  readonly gone: readonly string[];
}

/** Makes a client whose paid calls are written down. Nothing is sent yet. */
export function createMeteredClient<Post extends { readonly id: string }>({
  client,
  accountId,
  ownReadPrice,
  readPosts,
  spend,
  countCharged,
  noteSkew,
}: MeterSetting<Post>): MeteredClient<Post> {
  const tracked = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    const { skew } = client.lastSeen();
    if (skew !== undefined) await noteSkew(skew);
    return answer;
  };
  const repostFor = async (call: Promise<ReadOutcome<boolean>>, price: number): Promise<ReadOutcome<boolean>> => {
    const outcome = await tracked(call);
    if (outcome.kind === 'done') await spend('repost', price);
    return outcome;
  };
  return {
    prepare(media) {
      return tracked(client.prepare(media, spend));
    },
    // Nothing is noted here: X's answer must reach the writer of the outcome, whatever the database is up to.
    post: (request, decidedAt) => client.post(request, decidedAt),
    clock: () => tracked(client.clock()),
    async readOwn(query) {
      const posts: Post[] = [];
      const outcome = await tracked(
        client.timeline(accountId, query, async (page) => {
          const received = readPosts(page);
          posts.push(...received);
          await spend('read', ownReadPrice * (await countCharged(received.map(({ id }) => id))));
        }),
      );
      return outcome.kind === 'done' ? { kind: 'done', value: posts } : outcome;
    },
    async lookUp(ids) {
      const posts: Post[] = [];
      if (ids.length === 0) return { kind: 'done', value: { posts, gone: [] } };
      const outcome = await tracked(
        client.lookUp(ids, async (page) => {
          const received = readPosts(page);
          posts.push(...received);
          await spend('read', PRICES.read * received.length);
        }),
      );
      return outcome.kind === 'done' ? { kind: 'done', value: { posts, gone: outcome.value } } : outcome;
    },
    repost: (post) => repostFor(client.repost(accountId, post), PRICES.repost),
    undoRepost: (post) => repostFor(client.undoRepost(accountId, post), PRICES.undoRepost),
    async deletePost(post) {
      const outcome = await tracked(client.deletePost(post));
      if (outcome.kind === 'done') await spend('delete', PRICES.deletePost);
      return outcome;
    },
  };
}
