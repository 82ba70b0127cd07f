import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runInProcess, runProcess, type Call, type Outcome } from './run.js';

const FOLDER = 'fixtures/transcripts';
const calls = JSON.parse(readFileSync(`${FOLDER}/calls.json`, 'utf8')) as Call[];
const update = process.env['UPDATE_TRANSCRIPTS'] === '1';

const quoted = (word: string): string => (/^[\w./=@-]+$/.test(word) ? word : `'${word}'`);
const commandLine = ({ argv, env = {}, stdin }: Call): string => {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value} `);
  const piped = typeof stdin === 'string' ? `printf %s ${quoted(stdin)} | ` : '';
  return `${piped}${settings.join('')}tweetspan ${argv.map(quoted).join(' ')}`.trim();
};
const fileOf = (call: Call): string =>
  `${commandLine(call)
    .replace(/[^\w.=-]+/g, '_')
    .slice(0, 90)}.txt`;

/** The version stands in one place, and would make every release rewrite the transcripts. */
const withoutVersion = (text: string): string => text.replace(/\b\d+\.\d+\.\d+(?:-test)?\b/g, 'VERSION');

function transcript(call: Call, { stdout, stderr, exitCode }: Outcome): string {
  const parts = [`$ ${commandLine(call)}\n`, stdout, ...(stderr === '' ? [] : ['--- stderr\n', stderr])];
  return withoutVersion(`${parts.join('')}--- exit code ${exitCode}\n`);
}

const golden = (call: Call): string => readFileSync(`${FOLDER}/${fileOf(call)}`, 'utf8');

describe('golden transcripts (npm run transcripts writes them anew; read them before you commit)', () => {
  it.each(calls.map((call) => [commandLine(call), call] as const))('%s', async (_, call) => {
    const actual = transcript(call, await runInProcess(call));
    if (update) writeFileSync(`${FOLDER}/${fileOf(call)}`, actual);
    expect(existsSync(`${FOLDER}/${fileOf(call)}`)).toBe(true);
    expect(actual).toBe(golden(call));
  });

  it('there is one for each call, and none besides', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
    expect(new Set(files)).toEqual(new Set(calls.map(fileOf)));
    expect(calls.length).toBeGreaterThan(20);
  });
});

describe('the built program, as a process of its own, answers the same', () => {
  it.each(calls.map((call) => [commandLine(call), call] as const))('%s', (_, call) => {
    expect(transcript(call, runProcess(call))).toBe(golden(call));
  });
});
