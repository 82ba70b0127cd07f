// Steps that only a person can take, beside the items of the queue: nothing here is ever sent.
import type { Database } from '../driver/port.js';
import type { PersonStep, StepStore } from '#queue/person-step.js';
import { withStoreErrors } from '../errors.js';

/** A row of `person_steps`. */
export interface StepRow {
  readonly id: number;
  readonly kind: PersonStep['kind'];
  readonly state: PersonStep['state'];
  readonly link: string;
  readonly draft: string;
  readonly due_at: number;
  readonly until: number | null;
  readonly zone: string;
  readonly created_at: number;
  readonly changed_at: number;
}

const toStep = ({
  due_at: dueAt,
  until,
  created_at: createdAt,
  changed_at: changedAt,
  ...row
}: StepRow): PersonStep => ({ ...row, dueAt, ...(until === null ? {} : { until }), createdAt, changedAt });

const IS_OPEN = "state IN ('planned', 'reminded')";
const ADD = `
INSERT INTO person_steps (kind, state, link, draft, due_at, until, zone, created_at, changed_at)
VALUES ($kind, 'planned', $link, $draft, $dueAt, $until, $zone, $now, $now)`;
const REPLACE = `
UPDATE person_steps SET state = 'cancelled', changed_at = $now
WHERE ${IS_OPEN} AND kind = $kind AND link = $link AND draft = $draft`;

/** The steps of people that are kept in a database. */
export function createStepStore(database: Database): StepStore {
  const guarded = async <T>(work: () => T): Promise<T> => withStoreErrors(database.name, work);
  const find = (id: number): PersonStep | undefined => {
    const row = database.prepare<[number], StepRow>('SELECT * FROM person_steps WHERE id = ?').get(id);
    return row && toStep(row);
  };
  return {
    add: (steps, now) =>
      guarded(() =>
        database.transact(() =>
          steps.flatMap(({ kind, link, draft, dueAt, until, zone }) => {
            database.prepare(REPLACE).run({ kind, link, draft, now });
            const added = database.prepare(ADD).run({ kind, link, draft, dueAt, until: until ?? null, zone, now });
            return find(Number(added.lastInsertRowid)) ?? [];
          }),
        ),
      ),
    get: (id) => guarded(() => find(id)),
    list: ({ link, isOpen }, limit) =>
      guarded(() =>
        database
          .prepare<[object], StepRow>(
            `SELECT * FROM person_steps WHERE ($link IS NULL OR link = $link) AND (NOT $isOpen OR ${IS_OPEN})
             ORDER BY due_at, id LIMIT $limit`,
          )
          .all({ link: link ?? null, isOpen: isOpen === true ? 1 : 0, limit })
          .map(toStep),
      ),
    due: (now, limit) =>
      guarded(() =>
        database
          .prepare<[number, number], StepRow>(
            `SELECT * FROM person_steps WHERE state = 'planned' AND due_at <= ? ORDER BY due_at, id LIMIT ?`,
          )
          .all(now, limit)
          .map(toStep),
      ),
    change: (id, from, to, now) =>
      guarded(
        () =>
          database
            .prepare(
              `UPDATE person_steps SET state = $to, changed_at = $now
               WHERE id = $id AND state IN (SELECT value FROM json_each($from))`,
            )
            .run({ id, to, now, from: JSON.stringify(from) }).changes > 0,
      ),
  };
}
