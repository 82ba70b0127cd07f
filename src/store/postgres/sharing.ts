// What the guard needs of each person's history, for all of a team: own posts, who opted out, who was written to. Each
// machine shows the server what it has learned, and sees what the others have.
import type { Database } from '../driver/port.js';
import { mergeOptOut } from '../history/contacts.js';
import type { ServerConnection } from './connection.js';

/** How a machine's own history and the team's come together. */
export interface Sharing {
  /** Takes over who opted out and who was written to by others. Answers how many rows that were. */
  pull(database: Database): Promise<number>;
  /** Shows the server own posts, opt-outs and messages that it does not know. Answers how many rows that were. */
  push(database: Database): Promise<number>;
  /** Takes an opt-out back for all. */
  optIn(handle: string): Promise<void>;
}

/** Rows that cross at once. @source own choice */
const AT_ONCE = 2000;

const OWN_POSTS = `
SELECT CAST(p.key AS TEXT) AS id, p.at, p.precision <> 'day' AS has_hour, p.text,
  EXISTS (SELECT 1 FROM absences a WHERE a.post = p.key) AS is_gone,
  (SELECT json_group_array(DISTINCT l.identity) FROM post_links pl JOIN links l ON l.key = pl.link WHERE pl.post = p.key)
    AS links
FROM posts p WHERE p.kind IN ('original', 'thread') AND p.superseded = 0 AND p.key > CAST($after AS INTEGER)
ORDER BY p.key LIMIT ${AT_ONCE}`;
interface OwnPost {
  readonly id: string;
  readonly at: number | null;
  readonly has_hour: number;
  readonly text: string;
  readonly is_gone: number;
  readonly links: string;
}

const ADD_POSTS = `
INSERT INTO tweetspan.posts AS p (key, at, has_hour, text, is_gone)
SELECT id::bigint, at, has_hour, text, is_gone
FROM jsonb_to_recordset($rows::jsonb) AS r (id text, at bigint, has_hour smallint, text text, is_gone smallint)
ON CONFLICT (key) DO UPDATE SET is_gone = 1 WHERE p.is_gone < excluded.is_gone`;
const ADD_LINKS = `
INSERT INTO tweetspan.post_links (post, link)
SELECT id::bigint, l FROM jsonb_to_recordset($rows::jsonb) AS r (id text, links text),
  jsonb_array_elements_text(r.links::jsonb) AS l ON CONFLICT DO NOTHING`;
const ADD_OPT_OUTS = `
INSERT INTO tweetspan.opt_outs AS o (handle, noted_at, forgotten)
SELECT handle, noted_at, forgotten
FROM jsonb_to_recordset($rows::jsonb) AS r (handle text, noted_at bigint, forgotten smallint)
ON CONFLICT (handle) DO UPDATE SET back_at = NULL, forgotten = greatest(o.forgotten, excluded.forgotten),
  noted_at = CASE WHEN o.back_at IS NULL THEN least(o.noted_at, excluded.noted_at) ELSE excluded.noted_at END
WHERE CASE WHEN o.back_at IS NULL THEN o.noted_at > excluded.noted_at OR o.forgotten < excluded.forgotten
  ELSE excluded.noted_at > o.back_at END`;
const OUTREACH = 'SELECT handle, what, at, link, text, tag, moment FROM outreach';
const ADD_OUTREACH = `
INSERT INTO tweetspan.outreach (handle, what, at, link, text, tag, moment)
SELECT * FROM jsonb_to_recordset($rows::jsonb)
  AS r (handle text, what text, at bigint, link text, text text, tag text, moment bigint)
ON CONFLICT DO NOTHING`;

/** Makes the two come together. */
export const createServerSharing = ({ read, write }: ServerConnection): Sharing => ({
  async pull(database) {
    const optOuts = await read(({ all }) =>
      all<{ handle: string; noted_at: number; forgotten: number; back_at: number | null }>(
        'SELECT * FROM tweetspan.opt_outs',
      ),
    );
    const records = await read(({ all }) =>
      all<Record<string, string | number | null>>(
        'SELECT handle, what, at, link, text, tag, moment FROM tweetspan.outreach',
      ),
    );
    const add = database.prepare(
      `INSERT INTO outreach (handle, what, at, link, text, tag, moment)
       VALUES ($handle, $what, $at, $link, $text, $tag, $moment) ON CONFLICT DO NOTHING`,
    );
    const takeBack = database.prepare('DELETE FROM contact_opt_outs WHERE handle = ? AND noted_at <= ?');
    database.transact(() => {
      for (const { handle, noted_at: notedAt, forgotten, back_at: backAt } of optOuts) {
        if (backAt !== null) takeBack.run(handle, backAt);
        else mergeOptOut(database, { handle, notedAt, ...(forgotten === 1 && { forgotten: true as const }) });
      }
      for (const row of records) add.run(row);
    });
    return optOuts.length + records.length;
  },
  async push(database) {
    let pushed = 0;
    for (let after = '0'; ;) {
      const posts = database.prepare<[object], OwnPost>(OWN_POSTS).all({ after });
      const last = posts.at(-1);
      if (last === undefined) break;
      after = last.id;
      const rows = JSON.stringify(posts);
      pushed += await write(async ({ run }) => {
        const added = await run(ADD_POSTS, { rows });
        await run(ADD_LINKS, { rows });
        return added;
      });
    }
    const optOuts = JSON.stringify(database.prepare('SELECT handle, noted_at, forgotten FROM contact_opt_outs').all());
    const outreach = JSON.stringify(database.prepare(OUTREACH).all());
    pushed += await write(async ({ run }) => {
      const added = await run(ADD_OPT_OUTS, { rows: optOuts });
      return added + (await run(ADD_OUTREACH, { rows: outreach }));
    });
    return pushed;
  },
  optIn: (handle) =>
    write(async ({ run, at }) => {
      await run('UPDATE tweetspan.opt_outs SET back_at = $at WHERE handle = $handle AND back_at IS NULL', {
        handle,
        at,
      });
    }),
});
