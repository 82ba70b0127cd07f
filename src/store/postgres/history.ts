import type { PostLink } from '#history/ports.js';
import type { PostedText, QueueHistory } from '#queue/ports.js';
import type { NewStep, PersonStep, StepStore } from '#queue/person-step.js';
import { firstIdAt } from '#tweet/snowflake.js';
import { linkIdentity } from '#tweet/link.js';
import { asHandle } from '../history/contacts.js';
import { toIdentity } from '../history/posts.js';
import type { ServerConnection, Transaction } from './connection.js';
import { toPlanner } from '../queue/copy-rows.js';
import type { Self } from './rows.js';

// What is gone from X is no duplicate there: a post that was deleted for an error may go out again without it.
const TEXTS = `
SELECT id, text, at FROM (
  SELECT p.key, p.id, p.text, coalesce(p.at, 0) AS at FROM tweetspan.post_links l JOIN tweetspan.posts p ON p.key = l.post
  WHERE l.link = $link AND p.is_gone = 0
  UNION SELECT p.key, p.id, p.text, coalesce(p.at, 0) FROM tweetspan.posts p
  WHERE p.key >= $first::bigint AND p.at >= $since AND p.is_gone = 0
) t ORDER BY key DESC`;
const LAST = 'SELECT at FROM tweetspan.posts WHERE at IS NOT NULL AND has_hour = 1 ORDER BY key DESC LIMIT 1';
const LAST_OF_LINK = `
SELECT p.at FROM tweetspan.post_links l JOIN tweetspan.posts p ON p.key = l.post
WHERE l.link = $link AND p.at IS NOT NULL AND p.has_hour = 1 ORDER BY p.key DESC LIMIT 1`;
const ADD_POST = `
INSERT INTO tweetspan.posts (key, at, has_hour, text) VALUES ($id::bigint, $at, 1, $text) ON CONFLICT DO NOTHING`;
// The link that its item promotes is known better than what its text shows.
const ADD_LINKS = `
INSERT INTO tweetspan.post_links (post, link)
SELECT $id::text::bigint, l FROM unnest($links::text[]) AS l
UNION SELECT $id::text::bigint, link FROM tweetspan.queue_items WHERE post_id = $id::text
ON CONFLICT DO NOTHING`;

/** What the team's history on a server tells the queue, and learns from it. */
export function createServerHistory(
  { read, write }: ServerConnection,
  linksInText: (text: string) => readonly PostLink[],
): QueueHistory {
  return {
    textsFor: (link, since) =>
      read(({ all }) => all<PostedText>(TEXTS, { link: toIdentity(link), first: firstIdAt(since), since })),
    lastPostAt: (link) =>
      read(async ({ first }) => {
        const row =
          link === undefined
            ? await first<{ at: number }>(LAST)
            : await first<{ at: number }>(LAST_OF_LINK, { link: toIdentity(link) });
        return row?.at;
      }),
    optedOut: (handles) =>
      read(async ({ all }) => {
        const rows = await all<{ handle: string }>(
          'SELECT handle FROM tweetspan.opt_outs WHERE handle = ANY($handles) AND back_at IS NULL',
          { handles: handles.map(asHandle) },
        );
        const out = new Set(rows.map(({ handle }) => handle));
        return handles.filter((handle) => out.has(asHandle(handle)));
      }),
    hasPost: (postId) =>
      read(
        async ({ first }) =>
          (await first('SELECT 1 FROM tweetspan.posts WHERE key = $postId::bigint', { postId })) !== undefined,
      ),
    addPosted: ({ id, text, at }) =>
      write(async ({ run }) => {
        await run(ADD_POST, { id, at, text });
        const links = linksInText(text).flatMap(({ target }) => (target && linkIdentity(target)) || []);
        await run(ADD_LINKS, { id, links: [...new Set(links)] });
      }),
  };
}

interface StepRow extends Omit<PersonStep, 'until' | 'planner'> {
  readonly until: number | null;
  readonly planned_by: string;
  readonly planned_on: string;
}

const toStep = ({ until, planned_by: person, planned_on: host, ...row }: StepRow): PersonStep => ({
  ...row,
  ...(until === null ? {} : { until }),
  ...toPlanner(person, host),
});

const COLUMNS = `id, kind, state, link, draft, due_at AS "dueAt", until, zone, created_at AS "createdAt",
  changed_at AS "changedAt", planned_by, planned_on`;
const IS_OPEN = "state IN ('planned', 'reminded')";
const REPLACE = `
UPDATE tweetspan.person_steps SET state = 'cancelled', changed_at = $at
WHERE ${IS_OPEN} AND kind = $kind AND link = $link AND draft = $draft`;
const ADD = `
INSERT INTO tweetspan.person_steps
  (kind, state, link, draft, due_at, until, zone, created_at, changed_at, planned_by, planned_on)
VALUES ($kind, 'planned', $link, $draft, $dueAt, $until, $zone, $at, $at, $person, $host) RETURNING ${COLUMNS}`;

async function addStep({ run, first, at }: Transaction, step: NewStep, self: Self): Promise<readonly PersonStep[]> {
  const { kind, link, draft, dueAt, until, zone } = step;
  await run(REPLACE, { kind, link, draft, at });
  const row = await first<StepRow>(ADD, { kind, link, draft, dueAt, until, zone, at, ...self });
  return row === undefined ? [] : [toStep(row)];
}

/** The steps of people that are kept on a server. Those that are due are those of who works here, or of nobody. */
export function createServerSteps({ read, write }: ServerConnection, self: Self): StepStore {
  return {
    add: (steps) =>
      write(async (transaction) => {
        const added: PersonStep[] = [];
        for (const step of steps) added.push(...(await addStep(transaction, step, self)));
        return added;
      }),
    get: (id) =>
      read(async ({ first }) => {
        const row = await first<StepRow>(`SELECT ${COLUMNS} FROM tweetspan.person_steps WHERE id = $id`, { id });
        return row && toStep(row);
      }),
    list: ({ link, isOpen }, limit) =>
      read(async ({ all }) => {
        const sql = `SELECT ${COLUMNS} FROM tweetspan.person_steps
          WHERE ($link::text IS NULL OR link = $link) AND (NOT $isOpen::boolean OR ${IS_OPEN})
          ORDER BY due_at, id LIMIT $limit`;
        return (await all<StepRow>(sql, { link, isOpen: isOpen === true, limit })).map(toStep);
      }),
    due: (_, limit) =>
      read(async ({ all }) => {
        const sql = `SELECT ${COLUMNS} FROM tweetspan.person_steps
          WHERE state = 'planned' AND due_at <= (SELECT tweetspan.now_ms()) AND planned_by IN ('', $person)
            AND planned_on IN ('', $host)
          ORDER BY due_at, id LIMIT $limit`;
        return (await all<StepRow>(sql, { limit, ...self })).map(toStep);
      }),
    change: (id, from, to) =>
      write(async ({ run, at }) => {
        const sql = `UPDATE tweetspan.person_steps SET state = $to, changed_at = $at
          WHERE id = $id AND state = ANY($from)`;
        return (await run(sql, { id, from, to, at })) > 0;
      }),
  };
}
