import { parseTweet } from '#tweet/parse.js';
import type { Speaker } from './auth.js';
import { BODIES, invalidRequest, partialError } from './bodies.js';
import type { Reply } from './faults.js';
import { MEDIA_ROUTES } from './media.js';
import { type FakePost, type FakeState, NAMES, isPrivateKnown, newId, renderPost } from './state.js';

type Json = Readonly<Record<string, unknown>>;

/** A request as a route sees it. */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly raw: Buffer;
  /** The body read as JSON; undefined when it is none. */
  readonly json: Json | undefined;
  /** Variables of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly speaker: Speaker;
  /** ms UTC by X's clock. */
  readonly now: number;
}

/** Answers requests of one endpoint, and does what they ask. */
export type Handler = (request: FakeRequest, state: FakeState) => Reply;

/** A route: who may call it, how often in 15 minutes, and what it does. */
export interface Route {
  readonly who: 'user' | 'app' | 'either' | 'everybody';
  readonly perQuarter: number;
  readonly handle: Handler;
}

const readIds = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];

const createPost: Handler = ({ json, now }, state) => {
  const { account, posts, media } = state;
  const text = typeof json?.['text'] === 'string' ? json['text'] : '';
  const attached = (json?.['media'] ?? {}) as Json;
  const mediaIds = readIds(attached['media_ids']);
  const foreign = Object.keys(json ?? {}).find((key) => !['text', 'media', 'reply', 'quote_tweet_id'].includes(key));
  if (foreign !== undefined) {
    return { status: 400, body: invalidRequest(foreign, '', `$.${foreign}: is not defined in the schema`) };
  }
  if (text === '' && mediaIds.length === 0) {
    return { status: 400, body: invalidRequest('text', text, 'text is missing and there is no media') };
  }
  if (!account.premium && parseTweet(text).weightedLength > 280) return { status: 400, body: BODIES.tooLong };
  if (mediaIds.length > 4 || mediaIds.some((id) => media.get(id)?.finished !== true)) {
    return { status: 400, body: BODIES.badMedia };
  }
  const same = text.trim().normalize('NFC');
  if (!state.takesDuplicates && posts.some((post) => !post.deleted && post.text.trim().normalize('NFC') === same)) {
    return { status: 403, body: BODIES.duplicate };
  }
  const reply = (json?.['reply'] ?? {}) as Json;
  const post: FakePost = {
    id: newId(now),
    authorId: account.id,
    text,
    at: now,
    mediaIds,
    taggedIds: readIds(attached['tagged_user_ids']),
    ...(typeof reply['in_reply_to_tweet_id'] === 'string' ? { replyTo: reply['in_reply_to_tweet_id'] } : {}),
  };
  posts.push(post);
  return { status: 201, body: { data: renderPost(state, post, new Set(), now) } };
};

const deletePost: Handler = ({ params }, { posts }) => {
  const post = posts.find(({ id }) => id === params['id']);
  if (post !== undefined) post.deleted = true;
  return { status: 200, body: { data: { deleted: true } } };
};

/** The fields asked for, or the 400 of a name that this X does not know. */
function readFields(query: URLSearchParams, state: FakeState): ReadonlySet<string> | Reply {
  const mine = NAMES[state.names];
  const other = NAMES[state.names === 'old' ? 'new' : 'old'];
  if (state.strictNames && query.has(other.fields)) {
    const message = `The query parameter [${other.fields}] is not one of [id,ids,max_results,${mine.fields}]`;
    return { status: 400, body: invalidRequest(other.fields, query.get(other.fields) ?? '', message) };
  }
  const given = query.get(mine.fields) ?? query.get(other.fields) ?? '';
  return new Set(given.split(',').map((name) => (name === other.note ? mine.note : name)));
}

const isReply = (value: ReadonlySet<string> | Reply): value is Reply => 'status' in value;

/** Fields that a post is too old for, as X's `errors[]`. */
const tooOld = (posts: readonly FakePost[], fields: ReadonlySet<string>, now: number): readonly object[] =>
  posts.flatMap((post) =>
    isPrivateKnown(post, now)
      ? []
      : ['non_public_metrics', 'organic_metrics']
          .filter((field) => fields.has(field))
          .map((field) => ({ ...partialError('not-authorized-for-field', post.id), field })),
  );

const page = (state: FakeState, posts: readonly FakePost[], fields: ReadonlySet<string>, now: number): Json =>
  posts.length === 0 ? {} : { data: posts.map((post) => renderPost(state, post, fields, now)) };

const timeline: Handler = ({ query, params, now }, state) => {
  const fields = readFields(query, state);
  if (isReply(fields)) return fields;
  const count = Number(query.get('max_results') ?? 10);
  if (!(count >= 5 && count <= 100)) {
    const message = `The \`max_results\` query parameter value [${count}] is not between 5 and 100`;
    return { status: 400, body: invalidRequest('max_results', String(count), message) };
  }
  const start = Date.parse(query.get('start_time') ?? '') || -Infinity;
  const end = Date.parse(query.get('end_time') ?? '') || Infinity;
  if (start > now) {
    const message = "Invalid 'start_time'. 'start_time' must be on or before the current time";
    return { status: 400, body: invalidRequest('start_time', query.get('start_time') ?? '', message) };
  }
  const since = BigInt(query.get('since_id') ?? 0);
  const token = query.get('pagination_token');
  const until = query.get('until_id');
  const without = query.get('exclude') ?? '';
  const found = state.posts
    .filter((post) => post.authorId === params['id'] && !post.deleted && now - post.at >= state.timelineLag)
    .filter(({ at }) => at >= start && at < end)
    .filter(({ id }) => BigInt(id) > since && (until === null || BigInt(id) < BigInt(until)))
    .filter(({ replyTo }) => replyTo === undefined || !without.includes('replies'))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  const rest = token === null ? found : found.filter(({ id }) => BigInt(id) < BigInt(token.slice(1)));
  const shown = rest.slice(0, count);
  const [newest] = shown;
  const oldest = shown.at(-1);
  const errors = tooOld(shown, fields, now);
  return {
    status: 200,
    body: {
      ...page(state, shown, fields, now),
      ...(errors.length === 0 ? {} : { errors }),
      meta: {
        result_count: shown.length,
        ...(newest === undefined ? {} : { newest_id: newest.id }),
        ...(oldest === undefined ? {} : { oldest_id: oldest.id }),
        ...(oldest !== undefined && rest.length > count ? { next_token: `t${oldest.id}` } : {}),
      },
    },
  };
};

