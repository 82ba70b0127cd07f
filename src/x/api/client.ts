import type { ItemMedia } from '#queue/item.js';
import type { PostOutcome, PostRequest, ReadOutcome } from '#queue/x-port.js';
import type { Connection, XTokens } from './connection.js';
import { prepareMedia, type Pay, type ReadFile } from './media.js';
import { postOutcome } from './outcome.js';
import { lookUpPosts, readTimeline, type TakePage, type TimelineQuery } from './pages.js';
import {
  deletePost,
  readClock,
  readCounts,
  type RecentCounts,
  readMe,
  repost,
  undoRepost,
  type XAccount,
} from './reads.js';
import { type Deadlines, DEADLINES, type LastSeen, openSession, type TokenSource, type Session } from './session.js';

/** X, for one account. No method throws, and none makes a call again by itself. */
export interface XClient {
  /** Sends a post, once; not when its first byte would leave more than half a minute away from an instant (ms UTC). */
  post(request: PostRequest, decidedAt?: number): Promise<PostOutcome>;
  /** Uploads media, describes them and finds who is tagged; checks everything before it sends anything. */
  prepare(media: readonly ItemMedia[], pay?: Pay): Promise<ReadOutcome<Pick<PostRequest, 'mediaIds' | 'taggedIds'>>>;
  /** Reads the posts of an account, newest first; answers how many came. Pages are given on as X answered them. */
  timeline(accountId: string, query: TimelineQuery, take: TakePage): Promise<ReadOutcome<number>>;
  /** Reads posts by ids; answers the ids of those that are gone from X. */
  lookUp(ids: readonly string[], take: TakePage): Promise<ReadOutcome<readonly string[]>>;
  /** Counts the posts of the last 7 days that match a query. Needs the app's Bearer token. */
  counts(query: string): Promise<ReadOutcome<RecentCounts>>;
  me(): Promise<ReadOutcome<XAccount>>;
  /** How far X's clock is ahead of ours, ms, by an answer that costs nothing; undefined when none comes. */
  clock(): Promise<number | undefined>;
  /** Reposts an own post, and takes that back; both answer whether it is reposted now. */
  repost(accountId: string, postId: string): Promise<ReadOutcome<boolean>>;
  undoRepost(accountId: string, postId: string): Promise<ReadOutcome<boolean>>;
  /** Takes an own post off X; answers whether it is gone. */
  deletePost(postId: string): Promise<ReadOutcome<boolean>>;
  /** What X told in its last answers: its limits, and how far its clock is ahead of ours. */
  lastSeen(): LastSeen;
}

/** What a client is made of. */
export interface XClientParts {
  /** The account's tokens, or where to ask for them before each call. */
  readonly tokens: XTokens | TokenSource;
  /** The app's own token, which counts need. */
  readonly bearer?: string;
  readonly connection: Connection;
  readonly deadlines?: Partial<Deadlines>;
  /** ms UTC. */
  readonly now: () => number;
  readonly readFile: ReadFile;
  /** The skew that an earlier run has seen, ms. */
  readonly skew?: number;
  readonly wait?: (ms: number) => Promise<void>;
}

const toTokenSource = (tokens: XTokens | TokenSource): TokenSource =>
  typeof tokens === 'function' ? tokens : () => Promise.resolve({ kind: 'done', value: tokens });

/** Opens a client. Nothing is sent yet. */
export function openXClient(parts: XClientParts): XClient {
  const { bearer, readFile } = parts;
  const session = openSession({
    tokens: toTokenSource(parts.tokens),
    connection: parts.connection,
    deadlines: { ...DEADLINES, ...parts.deadlines },
    now: parts.now,
    wait: parts.wait ?? ((ms) => new Promise((done) => setTimeout(done, ms))),
    skew: parts.skew,
  });
  const people = new Map<string, string>();
  return {
    post: (request, decidedAt) => sendPost(session, request, decidedAt),
    prepare: (media, pay) => prepareMedia(session, media, readFile, people, pay),
    timeline: (accountId, query, take) => readTimeline(session, accountId, query, take),
    lookUp: (ids, take) => lookUpPosts(session, ids, take),
    counts: (query) =>
      readCounts(session, bearer === undefined || bearer === '' ? undefined : toTokenSource(bearer), query),
    me: () => readMe(session),
    clock: () => readClock(session),
    repost: (accountId, postId) => repost(session, accountId, postId),
    undoRepost: (accountId, postId) => undoRepost(session, accountId, postId),
    deletePost: (postId) => deletePost(session, postId),
    lastSeen: session.seen,
  };
}

/** The body of `POST /2/tweets`. X refuses keys that it does not know, and an empty list of media. */
const toBody = ({ text, mediaIds, taggedIds }: PostRequest): Record<string, unknown> => ({
  text,
  ...(mediaIds.length === 0
    ? {}
    : { media: { media_ids: mediaIds, ...(taggedIds.length === 0 ? {} : { tagged_user_ids: taggedIds }) } }),
});

/**
 * The longest time between deciding on a post and sending it, ms by the wall clock, which counts a sleep of the machine:
 * others may have judged the attempt meanwhile. @source own choice
 */
const MAX_DELAY = 30_000;

/** Sends a post, once. Never throws, never sends again: what cannot be known is `unknown`. */
export async function sendPost(
  session: Session,
  request: PostRequest,
  decidedAt = session.now(),
): Promise<PostOutcome> {
  const called = await session.call(session.tokens, {
    endpoint: 'POST /2/tweets',
    deadline: session.deadlines.post,
    request: (api) => api.v2.post('tweets', toBody(request)),
    isStale: () => Math.abs(session.now() - decidedAt) > MAX_DELAY,
  });
  return 'failure' in called ? called.failure : postOutcome(called.answer, called.at);
}
