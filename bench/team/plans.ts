// What the server does for each statement of a piece of work: recorded while it runs, then explained.
import type { ServerConnection, Transaction, Values } from '#store/postgres/connection.js';
import { brokenIndex } from '#store/postgres/faults.js';

type Statements = Pick<Transaction, 'all' | 'first' | 'run'>;

/** A connection that notes each statement that passes, with its values. */
export interface Recorder {
  readonly connection: ServerConnection;
  readonly seen: ReadonlyMap<string, Values>;
}

/** Records what passes a connection. Statements are those of the program: none is written for the measurement. */
export function recordStatements(inner: ServerConnection): Recorder {
  const seen = new Map<string, Values>();
  const through = <S extends Statements>(statements: S): S => ({
    ...statements,
    all: (sql, values = {}) => (seen.set(sql, values), statements.all(sql, values)),
    first: (sql, values = {}) => (seen.set(sql, values), statements.first(sql, values)),
    run: (sql, values = {}) => (seen.set(sql, values), statements.run(sql, values)),
  });
  return {
    seen,
    connection: {
      ...inner,
      read: (work) => inner.read((statements) => work(through(statements))),
      write: (work) => inner.write((transaction) => work(through(transaction))),
    },
  };
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

/** What a statement took, ms, and how it reached each table: by an index, or through all rows. */
export interface Plan {
  readonly sql: string;
  readonly ms: number;
  readonly ways: readonly string[];
  /** Rows that were read, those included that did not count. */
  readonly rows: number;
}

const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)];

function wayOf({ 'Node Type': type, 'Relation Name': table, 'Index Name': index }: Node): string[] {
  if (index !== undefined) return [index];
  return type === 'Seq Scan' ? [`all of ${table ?? '?'}`] : [];
}

/** Explains statements by running each once more in a transaction that is undone. */
export async function explain(
  connection: ServerConnection,
  seen: ReadonlyMap<string, Values>,
): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const [sql, values] of seen) {
    if (/^\s*SET\b/.test(sql)) continue;
    const undone = new Error('undone');
    try {
      await connection.write(async ({ first }) => {
        const row = await first<{
          'QUERY PLAN': readonly { readonly Plan: Node; readonly 'Execution Time': number }[];
        }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values);
        const top = row?.['QUERY PLAN'][0];
        if (top === undefined) return;
        const nodes = flatten(top.Plan);
        const read = nodes.filter((node) => node['Relation Name'] !== undefined && !node.Plans);
        plans.push({
          sql: sql.trim().replace(/\s+/g, ' '),
          ms: top['Execution Time'],
          ways: [...new Set(nodes.flatMap(wayOf))],
          rows: read.reduce(
            (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
            0,
          ),
        });
        throw undone;
      });
    } catch (error) {
      // What was added once cannot be added again.
      if (error !== undone && brokenIndex(error) === undefined) throw error;
    }
  }
  return plans;
}
