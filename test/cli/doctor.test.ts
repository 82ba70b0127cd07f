import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shell } from '#cli/shell.js';
import { startFakeX } from '../x/server.js';
import { signIn, WORLDS } from './doctor-worlds.js';
import { onQueue } from './queue-fixture.js';
import { runInProcess, runProcess, type Outcome } from './run.js';
import { HOUR, NOW } from './timing-history.js';

interface DoctorCall {
  readonly name: string;
  readonly world: string;
  readonly line: string;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly crontab?: string;
}

/** Longer than any usual folder for temporary files. */
const LENGTH = 60;
let folder = '';
beforeAll(() => {
  // Of one length on every machine, as lines are broken by it.
  folder = mkdtempSync(join(tmpdir(), 'd'.repeat(Math.max(1, LENGTH - tmpdir().length))));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const crontabOnly =
  (crontab: string | undefined): Shell['run'] =>
  async (command) => ({
    code: command === 'crontab' && crontab !== undefined ? 0 : null,
    stdout: crontab ?? '',
    stderr: '',
  });

/** Calls the doctor in a world of its own, of which nothing is left afterwards. */
async function inWorld({ name, world, line, columns = 80, env = {}, crontab }: DoctorCall): Promise<Outcome> {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  const undo = await WORLDS[world]?.(cwd);
  try {
    return await runInProcess({
      argv: line.split(' '),
      cwd,
      env: { TZ: 'Europe/Paris', HOME: cwd, TWEETSPAN_DB: 'history.db', COLUMNS: String(columns), ...env },
      now: NOW,
      uid: process.getuid?.() ?? 0,
      run: crontabOnly(crontab),
    });
  } finally {
    undo?.();
  }
}

describe('whatever is broken', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync('schemas/doctor.schema.json', 'utf8')) as object,
  );

  it.each(Object.keys(WORLDS))('the doctor answers, shows no secret, and 1 means a problem: %s', async (world) => {
    const { stdout, stderr, exitCode } = await inWorld({ name: `json-${world}`, world, line: 'doctor --format json' });
    const document = JSON.parse(stdout) as { summary: { problem: number } };
    validate(document);
    expect(validate.errors).toBeNull();
    expect(stderr).toBe('');
    expect(exitCode).toBe(document.summary.problem > 0 ? 1 : 0);
    expect(stdout).not.toMatch(/example-(?:access|refresh)/);
  });

  it('an older history is left as old as it is', async () => {
    await inWorld({ name: 'left-alone', world: 'older', line: 'doctor' });
    expect(readdirSync(join(folder, 'left-alone')).filter((file) => file.includes('.bak'))).toEqual([]);
  });

  it('a folder where the history should be is reported, not thrown', async () => {
    const cwd = join(folder, 'is-a-folder');
    mkdirSync(join(cwd, 'history.db'), { recursive: true });
    const env = { HOME: cwd, TWEETSPAN_DB: 'history.db' };
    const { stdout, stderr, exitCode } = await runInProcess({ argv: ['doctor'], cwd, env, now: NOW });
    expect(stdout).toMatch(/✗ problem +\S*\n? *.*history\.db/);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
  });
});

describe('doctor --online', () => {
  const online = (cwd: string, origin: string): Promise<Outcome> =>
    runInProcess({
      argv: ['doctor', '--online', '--db', 'history.db'],
      cwd,
      env: { TZ: 'UTC', HOME: cwd, TWEETSPAN_X_URL: origin },
      now: NOW,
      uid: process.getuid?.() ?? 0,
    });
  const newWorld = async (name: string, day = 1000): Promise<string> => {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    signIn(cwd);
    await onQueue(join(cwd, 'history.db'), (store) => store.setCaps({ day, month: 10_000 }));
    return cwd;
  };

  it('prints the cost, calls X once, and records the cost and the clock', async () => {
    const x = await startFakeX({ now: () => NOW + 3 * HOUR });
    x.userBearers.add('example-access');
    const cwd = await newWorld('online');
    const { stdout, stderr, exitCode } = await online(cwd, x.origin);
    await x.close();
    expect(stderr).toBe('tweetspan: asking X who is signed in, for $0.01\n');
    expect(x.requests.map(({ endpoint }) => endpoint)).toEqual(['GET /2/users/me']);
    expect(stdout).toContain('✓ ok       X accepts your sign-in as @example; the check cost $0.01.');
    expect(stdout).toContain('✗ problem  Your clock is 3\u00a0h behind X’s');
    expect(exitCode).toBe(1);
    const kept = await onQueue(join(cwd, 'history.db'), async (store) => [
      await store.spentSince(NOW - HOUR),
      await store.fact('clock-skew'),
    ]);
    expect(kept).toEqual([10, `${3 * HOUR} ${NOW}`]);
  });

  it('contacts X only within the budget', async () => {
    const x = await startFakeX({ now: () => NOW });
    const { stdout, stderr } = await online(await newWorld('capped', 9), x.origin);
    await x.close();
    expect(x.requests).toEqual([]);
    expect(stderr).toBe('');
    expect(stdout).toContain('! warning  X was not contacted: your budget does not allow $0.01.');
  });

  it('reports that X rejects the sign-in, which costs nothing', async () => {
    const x = await startFakeX({ now: () => NOW });
    const cwd = await newWorld('refused');
    const { stdout, exitCode } = await online(cwd, x.origin);
    await x.close();
    expect(stdout).toContain('✗ problem  X answered: X rejected your sign-in');
    expect(exitCode).toBe(1);
    expect(await onQueue(join(cwd, 'history.db'), (store) => store.spentSince(0))).toBe(0);
  });

  it('reports that X cannot be reached', async () => {
    const x = await startFakeX({ now: () => NOW });
    await x.close();
    const { stdout, exitCode } = await online(await newWorld('out-of-reach'), x.origin);
    expect(stdout).toContain('! warning  X cannot be reached now');
    expect(exitCode).toBe(0);
  });
});

describe('the built program', () => {
  it('reports on a machine with nothing on it, and leaves nothing behind', () => {
    const cwd = join(folder, 'process');
    mkdirSync(cwd);
    const { stdout, stderr, exitCode } = runProcess({ argv: ['doctor', '--format', 'json'], cwd, env: { HOME: cwd } });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'tweetspan/doctor@1', summary: { problem: 0 } });
    expect(readdirSync(cwd)).toEqual([]);
    expect(statSync(cwd).isDirectory()).toBe(true);
  });
});
