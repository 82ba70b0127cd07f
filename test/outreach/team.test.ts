import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '#history/formats/csv.js';
import { readTeam, type Team } from '#outreach/team.js';

/** A table, and what is read from it. */
interface Case {
  readonly what: string;
  readonly table: string;
  readonly members: readonly Partial<Team['members'][number]>[];
  readonly faults: readonly (readonly [row: number, code: string])[];
}

const CASES = JSON.parse(
  readFileSync(new URL('../../fixtures/people/tables.json', import.meta.url), 'utf8'),
) as readonly Case[];

describe('the table of a team', () => {
  test.each(CASES)('$what', async ({ table, members, faults }) => {
    const team = readTeam(await parseCsv(table), { today: '2026-03-02' });
    expect(team?.members).toMatchObject(members);
    expect(team?.members).toHaveLength(members.length);
    expect(team?.faults.map(({ row, code }) => [row, code])).toEqual(faults);
  });

  test('is none without a column of handles', async () => {
    expect(readTeam(await parseCsv('name,mail\nAda,ada@example.org\n'), { today: '2026-03-02' })).toBeUndefined();
  });

  test('of 5,000 rows is read whole', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `example_${row},2026-01-10`);
    const team = readTeam(await parseCsv(['handle,agreed', ...rows].join('\n')), { today: '2026-03-02' });
    expect(team?.members).toHaveLength(5000);
    expect(team?.faults).toEqual([]);
  });
});
