import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shell } from '#cli/shell.js';
import { runInProcess, runProcess, type Call as ProgramCall, type Outcome } from '../cli/run.js';
import { allCalls, FOLDER, groups, shownLine, splitWords, transcriptFile, type GroupedCall } from './calls.js';
import { TEMPLATES, WORLDS } from './worlds.js';

const update = process.env['UPDATE_TRANSCRIPTS'] === '1';
const calls = allCalls();

/** Longer than any usual folder for temporary files. */
const LENGTH = 60;
let root = '';
beforeAll(async () => {
  // Of one length on every machine, as lines are broken by it.
  root = mkdtempSync(join(tmpdir(), 'd'.repeat(Math.max(1, LENGTH - tmpdir().length))));
  for (const [name, make] of Object.entries(TEMPLATES)) {
    mkdirSync(join(root, 'templates', name), { recursive: true });
    await make(join(root, 'templates', name));
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const crontabOnly =
  (crontab: string | undefined): Shell['run'] =>
  async (command) => ({
    code: command === 'crontab' && crontab !== undefined ? 0 : null,
    stdout: crontab ?? '',
    stderr: '',
  });

type Run = (call: ProgramCall) => Outcome | Promise<Outcome>;

/** Runs the commands of a call in a folder of their own, so that none finds what another has left. */
async function transcript(call: GroupedCall, run: Run): Promise<string> {
  const { group, name, world, setup = [], lines, typed = [], stdin, env, columns, now, crontab } = call;
  const cwd = join(root, `${run.name}-${group}-${name}`);
  if (world !== undefined && Object.hasOwn(TEMPLATES, world))
    cpSync(join(root, 'templates', world), cwd, { recursive: true });
  else mkdirSync(cwd);
  symlinkSync(resolve('fixtures'), join(cwd, 'fixtures'));
  const undo = world === undefined ? undefined : await WORLDS[world]?.(cwd);
  const inFolder = (line: string): ProgramCall => ({
    argv: splitWords(line),
    cwd,
    env: {
      TZ: 'Europe/Paris',
      HOME: cwd,
      TWEETSPAN_DB: 'history.db',
      ...(columns !== undefined && { COLUMNS: String(columns) }),
      ...env,
    },
    uid: process.getuid?.() ?? 0,
    run: crontabOnly(crontab),
    ...(stdin !== undefined && { stdin }),
    ...(now !== undefined && { now: Date.parse(now) }),
  });
  try {
    const parts: string[] = [];
    for (const line of setup) {
      const { exitCode, stderr } = await runInProcess(inFolder(line));
      if (exitCode !== 0) throw new Error(`${line} ended with ${exitCode}: ${stderr}`);
      parts.push(`${shownLine(line, { name, lines })}\n`);
    }
    for (const [index, line] of lines.entries()) {
      const isLast = index === lines.length - 1;
      const { stdout, stderr, exitCode } = await run({ ...inFolder(line), ...(isLast && { typed }) });
      const errors = stderr === '' ? '' : `--- stderr\n${stderr.replace(/\n?$/, '\n')}`;
      parts.push(`${shownLine(line, call)}\n${stdout}${errors}--- exit code ${exitCode}\n`);
    }
    return neutral(parts.join(''), cwd);
  } finally {
    undo?.();
  }
}

/** What differs from machine to machine or from release to release, as one word. */
const neutral = (text: string, cwd: string): string =>
  text
    // A path can be broken at any sign of it.
    .replace(new RegExp([...cwd].map((sign) => sign.replace(/\W/, '\\$&')).join('(?:\\n +)?'), 'g'), 'FOLDER')
    .replaceAll(/(?:better-sqlite3|node:sqlite) \d+\.\d+\.\d+/g, 'ENGINE')
    .replaceAll(/\b\d+\.\d+\.\d+(?:-test)?\b/g, 'VERSION');

const named = (some: readonly GroupedCall[]) => some.map((call) => [`${call.group}/${call.name}`, call] as const);

describe('golden transcripts (npm run transcripts writes them anew; read them before you commit)', () => {
  it.each(named(calls))('%s', async (_, call) => {
    const actual = await transcript(call, runInProcess);
    if (update) writeFileSync(transcriptFile(call), actual);
    expect(existsSync(transcriptFile(call))).toBe(true);
    expect(actual).toBe(readFileSync(transcriptFile(call), 'utf8'));
    expect(actual).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it.each(groups())('%s: there is one for each call, and none besides', (group) => {
    const names = calls.filter((call) => call.group === group).map(({ name }) => `${name}.txt`);
    expect(new Set(names).size).toBe(names.length);
    expect(
      readdirSync(`${FOLDER}/${group}`)
        .filter((file) => file.endsWith('.txt'))
        .toSorted(),
    ).toEqual(names.toSorted());
  });
});

describe('the built program, as a process of its own, answers the same', () => {
  const built = calls.filter((call) => call.built === true);

  it.each(named(built))('%s', async (_, call) => {
    expect(await transcript(call, runProcess)).toBe(readFileSync(transcriptFile(call), 'utf8'));
  });

  it('is tried with calls of most groups', () => {
    expect(new Set(built.map(({ group }) => group)).size).toBeGreaterThan(8);
  });
});
