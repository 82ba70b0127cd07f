import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onQueue, QUEUES } from './queue-fixture.js';
import { runInProcess } from './run.js';
import { HISTORIES, NOW, writeHistory } from './timing-history.js';

const FOLDER = resolve('fixtures/transcripts/queue');
const update = process.env['UPDATE_TRANSCRIPTS'] === '1';

interface QueueCall {
  readonly name: string;
  /** Commands, one after the other; words are apart by blanks. */
  readonly lines: readonly string[];
  /** What is typed at the prompts of the last command. */
  readonly typed?: readonly string[];
  /** Standard input is no terminal. */
  readonly piped?: boolean;
  readonly columns?: number;
}
const calls = JSON.parse(readFileSync(`${FOLDER}/calls.json`, 'utf8')) as QueueCall[];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-queue-'));
  for (const [name, fill] of Object.entries(QUEUES)) await onQueue(join(folder, name), fill);
  await writeHistory(join(folder, 'links.db'), HISTORIES['links.db']?.() ?? []);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the commands of a call in a folder of its own, so that none finds what another has left. */
async function transcript({ name, lines, typed = [], piped = false, columns = 80 }: QueueCall): Promise<string> {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.db'))) {
    copyFileSync(join(folder, file), join(cwd, file));
  }
  for (const file of readdirSync(`${FOLDER}/drafts`)) copyFileSync(`${FOLDER}/drafts/${file}`, join(cwd, file));
  let text = '';
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const { stdout, stderr, exitCode } = await runInProcess({
      argv: line.split(' '),
      cwd,
      env: { TZ: 'Europe/Paris', HOME: cwd, COLUMNS: String(columns) },
      now: NOW,
      ...(isLast && { typed }),
      ...(piped && { stdin: '' }),
    });
    const parts = [
      `$ tweetspan ${line}\n`,
      stdout,
      ...(stderr === '' ? [] : ['--- stderr\n', stderr.replace(/\n?$/, '\n')]),
    ];
    text += `${parts.join('').replaceAll(cwd, 'FOLDER')}--- exit code ${exitCode}\n`;
  }
  return text;
}

describe('golden transcripts of the queue (npm run transcripts writes them anew)', () => {
  it.each(calls.map((call) => [call.name, call] as const))('%s', async (name, call) => {
    const file = `${FOLDER}/${name}.txt`;
    const actual = await transcript(call);
    if (update) writeFileSync(file, actual);
    expect(existsSync(file)).toBe(true);
    expect(actual).toBe(readFileSync(file, 'utf8'));
    expect(actual).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('there is one for each call, and none besides', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
    expect(new Set(files)).toEqual(new Set(calls.map(({ name }) => `${name}.txt`)));
    expect(calls.length).toBeGreaterThan(25);
  });
});
