import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  asFile,
  findPty,
  goldenScreen,
  openTerminal,
  SIZES,
  type RunningTerminal,
  type TerminalCall,
} from './terminal.js';

const HEAD = `---
# kept as it is
link: https://example.org/guide
lang: en
page:
  title: Seven ways to shorten your release notes
  image: { url: https://example.org/pen.png, alt: A page with a red pen }
campaign: { reposts: 1, zone: Europe/Paris }
---
`;
const TEXT = 'How to write release notes that people read: seven ways to shorten them !! #ReleaseNotes';
const CTRL = { c: '\u0003', f: '\u0006', q: '\u0011', r: '\u0012', s: '\u0013', z: '\u001a' };

const pty = findPty();
let folder = '';
let open: RunningTerminal[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-compose-'));
  open = [];
});
afterEach(() => {
  for (const terminal of open) terminal.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
function start(argv: readonly string[] = ['compose', 'draft.md'], more: Partial<TerminalCall> = {}): RunningTerminal {
  const terminal = openTerminal({ argv, cwd: folder, ...more });
  open.push(terminal);
  return terminal;
}
/** Opens the draft and waits for all that is worked out behind its first screen. */
async function startDraft(more: Partial<TerminalCall> = {}, raw = `${HEAD}${TEXT}\n`): Promise<RunningTerminal> {
  writeFileSync(join(folder, 'draft.md'), raw);
  const terminal = start(undefined, more);
  await terminal.shows('/280');
  return terminal;
}

describe.skipIf('why' in pty)('compose in a real terminal', () => {
  it.each(SIZES)('looks as it did, in a window of %d by %d', async (columns, rows) => {
    const terminal = await startDraft({ columns, rows });
    const isWide = columns === 120;
    const compare = async (name: string, text: string | RegExp): Promise<void> => {
      const screen = await terminal.shows(text);
      expect(asFile(screen)).toBe(goldenScreen(`compose-${name}-${columns}`, screen));
    };
    await compare('opened', isWide ? 'Time zone' : 'Findings');
    terminal.type('\t');
    await compare('card', 'A timeline shows the whole text');
    terminal.type('\t');
    await compare('slots', 'Time zone');
    terminal.type(CTRL.f);
    await compare('fixes', 'Take which fix?');
    terminal.type('\u001b');
    await terminal.shows('save');
    terminal.type('\u001bOP');
    await compare('keys', 'this list');
    terminal.type(CTRL.q);
    expect(await terminal.ended()).toBe(0);
    expect(terminal.isRestored()).toBe(true);
    expect(read('draft.md')).toBe(`${HEAD}${TEXT}\n`);
  });

  it.each(SIZES)('speaks French and marks what is too long, in a window of %d by %d', async (columns, rows) => {
    const text = `Sept façons d’écrire des notes de version 🎉 ${'que l’on lit vraiment, jusqu’au bout, '.repeat(8)}https://example.org/guide`;
    const terminal = await startDraft({ columns, rows, env: { LANG: 'fr_FR.UTF-8' } }, `${text}\n`);
    const screen = await terminal.shows(columns === 120 ? 'Fuseau' : 'Remarques');
    expect(asFile(screen)).toBe(goldenScreen(`compose-french-${columns}`, screen));
  });

  it('shows length, score and findings of each key, and saves the text alone', async () => {
    const terminal = await startDraft({}, `\ufeff${HEAD}${TEXT}\n\n`.replaceAll('\n', '\r\n'));
    await terminal.shows('112/280');
    terminal.type(' 🎉');
    await terminal.shows('115/280');
    await terminal.shows('unsaved');
    terminal.type(CTRL.s);
    await terminal.shows('Saved draft.md');
    expect(read('draft.md')).toBe(`\ufeff${HEAD}${TEXT} 🎉\n\n`.replaceAll('\n', '\r\n'));
    expect(readdirSync(folder)).toEqual(['draft.md']);
  });

  it('takes a fix and a rewrite by a key, and gives them back by another', async () => {
    const terminal = await startDraft();
    await terminal.shows('!!');
    terminal.type(CTRL.f);
    await terminal.shows('Take which fix?');
    terminal.type('\r');
    await terminal.shows(/shorten them!\s+#ReleaseNotes/);
    terminal.type(CTRL.z);
    await terminal.shows(/shorten them !!\s+#ReleaseNotes/);
    terminal.type(CTRL.r);
    await terminal.shows('Take which rewrite?');
    terminal.type('1');
    await terminal.shows('unsaved');
    terminal.type(CTRL.z);
    expect((await terminal.shows(/shorten them !!\s+#ReleaseNotes/)).join('\n')).not.toContain('unsaved');
  });

  it('takes what is pasted as it is, line ends, accents and wide characters included', async () => {
    const terminal = start();
    await terminal.shows('Write your post');
    terminal.type('\u001b[200~Un été\r\n日本 e\u0301té\u001b[201~');
    await terminal.shows('日本 été');
    terminal.type(CTRL.s);
    await terminal.shows('Saved draft.md');
    expect(read('draft.md')).toBe('Un été\n日本 été\n');
  });

  it.each([
    ['Ctrl-C', (terminal: RunningTerminal) => terminal.type(CTRL.c)],
    ['a signal to end', (terminal: RunningTerminal) => terminal.kill('SIGTERM')],
    ['a terminal that closes', (terminal: RunningTerminal) => terminal.close()],
  ])('keeps unsaved text on %s, and brings it back', async (how, stop) => {
    const terminal = await startDraft();
    terminal.type(' once more');
    await terminal.shows('once more');
    stop(terminal);
    expect(await terminal.ended()).toBe(130);
    // Of a terminal that is gone nobody sees anything.
    if (how !== 'a terminal that closes') await terminal.shows('kept in draft.md.unsaved');
    expect(terminal.isRestored()).toBe(true);
    expect(read('draft.md')).toBe(`${HEAD}${TEXT}\n`);
    expect(readdirSync(folder)).toEqual(['draft.md', 'draft.md.unsaved']);
    const again = start();
    await again.shows('Unsaved text of last time is back');
    again.type(CTRL.s);
    await again.shows('Saved draft.md');
    expect(read('draft.md')).toBe(`${HEAD}${TEXT} once more\n`);
    expect(readdirSync(folder)).toEqual(['draft.md']);
  });

  it('never writes over what another program wrote without a word', async () => {
    const terminal = await startDraft();
    terminal.type('!');
    await terminal.shows('unsaved');
    writeFileSync(join(folder, 'draft.md'), 'theirs\n');
    terminal.type(CTRL.s);
    await terminal.shows('draft.md was changed by another program');
    expect(read('draft.md')).toBe('theirs\n');
    terminal.type('\u001b');
    await terminal.shows('^S save');
    terminal.type(CTRL.s);
    await terminal.shows('changed by another');
    terminal.type('1');
    await terminal.shows('draft.md.bak');
    expect(read('draft.md')).toBe(`${HEAD}${TEXT}!\n`);
    expect(read('draft.md.bak')).toBe('theirs\n');
  });

  it('loads what another program wrote, and keeps the own text for undoing', async () => {
    const terminal = await startDraft();
    terminal.type('!');
    await terminal.shows('unsaved');
    writeFileSync(join(folder, 'draft.md'), 'theirs\n');
    terminal.type(CTRL.s);
    await terminal.shows('changed by another');
    terminal.type('2');
    await terminal.shows('theirs');
    terminal.type(CTRL.z);
    await terminal.shows('shorten them');
    expect(read('draft.md')).toBe('theirs\n');
  });

  it('asks before it leaves something behind', async () => {
    const terminal = await startDraft();
    terminal.type('?');
    await terminal.shows('unsaved');
    terminal.type(CTRL.q);
    await terminal.shows('The text is not saved');
    terminal.type('2');
    expect(await terminal.ended()).toBe(0);
    expect(readdirSync(folder)).toEqual(['draft.md']);
    expect(read('draft.md')).toBe(`${HEAD}${TEXT}\n`);
  });

  it('follows the window, down to one line that says what it needs', async () => {
    const terminal = await startDraft({ columns: 120, rows: 30 });
    for (const [columns, rows, text] of [
      [60, 20, 'Findings'],
      [20, 6, '/280'],
      [19, 6, 'needs 20×5'],
      [80, 4, 'needs 20×5'],
      [80, 24, 'Findings'],
    ] as const) {
      terminal.resize(columns, rows);
      // A frame of the new size has a line for each row, and none beyond its edge.
      const screen = await terminal.shows(
        (lines) => lines.join('').includes(text) && lines.every((line) => line.length <= columns),
      );
      expect(screen).toHaveLength(rows);
    }
  });

  it('writes no colors where none are wanted', async () => {
    const terminal = await startDraft({ env: { NO_COLOR: '1' } });
    await terminal.shows('Findings');
    // oxlint-disable-next-line no-control-regex -- the escapes of colors
    expect(terminal.written()).not.toMatch(/\u001b\[(?:[1-9]|[1-9]\d+)(?:;\d+)*m/);
  });

  it('says in one line that a dumb terminal shows no full screen', async () => {
    const terminal = start(['compose', 'draft.md'], { env: { TERM: 'dumb' } });
    expect(await terminal.ended()).toBe(2);
    const lines = (await terminal.shows('TERM=dumb')).filter((line) => line !== '');
    expect(lines.join('')).toContain('tweetspan lint --watch');
    expect(terminal.written()).not.toContain('\u001b');
  });
});

it.runIf('why' in pty)('no real terminal: the tests of compose and of prompts did not run', () => {
  expect(pty).toHaveProperty('why');
});
