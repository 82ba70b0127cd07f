// Rows of items that are over, as a queue of many years keeps them: most of them posted.

/** Items of the last month, one each hour: what a budget counts and a guard compares, whatever is kept besides. */
export const RECENT = 31 * 24;
/** Time between two of the others, ms: a million of them begin with X's numbering of posts. */
const BETWEEN = 7 * 60_000;
/** The last account number before those of the benchmark's items. */
const FIRST = 1_000_000;

const ENDED_AT = `($1::bigint - least(n, ${RECENT}) * 3600000 - greatest(n - ${RECENT}, 0) * ${BETWEEN})`;
const POST_ID = `(((${ENDED_AT} - 1288834974657) << 22) + 1)`;
/** Letters of a hash: no text is like another. */
const TEXT = "translate(md5(n::text) || md5((n + 50000000)::text), '0123456789', 'ghijklmnop')";
const STATE = "(CASE n % 20 WHEN 7 THEN 'missed' WHEN 13 THEN 'refused' WHEN 17 THEN 'cancelled' ELSE 'posted' END)";
const LINK = "'example.org/old-' || n % 100000";
const ROWS = 'FROM generate_series($2::bigint, $3::bigint) n';

/** Statements that add the items $2 to $3, counted back from $1 (ms UTC), with all that a queue keeps of them. */
export const FINISHED: readonly string[] = [
  `INSERT INTO tweetspan.queue_items (id, account, state, mode, link, text, media, due_at, wish, zone, missed, gap, review,
     price, draft, created_at, changed_at, post_id, posted_at, settled, attempts)
   SELECT ${FIRST} + n, '1', ${STATE}, 'api', ${LINK}, ${TEXT}, '[]', ${ENDED_AT}, '2026-03-02T18:00', 'UTC', 'skip', 0, 0,
     200, 'bench.md', ${ENDED_AT} - 86400000, ${ENDED_AT},
     CASE ${STATE} WHEN 'posted' THEN ${POST_ID}::text END, CASE ${STATE} WHEN 'posted' THEN ${ENDED_AT} END, 1,
     CASE WHEN ${STATE} IN ('posted', 'refused') THEN 1 ELSE 0 END ${ROWS}`,
  `INSERT INTO tweetspan.queue_attempts (id, item, number, text, started_at, price, outcome, ended_at, account)
   SELECT 'old-' || n, ${FIRST} + n, 1, ${TEXT}, ${ENDED_AT}, 200, ${STATE}, ${ENDED_AT}, '1' ${ROWS}
   AND_POSTED`,
  `INSERT INTO tweetspan.queue_spendings (at, what, amount, item, attempt, account)
   SELECT ${ENDED_AT}, 'post', 200, ${FIRST} + n, 'old-' || n, '1' ${ROWS} AND_POSTED`,
  `INSERT INTO tweetspan.queue_watched (post_id, posted_at, step)
   SELECT ${POST_ID}::text, ${ENDED_AT}, NULL::integer ${ROWS} AND_POSTED`,
  `INSERT INTO tweetspan.posts (key, at, has_hour, text) SELECT ${POST_ID}, ${ENDED_AT}, 1, ${TEXT} ${ROWS} AND_POSTED`,
  `INSERT INTO tweetspan.post_links (post, link) SELECT ${POST_ID}, ${LINK} ${ROWS} AND_POSTED`,
  `INSERT INTO tweetspan.queue_events (at, name, item, account, person, host)
   SELECT ${ENDED_AT}, name, ${FIRST} + n, '1', 'Ada', 'always-on' ${ROWS},
   unnest(ARRAY['added', 'claimed', 'sending', 'posted']) AS name`,
].map((sql) => sql.replace('AND_POSTED', `WHERE ${STATE} = 'posted'`));
