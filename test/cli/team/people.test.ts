import { describe, expect, it } from 'vitest';
import { DRAFT, VARIANTS } from '../queue/world.js';
import {
  as,
  expectOneLine,
  keys,
  missing,
  pathOf,
  queue,
  save,
  schedule,
  sent,
  setTime,
  signedInAs,
  team,
  toSlot,
  useTeam,
  type Person,
} from './world.js';

useTeam();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.skipIf(missing !== undefined)('two people who share a queue', () => {
  it('who plan one link at the same time get one plan, and one of them the other’s name', async () => {
    for (const person of ['ada', 'bo'] as const) {
      save(person, 'guide.md', `---\ncampaign:\n  variants:\n    - "${VARIANTS[0] ?? ''}"\n---\n${DRAFT}`);
    }
    const plan = (person: Person, meanwhile?: () => Promise<unknown>) =>
      signedInAs(person, ['schedule', 'guide.md', '--mode', 'api', '--reposts', '1', '--window', '12:00-12:30'], {
        columns: 100,
        typed: ['y'],
        ...(meanwhile && { whileAsked: meanwhile }),
      });
    let other: Awaited<ReturnType<typeof plan>> | undefined;
    const first = await plan('ada', async () => (other ??= await plan('bo')));
    expect(other?.exitCode).toBe(0);
    expect(first.exitCode).toBe(75);
    expect(first.stderr).toMatch(/Bo \(bo-laptop\) has just planned example\.org\/guide \(item \d\)/);
    const { items } = await queue();
    expect(items.map(({ planner }) => planner?.name)).toEqual(['Bo', 'Bo']);
  });

  it('who plan at the very same moment get one plan as well', async () => {
    const outcomes = await Promise.all([schedule('ada', 1), schedule('bo', 1)]);
    const exits = outcomes.map(({ exitCode }) => exitCode);
    expect(exits).toContain(0);
    const planners = new Set((await queue()).items.map(({ planner }) => planner?.name));
    expect(planners.size).toBe(1);
    const refused = outcomes.filter(({ exitCode }) => exitCode === 75);
    expect(refused.map(({ stderr }) => /(?:Ada|Bo) \(/.test(stderr))).toEqual(refused.map(() => true));
  });

  it('see who planned, approved and changed what', async () => {
    await schedule('ada', 1, '--review');
    await as('bo', ['queue', 'approve', '1']);
    await signedInAs('bo', ['queue', 'edit', '2', '--text', VARIANTS[2] ?? '']);
    const log = (await as('ada', ['queue', 'log', '--json'])).stdout;
    const by = (JSON.parse(log) as { log: { event: string; item: number; by?: { name: string } }[] }).log.map(
      (event) => `${event.event} ${event.item} ${event.by?.name}`,
    );
    expect(by).toEqual(expect.arrayContaining(['added 1 Ada', 'added 2 Ada', 'approved 1 Bo', 'edited 2 Bo']));
    expect((await as('bo', ['queue', 'show', '1'])).stdout).toMatch(/Ada \(ada-laptop\)/);
    expect((await as('bo', ['queue', 'log', '--locale', 'fr'])).stdout).toMatch(/Ada/);
  });

  it('are reminded on the machine of who planned, and the one that posts steps in when that is late', async () => {
    await schedule('ada', 1, '--mode', 'remind', '--if-missed', '2h');
    await toSlot(1);
    const state = async (): Promise<string | undefined> => (await queue()).items[0]?.state;
    await signedInAs('bo', ['run', '--once'], { columns: 80 });
    expect(await state()).toBe('planned');
    await as('ada', ['run', '--once'], { columns: 80 });
    expect(await state()).toBe('reminded');
    await toSlot(2);
    await setTime(team.now + 3 * HOUR);
    await signedInAs('bo', ['run', '--once']);
    expect((await queue()).items[1]?.state).not.toBe('planned');
  });

  it('may have clocks that are an hour off: what is due goes by the server', async () => {
    await schedule('ada', 1);
    await toSlot(1);
    await setTime(team.now - 30 * MINUTE);
    // An hour ahead, Bo's machine would find it due.
    await signedInAs('bo', ['run', '--once'], { now: team.now + HOUR });
    expect(sent()).toBe(0);
    await setTime(team.now + 31 * MINUTE);
    await signedInAs('bo', ['run', '--once'], { now: team.now - HOUR });
    expect(sent()).toBe(1);
    const { stdout } = await as('ada', ['queue', '--all', '--json'], { now: team.now + HOUR });
    expect((JSON.parse(stdout) as { now: string }).now).toBe(new Date(team.now).toISOString());
  });

  it('name the queue in a profile of their own', async () => {
    await schedule('bo', 1);
    save('ada', 'tweetspan.config.json', '{}');
    const config = { profiles: { work: { account: '@example_team', db: team.address } } };
    save('ada', 'own.json', JSON.stringify(config));
    const outcome = await as('ada', ['queue', '--profile', 'work', '--json'], {
      env: { TWEETSPAN_DB: '', TWEETSPAN_CONFIG: pathOf('ada', 'own.json') },
    });
    // A profile names files of its machine: a server is named by the settings of a team.
    expect(outcome.exitCode).not.toBe(70);
  });

  it('take a person out for all: nothing that calls them goes out', async () => {
    save('ada', 'guide.md', 'Choisir son logement à Lyon, avec @voisine https://example.org/guide #Lyon\n');
    await signedInAs('ada', ['schedule', 'guide.md', '--mode', 'api', '--yes', '--reposts', '0', '--force']);
    const forgotten = await as('bo', ['contacts', 'forget', '@voisine']);
    expect(forgotten.exitCode).toBe(0);
    const { items } = await queue();
    if (items[0] !== undefined) {
      await toSlot(items[0].id);
      await signedInAs('ada', ['run', '--once']);
    }
    expect(sent()).toBe(0);
    expect(await team.sql('SELECT handle, forgotten FROM tweetspan.opt_outs')).toEqual([
      { handle: 'voisine', forgotten: 1 },
    ]);
  });

  it('show where somebody works, since when', async () => {
    await schedule('ada', 1);
    await team.sql(`
      INSERT INTO tweetspan.queue_workers VALUES ('b', 7, 'always-on', '1', ${team.now - HOUR}, ${team.now}, 'Bo');
      INSERT INTO tweetspan.queue_lead VALUES (1, 'b', 1, ${team.now - HOUR}, ${team.now + HOUR})`);
    expect((await queue()).running).toEqual([
      expect.objectContaining({
        host: 'always-on',
        person: 'Bo',
        postingSince: new Date(team.now - HOUR).toISOString(),
      }),
    ]);
    expect((await as('ada', ['queue'])).stdout).toMatch(/always-on/);
  });

  it('post nothing twice where two are signed in', async () => {
    await schedule('ada', 1);
    await toSlot(1);
    await Promise.all([signedInAs('ada', ['run', '--once']), signedInAs('bo', ['run', '--once'])]);
    await signedInAs('bo', ['run', '--once']);
    expect(sent()).toBe(1);
    expect(Object.keys(keys())).toHaveLength(5);
  });

  it('read in one line what a reader may not', async () => {
    await schedule('ada', 1);
    await team.sql(`
      DO $$ BEGIN CREATE ROLE eve LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      GRANT USAGE ON SCHEMA tweetspan TO eve; GRANT SELECT ON ALL TABLES IN SCHEMA tweetspan TO eve`);
    const reader = { env: { TWEETSPAN_DB: team.address.replace('postgres@', 'eve@') } };
    expect((await as('bo', ['queue'], reader)).stdout).toMatch(/example\.org\/guide/);
    for (const argv of [
      ['queue', 'cancel', '1'],
      ['queue', 'pause'],
      ['queue', 'move', '1', '+2h'],
      ['queue', 'edit', '1', '--text', VARIANTS[2] ?? ''],
    ]) {
      const refused = await as('bo', argv, reader);
      expect({ argv, exitCode: refused.exitCode }).toEqual({ argv, exitCode: 77 });
      expectOneLine(refused, /eve@127\.0\.0\.1/);
    }
    expect((await queue()).items.map(({ state }) => state)).toEqual(['planned', 'planned']);
  });
});
