// A whole queue as a server holds it, to be brought to another place.
import type { CopiedItem, CopiedOptOut, CopiedOutreach, CopiedPost, QueueCopy } from '#queue/copy.js';
import { withoutClaim } from '../queue/copy-plan.js';
import {
  sortBy,
  toCopiedItems,
  toCopiedSpending,
  toCopiedStep,
  type CopiedAttemptRow,
  type CopiedItemRow,
  type CopiedStepRow,
  type SpendingRow,
} from '../queue/copy-rows.js';
import type { NamedEventRow } from '../queue/traces.js';
import type { Transaction } from './connection.js';
import type { TeamAccount } from './team.js';

type Reading = Pick<Transaction, 'all' | 'first'>;

const POSTS = `
SELECT id, at, has_hour, text, is_gone,
  coalesce((SELECT json_agg(link ORDER BY link COLLATE "C") FROM tweetspan.post_links WHERE post = key), '[]') AS links
FROM tweetspan.posts ORDER BY key`;
interface PostRow {
  readonly id: string;
  readonly at: number | null;
  readonly has_hour: number;
  readonly text: string;
  readonly is_gone: number;
  readonly links: readonly string[];
}

const toCopiedPost = ({ id, at, has_hour: hasHour, text, is_gone: isGone, links }: PostRow): CopiedPost => ({
  id,
  ...(at === null ? {} : { at }),
  hasHour: hasHour === 1,
  text,
  isGone: isGone === 1,
  links: [...links],
});

/** Items of some keys with their journals, or all of them. */
export async function readItems({ all }: Reading, keys?: readonly string[]): Promise<CopiedItem[]> {
  const of = keys === undefined ? 'true' : 'i.key = ANY($keys)';
  const values = { keys: keys ?? [] };
  const join = 'JOIN tweetspan.queue_items i ON i.id = r.item';
  return toCopiedItems(
    await all<CopiedItemRow>(`SELECT * FROM tweetspan.queue_items i WHERE ${of} ORDER BY id`, values),
    await all<CopiedAttemptRow>(
      `SELECT r.* FROM tweetspan.queue_attempts r ${join} WHERE ${of} ORDER BY r.item, r.number`,
      values,
    ),
    await all<NamedEventRow>(`SELECT r.* FROM tweetspan.queue_events r ${join} WHERE ${of} ORDER BY r.id`, values),
  );
}

/** What was spent from an instant on, with the key of the item that it was for. */
export const SPENDINGS = `
SELECT s.at, s.what, s.amount, i.key, s.attempt FROM tweetspan.queue_spendings s
LEFT JOIN tweetspan.queue_items i ON i.id = s.item WHERE s.at >= $since ORDER BY s.id`;
const OPT_OUTS = 'SELECT handle, noted_at, forgotten FROM tweetspan.opt_outs WHERE back_at IS NULL';
const OUTREACH = 'SELECT handle, what, at, link, text, tag, moment FROM tweetspan.outreach';
/** The columns of a step, but for its number. */
export const STEP_COLUMNS =
  'kind, state, link, draft, due_at, until, zone, created_at, changed_at, planned_by, planned_on';

async function readPeople({ all }: Reading): Promise<Pick<QueueCopy, 'optOuts' | 'outreach'>> {
  const optOuts = await all<{ handle: string; noted_at: number; forgotten: number }>(OPT_OUTS);
  const outreach = await all<Omit<CopiedOutreach, 'moment'> & { moment: number | null }>(OUTREACH);
  return {
    optOuts: sortBy(
      optOuts.map(({ handle, noted_at: notedAt, forgotten }): CopiedOptOut => ({
        handle,
        notedAt,
        ...(forgotten === 1 && { forgotten: true as const }),
      })),
      ({ handle }) => [handle],
    ),
    outreach: sortBy(
      outreach.map(({ moment, ...record }): CopiedOutreach => ({ ...record, ...(moment === null ? {} : { moment }) })),
      ({ handle, what, at, link }) => [handle, what, at, link],
    ),
  };
}

/** All of a queue, as the statements of one transaction see it. */
export async function readCopy(reading: Reading, isHandedOver: boolean): Promise<QueueCopy> {
  const { all, first } = reading;
  const account = await first<TeamAccount>('SELECT id, handle FROM tweetspan.account');
  const caps = await first<{ day: number; month: number }>('SELECT day, month FROM tweetspan.queue_caps');
  const rules = await first<{ value: string }>("SELECT value FROM tweetspan.queue_facts WHERE name = 'zone-rules'");
  const steps = await all<CopiedStepRow>(`SELECT id, ${STEP_COLUMNS} FROM tweetspan.person_steps`);
  const posts = await all<PostRow>(POSTS);
  const spendings = await all<SpendingRow>(SPENDINGS, { since: 0 });
  const paidReads = await all<{ day: number; post: string }>(
    'SELECT day, post_id AS post FROM tweetspan.queue_paid_reads',
  );
  const watched = await all<{ post: string; postedAt: number; step: number | null }>(
    'SELECT post_id AS post, posted_at AS "postedAt", step FROM tweetspan.queue_watched',
  );
  return {
    isHandedOver,
    ...(account === undefined ? {} : { account }),
    caps: caps ?? { day: 0, month: 0 },
    ...(rules === undefined ? {} : { zoneRules: rules.value }),
    items: (await readItems(reading)).map(withoutClaim),
    steps: sortBy(steps.map(toCopiedStep), (step) => [step.createdAt, step.dueAt, step.kind, step.link, step.draft]),
    posts: posts.map(toCopiedPost),
    ...(await readPeople(reading)),
    spendings: sortBy(spendings.map(toCopiedSpending), ({ at, what, amount, attempt = '', item = '' }) => [
      at,
      what,
      amount,
      attempt,
      item,
    ]),
    paidReads: sortBy(paidReads, ({ day, post }) => [day, post]),
    watched: sortBy(
      watched.map(({ step, ...rest }) => ({ ...rest, ...(step === null ? {} : { step }) })),
      ({ post }) => [post],
    ),
  };
}
