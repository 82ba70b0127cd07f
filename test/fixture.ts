import { readFileSync } from 'node:fs';

/** The rows of a table in `fixtures/`, named by its path without `.json`. Refuses an empty one: it would test nothing. */
export function readFixture<Row>(name: string): readonly Row[] {
  const rows = JSON.parse(readFileSync(`fixtures/${name}.json`, 'utf8')) as readonly Row[];
  if (rows.length === 0) throw new Error(`fixtures/${name}.json has no rows`);
  return rows;
}
