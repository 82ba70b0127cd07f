import type { ReadOutcome } from '#queue/x-port.js';
import { PINNED_WORDS, pinnedField, type Session, type TokenSource } from './session.js';
import { isObject, objectsIn, textIn } from './answer.js';

/** The account that the tokens speak for. `handle` is without `@`. */
export interface XAccount {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** Its pinned post. */
  readonly pinnedId?: string;
}

/** Who the tokens speak for. X takes money for it: keep the id. */
export function readMe(session: Session): Promise<ReadOutcome<XAccount>> {
  return session.readNamed<XAccount>(
    (naming) => ({
      endpoint: 'GET /2/users/me',
      request: (api) => api.v2.get('users/me', { 'user.fields': pinnedField(naming) }),
      read: (data) => {
        const user = isObject(data) ? data['data'] : undefined;
        const id = textIn(user, 'id');
        const pinnedId = textIn(user, 'pinned_tweet_id') || textIn(user, 'pinned_post_id');
        if (!/^\d{1,19}$/.test(id)) return undefined;
        const account = { id, handle: textIn(user, 'username'), name: textIn(user, 'name') };
        return pinnedId === '' ? account : { ...account, pinnedId };
      },
    }),
    PINNED_WORDS,
  );
}

/** A look at the clock may keep nothing waiting for long, ms. @source own choice */
const CLOCK_DEADLINE = 5000;

/** How far X's clock is ahead of ours, ms, by the date of an answer that X takes no money for; undefined without one. */
export async function readClock(session: Session): Promise<number | undefined> {
  const called = await session.call(session.tokens, {
    endpoint: 'GET /2/openapi.json',
    deadline: Math.min(session.deadlines.read, CLOCK_DEADLINE),
    request: (api) => api.v2.get('openapi.json'),
  });
  // Whatever it answers: a refusal is dated too.
  const isDated = 'answer' in called && called.answer.kind !== 'failed' && called.answer.headers.date !== undefined;
  return isDated ? session.seen().skew : undefined;
}

/** Accounts of a request (docs.x.com, users lookup). */
const MAX_USERS = 100;

/** The ids of people by their handles (without `@`), in lower case; who is not on X is missing. */
export async function readUserIds(
  session: Session,
  handles: readonly string[],
): Promise<ReadOutcome<ReadonlyMap<string, string>>> {
  const all = [...new Set(handles.map((handle) => handle.toLowerCase()))];
  const ids = new Map<string, string>();
  for (let at = 0; at < all.length; at += MAX_USERS) {
    const page = await session.read({
      endpoint: 'GET /2/users/by',
      request: (api) => api.v2.get('users/by', { usernames: all.slice(at, at + MAX_USERS).join(',') }),
      read: (data) => (isObject(data) && ('data' in data || 'errors' in data) ? objectsIn(data, 'data') : undefined),
    });
    if (page.kind !== 'done') return page;
    for (const user of page.value) ids.set(textIn(user, 'username').toLowerCase(), textIn(user, 'id'));
  }
  return { kind: 'done', value: ids };
}

/** How many posts of the last 7 days match a query, in all and by the hour. Instants are ms UTC. */
export interface RecentCounts {
  readonly total: number;
  readonly hours: readonly { readonly start: number; readonly end: number; readonly count: number }[];
}

/** Longest query that X takes of everybody, in characters (docs.x.com, counts). */
const MAX_QUERY_LENGTH = 512;

const numberIn = (value: unknown, ...keys: readonly string[]): number | undefined => {
  const found = keys.map((key) => (isObject(value) ? value[key] : undefined)).find((each) => typeof each === 'number');
  return typeof found === 'number' ? found : undefined;
};

/**
 * Counts the posts of the last 7 days that match a query.
 * @param bearer the app's own token: X takes no other here. Undefined when there is none.
 */
export async function readCounts(
  session: Session,
  bearer: TokenSource | undefined,
  query: string,
): Promise<ReadOutcome<RecentCounts>> {
  if (bearer === undefined) {
    return { kind: 'stopped', code: 'signed-out', detail: 'no-bearer' };
  }
  const length = [...query].length;
  if (length === 0 || length > MAX_QUERY_LENGTH) {
    return { kind: 'refused', code: 'invalid', detail: `query-length: ${length} > ${MAX_QUERY_LENGTH}` };
  }
  return session.read<RecentCounts>(
    {
      endpoint: 'GET /2/tweets/counts/recent',
      request: (api) => api.v2.get('tweets/counts/recent', { query, granularity: 'hour' }),
      read: (data) => {
        if (!isObject(data)) return undefined;
        const hours = objectsIn(data, 'data').map((hour) => ({
          start: Date.parse(textIn(hour, 'start')),
          end: Date.parse(textIn(hour, 'end')),
          count: numberIn(hour, 'tweet_count', 'post_count') ?? 0,
        }));
        const total = numberIn(data['meta'], 'total_tweet_count', 'total_post_count');
        return total === undefined ? undefined : { total, hours };
      },
    },
    bearer,
  );
}

/** Whether an own post is reposted now, by X's word. */
const isReposted = (data: unknown): boolean | undefined => {
  const state = isObject(data) && isObject(data['data']) ? data['data'] : {};
  const reported = state['retweeted'] ?? state['reposted'];
  return typeof reported === 'boolean' ? reported : undefined;
};

/** Reposts a post of one's own. Doing so again changes nothing, so a lost answer does no harm. */
export const repost = (session: Session, accountId: string, postId: string): Promise<ReadOutcome<boolean>> =>
  session.read({
    endpoint: 'POST /2/users/:id/retweets',
    request: (api) => api.v2.post(`users/${accountId}/retweets`, { tweet_id: postId }),
    read: isReposted,
  });

/** Takes the repost of a post back. Doing so again changes nothing. */
export const undoRepost = (session: Session, accountId: string, postId: string): Promise<ReadOutcome<boolean>> =>
  session.read({
    endpoint: 'DELETE /2/users/:id/retweets/:post',
    request: (api) => api.v2.delete(`users/${accountId}/retweets/${postId}`),
    read: isReposted,
  });

/** Takes a post off X; answers whether it is gone. Doing so again changes nothing. */
export const deletePost = (session: Session, postId: string): Promise<ReadOutcome<boolean>> =>
  session.read({
    endpoint: 'DELETE /2/tweets/:id',
    request: (api) => api.v2.delete(`tweets/${postId}`),
    read: (data) => {
      const deleted = isObject(data) && isObject(data['data']) ? data['data']['deleted'] : undefined;
      return typeof deleted === 'boolean' ? deleted : undefined;
    },
  });
