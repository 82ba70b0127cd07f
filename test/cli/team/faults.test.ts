import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../store/postgres/server.js';
import { runProcess } from '../run.js';
import { as, envOf, expectOneLine, keys, missing, pathOf, save, schedule, team, useTeam } from './world.js';

const SECRET = /secret-word|se%63ret/;

useTeam();

/** Commands that look at the queue, change it, post and check: none of them may show a password. */
const COMMANDS: readonly (readonly string[])[] = [
  ['queue'],
  ['queue', '--json', '--verbose'],
  ['queue', 'log'],
  ['queue', 'pause', '--json'],
  ['queue', 'export', '--format', 'jsonl'],
  ['schedule', 'guide.md', '--yes', '--mode', 'remind', '--reposts', '0'],
  ['run', '--once', '--verbose'],
  ['budget', '--json'],
  ['doctor'],
  ['doctor', '--json'],
  ['contacts', 'opt-out', '@voisine'],
  ['service', 'print'],
];

describe.skipIf(missing !== undefined)('a password in the address', () => {
  it.each([
    ['of a server that answers', () => team.address.replace('postgres@', 'postgres:se%63ret-word@')],
    ['of one that is not there', () => 'postgresql://ada:secret-word@127.0.0.1:1/tweetspan'],
    ['as an option', () => `${team.address}?password=secret-word`],
    ['of an address that cannot be read', () => 'postgresql://ada:secret-word@[/tweetspan'],
    ['with an option that nobody knows', () => 'postgresql://ada:secret-word@127.0.0.1/t?secret=secret-word'],
  ])('%s is shown by no command, and not written down', async (_, address) => {
    for (const argv of COMMANDS) {
      for (const [db, more] of [
        [address(), []],
        ['', ['--db', address()]],
      ] as const) {
        if (argv[0] === 'service' && more.length > 0) continue;
        const env = { ...keys(), TWEETSPAN_DB: db };
        const { stdout, stderr, exitCode } = await as('ada', [...argv, ...more], { env, columns: 200 });
        expect({ argv, text: stdout + stderr }).toEqual({
          argv,
          text: expect.not.stringMatching(SECRET) as string,
        });
        expect({ argv, exitCode, stderr }).not.toMatchObject({ exitCode: 70 });
      }
    }
    const files = readdirSync(team.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
    expect(texts.filter((text) => SECRET.test(text))).toEqual([]);
  });

  it('is not shown of a profile', async () => {
    const database = team.address.replace('postgres@', 'postgres:secret-word@');
    const configure = (profiles: object): void => {
      mkdirSync(pathOf('ada', '.config/tweetspan'), { recursive: true });
      save('ada', '.config/tweetspan/tweetspan.config.json', JSON.stringify({ profiles }));
    };
    await schedule('bo', 1);
    configure({ work: { database, account: '@example_team' } });
    const used = await as('ada', ['queue', '--profile', 'work', '--verbose'], { env: { TWEETSPAN_DB: '' } });
    expect(used.exitCode).toBe(0);
    expect(used.stdout).toMatch(/example\.org\/guide/);
    expect(used.stdout + used.stderr).not.toMatch(SECRET);
    configure({ one: { database }, two: { database } });
    const shared = await as('ada', ['queue', '--profile', 'one'], { env: { TWEETSPAN_DB: '' } });
    expect(shared.exitCode).toBe(2);
    expectOneLine(shared, /one.*two/);
    expect(shared.stderr).not.toMatch(SECRET);
  });
});

describe.skipIf(missing !== undefined)('a server that cannot be used', () => {
  const at = (address: string, ...argv: readonly string[]) => as('ada', argv, { env: { TWEETSPAN_DB: address } });

  it('is named in one line when it is not there, and nothing is planned or posted', async () => {
    const address = 'postgresql://ada@127.0.0.1:1/tweetspan';
    for (const argv of [['queue'], ['schedule', 'guide.md', '--yes', '--reposts', '0'], ['queue', 'pause']]) {
      const outcome = await at(address, ...argv);
      expect({ argv, exitCode: outcome.exitCode }).toEqual({ argv, exitCode: 75 });
      expectOneLine(outcome, /127\.0\.0\.1:1\/tweetspan does not answer/);
    }
    expectOneLine(await at(address, 'queue', '--locale', 'fr'), /127\.0\.0\.1:1\/tweetspan ne répond pas/);
  });

  it('is named when its schema is of a later program, and brought up to date when it is of an earlier one', async () => {
    await team.sql('INSERT INTO tweetspan.schema_version VALUES (99, now())');
    const newer = await as('ada', ['queue']);
    expect(newer.exitCode).toBe(78);
    expectOneLine(newer, /99/);
    await team.sql(`
      DELETE FROM tweetspan.schema_version WHERE version > 2;
      ALTER TABLE tweetspan.queue_items DROP COLUMN key; DROP FUNCTION tweetspan.is_set_aside`);
    const older = await as('ada', ['queue', '--db', `${await asNewRole('gil')}`]);
    expect(older.exitCode).toBe(78);
    expectOneLine(older, /owner/);
    expect((await as('ada', ['queue'])).exitCode).toBe(0);
    expect((await schedule('ada', 1)).exitCode).toBe(0);
  });

  it('is named when it gives no rights at all', async () => {
    await team.sql('DO $$ BEGIN CREATE ROLE hal LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$');
    const outcome = await at(team.address.replace('postgres@', 'hal@'), 'queue');
    expect(outcome.exitCode).toBe(77);
    expectOneLine(outcome, /hal@/);
  });

  it('is named when it does not speak TLS, where that is demanded', async () => {
    expectOneLine(await at(`${team.address}?sslmode=require`, 'queue'), /encrypt|TLS/i);
  });

  it('says which package is missing', () => {
    // As where optional packages were left out: the package cannot be found.
    const script = `const Module = require('node:module');
      const find = Module._resolveFilename;
      Module._resolveFilename = function (name, ...rest) {
        if (name === 'pg') throw Object.assign(new Error('not installed'), { code: 'MODULE_NOT_FOUND' });
        return find.call(this, name, ...rest);
      };`;
    save('ada', 'without-pg.cjs', script);
    const env = { ...envOf('ada'), NODE_OPTIONS: `--require=${pathOf('ada', 'without-pg.cjs')}` };
    const outcome = runProcess({ argv: ['queue'], env });
    expect(outcome.exitCode).toBe(69);
    expectOneLine(outcome, /npm install -g pg/);
  });
});

/** The address of the team's database for somebody who may read it. */
async function asNewRole(name: string): Promise<string> {
  await team.sql(`
    DO $$ BEGIN CREATE ROLE ${name} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
    GRANT USAGE ON SCHEMA tweetspan TO ${name}; GRANT SELECT ON ALL TABLES IN SCHEMA tweetspan TO ${name}`);
  return team.address.replace('postgres@', `${name}@`);
}

describe.skipIf(missing !== undefined)('a server with a certificate of its own', () => {
  let secure: TestServer;
  let certificate: string;
  beforeAll(async () => {
    if (missing !== undefined) return;
    secure = await startServer({ settings: ['fsync=off'] });
    await secure.stop();
    certificate = join(secure.folder, 'certificate.pem');
    const key = join(secure.folder, 'key.pem');
    // prettier-ignore
    execFileSync('openssl', [
      'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2',
      '-subj', '/CN=db.example.org', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate,
    ], { stdio: 'ignore' });
    const { uid, gid } = statSync(secure.data);
    chownSync(key, uid, gid);
    chmodSync(key, 0o600);
    chmodSync(secure.folder, 0o755);
    await secure.start(['fsync=off', 'ssl=on', `ssl_cert_file=${certificate}`, `ssl_key_file=${key}`]);
  }, 120_000);
  afterAll(async () => {
    await secure?.remove();
  });

  it('is used when its authority is named, else refused in one line', async () => {
    const address = secure.address('postgres');
    const at = (options: string, argv: readonly string[] = ['queue']) =>
      as('ada', argv, { env: { TWEETSPAN_DB: `${address}?${options}` } });
    const refused = await at('sslmode=verify-full');
    expect(refused.exitCode).not.toBe(0);
    expectOneLine(refused, /certificate.*sslrootcert/);
    expectOneLine(await at('sslmode=verify-full&sslrootcert=/nowhere.pem'), /\/nowhere\.pem cannot be read/);
    const trusted = `sslmode=verify-full&sslrootcert=${certificate}`;
    expect((await at(trusted)).exitCode).toBe(0);
    expect((await at('sslmode=require')).exitCode).toBe(0);
    expect((await at(trusted, ['doctor'])).stdout).toMatch(/encrypted\./);
    // Another name than that of the certificate.
    const other = await as('ada', ['queue'], {
      env: { TWEETSPAN_DB: `${address.replace('127.0.0.1', 'localhost')}?${trusted}` },
    });
    expect(other.exitCode).not.toBe(0);
  });
});
