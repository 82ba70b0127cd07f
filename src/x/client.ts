import type { TwitterApi, TwitterApiTokens } from 'twitter-api-v2';
import type { PostOutcome, PostRequest, ReadOutcome } from '../queue/ports.js';
import { failedCall, oneLine, problemOf } from './answer.js';
import { connect, type Connection } from './connection.js';
import { within } from './deadline.js';
import { postFields, type FieldNames } from './fields.js';
import { limitsIn, skewIn, type Limit } from './limits.js';
import { mediaTypeOf, uploadMedia, type Upload } from './media.js';
import { postFailure, readFailure } from './outcome.js';

/** How long calls may take as a whole, ms. */
export interface Deadlines {
  readonly post: number;
  readonly read: number;
  readonly upload: number;
}
/** Ours: X answers within seconds, or not at all. */
export const DEADLINES: Deadlines = { post: 30_000, read: 20_000, upload: 120_000 };

/** A page of posts as X wrote it, whatever names it used: `data`, `errors`, `meta`. */
export type Page = Readonly<Record<string, unknown>>;

/** A stretch of the account's timeline: ids, both ends outside; or from an instant on, ms UTC. */
export interface Stretch {
  readonly after?: string;
  readonly before?: string;
  readonly from?: number;
  /** No more posts than this: each is paid for. */
  readonly most?: number;
}

/** Posts of an hour that hold some words. */
export interface HourCount {
  /** ms UTC. */
  readonly start: number;
  readonly posts: number;
}

/** An account as X tells it. */
export interface XAccount {
  readonly id: string;
  readonly handle: string;
  readonly pinned?: string;
}

/** X's API, as far as this program calls it. Nothing here throws, retries, or calls anything twice. */
export interface XClient {
  post(request: PostRequest): Promise<PostOutcome>;
  /** Uploads a file with its alt text; answers X's id of it. */
  upload(media: Upload): Promise<ReadOutcome<string>>;
  /** Ids of accounts by handle; those that do not exist are missing. */
  userIds(handles: readonly string[]): Promise<ReadOutcome<ReadonlyMap<string, string>>>;
  me(): Promise<ReadOutcome<XAccount>>;
  /** The account's posts, newest first, page by page as far as X goes back (3,200 posts). */
  timeline(user: string, stretch: Stretch, isPrivate: boolean): Promise<ReadOutcome<readonly Page[]>>;
  /** Posts by id; those that are gone stand among the errors of their page. */
  lookup(ids: readonly string[], isPrivate: boolean): Promise<ReadOutcome<readonly Page[]>>;
  /** How many posts of the last 7 days match a query, by hour. Needs the app's own token. */
  counts(query: string): Promise<ReadOutcome<{ readonly total: number; readonly hours: readonly HourCount[] }>>;
  /** Reposts an own post as it is, or takes that back. The same again changes nothing. */
  repost(user: string, post: string): Promise<ReadOutcome<boolean>>;
  undoRepost(user: string, post: string): Promise<ReadOutcome<boolean>>;
  /** The limits told last, and ms that X's clock is ahead; undefined before the first answer. */
  seen(): { readonly limits: readonly Limit[]; readonly skew: number | undefined };
}

/** What a client is made of. */
export interface ClientSetting {
  readonly tokens: TwitterApiTokens | string;
  /** The app's own token, for counts. */
  readonly bearer?: string;
  readonly connection: Omit<Connection, 'onAnswer'>;
  readonly deadlines?: Deadlines;
  readonly now: () => number;
  readonly readFile: (path: string) => Promise<Uint8Array>;
}

const POST_ID = /^[0-9]{1,19}$/;
/** Most posts of one page (docs.x.com), and most pages: 3,200 posts. */
const PAGE = 100;
const LEAST_PAGE = 5;
const MOST_PAGES = 32;
/** X's bound for a search (docs.x.com, recent counts). */
const LONGEST_QUERY = 512;

