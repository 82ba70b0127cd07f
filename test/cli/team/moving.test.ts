import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { as, missing, pathOf, queue, schedule, sent, setTime, signedInAs, team, toSlot, useTeam } from './world.js';

useTeam();

/** The commands of the page, without their `tweetspan`. */
const [, block = ''] = /## Moving a queue[^]*?```sh\n([^]*?)```/.exec(readFileSync('docs/team.md', 'utf8')) ?? [];
const STEPS = block.trim().split('\n');

describe.skipIf(missing !== undefined)('a queue that moves', () => {
  /** A queue in Ada's own file, of which one post is out. */
  const inFile = { env: { TWEETSPAN_DB: '' } };
  async function planInFile(): Promise<void> {
    await schedule('ada', 1, '--db', 'own.db');
    const { items } = JSON.parse((await as('ada', ['queue', '--json', '--db', 'own.db'])).stdout) as Awaited<
      ReturnType<typeof queue>
    >;
    await setTime(Date.parse(items[0]?.dueAt ?? ''));
    await signedInAs('ada', ['run', '--once', '--db', 'own.db']);
    expect(sent()).toBe(1);
  }

  it('goes to a server by the steps of docs/team.md', async () => {
    await planInFile();
    const own = { env: { TWEETSPAN_DB: pathOf('ada', 'own.db') } };
    expect(STEPS.map((step) => step.split(' ')[0])).toEqual(STEPS.map(() => 'tweetspan'));
    for (const step of STEPS) {
      const argv = step.replace('postgresql://ada@db.example.org/tweetspan', team.address).split(' ').slice(1);
      const { exitCode, stderr } = await as('ada', argv, own);
      // This machine has no service, which is said.
      expect({ step, exitCode, stderr }).toMatchObject(argv[0] === 'service' ? { exitCode: 69 } : { exitCode: 0 });
    }
    expect((await queue()).items.map(({ state }) => state)).toEqual(['posted', 'planned']);
    await toSlot(2);
    expect((await signedInAs('bo', ['run', '--once'])).exitCode).toBe(0);
    expect(sent()).toBe(2);
    expect((await signedInAs('ada', ['run', '--once', '--db', 'own.db'], inFile)).exitCode).toBe(75);
    expect(sent()).toBe(2);
  });

  it('comes back to a file, with the names of who did what', async () => {
    await schedule('ada', 1);
    expect((await as('bo', ['queue', 'move', '2', '+2h'])).exitCode).toBe(0);
    expect((await as('bo', ['queue', 'export', '--format', 'jsonl', '--hand-over', '-o', 'q.jsonl'])).exitCode).toBe(0);
    const file = ['--db', 'own.db'];
    expect((await as('bo', ['queue', 'import', 'q.jsonl', ...file])).exitCode).toBe(0);
    expect((await as('bo', ['queue', 'log', ...file])).stdout).toMatch(/Ada[^]*Bo/);
    await as('bo', ['queue', 'export', '--format', 'jsonl', '--hand-over', '-o', 'back.jsonl', ...file]);
    expect(readFileSync(pathOf('bo', 'back.jsonl'), 'utf8')).toBe(readFileSync(pathOf('bo', 'q.jsonl'), 'utf8'));
  });

  it('is not imported by somebody who may only read, and nothing of it is there then', async () => {
    await planInFile();
    await team.sql(
      `DO $$ BEGIN CREATE ROLE cy LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
       GRANT USAGE ON SCHEMA tweetspan TO cy; GRANT SELECT ON ALL TABLES IN SCHEMA tweetspan TO cy`,
    );
    const reader = team.address.replace('postgres@', 'cy@');
    await as('ada', ['queue', 'export', '--format', 'jsonl', '-o', 'q.jsonl', '--db', 'own.db']);
    const refused = await as('ada', ['queue', 'import', 'q.jsonl', '--db', reader]);
    expect(refused).toMatchObject({ exitCode: 77, stdout: '' });
    expect((await queue()).items).toEqual([]);
    // It may be read by everybody who may read, and is set aside by nobody who may not write.
    expect((await as('ada', ['queue', 'export', '--format', 'jsonl', '--db', reader])).exitCode).toBe(0);
    expect((await as('ada', ['queue', 'export', '--format', 'jsonl', '--hand-over', '--db', reader])).exitCode).toBe(
      77,
    );
  });
});
