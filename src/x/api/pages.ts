import type { ReadOutcome } from '#queue/x-port.js';
import { idToInstant } from '#tweet/snowflake.js';
import { POST_WORDS, postFields, type ReadCall, type Session } from './session.js';
import { isObject, objectsIn, textIn } from './answer.js';

/** A page of posts as X answered it: `data`, `errors`, `meta`, under whichever names. */
export type Page = Readonly<Record<string, unknown>>;

/** Takes a page as soon as it is there: what was paid for must not be lost when a later one fails. */
export type TakePage = (page: Page) => void | Promise<void>;

/** Which posts of a timeline. Instants are ms UTC by our clock; an id takes precedence over an instant, as for X. */
export interface TimelineQuery {
  /** Posts newer than this one, or from this instant on. */
  readonly sinceId?: string;
  readonly from?: number;
  /** Posts older than this one, or from before this instant. */
  readonly untilId?: string;
  readonly until?: number;
  readonly exclude?: readonly ('replies' | 'retweets')[];
  /** Posts of a page, 5 to 100; 100 without it. */
  readonly perPage?: number;
  /** No more pages are asked for once so many posts have come. X has the newest 3,200 only. */
  readonly most?: number;
}

/** Age up to which X tells the private counters (docs.x.com, metrics: 30 days), less an hour for the way there. */
const PRIVATE_FOR = (30 * 24 - 1) * 3_600_000;
/** X answers 400 to an end that is not 10 s in the past; a newer one ends nothing. */
const NOT_YET = 15_000;
const FEWEST = 5;
const MAX_PER_PAGE = 100;

const iso = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** A part of a timeline whose posts all have private counters, or none. */
interface Window {
  readonly query: Readonly<Record<string, string>>;
  readonly isPrivate: boolean;
}

/**
 * The parts of a timeline to be asked for: the posts that have private counters, then the older ones. Asking both at
 * once would end in errors for each older post.
 * @param skew ms that X's clock is ahead of ours.
 */
export function timelineWindows(query: TimelineQuery, now: number, skew: number): readonly Window[] {
  const { sinceId, untilId, from, until } = query;
  // Whole seconds, so that both parts meet without a gap: X's times have no more.
  const border = Math.ceil((now + skew - PRIVATE_FOR) / 1000) * 1000;
  const lowest = sinceId === undefined ? (from ?? -Infinity) + skew : (idToInstant(sinceId) ?? -Infinity);
  const highest = untilId === undefined ? (until ?? Infinity) + skew : (idToInstant(untilId) ?? Infinity);
  const start =
    sinceId !== undefined
      ? { since_id: sinceId }
      : from === undefined || from + skew < 0
        ? {}
        : { start_time: iso(lowest) };
  const isPast = highest < now + skew - NOT_YET;
  const end =
    untilId !== undefined
      ? { until_id: untilId }
      : until !== undefined && isPast
        ? { end_time: iso(Math.ceil(highest / 1000) * 1000) }
        : {};
  return [
    ...(highest > border
      ? [{ query: { ...(lowest >= border ? start : { start_time: iso(border) }), ...end }, isPrivate: true }]
      : []),
    ...(lowest < border
      ? [{ query: { ...start, ...(highest <= border ? end : { end_time: iso(border) }) }, isPrivate: false }]
      : []),
  ];
}

/** X leaves `data` out of an empty page, but then has `meta` or `errors`. */
const readPage = (data: unknown): Page | undefined =>
  isObject(data) && ['data', 'meta', 'errors'].some((key) => isObject(data[key]) || Array.isArray(data[key]))
    ? data
    : undefined;

const createRead =
  (session: Session, endpoint: string, path: string, query: Readonly<Record<string, string>>) =>
  (isPrivate: boolean): Promise<ReadOutcome<Page>> =>
    session.readNamed<Page>(
      (naming): ReadCall<Page> => ({
        endpoint,
        request: (api) => api.v2.get(path, { ...query, ...postFields(naming, isPrivate) }),
        read: readPage,
      }),
      POST_WORDS,
    );

/** Reads an account's posts, newest first; answers how many came. Each page is a paid request. */
export async function readTimeline(
  session: Session,
  accountId: string,
  query: TimelineQuery,
  take: TakePage,
): Promise<ReadOutcome<number>> {
  const most = query.most ?? Infinity;
  const perPage = Math.min(MAX_PER_PAGE, Math.max(FEWEST, query.perPage ?? MAX_PER_PAGE));
  let count = 0;
  for (const { query: window, isPrivate } of timelineWindows(query, session.now(), session.skew())) {
    let token = '';
    do {
      // X gives five at the least: a page of fewer would pass the bound.
      if (most - count < FEWEST) break;
      const parameters = {
        ...window,
        max_results: String(Math.min(perPage, Math.max(FEWEST, most - count))),
        ...(query.exclude === undefined || query.exclude.length === 0 ? {} : { exclude: query.exclude.join(',') }),
        ...(token === '' ? {} : { pagination_token: token }),
      };
      const page = await createRead(
        session,
        'GET /2/users/:id/tweets',
        `users/${accountId}/tweets`,
        parameters,
      )(isPrivate);
      if (page.kind !== 'done') return page;
      await take(page.value);
      count += objectsIn(page.value, 'data').length;
      const next = textIn(page.value['meta'], 'next_token');
      // The same token again would never end.
      token = next === token ? '' : next;
    } while (token !== '');
  }
  return { kind: 'done', value: count };
}

/**
 * Ids of posts of a page that are gone from X, among those asked for. Posts that may not be seen, of a protected
 * account say, still exist.
 */
export function goneIds(page: Page, requested: readonly string[]): readonly string[] {
  const gone = new Set(
    objectsIn(page, 'errors')
      .filter((error) => textIn(error, 'type').endsWith('/resource-not-found'))
      .map((error) => textIn(error, 'resource_id') || textIn(error, 'value')),
  );
  return requested.filter((id) => gone.has(id));
}

const inHundreds = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / MAX_PER_PAGE) }, (_, at) =>
    ids.slice(at * MAX_PER_PAGE, (at + 1) * MAX_PER_PAGE),
  );

/**
 * Reads posts by their ids, 100 a request; answers the ids of those that are gone. The posts that have private
 * counters are asked for apart from the older ones.
 */
export async function lookUpPosts(
  session: Session,
  ids: readonly string[],
  take: TakePage,
): Promise<ReadOutcome<readonly string[]>> {
  const border = session.now() + session.skew() - PRIVATE_FOR;
  const isYoung = (id: string): boolean => (idToInstant(id) ?? -Infinity) >= border;
  const distinct = [...new Set(ids)];
  const gone: string[] = [];
  for (const isPrivate of [true, false]) {
    for (const batch of inHundreds(distinct.filter((id) => isYoung(id) === isPrivate))) {
      const page = await createRead(session, 'GET /2/tweets', 'tweets', { ids: batch.join(',') })(isPrivate);
      if (page.kind !== 'done') return page;
      await take(page.value);
      gone.push(...goneIds(page.value, batch));
    }
  }
  return { kind: 'done', value: gone };
}
