import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillQueue, onQueue } from '../cli/queue-fixture.js';
import { HISTORIES, writeHistory } from '../cli/timing-history.js';
import { runInProcess, type Outcome } from '../cli/run.js';

interface Circumstance {
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Commands that need what is missing: they say so. */
  readonly except?: readonly string[];
  /** Commands whose result names what is missing: the exit code is the same. */
  readonly reports?: readonly string[];
  /** Whether standard output is a terminal; standard input is none in all of them. */
  readonly terminal?: true;
}
const { commands, circumstances } = JSON.parse(readFileSync('fixtures/environments.json', 'utf8')) as {
  readonly commands: readonly (readonly string[])[];
  readonly circumstances: readonly Circumstance[];
};

const PLAIN: Circumstance = { name: 'a pipe and nothing set' };
const DRAFT = `---
link: https://example.org/guide
lang: en
campaign: { reposts: 1, zone: Europe/Paris, variants: ["Before and after: release notes that people read"] }
---
How to write release notes that people read: seven ways to shorten them #ReleaseNotes
`;

let root = '';
let template = '';
const before = new Map<string, Outcome>();
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tweetspan-environments-'));
  template = join(root, 'template');
  mkdirSync(template);
  writeFileSync(join(template, 'draft.md'), DRAFT);
  copyFileSync('fixtures/pages/ghost-month-end.html', join(template, 'page.html'));
  writeFileSync(
    join(template, 'posts.csv'),
    'id,text,created_at\n1700000000000000001,A guide https://example.org/a,2026-01-05T09:00:00Z\n',
  );
  await writeHistory(join(template, 'history.db'), HISTORIES['few.db']?.() ?? []);
  await onQueue(join(template, 'queue.db'), fillQueue);
  for (const [line, outcome] of await runAll(PLAIN)) before.set(line, outcome);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs all commands, one after the other, in a fresh folder. */
async function runAll({ name, env = {}, folder = 'folder', terminal }: Circumstance): Promise<Map<string, Outcome>> {
  const cwd = join(root, name.replaceAll(/\W/g, '-'), folder);
  cpSync(template, cwd, { recursive: true });
  const outcomes = new Map<string, Outcome>();
  for (const argv of commands) {
    const outcome = await runInProcess({
      argv,
      cwd,
      env: { TZ: 'Europe/Paris', ...env },
      stdin: '',
      ...(terminal && { columns: 80 }),
    });
    outcomes.set(argv.join(' '), { ...outcome, stdout: outcome.stdout.replaceAll(cwd, '.') });
  }
  // Whatever is written is written under another name first.
  expect(readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  expect(readFileSync(join(cwd, 'draft.md'), 'utf8')).toBe(DRAFT);
  return outcomes;
}

describe('each command answers the same', () => {
  it('and each command of the program is among them', () => {
    const program = readFileSync('src/cli/program.ts', 'utf8');
    const names = [...program.matchAll(/\bname: '([a-z]+)'/g)].map(([, name]) => name);
    // A server ends when its client does: it has tests of its own.
    expect(new Set(commands.map(([name]) => name))).toEqual(new Set(names.filter((name) => name !== 'mcp')));
  });

  it('in a pipe: no bug, no escape', () => {
    expect(before.size).toBe(commands.length);
    for (const [line, { exitCode, stdout, stderr }] of before) {
      expect({ line, isBug: exitCode === 70 }).toEqual({ line, isBug: false });
      expect(stdout + stderr, line).not.toContain('\u001b');
    }
  });

  it.each(circumstances)('with $name', async (circumstance) => {
    for (const [line, { exitCode, stdout, stderr }] of await runAll(circumstance)) {
      const plain = before.get(line);
      const isExcepted = circumstance.except?.includes(line) === true;
      // What needs the missing part says so: a check that fails, wrong usage, credentials.
      const isAsExpected = isExcepted
        ? [1, 2, 77].includes(exitCode ?? 0)
        : exitCode === plain?.exitCode && (stdout === plain.stdout || circumstance.reports?.includes(line) === true);
      expect(isAsExpected, `${line}: ${exitCode}, ${stderr}`).toBe(true);
      expect(stdout + stderr, line).not.toContain('\u001b');
      expect(stderr, line).not.toMatch(/^\s+at /m);
    }
  });
});
