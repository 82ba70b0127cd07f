// Two people with a machine each, who share a queue on a server; and a fake X. The clock of the server is the test's.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { connect, SETTABLE_CLOCK } from '../../store/postgres/queues.js';
import { findPostgres, startServer, type TestServer } from '../../store/postgres/server.js';
import { startFakeX, type FakeX } from '../../x/server.js';
import { DRAFT, START, VARIANTS } from '../queue/world.js';
import { runInProcess, type Call, type Outcome } from '../run.js';

const postgres = findPostgres();
/** Why no test of a team can run here; undefined where a server can be had. */
export const missing = 'missing' in postgres ? postgres.missing : undefined;

export type Person = 'ada' | 'bo';

interface Team {
  readonly folder: string;
  /** The address of the database of this test, for its owner. */
  readonly address: string;
  readonly server: TestServer;
  readonly sql: (text: string) => Promise<readonly Record<string, unknown>[]>;
  readonly x: FakeX;
  /** ms UTC, on each machine and on the server. */
  now: number;
}

export let team: Team;

/** Makes a database with the schema, two machines and an account on a fake X, anew for each test. */
export function useTeam(): void {
  let server: TestServer;
  let admin: Client;
  let number = 0;
  let client: Client | undefined;
  beforeAll(async () => {
    if (missing !== undefined) return;
    server = await startServer({ settings: ['fsync=off'] });
    admin = await connect(server.address('postgres'));
  }, 120_000);
  afterAll(async () => {
    await admin?.end();
    await server?.remove();
  });
  beforeEach(async () => {
    if (missing !== undefined) return;
    const database = `team_${(number += 1)}`;
    await admin.query(`CREATE DATABASE ${database}`);
    const folder = mkdtempSync(join(tmpdir(), 'tweetspan-team-'));
    const address = server.address(database);
    const sql: Team['sql'] = async (text) => {
      client ??= await connect(address);
      const answers = [await client.query<Record<string, unknown>>(text)].flat();
      return answers.at(-1)?.rows ?? [];
    };
    const x = await startFakeX({ now: () => team.now, account: { id: '9000000000' } });
    team = { folder, address, server, sql, x, now: START };
    for (const person of ['ada', 'bo'] as const) {
      mkdirSync(join(folder, person));
      save(person, 'guide.md', DRAFT);
    }
    // The schema, and a clock that stands still.
    await as('ada', ['queue']);
    await sql(SETTABLE_CLOCK);
    await setTime(START);
  });
  afterEach(async () => {
    if (missing !== undefined) return;
    await client?.end();
    client = undefined;
    await team.x.close();
    rmSync(team.folder, { recursive: true, force: true });
  });
}

/** Lets it be another time, for all. */
export async function setTime(now: number): Promise<void> {
  team.now = now;
  await team.sql(`UPDATE tweetspan.test_clock SET at = ${now}`);
}

export const pathOf = (person: Person, name: string): string => join(team.folder, person, name);
export const save = (person: Person, name: string, text: string | Uint8Array): void =>
  writeFileSync(pathOf(person, name), text);

/** The environment of a person, without what signs in to X. */
export const envOf = (person: Person): Record<string, string> => ({
  HOME: join(team.folder, person),
  TZ: 'Europe/Paris',
  TWEETSPAN_DB: team.address,
  TWEETSPAN_PERSON: person === 'ada' ? 'Ada' : 'Bo',
  TWEETSPAN_LOCK_WAIT: '2000',
  TWEETSPAN_X_URL: team.x.origin,
  TWEETSPAN_X_DEADLINE: '1000',
});

/** What signs in to X. */
export const keys = (): Record<string, string> => {
  const { appKey, appSecret, accessToken, accessSecret } = team.x.tokens;
  return {
    TWEETSPAN_APP_KEY: appKey,
    TWEETSPAN_APP_SECRET: appSecret,
    TWEETSPAN_ACCESS_TOKEN: accessToken,
    TWEETSPAN_ACCESS_SECRET: accessSecret,
    TWEETSPAN_BEARER: team.x.bearer,
  };
};

/** Calls the program as a person on their machine. */
export const as = (person: Person, argv: readonly string[], more: Partial<Call> = {}): Promise<Outcome> =>
  runInProcess({
    argv,
    cwd: join(team.folder, person),
    now: team.now,
    host: `${person}-laptop`,
    ...more,
    env: { ...envOf(person), ...more.env },
  });

/** Calls the program as somebody who is signed in to X there. */
export const signedInAs = (person: Person, argv: readonly string[], more: Partial<Call> = {}): Promise<Outcome> =>
  as(person, argv, { ...more, env: { ...keys(), ...more.env } });

/** Schedules the draft and so many variants as a person, one each day at noon. */
export function schedule(person: Person, reposts: number, ...more: readonly string[]): Promise<Outcome> {
  const variants = VARIANTS.slice(0, reposts).map((text) => `    - "${text}"`);
  save(person, 'guide.md', `---\ncampaign:\n  variants:\n${variants.join('\n')}\n---\n${DRAFT}`);
  const argv = ['schedule', 'guide.md', '--yes', '--reposts', String(reposts), '--window', '12:00-12:30'];
  return signedInAs(person, [...argv, ...(more.includes('--mode') ? [] : ['--mode', 'api']), ...more]);
}

interface Listed {
  readonly id: number;
  readonly state: string;
  readonly mode: string;
  readonly dueAt: string;
  readonly text: string;
  readonly planner?: { readonly name: string; readonly host: string };
}

/** The queue as its document has it. */
export const queue = async (): Promise<{
  readonly items: readonly Listed[];
  readonly stopped: { readonly code: string } | null;
  readonly running: readonly {
    readonly host: string;
    readonly person?: string;
    readonly postingSince?: string | null;
  }[];
}> => JSON.parse((await as('ada', ['queue', '--all', '--json'])).stdout) as Awaited<ReturnType<typeof queue>>;

export const sent = (): number => team.x.requests.filter(({ endpoint }) => endpoint === 'POST /2/tweets').length;

/** Lets time pass until the slot of an item. */
export async function toSlot(id = 1): Promise<void> {
  await setTime(Date.parse((await queue()).items.find((item) => item.id === id)?.dueAt ?? ''));
}

/** One line on what is wrong and what to do, without a stack. */
export function expectOneLine({ stderr }: Outcome, pattern: RegExp): void {
  expect(stderr).toMatch(pattern);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\s+at |undefined|internal error/);
}
