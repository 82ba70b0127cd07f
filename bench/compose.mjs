// `npm run bench:compose [-- --json]`: what a key takes in `compose`, from the terminal's writing it to the end of the
// frame that shows it, the judging of the draft included. In a pseudo-terminal, by the built program.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { printRows } from './table.mjs';

/** What a key may take, ms: a frame of a screen with 60 of them in a second. */
const TARGET = 16;
/** The end of a frame. */
const FRAME = '\u001b[?2026l';
const KEYS = 120;

const TEXTS = {
  'plain text': ['', 'Seven ways to shorten your release notes, with examples you can copy https://example.org/guide '],
  'a page of 60 sentences in the front matter': [
    `---\nlink: https://example.org/guide\ncampaign: { reposts: 2 }\npage:\n  title: Release notes\n  sentences:\n${Array.from({ length: 60 }, (_, index) => `    - Sentence ${index} says what readers look for in release notes.\n`).join('')}---\n`,
    'Seven ways to shorten your release notes, with examples you can copy ',
  ],
  'French with tags, a mention and emoji': [
    '',
    'Sept façons d’écrire des notes de version que l’on lit 🎉 merci @example pour l’idée #NotesDeVersion #Rédaction https://example.org/guide ',
  ],
};

/** Types into a draft of its own; the time that each key took, ms. */
async function typeInto(head, text, columns, rows) {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-bench-'));
  writeFileSync(join(folder, 'draft.md'), `${head}${text}\n`);
  const env = { PATH: process.env.PATH, HOME: folder, TERM: 'xterm-256color', LANG: 'C.UTF-8', TZ: 'UTC' };
  const pty = spawn(process.execPath, [join(process.cwd(), 'bin/tweetspan.js'), 'compose', 'draft.md'], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: folder,
    env,
  });
  let written = '';
  let woken = () => {};
  pty.onData((data) => {
    written += data;
    woken();
  });
  const until = async (holds) => {
    while (!holds()) await new Promise((wake) => (woken = wake));
  };
  await until(() => written.includes('/280') && written.endsWith(FRAME));
  // What follows the opening: facts, slots.
  await new Promise((done) => setTimeout(done, 1500));
  const times = [];
  const typed = 'and what to leave out of them as nobody reads it ';
  for (let index = 0; index < KEYS; index += 1) {
    written = '';
    const start = process.hrtime.bigint();
    // Every second key takes the letter away again, so that the text stays as long as it is.
    pty.write(index % 2 === 1 ? '\u007f' : typed[(index / 2) % typed.length]);
    await until(() => written.includes(FRAME));
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
    // Nobody types faster.
    await new Promise((done) => setTimeout(done, 20));
  }
  pty.write('\u0003');
  await new Promise((done) => pty.onExit(done));
  rmSync(folder, { recursive: true, force: true });
  return times.sort((one, other) => one - other);
}

const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const rows = [];
for (const [name, [head, text]] of Object.entries(TEXTS)) {
  for (const [columns, height] of [
    [60, 20],
    [120, 40],
  ]) {
    const times = await typeInto(head, text, columns, height);
    const figures = `half ${at(times, 0.5).toFixed(1)}, 19 of 20 ${at(times, 0.95).toFixed(1)}, longest ${times.at(-1).toFixed(1)} ms`;
    rows.push([
      `${name}, ${columns}×${height}`,
      at(times, 0.95).toFixed(1),
      `ms at most in 19 of 20 keys (target ${TARGET}); ${figures}`,
    ]);
  }
}
printRows(rows, { schema: 'tweetspan/bench-compose@1' });
