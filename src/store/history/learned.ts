import type { LearnedFacts } from '#history/query-ports.js';
import type { Database } from '../driver/port.js';
import { withStoreErrors } from '../errors.js';

/** What was learned stands among the facts of the database under names that begin so. */
const PREFIX = 'learned:';

const READ = 'SELECT value FROM queue_facts WHERE name = ?';
const WRITE = 'INSERT INTO queue_facts (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';

/** What was learned from a history, kept in its database until a newer observation comes. */
export const createLearnedFacts = (database: Database): LearnedFacts => ({
  read: (name) =>
    withStoreErrors(
      database.name,
      () => database.prepare<[string], { readonly value: string }>(READ).get(PREFIX + name)?.value,
    ),
  write: (facts) =>
    withStoreErrors(database.name, () =>
      database.transact(() => {
        const write = database.prepare<[string, string]>(WRITE);
        for (const [name, value] of facts) write.run(PREFIX + name, value);
      }),
    ),
});

/** Forgets what was learned. */
export const forgetLearned = (database: Database): void =>
  void database.prepare(`DELETE FROM queue_facts WHERE name >= '${PREFIX}' AND name < 'learned;'`).run();