const lookUp: Handler = ({ query, now }, state) => {
  const fields = readFields(query, state);
  if (isReply(fields)) return fields;
  const ids = (query.get('ids') ?? '').split(',');
  if (ids.length > 100) {
    const message = 'The number of values in the `ids` query parameter list is not between 1 and 100';
    return { status: 400, body: invalidRequest('ids', String(ids.length), message) };
  }
  const posts = ids.flatMap((id) => state.posts.find((post) => post.id === id && !post.deleted) ?? []);
  const gone = ids.filter((id) => !posts.some((post) => post.id === id));
  const errors = [...gone.map((id) => partialError('resource-not-found', id)), ...tooOld(posts, fields, now)];
  return {
    status: 200,
    body: { ...page(state, posts, fields, now), ...(errors.length === 0 ? {} : { errors }) },
  };
};

const HOUR = 3_600_000;
const counts: Handler = ({ query, now }, state) => {
  const names = NAMES[state.names];
  const asked = query.get('query') ?? '';
  const last = Math.floor(now / HOUR) * HOUR;
  const data = Array.from({ length: 7 * 24 }, (_, index) => {
    const start = last - (7 * 24 - 1 - index) * HOUR;
    return {
      start: new Date(start).toISOString(),
      end: new Date(start + HOUR).toISOString(),
      [names.count]: state.hourlyCount(asked, start),
    };
  });
  const total = data.reduce((sum, hour) => sum + Number(hour[names.count]), 0);
  return { status: 200, body: { data, meta: { [names.total]: total } } };
};

const me: Handler = ({ query }, { account, names, strictNames }) => {
  const { id, handle: username, name, pinned } = account;
  const other = NAMES[names === 'old' ? 'new' : 'old'].pinned;
  const fields = query.get('user.fields') ?? '';
  if (strictNames && fields.includes(other)) {
    const message = `The \`user.fields\` query parameter value [${other}] is not one of [id,name,${NAMES[names].pinned}]`;
    return { status: 400, body: invalidRequest('user.fields', other, message) };
  }
  const shown = pinned !== undefined && fields.includes(NAMES[names].pinned) ? { [NAMES[names].pinned]: pinned } : {};
  return { status: 200, body: { data: { id, username, name, ...shown } } };
};

const usersBy: Handler = ({ query }, { account, others }) => {
  const asked = (query.get('usernames') ?? '').split(',').filter((handle) => handle !== '');
  const all = [account, ...others];
  const find = (handle: string): (typeof all)[number] | undefined =>
    all.find((user) => user.handle.toLowerCase() === handle.toLowerCase());
  const data = asked.flatMap((handle) => {
    const user = find(handle);
    return user === undefined ? [] : [{ id: user.id, username: user.handle, name: user.name }];
  });
  const errors = asked
    .filter((handle) => find(handle) === undefined)
    .map((handle) => ({ ...partialError('resource-not-found', handle, 'usernames'), resource_type: 'user' }));
  return {
    status: 200,
    body: { ...(data.length === 0 ? {} : { data }), ...(errors.length === 0 ? {} : { errors }) },
  };
};

const repost: Handler = ({ json }, { posts, reposted }) => {
  const id = String(json?.['tweet_id']);
  if (!posts.some((post) => post.id === id && !post.deleted)) return { status: 404, body: BODIES.notFound };
  reposted.add(id);
  return { status: 200, body: { data: { rest_id: id, retweeted: true } } };
};

const undoRepost: Handler = ({ params }, { reposted }) => {
  reposted.delete(params['post'] ?? '');
  return { status: 200, body: { data: { retweeted: false } } };
};

/** All routes by method and path. Limits per account and 15 minutes: docs.x.com, rate limits. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'POST /2/tweets': { who: 'user', perQuarter: 100, handle: createPost },
  'DELETE /2/tweets/:id': { who: 'user', perQuarter: 50, handle: deletePost },
  'GET /2/tweets': { who: 'either', perQuarter: 5000, handle: lookUp },
  'GET /2/tweets/counts/recent': { who: 'app', perQuarter: 300, handle: counts },
  'GET /2/users/me': { who: 'user', perQuarter: 75, handle: me },
  'GET /2/users/by': { who: 'either', perQuarter: 300, handle: usersBy },
  'GET /2/users/:id/tweets': { who: 'either', perQuarter: 900, handle: timeline },
  'POST /2/users/:id/retweets': { who: 'user', perQuarter: 50, handle: repost },
  'DELETE /2/users/:id/retweets/:post': { who: 'user', perQuarter: 50, handle: undoRepost },
  ...MEDIA_ROUTES,
};
