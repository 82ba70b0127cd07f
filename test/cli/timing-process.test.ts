import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProcess } from './run.js';
import { HISTORIES, writeHistory } from './timing-history.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-timing-'));
  copyFileSync('fixtures/worlds/histories/guide.md', join(folder, 'guide.md'));
  for (const [name, posts] of Object.entries(HISTORIES)) await writeHistory(join(folder, name), posts());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENV = { TZ: 'Europe/Paris' };
describe('the built program, as a process of its own', () => {
  it.each(['hours', 'decay', 'audit'])('%s --db answers without a word on standard error', (command) => {
    const { stderr, exitCode } = runProcess({ argv: [command, '--db', 'links.db'], cwd: folder, env: ENV });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it('plans from a draft', () => {
    const { stdout, exitCode } = runProcess({ argv: ['schedule', 'guide.md', '--dry-run'], cwd: folder, env: ENV });
    expect(stdout).toContain('3 of 3 posts have a slot');
    expect(exitCode).toBe(0);
  });

  it('draws a page with the bundle beside it', () => {
    const argv = ['hours', '--db', 'evenings.db', '--html', 'hours.html'];
    const { stderr, exitCode } = runProcess({ argv, cwd: folder, env: ENV });
    expect({ stderr, exitCode }).toEqual({ stderr: 'tweetspan: Wrote the page to hours.html\n', exitCode: 0 });
    expect(readFileSync(join(folder, 'hours.html'), 'utf8')).toContain('<svg');
  });
});
