import { firstIdAt } from '#tweet/snowflake.js';
import { parseTweet } from '#tweet/parse.js';
import { wrapText } from './wrap.js';

type Json = Readonly<Record<string, unknown>>;

export interface FakeUser {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** A post that the fake X holds. Instants are ms UTC by its clock. */
export interface FakePost {
  readonly id: string;
  readonly authorId: string;
  /** As it was sent, to the letter. */
  readonly text: string;
  readonly at: number;
  readonly mediaIds: readonly string[];
  readonly taggedIds: readonly string[];
  readonly replyTo?: string;
  deleted?: boolean;
}

/** Counters of a post at an instant. */
interface FakeCounters {
  readonly likes: number;
  readonly reposts: number;
  readonly replies: number;
  readonly quotes: number;
  readonly bookmarks: number;
  readonly impressions: number;
  readonly linkClicks: number;
  readonly profileClicks: number;
}

/** How the counters of a post stand after an age in ms. */
export type Growth = (post: FakePost, age: number) => FakeCounters;

const HOUR = 3_600_000;

/** Most of the attention comes in the first hours: it halves every 5 h. */
export const usualGrowth: Growth = (_, age) => {
  const share = 1 - 0.5 ** (Math.max(0, age) / (5 * HOUR));
  const of = (final: number): number => Math.floor(final * share);
  return {
    likes: of(40),
    reposts: of(9),
    replies: of(5),
    quotes: of(2),
    bookmarks: of(4),
    impressions: of(2400),
    linkClicks: of(60),
    profileClicks: of(12),
  };
};

export interface FakeMedia {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly total: number;
  readonly parts: Map<number, Buffer>;
  finished: boolean;
  alt?: string;
  /** States of the processing that are still to be told; none for a photo. */
  readonly processing: string[];
}

/** X's two vocabularies for its fields. */
export const NAMES = {
  old: {
    fields: 'tweet.fields',
    reposts: 'retweet_count',
    history: 'edit_history_tweet_ids',
    referenced: 'referenced_tweets',
    note: 'note_tweet',
    pinned: 'pinned_tweet_id',
    total: 'total_tweet_count',
    count: 'tweet_count',
  },
  new: {
    fields: 'post.fields',
    reposts: 'repost_count',
    history: 'edit_history_post_ids',
    referenced: 'referenced_posts',
    note: 'note_post',
    pinned: 'pinned_post_id',
    total: 'total_post_count',
    count: 'post_count',
  },
} as const;
export type Naming = keyof typeof NAMES;

/** All that the fake X knows; tests may look into it and change it. */
export interface FakeState {
  readonly account: FakeUser & { pinned?: string; premium: boolean };
  readonly others: FakeUser[];
  readonly posts: FakePost[];
  readonly reposted: Set<string>;
  readonly media: Map<string, FakeMedia>;
  names: Naming;
  /** Whether the other vocabulary is refused in requests, with status 400. */
  strictNames: boolean;
  growth: Growth;
  /** Whether a text that was posted before is taken again: the real X refuses it, which hides second sends. */
  takesDuplicates: boolean;
  /** How long a new post stays out of the timeline, ms. */
  timelineLag: number;
  /** States that the processing of the next films and GIFs goes through. */
  processing: readonly string[];
  /** Posts of an hour that match a query. */
  hourlyCount: (query: string, hour: number) => number;
}

/** What an id has room for below its instant: 22 bits (docs.x.com, X IDs). */
const IDS_OF_AN_INSTANT = 2 ** 22;
let issued = 0;
/** An id that X would give at an instant: each is new, and they rise even while a test's clock stands still. */
export function newId(at: number): string {
  issued = (issued + 1) % IDS_OF_AN_INSTANT;
  return String(BigInt(firstIdAt(at)) + BigInt(issued));
}

/** Age from which X tells no private counters any more, ms. */
const PRIVATE_FOR = 30 * 24 * HOUR;
export const isPrivateKnown = (post: FakePost, now: number): boolean => now - post.at < PRIVATE_FOR;

/** A post as X answers it, with the fields that were asked for. */
export function renderPost(state: FakeState, post: FakePost, fields: ReadonlySet<string>, now: number): Json {
  const names = NAMES[state.names];
  const { id } = post;
  const mediaKeys = post.mediaIds.map((media) => `3_${media}`);
  const long = wrapText(id, post.text, mediaKeys, state.account.handle);
  const isLong = parseTweet(post.text).weightedLength > 280;
  const short = isLong
    ? { text: `${[...long.text].slice(0, 270).join('')}… https://t.co/longerpost`, entities: {} }
    : long;
  const c = state.growth(post, now - post.at);
  const isYoung = isPrivateKnown(post, now);
  const all: Json = {
    id,
    text: short.text,
    [names.history]: [id],
    author_id: post.authorId,
    created_at: new Date(Math.floor(post.at / 1000) * 1000).toISOString(),
    lang: 'fr',
    entities: short.entities,
    ...(isLong ? { [names.note]: long } : {}),
    ...(mediaKeys.length === 0 ? {} : { attachments: { media_keys: mediaKeys } }),
    ...(post.replyTo === undefined
      ? {}
      : { [names.referenced]: [{ type: 'replied_to', id: post.replyTo }], in_reply_to_user_id: post.authorId }),
    public_metrics: {
      [names.reposts]: c.reposts,
      reply_count: c.replies,
      like_count: c.likes,
      quote_count: c.quotes,
      bookmark_count: c.bookmarks,
      impression_count: c.impressions,
    },
    ...(isYoung
      ? {
          non_public_metrics: {
            impression_count: c.impressions,
            url_link_clicks: c.linkClicks,
            user_profile_clicks: c.profileClicks,
            engagements: c.likes + c.reposts + c.replies + c.linkClicks + c.profileClicks,
          },
          organic_metrics: {
            impression_count: c.impressions,
            like_count: c.likes,
            reply_count: c.replies,
            [names.reposts]: c.reposts,
            url_link_clicks: c.linkClicks,
            user_profile_clicks: c.profileClicks,
          },
        }
      : {}),
  };
  const always = new Set(['id', 'text', names.history]);
  return Object.fromEntries(Object.entries(all).filter(([key]) => always.has(key) || fields.has(key)));
}
