import type { Database } from '../driver/port.js';
import type {
  AccountSign,
  HistoryWriter,
  ImportRecord,
  ImportSession,
  KeywordFigure,
  MergeCounts,
  OptOut,
} from '#history/ports.js';
import { requireAccount } from './account.js';
import { readCoverage } from './coverage.js';
import { withStoreErrors } from '../errors.js';
import { addKeywords } from './keywords.js';
import { MERGE_TABLES, mergeStage } from './merge.js';
import { mergeOptOut } from './contacts.js';
import { recomputeAggregates } from './aggregates.js';
import { createStage, type Stage } from './staging.js';

const RECORD = `
INSERT INTO imports (digest, format, name, generated_at, complete, rows, imported_at)
VALUES ($digest, $format, $name, $generatedAt, $complete, $rows, $importedAt)
ON CONFLICT DO UPDATE SET imported_at = min(imported_at, excluded.imported_at), name = min(name, excluded.name),
  generated_at = coalesce(max(generated_at, excluded.generated_at), generated_at, excluded.generated_at),
  complete = max(complete, excluded.complete)`;

/** What a file brings besides posts. */
interface Extras {
  readonly records: readonly ImportRecord[];
  readonly keywords: readonly KeywordFigure[];
  readonly optOuts: readonly OptOut[];
}

function commitStage(
  database: Database,
  stage: Stage,
  { records, keywords, optOuts }: Extras,
  account: AccountSign,
): MergeCounts {
  requireAccount(database, account, database.name);
  // Room for the indexes that are written at random places; a later import finds it too.
  database.pragma('cache_size = -49152');
  database.exec(MERGE_TABLES);
  const isFirst = database.prepare('SELECT 1 FROM posts LIMIT 1').get() === undefined;
  const { added, updated, observations: first } = mergeStage(database, isFirst);
  let observations = first;
  while (stage.nextRound()) observations += mergeStage(database, false).observations;
  recomputeAggregates(database, isFirst);
  const note = database.prepare(RECORD);
  for (const record of records) {
    note.run({ ...record, generatedAt: record.generatedAt ?? null, complete: record.complete ? 1 : 0 });
  }
  if (keywords.length > 0) addKeywords(database, keywords);
  for (const optOut of optOuts) mergeOptOut(database, optOut);
  return { added, updated, observations };
}

/** The importers' side of a history kept in a database. One import at a time on one connection. */
export function createHistoryWriter(database: Database): HistoryWriter {
  const file = database.name;
  const guarded = <T>(work: () => T): T => withStoreErrors(file, work);
  return {
    openImport(): ImportSession {
      const stage = guarded(() => createStage(database));
      const records: ImportRecord[] = [];
      const keywords: KeywordFigure[] = [];
      const optOuts: OptOut[] = [];
      return {
        add: (post) => guarded(() => stage.add(post)),
        stagedBetween: (from, to) => guarded(() => stage.stagedBetween(from, to)),
        completeText: (...text) => guarded(() => stage.completeText(...text)),
        addAbsence: (id, instant) => guarded(() => stage.addAbsence(id, instant)),
        addRecord: (record) => void records.push(record),
        addKeyword: (figure) => void keywords.push(figure),
        addOptOut: (optOut) => void optOuts.push(optOut),
        commit: (record, account) =>
          guarded(() => {
            try {
              stage.flush();
              // What is inserted below comes from joins with the rows it refers to: looking each up again would take a
              // tenth of the time. Outside of the transaction, where alone this setting counts.
              database.pragma('foreign_keys = OFF');
              return database.transact(() => {
                const all = record ? [...records, record] : records;
                return commitStage(database, stage, { records: all, keywords, optOuts }, account);
              });
            } finally {
              database.pragma('foreign_keys = ON');
              stage.clear();
            }
          }),
        discard: () => guarded(() => stage.clear()),
      };
    },
    coverage: () => guarded(() => readCoverage(database)),
  };
}
