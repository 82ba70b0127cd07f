// Rows of a queue that is copied, alike in each engine, and what they stand for.
import type { CopiedItem, CopiedSpending, CopiedStep } from '#queue/copy.js';
import type { Person } from '#queue/item.js';
import { asJson } from './connection.js';
import { toItem, toNewItemColumns, type AttemptRow, type ItemRow } from './rows.js';
import type { StepRow } from './steps.js';
import { toNamedEvent, type NamedEventRow } from './traces.js';

type Values = Readonly<Record<string, string | number | null>>;

/** Who planned something, by its columns; nothing where nobody said. */
export const toPlanner = (person: string, host: string): { readonly planner?: Person } =>
  person === '' ? {} : { planner: { name: person, host } };

/** A row of `queue_items` with all of its columns. */
export interface CopiedItemRow extends ItemRow {
  readonly key: string;
  readonly planned_by: string;
  readonly planned_on: string;
  readonly posted_at: number | null;
  readonly settled: number;
}

export type CopiedAttemptRow = AttemptRow & {
  readonly number: number;
  readonly outcome: string | null;
  readonly ended_at: number | null;
};

type CopiedEvent = CopiedItem['events'][number];

/** A row of `queue_events` as an event of its item. */
function toCopiedEvent(row: NamedEventRow): CopiedEvent {
  const { item: _item, ...event } = toNamedEvent(row);
  return event;
}

const toCopiedAttempt = (row: CopiedAttemptRow): CopiedItem['attempts'][number] => ({
  id: row.id,
  number: row.number,
  text: row.text,
  startedAt: row.started_at,
  price: row.price,
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
});

function groupByItem<Row extends { readonly item: number | null }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const item = row.item ?? 0;
    const group = groups.get(item);
    if (group === undefined) groups.set(item, [row]);
    else group.push(row);
  }
  return groups;
}

/** Items with what was done for each; attempts and events are given in their order. */
export function toCopiedItems(
  items: readonly CopiedItemRow[],
  attempts: readonly CopiedAttemptRow[],
  events: readonly NamedEventRow[],
): CopiedItem[] {
  const [attemptsOf, eventsOf] = [groupByItem(attempts), groupByItem(events)];
  return items.map((row) => {
    const { id, account: _account, claim: _claim, attempts: _attempts, ...item } = toItem(row);
    return {
      ...item,
      key: row.key,
      number: id,
      ...(row.posted_at === null ? {} : { postedAt: row.posted_at }),
      isRecorded: row.settled === 1,
      ...toPlanner(row.planned_by, row.planned_on),
      attempts: (attemptsOf.get(id) ?? []).map(toCopiedAttempt),
      events: (eventsOf.get(id) ?? []).map(toCopiedEvent),
    };
  });
}

/** An item as the columns of its row, but for its number and its account. */
export const toItemColumns = (item: CopiedItem): Values => ({
  ...toNewItemColumns(item, item.createdAt),
  key: item.key,
  state: item.state,
  changed_at: item.changedAt,
  not_before: item.notBefore ?? null,
  reason: asJson(item.reason),
  post_id: item.postId ?? null,
  posted_at: item.postedAt ?? null,
  settled: item.isRecorded ? 1 : 0,
  attempts: Math.max(0, ...item.attempts.map(({ number }) => number)),
  checks: item.checks,
  planned_by: item.planner?.name ?? '',
  planned_on: item.planner?.host ?? '',
});

const EXPERIMENT = [
  'seed',
  'metric',
  'pair',
  'block',
  'best_first',
  'arm',
  'arm_probability',
  'slot_probability',
  'drawn_at',
  'counted_at',
].map((name) => `experiment_${name}`);

/** The columns of `toItemColumns`, with those of an experiment whether there is one or not. */
export const ITEM_COLUMNS: readonly string[] = [
  ...'key state mode link text media due_at wish zone missed missed_within gap until review price draft'.split(' '),
  ...'created_at changed_at not_before reason post_id posted_at settled attempts checks'.split(' '),
  ...EXPERIMENT,
  'planned_by',
  'planned_on',
];

/** An attempt of the item of a number as the columns of its row, but for its account. */
export const toAttemptColumns = (
  { id, number, text, startedAt, price, outcome, endedAt }: CopiedItem['attempts'][number],
  item: number,
): Values => ({
  id,
  item,
  number,
  text,
  started_at: startedAt,
  price,
  outcome: outcome ?? null,
  ended_at: endedAt ?? null,
});

/** An event of the item of a number as the columns of its row, but for its account. */
export const toEventColumns = ({ at, name, reason, data, by }: CopiedEvent, item: number): Values => ({
  at,
  name,
  item,
  reason: asJson(reason),
  data: asJson(data),
  person: by?.name ?? '',
  host: by?.host ?? '',
});

/** A row of `person_steps`, with the person who planned the step. */
export interface CopiedStepRow extends StepRow {
  readonly planned_by: string;
  readonly planned_on: string;
}

/** A row as a step. */
export const toCopiedStep = (row: CopiedStepRow): CopiedStep => ({
  kind: row.kind,
  state: row.state,
  link: row.link,
  draft: row.draft,
  dueAt: row.due_at,
  ...(row.until === null ? {} : { until: row.until }),
  zone: row.zone,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  ...toPlanner(row.planned_by, row.planned_on),
});

/** A step as the columns of its row. */
export const toStepColumns = ({ planner, ...step }: CopiedStep): Values => ({
  kind: step.kind,
  state: step.state,
  link: step.link,
  draft: step.draft,
  due_at: step.dueAt,
  until: step.until ?? null,
  zone: step.zone,
  created_at: step.createdAt,
  changed_at: step.changedAt,
  planned_by: planner?.name ?? '',
  planned_on: planner?.host ?? '',
});

/** A row of `queue_spendings` with the key of its item. */
export interface SpendingRow {
  readonly at: number;
  readonly what: CopiedSpending['what'];
  readonly amount: number;
  readonly key: string | null;
  readonly attempt: string | null;
}

/** A row as a spending. */
export const toCopiedSpending = ({ at, what, amount, key, attempt }: SpendingRow): CopiedSpending => ({
  at,
  what,
  amount,
  ...(key === null ? {} : { item: key }),
  ...(attempt === null ? {} : { attempt }),
});

/** Sorts by a text that names each, whatever order an engine gives: the same queue is copied to the same lines. */
export const sortBy = <Row>(rows: readonly Row[], name: (row: Row) => readonly (string | number)[]): Row[] =>
  rows
    .map((row) => ({ row, name: name(row) }))
    .sort((a, b) => {
      for (const [place, value] of a.name.entries()) {
        const other = b.name[place] ?? '';
        if (value !== other) return value < other ? -1 : 1;
      }
      return 0;
    })
    .map(({ row }) => row);
