import type { Database } from '../driver/port.js';
import type { SourcePost } from '#history/ports.js';
import type { PostedText, QueueHistory } from '#queue/ports.js';
import { firstIdAt } from '#tweet/snowflake.js';
import { readAccount } from '../history/contents.js';
import { asHandle } from '../history/contacts.js';
import { createHistoryWriter } from '../history/writer.js';
import { toIdentity } from '../history/posts.js';
import { createQueueConnection } from './connection.js';

type Posted = Parameters<QueueHistory['addPosted']>[0];

const IS_OWN = "p.kind IN ('original', 'thread') AND p.superseded = 0";
// What is gone from X is no duplicate there: a post that was deleted for an error may go out again without it.
const IS_THERE = 'NOT EXISTS (SELECT 1 FROM absences a WHERE a.post = p.key)';
const HAS_HOUR = "p.at IS NOT NULL AND p.precision <> 'day'";
const OF_LINK = `
FROM links l JOIN post_links pl ON pl.link = l.key JOIN posts p ON p.key = pl.post WHERE l.identity = $link AND ${IS_OWN}`;
const TEXT = 'p.key, p.id, p.text, coalesce(p.at, 0) AS at';

// Keys are in the order of time: the walk begins at the first id of the instant.
const TEXTS = `
SELECT id, text, at FROM (
  SELECT ${TEXT} ${OF_LINK} AND ${IS_THERE}
  UNION SELECT ${TEXT} FROM posts p WHERE p.key >= CAST($first AS INTEGER) AND p.at >= $since AND ${IS_OWN} AND ${IS_THERE}
) ORDER BY key DESC`;
const LAST = `SELECT p.at FROM posts p WHERE ${IS_OWN} AND ${HAS_HOUR} ORDER BY p.key DESC LIMIT 1`;
const LAST_OF_LINK = `SELECT p.at ${OF_LINK} AND ${HAS_HOUR} ORDER BY pl.post DESC LIMIT 1`;

/**
 * What the history kept in a database tells the queue, and learns from it.
 * @param asSourcePost makes a post of the account, by these handles, into one that the history takes.
 */
export function createQueueHistory(
  database: Database,
  asSourcePost: (post: Posted, own: readonly string[]) => SourcePost,
): QueueHistory {
  const { prepare, read } = createQueueConnection(database);
  const writer = createHistoryWriter(database);
  return {
    textsFor: (link, since) =>
      read(() => prepare<PostedText>(TEXTS).all({ link: toIdentity(link), first: firstIdAt(since), since })),
    lastPostAt: (link) =>
      read(() => {
        const row =
          link === undefined
            ? prepare<{ at: number }>(LAST).get()
            : prepare<{ at: number }>(LAST_OF_LINK).get({ link: toIdentity(link) });
        return row?.at;
      }),
    optedOut: (handles) =>
      read(() => {
        const find = prepare('SELECT 1 FROM contact_opt_outs WHERE handle = ?');
        return handles.filter((handle) => find.get(asHandle(handle)) !== undefined);
      }),
    hasPost: (postId) =>
      read(() => prepare('SELECT 1 FROM posts WHERE key = CAST(? AS INTEGER)').get(postId) !== undefined),
    async addPosted(post) {
      const account = (await read(() => readAccount(database))) ?? { handles: [] };
      const session = writer.openImport();
      session.add(asSourcePost(post, account.handles));
      session.commit(undefined, account);
    },
  };
}
