import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInProcess, type Call } from './run.js';

const HEAD = '\uFEFF---\r\n# cafe\u0301, ours\r\nlang:   fr\r\n---\r\n';
const BODY = 'Retrouvez nos conseils afin de choisir un logement à Lyon !!! https://example.org/guide\r\n';
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-pick-'));
  file = join(folder, 'draft.md');
  writeFileSync(file, HEAD + BODY);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pick = (typed: readonly string[], more: Partial<Call> = {}) =>
  runInProcess({
    argv: ['rewrite', 'draft.md', '--interactive', '--no-color'],
    cwd: folder,
    columns: 80,
    typed,
    ...more,
  });
const read = (name = 'draft.md') => readFileSync(join(folder, name), 'utf8');
/** The best rewrite, as the report shows it to programs. */
async function bestText(): Promise<string> {
  const { stdout } = await runInProcess({ argv: ['rewrite', 'draft.md', '--format', 'json', '-n', '1'], cwd: folder });
  return (JSON.parse(stdout) as { rewrites: { text: string }[] }).rewrites[0]?.text ?? '';
}

describe('choosing a rewrite', () => {
  it('writes it, keeps the rest of the file byte for byte, and the old file beside it', async () => {
    chmodSync(file, 0o640);
    const text = await bestText();
    const { stdout, stderr, exitCode } = await pick(['1']);
    expect(read()).toBe(`${HEAD}${text}\r\n`);
    expect(read('draft.md.bak')).toBe(HEAD + BODY);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(stdout).toContain('[-afin de-]{+pour+}');
    expect(stderr).toContain('Wrote draft.md (previous version: draft.md.bak)');
    expect(exitCode).toBe(0);
  });

  it('never overwrites a backup', async () => {
    writeFileSync(join(folder, 'draft.md.bak'), 'mine');
    writeFileSync(join(folder, 'draft.md.bak.1'), 'mine too');
    await pick(['1']);
    expect([read('draft.md.bak'), read('draft.md.bak.1'), read('draft.md.bak.2')]).toEqual([
      'mine',
      'mine too',
      HEAD + BODY,
    ]);
  });

  it.each([
    ['q', ['q'], 0],
    ['closing the input', [], 0],
    ['Ctrl-C', ['^C'], 130],
    ['Ctrl-C after a look at the edits', ['e', '^C'], 130],
    ['a number that is none of them, then closing', ['9', '0', '1.5', 'yes'], 0],
  ])('%s leaves the file untouched', async (_, typed, exitCode) => {
    const outcome = await pick(typed);
    expect(read()).toBe(HEAD + BODY);
    expect(readdirSync(folder)).toEqual(['draft.md']);
    expect(outcome.stderr).toContain('draft.md is unchanged.');
    expect(outcome.exitCode).toBe(exitCode);
  });

  it('shows the edits, and asks again', async () => {
    const { stderr } = await pick(['e', 'q']);
    expect(stderr).toContain('“afin de” → “pour”');
    expect(stderr).toContain('“https://example.org/guide” → “https://example.org/guide #logement #Lyon”');
    expect(stderr).toContain('“Lyon !!!” → “Lyon\u00a0!”');
    expect(stderr.match(/Write which one to draft\.md\? \[1-2,/g)).toHaveLength(2);
  });

  it('asks in French where the messages are French', async () => {
    const { stderr } = await pick(['x', 'q'], { env: { LANG: 'fr_FR.UTF-8' } });
    expect(stderr).toContain('Laquelle enregistrer dans draft.md\u202f?');
    expect(stderr).toContain('Tapez le numéro d’une réécriture');
  });

  it('writes nothing over what somebody else saved meanwhile', async () => {
    const outcome = await pick(['1'], { whileAsked: () => writeFileSync(file, 'Mine\n') });
    expect(read()).toBe('Mine\n');
    expect(outcome.stderr).toContain('the file has changed since it was read');
    expect(outcome.exitCode).toBe(2);
  });

  it('writes out a link of the front matter where the text goes past it, and says so', async () => {
    const front = '---\nlink: https://example.org/guide\nlang: fr\nkeywords: [loyer]\n---\n';
    writeFileSync(file, `${front}Choisir son logement à Lyon sans se tromper : nos 5 conseils\n`);
    const text = await bestText();
    expect(text).toMatch(/conseils https:\/\/example\.org\/guide #loyer #logement$/);
    const { stderr } = await pick(['1']);
    expect(read()).toBe(`${front}${text}\n`);
    expect(stderr).toContain('it is now in the text too');
  });
});

describe('--interactive is refused in one line', () => {
  it.each([
    ['in a pipe', ['draft.md'], { columns: undefined }, 'not a terminal: leave out --interactive'],
    ['on standard input', ['-'], {}, 'writes a file back'],
    ['with JSON', ['draft.md', '--format', 'json'], {}, 'leave out --format json'],
  ] as const)('%s', async (_, argv, more, reason) => {
    const columns = 'columns' in more ? {} : { columns: 400 };
    const { stdout, stderr, exitCode } = await runInProcess({
      argv: ['rewrite', ...argv, '--interactive'],
      cwd: folder,
      ...columns,
    });
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  });
});
