import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess, runProcess, type Outcome } from './run.js';
import { HISTORIES, NOW, writeHistory } from './timing-history.js';

const FOLDER = resolve('fixtures/transcripts/timing');
const update = process.env['UPDATE_TRANSCRIPTS'] === '1';

interface TimingCall {
  readonly name: string;
  readonly argv: readonly string[];
  readonly columns?: number;
}
const calls = JSON.parse(readFileSync(`${FOLDER}/calls.json`, 'utf8')) as TimingCall[];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-timing-'));
  copyFileSync(`${FOLDER}/guide.md`, join(folder, 'guide.md'));
  for (const [name, posts] of Object.entries(HISTORIES)) await writeHistory(join(folder, name), posts());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENV = { TZ: 'Europe/Paris' };
const run = ({ argv, columns = 80 }: TimingCall): Promise<Outcome> =>
  runInProcess({ argv, cwd: folder, env: { ...ENV, HOME: folder, COLUMNS: String(columns) }, now: NOW });

const transcript = ({ argv }: TimingCall, { stdout, stderr, exitCode }: Outcome): string => {
  const parts = [`$ tweetspan ${argv.join(' ')}\n`, stdout, ...(stderr === '' ? [] : ['--- stderr\n', stderr])];
  return `${parts.join('').replaceAll(folder, 'FOLDER')}--- exit code ${exitCode}\n`;
};

describe('golden transcripts of what is told of time (npm run transcripts writes them anew)', () => {
  it.each(calls.map((call) => [call.name, call] as const))('%s', async (name, call) => {
    const file = `${FOLDER}/${name}.txt`;
    const actual = transcript(call, await run(call));
    if (update) writeFileSync(file, actual);
    expect(existsSync(file)).toBe(true);
    expect(actual).toBe(readFileSync(file, 'utf8'));
    expect(actual).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('there is one for each call, and none besides', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
    expect(new Set(files)).toEqual(new Set(calls.map(({ name }) => `${name}.txt`)));
    expect(calls.length).toBeGreaterThan(15);
  });
});

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
