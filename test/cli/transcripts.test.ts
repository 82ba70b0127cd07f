import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess, runProcess, type Call, type Outcome } from './run.js';

const FOLDER = 'fixtures/transcripts';
/** A call may have a history of its own, which calls before it make; `DATA` in its words is a folder for its files. */
type Told = Call & { readonly setup?: readonly (readonly string[])[] };
const calls = ['calls', 'history-calls'].flatMap(
  (name) => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as Told[],
);
const update = process.env['UPDATE_TRANSCRIPTS'] === '1';

const quoted = (word: string): string => (/^[\w./=@-]+$/.test(word) ? word : `'${word}'`);
const commandLine = ({ argv, env = {}, stdin }: Call): string => {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value} `);
  const piped = typeof stdin === 'string' ? `printf %s ${quoted(stdin)} | ` : '';
  return `${piped}${settings.join('')}tweetspan ${argv.map(quoted).join(' ')}`.trim();
};
const transcriptName = (call: Call): string =>
  `${commandLine(call)
    .replace(/[^\w.=-]+/g, '_')
    .slice(0, 90)}.txt`;

/** The version stands in one place, and would make every release rewrite the transcripts. */
const withoutVersion = (text: string): string => text.replace(/\b\d+\.\d+\.\d+(?:-test)?\b/g, 'VERSION');

function transcript(call: Told, { stdout, stderr, exitCode }: Outcome): string {
  const before = (call.setup ?? []).map((argv) => `$ ${commandLine({ argv })}\n`);
  const parts = [...before, `$ ${commandLine(call)}\n`, stdout, ...(stderr === '' ? [] : ['--- stderr\n', stderr])];
  return withoutVersion(`${parts.join('')}--- exit code ${exitCode}\n`);
}

/** Runs a call in its world; the folder of its files is `DATA` in what it says. */
async function inItsWorld(call: Told, run: (call: Call) => Outcome | Promise<Outcome>): Promise<Outcome> {
  const { setup, ...plain } = call;
  if (setup === undefined) return run(plain);
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  try {
    const inFolder = (argv: readonly string[]): string[] => argv.map((word) => word.replaceAll('DATA', folder));
    const env = { ...plain.env, TWEETSPAN_DB: join(folder, 'history.db') };
    for (const argv of setup) {
      const { exitCode, stderr } = await runInProcess({ argv: inFolder(argv), env });
      if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${exitCode}: ${stderr}`);
    }
    const outcome = await run({ ...plain, argv: inFolder(plain.argv), env });
    const masked = (text: string): string => text.replaceAll(folder, 'DATA');
    return { ...outcome, stdout: masked(outcome.stdout), stderr: masked(outcome.stderr) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const golden = (call: Call): string => readFileSync(`${FOLDER}/${transcriptName(call)}`, 'utf8');

describe('golden transcripts (npm run transcripts writes them anew; read them before you commit)', () => {
  it.each(calls.map((call) => [commandLine(call), call] as const))('%s', async (_, call) => {
    const actual = transcript(call, await inItsWorld(call, runInProcess));
    if (update) writeFileSync(`${FOLDER}/${transcriptName(call)}`, actual);
    expect(existsSync(`${FOLDER}/${transcriptName(call)}`)).toBe(true);
    expect(actual).toBe(golden(call));
  });

  it('there is one for each call, and none besides', () => {
    expect(new Set(calls.map(transcriptName)).size).toBe(calls.length);
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
    expect(new Set(files)).toEqual(new Set(calls.map(transcriptName)));
    expect(calls.length).toBeGreaterThan(20);
  });
});

describe('the built program, as a process of its own, answers the same', () => {
  it.each(calls.map((call) => [commandLine(call), call] as const))('%s', async (_, call) => {
    expect(transcript(call, await inItsWorld(call, runProcess))).toBe(golden(call));
  });
});
