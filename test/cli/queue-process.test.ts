import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillQueue, onQueue, postId } from './queue-fixture.js';
import { runProcess, type Outcome } from './run.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-queue-process-'));
  copyFileSync('fixtures/worlds/queues/guide.md', join(folder, 'guide.md'));
  await onQueue(join(folder, 'queue.db'), fillQueue);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = (...argv: readonly string[]): Outcome =>
  runProcess({ argv: [...argv, '--db', 'queue.db'], cwd: folder, env: { TZ: 'Europe/Paris' } });

describe('the built program, as a process of its own', () => {
  // The machine's own clock runs here: slots are taken far from it.
  it.each<[string[], string]>([
    [['queue'], 'item 1'],
    [['queue', 'show', '4'], 'Item 4: unknown'],
    [['queue', 'log', '-n', '0'], 'reminder sent'],
    [['queue', 'approve', '2'], 'item 2: approved'],
    [['queue', 'move', '1', '2190-03-04T18:00'], 'item 1: moved to'],
    [['queue', 'retry', '6', '--at', '2190-04-04T18:00'], 'item 6: planned again for'],
    [['queue', 'cancel', '9'], 'item 9: cancelled'],
    [['queue', 'pause'], 'Queue paused'],
    [['queue', 'resume'], 'Queue resumed'],
    [['budget', '--day', '2'], '$2.00'],
  ])('%j answers without a word on standard error', (argv, part) => {
    const { stdout, stderr, exitCode } = call(...argv);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain(part);
  });

  it('records a post made by hand', () => {
    const { stdout, exitCode } = call('record', `https://x.com/example/status/${postId(Date.UTC(2026, 2, 2, 9))}`);
    expect({ stdout, exitCode }).toEqual({
      stdout: 'item 3: recorded as posted; its counters are not tracked, as you are not signed in (tweetspan login)\n',
      exitCode: 0,
    });
  });

  it('queues a plan with --yes, and writes its calendar', () => {
    const { stdout, exitCode } = call('schedule', 'guide.md', '--yes', '--ics', 'plan.ics');
    expect(stdout).toMatch(/Queued 2 posts as items 10, 11/);
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, 'plan.ics'), 'utf8')).toContain('--item 10');
  });

  it('asks nobody through a pipe: it queues nothing and says how to', async () => {
    const { stdout, stderr, exitCode } = call('schedule', 'guide.md');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain('pass --yes to queue the plan, or --dry-run');
  });
});
