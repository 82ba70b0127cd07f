// A whole queue as a file holds it, to be brought to another place.
import type { CopiedItem, CopiedPost, QueueCopy } from '#queue/copy.js';
import type { Database } from '../driver/port.js';
import { listOptOuts } from '../history/contacts.js';
import { readAccount } from '../history/contents.js';
import { readOutreach } from '../history/outreach.js';
import { withoutClaim } from './copy-plan.js';
import {
  sortBy,
  toCopiedItems,
  toCopiedSpending,
  toCopiedStep,
  type CopiedAttemptRow,
  type CopiedItemRow,
  type CopiedStepRow,
  type SpendingRow,
} from './copy-rows.js';
import type { NamedEventRow } from './traces.js';

type Parameters = Readonly<Record<string, unknown>>;

/** All rows of a statement. */
export const all = <Row>(database: Database, sql: string, values: Parameters = {}): Row[] =>
  database.prepare<[object], Row>(sql).all(values);

const OWN_POSTS = `
SELECT CAST(p.key AS TEXT) AS id, p.at, p.precision <> 'day' AS has_hour, p.text,
  EXISTS (SELECT 1 FROM absences a WHERE a.post = p.key) AS is_gone,
  (SELECT json_group_array(DISTINCT l.identity) FROM post_links pl JOIN links l ON l.key = pl.link WHERE pl.post = p.key)
    AS links
FROM posts p WHERE p.kind IN ('original', 'thread') AND p.superseded = 0 ORDER BY p.key`;

const readPosts = (database: Database): CopiedPost[] =>
  all<{ id: string; at: number | null; has_hour: number; text: string; is_gone: number; links: string }>(
    database,
    OWN_POSTS,
  ).map(({ id, at, has_hour: hasHour, text, is_gone: isGone, links }) => ({
    id,
    ...(at === null ? {} : { at }),
    hasHour: hasHour === 1,
    text,
    isGone: isGone === 1,
    links: (JSON.parse(links) as string[]).toSorted(),
  }));

/** Items of some keys with their journals, or all of them. */
export function readItems(database: Database, keys?: readonly string[]): CopiedItem[] {
  const values = { keys: JSON.stringify(keys ?? []) };
  const of =
    keys === undefined
      ? 'SELECT id FROM queue_items'
      : 'SELECT id FROM queue_items WHERE key IN (SELECT value FROM json_each($keys))';
  return toCopiedItems(
    all<CopiedItemRow>(database, `SELECT * FROM queue_items WHERE id IN (${of}) ORDER BY id`, values),
    all<CopiedAttemptRow>(database, `SELECT * FROM queue_attempts WHERE item IN (${of}) ORDER BY item, number`, values),
    all<NamedEventRow>(database, `SELECT * FROM queue_events WHERE item IN (${of}) ORDER BY id`, values),
  );
}

/** What was spent from an instant on, with the key of the item that it was for. */
export const SPENDINGS = `
SELECT s.at, s.what, s.amount, i.key, s.attempt FROM queue_spendings s LEFT JOIN queue_items i ON i.id = s.item
WHERE s.at >= $since ORDER BY s.id`;

const factIn = (database: Database, name: string): string | undefined =>
  database.prepare<[string], string>('SELECT value FROM queue_facts WHERE name = ?').pluck().get(name);

/** X's id of the account and its handle, where the id is known. */
function accountIn(database: Database): QueueCopy['account'] {
  const account = readAccount(database);
  if (account?.id === undefined) return undefined;
  const fact = factIn(database, 'account');
  const signedIn =
    fact === undefined ? undefined : (JSON.parse(fact) as { readonly id: string; readonly handle?: string });
  const handle = signedIn?.id === account.id ? signedIn.handle : undefined;
  return { id: account.id, handle: handle ?? account.handles[0] ?? '' };
}

/** All of a queue, as one transaction sees it. */
export function readCopy(database: Database, isHandedOver: boolean): QueueCopy {
  const caps = database.prepare<[], { day: number; month: number }>('SELECT day, month FROM queue_caps').get();
  const [account, zoneRules] = [accountIn(database), factIn(database, 'zone-rules')];
  return {
    isHandedOver,
    ...(account === undefined ? {} : { account }),
    caps: caps ?? { day: 0, month: 0 },
    ...(zoneRules === undefined ? {} : { zoneRules }),
    items: readItems(database).map(withoutClaim),
    steps: sortBy(all<CopiedStepRow>(database, 'SELECT * FROM person_steps').map(toCopiedStep), (step) => [
      step.createdAt,
      step.dueAt,
      step.kind,
      step.link,
      step.draft,
    ]),
    posts: readPosts(database),
    optOuts: sortBy(listOptOuts(database), ({ handle }) => [handle]),
    outreach: sortBy(
      readOutreach(database).outreach.map(({ post: _post, ...record }) => record),
      ({ handle, what, at, link }) => [handle, what, at, link],
    ),
    spendings: sortBy(
      all<SpendingRow>(database, SPENDINGS, { since: 0 }).map(toCopiedSpending),
      ({ at, what, amount, attempt = '', item = '' }) => [at, what, amount, attempt, item],
    ),
    paidReads: sortBy(
      all<{ day: number; post: string }>(database, 'SELECT day, post_id AS post FROM queue_paid_reads'),
      ({ day, post }) => [day, post],
    ),
    watched: sortBy(
      all<{ post: string; postedAt: number; step: number | null }>(
        database,
        'SELECT post_id AS post, posted_at AS postedAt, step FROM queue_watched',
      ).map(({ step, ...rest }) => ({ ...rest, ...(step === null ? {} : { step }) })),
      ({ post }) => [post],
    ),
  };
}