const objectOf = (value: unknown): Page =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Page) : {};
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const listOf = (value: unknown): readonly Page[] => (Array.isArray(value) ? value.map(objectOf) : []);

/** Opens a client. Nothing is sent yet. */
export function openXClient(setting: ClientSetting): XClient {
  const { now, readFile, deadlines = DEADLINES } = setting;
  let limits: readonly Limit[] = [];
  let skew: number | undefined;
  const onAnswer = (headers: Readonly<Record<string, unknown>>): void => {
    limits = limitsIn(headers);
    skew = skewIn(headers, now()) ?? skew;
  };
  const connection = { ...setting.connection, onAnswer };
  const api = connect(setting.tokens, connection);
  let names: FieldNames = 'old';

  const read = async <T>(ms: number, call: () => Promise<T>): Promise<ReadOutcome<T>> => {
    try {
      return { kind: 'done', value: await within(ms, call()) };
    } catch (error) {
      return readFailure(error, now());
    }
  };

  /** A page of posts; asked once more by the other names when X does not know those of before. */
  const page = async (path: string, query: Readonly<Record<string, string>>, isPrivate: boolean): Promise<Page> => {
    const ask = (): Promise<Page> => api.v2.get<Page>(path, { ...query, ...postFields(names, isPrivate) });
    try {
      return answered(await ask());
    } catch (error) {
      const call = failedCall(error);
      if (call.status !== 400 || !JSON.stringify(call.body).includes(`${names === 'old' ? 'tweet' : 'post'}.fields`))
        throw error;
      names = names === 'old' ? 'new' : 'old';
      return answered(await ask());
    }
  };

  return {
    async post({ text, mediaIds, taggedIds }) {
      const media = mediaIds.length === 0 ? {} : { media: mediaOf(mediaIds, taggedIds) };
      try {
        const answer: unknown = await within(deadlines.post, api.v2.post('tweets', { text, ...media }));
        const id = textOf(objectOf(objectOf(answer)['data'])['id']);
        // Whatever else was answered with a success, a captive portal's page for one, says nothing of the post.
        if (id !== undefined && POST_ID.test(id)) return { kind: 'posted', id };
        return {
          kind: 'unknown',
          code: 'not-understood',
          detail: oneLine(`a success without an id: ${shorten(answer)}`),
        };
      } catch (error) {
        return postFailure(error, now());
      }
    },
    async upload(media) {
      let bytes: Uint8Array;
      try {
        bytes = await readFile(media.file);
      } catch (error) {
        const why = problemOf(failedCall(error)).detail;
        return { kind: 'refused', code: 'media-unreadable', detail: oneLine(`${media.file} cannot be read (${why})`) };
      }
      const type = mediaTypeOf(media, bytes);
      if (type.kind !== 'done') return type;
      try {
        return { kind: 'done', value: await within(deadlines.upload, uploadMedia(api, media, bytes, type.value)) };
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('Media processing failed')) {
          return { kind: 'refused', code: 'media-refused', detail: oneLine(`${media.file}: ${error.message}`) };
        }
        return readFailure(error, now());
      }
    },
    userIds: (handles) =>
      read(deadlines.read, async () => {
        const answer = answered(await api.v2.get<Page>('users/by', { usernames: handles.join(',') }));
        return new Map(
          listOf(answer['data']).flatMap(({ username, id }): [string, string][] =>
            typeof username === 'string' && typeof id === 'string' ? [[username.toLowerCase(), id]] : [],
          ),
        );
      }),
    me: () =>
      read(deadlines.read, async () => {
        const answer = answered(await api.v2.get<Page>('users/me', { expansions: 'pinned_tweet_id' }));
        const { id, username, pinned_tweet_id: old, pinned_post_id: pinned = old } = objectOf(answer['data']);
        const [account, handle] = [textOf(id), textOf(username)];
        if (account === undefined || handle === undefined) throw new Error('an account without an id or a name');
        const pinnedId = textOf(pinned);
        return { id: account, handle, ...(pinnedId !== undefined && { pinned: pinnedId }) };
      }),
    timeline: (user, { after, before, from, most = PAGE * MOST_PAGES }, isPrivate) =>
      read(deadlines.read * 3, async () => {
        const query = {
          ...(after !== undefined && { since_id: after }),
          ...(before !== undefined && { until_id: before }),
          // X takes whole seconds.
          ...(from !== undefined && { start_time: `${new Date(from).toISOString().slice(0, 19)}Z` }),
        };
        const pages: Page[] = [];
        let next: string | undefined;
        let left = most;
        do {
          const size = String(Math.min(PAGE, Math.max(LEAST_PAGE, left)));
          const token: Readonly<Record<string, string>> = next === undefined ? {} : { pagination_token: next };
          const answer = await page(`users/${user}/tweets`, { ...query, ...token, max_results: size }, isPrivate);
          pages.push(answer);
          left -= listOf(answer['data']).length;
          next = textOf(objectOf(answer['meta'])['next_token']);
        } while (next !== undefined && left > 0 && pages.length < MOST_PAGES);
        return pages;
      }),
    lookup: (ids, isPrivate) =>
      read(deadlines.read * 3, async () => {
        const pages: Page[] = [];
        for (let start = 0; start < ids.length; start += PAGE) {
          pages.push(await page('tweets', { ids: ids.slice(start, start + PAGE).join(',') }, isPrivate));
        }
        return pages;
      }),
    async counts(query) {
      const { bearer } = setting;
      if (bearer === undefined) {
        return {
          kind: 'stopped',
          code: 'signed-out',
          detail: 'counts need the token of the app: tweetspan login --bearer',
        };
      }
      if (query.length > LONGEST_QUERY) {
        return {
          kind: 'refused',
          code: 'invalid',
          detail: `a search of ${query.length} characters; X takes ${LONGEST_QUERY}`,
        };
      }
      const app: TwitterApi = connect(bearer, connection);
      return read(deadlines.read, async () =>
        countsIn(answered(await app.v2.get<Page>('tweets/counts/recent', { query, granularity: 'hour' }))),
      );
    },
    repost: (user, post) =>
      read(deadlines.post, async () => {
        const answer: unknown = await api.v2.post(`users/${user}/retweets`, { tweet_id: post });
        return isReposted(answer, post);
      }),
    undoRepost: (user, post) =>
      read(deadlines.post, async () => isReposted(await api.v2.delete(`users/${user}/retweets/${post}`), post)),
    seen: () => ({ limits, skew }),
  };
}

