import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillQueue, onQueue } from '../cli/queue-fixture.js';
import { asFile, findPty, goldenScreen, openTerminal, SIZES, type RunningTerminal } from './terminal.js';

const DRAFT = `---
link: https://example.org/guide
lang: en
campaign: { reposts: 0, zone: Europe/Paris }
---
How to write release notes that people read: seven ways to shorten them !! #ReleaseNotes
`;
const CTRL_C = '\u0003';

/** Each prompt: its command, and the words at which it waits for an answer. */
const PROMPTS = [
  { name: 'init', argv: ['init'], waits: 'Language of your posts' },
  { name: 'rewrite', argv: ['rewrite', '--interactive', 'draft.md'], waits: 'Write which one to draft.md?' },
  { name: 'schedule', argv: ['schedule', 'draft.md', '--mode', 'remind', '--db', 'new.db'], waits: '[y/N]' },
  { name: 'login', argv: ['login', '--keys'], waits: /[Kk]ey.*:/ },
  { name: 'post', argv: ['post', 'draft.md', '--mode', 'remind', '--db', 'new.db'], waits: '[y/N]' },
  { name: 'queue-retry', argv: ['queue', 'retry', '4', '--at', '+10d', '--db', 'queue.db'], waits: '[y/N]' },
] as const;

const pty = findPty();
let folder = '';
let terminal: RunningTerminal | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-prompts-'));
  writeFileSync(join(folder, 'draft.md'), DRAFT);
});
afterEach(() => {
  terminal?.kill('SIGKILL');
  terminal = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf('why' in pty)('a prompt in a real terminal', () => {
  const cases = PROMPTS.flatMap((prompt) => SIZES.map(([columns, rows]) => ({ ...prompt, columns, rows })));

  it.each(cases)('$name, $columns columns: looks as it did; Ctrl-C leaves nothing behind', async (each) => {
    const { name, argv, waits, columns, rows } = each;
    if (name === 'queue-retry') await onQueue(join(folder, 'queue.db'), fillQueue);
    const before = readdirSync(folder).filter((file) => !file.includes('.db'));
    terminal = openTerminal({ argv, cwd: folder, columns, rows });
    const screen = await terminal.shows(waits);
    expect(asFile(screen)).toBe(goldenScreen(`${name}-${columns}`, screen));
    terminal.type(CTRL_C);
    expect(await terminal.ended()).toBe(130);
    expect(terminal.isRestored()).toBe(true);
    expect(readdirSync(folder).filter((file) => !file.includes('.db'))).toEqual(before);
    expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(DRAFT);
  });

  it('takes what is typed at the prompts of init, one after the other', async () => {
    rmSync(join(folder, 'draft.md'));
    terminal = openTerminal({ argv: ['init'], cwd: folder });
    for (const [asked, answer] of [
      ['Language', ''],
      ['Page to promote', 'https://example.org/notes'],
      ['Time zone', ''],
      ['Hours', ''],
      ['Lowest', '70'],
    ] as const) {
      await terminal.shows(asked);
      terminal.type(`${answer}\r`);
    }
    expect(await terminal.ended()).toBe(0);
    expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toContain('https://example.org/notes');
    expect(readFileSync(join(folder, 'tweetspan.config.yaml'), 'utf8')).toContain('minText: 70');
  });
});
