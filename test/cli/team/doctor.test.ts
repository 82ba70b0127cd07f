import { describe, expect, it } from 'vitest';
import type { DoctorDocument } from '#report/documents/doctor.js';
import { as, missing, queue, schedule, signedInAs, team, useTeam } from './world.js';

useTeam();

const HOUR = 3_600_000;
const checksOf = async (...more: readonly string[]): Promise<DoctorDocument['checks']> =>
  (JSON.parse((await as('ada', ['doctor', '--json', ...more])).stdout) as DoctorDocument).checks;
const codes = (checks: DoctorDocument['checks']): readonly string[] => checks.map(({ code }) => code);

describe.skipIf(missing !== undefined)('doctor on a queue that several share', () => {
  it('says where it is, what may be done there, and that the clocks agree', async () => {
    const checks = await checksOf();
    expect(checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'server',
          status: 'ok',
          code: 'server-open',
          data: expect.objectContaining({ place: team.address, schema: 3, isEncrypted: false }) as object,
        }),
        expect.objectContaining({ code: 'server-worked-on-by', data: { role: 'owner' } }),
        expect.objectContaining({ code: 'server-clock-same' }),
        expect.objectContaining({ code: 'queue-empty' }),
      ]),
    );
    expect(codes(checks)).not.toContain('server-unencrypted');
  });

  it('names who posts and who stands by, and what is planned', async () => {
    await schedule('ada', 1);
    await signedInAs('bo', ['run', '--once']);
    // Workers that end take their names along: these two have not.
    await team.sql(`
      INSERT INTO tweetspan.queue_workers VALUES ('b', 7, 'always-on', '0.0.0-test', ${team.now - HOUR}, ${team.now}, 'Bo'),
        ('a', 8, 'ada-laptop', '0.0.0-test', ${team.now - HOUR}, ${team.now}, 'Ada');
      DELETE FROM tweetspan.queue_lead;
      INSERT INTO tweetspan.queue_lead VALUES (1, 'b', 1, ${team.now - HOUR}, ${team.now + HOUR})`);
    const { stdout } = await as('bo', ['doctor']);
    expect(stdout).toMatch(/process 7 on always-on \(Bo\).*it\s+posts since/s);
    expect(stdout).toMatch(/process 8 on ada-laptop \(Ada\).*it\s+stands by/s);
    expect(stdout).toMatch(/2 planned/);
    const french = await as('bo', ['doctor', '--locale', 'fr']);
    expect(french.stdout).toMatch(/processus 7 sur always-on \(Bo\).*publie\s+depuis/s);
  });

  it('says how far a clock is off, which is no problem for the shared queue', async () => {
    const { stdout } = await as('ada', ['doctor', '--json'], { now: team.now + HOUR });
    const { checks } = JSON.parse(stdout) as DoctorDocument;
    expect(checks).toContainEqual(
      expect.objectContaining({ status: 'note', code: 'server-clock-differs', data: { ahead: HOUR } }),
    );
  });

  it('says what a reader may, and counts the media', async () => {
    await team.sql(`
      DO $$ BEGIN CREATE ROLE dee LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      GRANT USAGE ON SCHEMA tweetspan TO dee; GRANT SELECT ON ALL TABLES IN SCHEMA tweetspan TO dee;
      INSERT INTO tweetspan.media VALUES ('${'0a'.repeat(32)}', decode('${'00'.repeat(1000)}', 'hex'), 0)`);
    const checks = await checksOf('--db', team.address.replace('postgres@', 'dee@'));
    expect(checks).toContainEqual(expect.objectContaining({ status: 'note', code: 'server-read-by' }));
    expect(checks).toContainEqual(expect.objectContaining({ code: 'server-media', data: { files: 1, bytes: 1000 } }));
  });

  it.each([
    ['is not there', () => 'postgresql://ada@127.0.0.1:1/tweetspan', /does not\s+answer/],
    ['has no such database', () => team.address.replace(/\w+$/, 'elsewhere'), /no database|database/],
    ['cannot be read as an address', () => 'postgresql://a:secret-word@h,i/x', /several|one host/],
  ])('says so where the server %s, without the password', async (_, address, says) => {
    const outcome = await as('ada', ['doctor', '--quiet', '--db', address()]);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toMatch(says);
    expect(outcome.stdout + outcome.stderr).not.toContain('secret-word');
    const document = await as('ada', ['doctor', '--json', '--db', address()]);
    expect(document.stdout).toContain('"server-unusable"');
    expect(document.stdout).not.toContain('secret-word');
  });

  it('says that a schema is older or newer, and changes neither', async () => {
    await team.sql('INSERT INTO tweetspan.schema_version VALUES (99, now())');
    const newer = await as('ada', ['doctor', '--quiet']);
    expect(newer).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/99/) as string });
    await team.sql('DELETE FROM tweetspan.schema_version WHERE version > 2');
    const older = await as('ada', ['doctor', '--quiet']);
    expect(older.exitCode).toBe(1);
    expect(older.stdout).toMatch(/schema|version 2/);
    expect(await team.sql('SELECT max(version) AS version FROM tweetspan.schema_version')).toEqual([{ version: 2 }]);
  });

  it('is quiet and content where all is well, and tells of a pause', async () => {
    await schedule('ada', 1);
    await as('ada', ['queue', 'pause']);
    expect((await as('ada', ['doctor', '--quiet'])).stdout).toMatch(/paused/);
    await as('ada', ['queue', 'resume']);
    await as('ada', ['queue', 'export', '--format', 'jsonl', '--hand-over', '-o', 'q.jsonl']);
    const handedOver = await as('ada', ['doctor', '--quiet']);
    expect(handedOver.stdout).toMatch(/handed over/);
    expect(handedOver.stdout).not.toMatch(/queue resume/);
    expect((await queue()).stopped?.code).toBe('handed-over');
  });
});