/** @throws Error for a success that is no JSON object: only statuses from 400 on reject. */
function answered(answer: unknown): Page {
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer as Page;
  throw new Error(`an answer that is no JSON: ${shorten(answer)}`);
}

const shorten = (answer: unknown): string =>
  (typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? 'nothing')).slice(0, 80);

const mediaOf = (mediaIds: readonly string[], taggedIds: readonly string[]) => ({
  media_ids: [...mediaIds],
  ...(taggedIds.length > 0 && { tagged_user_ids: [...taggedIds] }),
});

function isReposted(answer: unknown, post: string): boolean {
  const { retweeted, reposted = retweeted } = objectOf(objectOf(answer)['data']);
  if (typeof reposted !== 'boolean') throw new Error(`an answer that says nothing of post ${post}`);
  return reposted;
}

function countsIn(answer: Page): { total: number; hours: readonly HourCount[] } {
  const numberAt = (from: Page, ...keys: readonly string[]): number | undefined =>
    keys.map((key) => from[key]).find((value): value is number => typeof value === 'number');
  const hours = listOf(answer['data']).flatMap((bucket) => {
    const posts = numberAt(bucket, 'tweet_count', 'post_count');
    const start = Date.parse(String(bucket['start']));
    return posts === undefined || Number.isNaN(start) ? [] : [{ start, posts }];
  });
  const total = numberAt(objectOf(answer['meta']), 'total_tweet_count', 'total_post_count');
  return { total: total ?? hours.reduce((sum, { posts }) => sum + posts, 0), hours };
}
