import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historySentences } from '#locale/history.js';
import { offeredEngines } from '../../store/offered-engines.js';
import { runProcess, type Outcome } from '../run.js';
import { fixture, historyFolder, type HistoryFolder } from './history-folder.js';

const PROGRAM = resolve('bin/tweetspan.js');
const POSTS = 60_000;
let world: HistoryFolder;
let large = '';

beforeAll(() => {
  world = historyFolder();
  const lines = Array.from({ length: POSTS }, (_, index) =>
    JSON.stringify({
      id: String(1_500_000_000_000_000_000n + BigInt(index) * 60_000n * 4_194_304n),
      text: `Un message ${index} à propos du logement https://example.org/${index % 500}`,
      likes: index % 7,
      observedAt: '2026-01-31T00:00:00Z',
    }),
  );
  large = world.put('large.jsonl', `${lines.join('\n')}\n`);
});
afterAll(() => world.remove());

/** Starts the program on the history of this world, or on another. */
const start = (argv: readonly string[], database = world.database) =>
  spawn(process.execPath, [PROGRAM, ...argv], {
    env: { PATH: process.env['PATH'], HOME: world.folder, TWEETSPAN_DB: database },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

describe('Ctrl-C during an import', () => {
  it('leaves nothing half done, and keeps the file that was done before', async () => {
    const database = world.path('interrupted.db');
    const child = start(['import', resolve(fixture('archive')), large], database);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    // As soon as there is a database the program is at work on it, and what it has to do takes it much longer.
    let isTold = false;
    const watcher = watch(world.folder, () => {
      if (!isTold && existsSync(database)) isTold = child.kill('SIGINT');
    });
    const exitCode = await new Promise((done) => child.on('close', done));
    watcher.close();
    expect(stderr).toMatch(
      /^tweetspan: interrupted: (?:nothing was imported|1 file is imported, nothing of the next one)\n$/,
    );
    expect(exitCode).toBe(130);
    const kept = runProcess({ argv: ['posts', '-n', '0', '--format', 'csv'], env: { TWEETSPAN_DB: database } });
    // Either no history was made, or the file that was done is in it.
    expect(existsSync(database) ? kept.stdout.trimEnd().split('\n').length : kept.exitCode).toBe(
      existsSync(database) ? 13 : 2,
    );
    const again = runProcess({ argv: ['import', large, '--quiet'], env: { TWEETSPAN_DB: database } });
    expect(again.stdout).toMatch(/read 60,000 posts · 60,000 new/);
  });
});

describe('with a large history', () => {
  let imported: Outcome;
  beforeAll(() => {
    imported = runProcess({ argv: ['import', large], env: { TWEETSPAN_DB: world.database } });
  });

  it('an import shows no progress in a pipe, and Node has nothing to warn of', () => {
    expect(imported).toMatchObject({ stderr: '', exitCode: 0 });
  });

  it.each([
    ['export', 'jsonl'],
    ['export', 'csv'],
    ['posts', 'json'],
    ['posts', 'text'],
  ])('a reader that goes away ends %s --format %s quietly', async (command, format) => {
    const child = start([command, '--format', format, ...(command === 'posts' ? ['-n', '0'] : [])]);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise((done) => child.on('close', done));
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it('a reader that stays gets all of it', () => {
    const { stdout } = runProcess({ argv: ['export'], env: { TWEETSPAN_DB: world.database } });
    expect(stdout.trimEnd().split('\n')).toHaveLength(POSTS + 1);
  });

  it('standard output may be closed from the start', () => {
    const { stderr, status } = spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" posts >&-`], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: world.folder, TWEETSPAN_DB: world.database },
    });
    expect({ stderr: stderr.replace(/tweetspan: more than 20.*\n/, ''), status }).toEqual({ stderr: '', status: 0 });
  });
});

describe('better-sqlite3', async () => {
  /** The program as it is installed elsewhere, with this in place of better-sqlite3. */
  function installed(name: string, version: string | undefined, code: string): string {
    const folder = world.path(name);
    for (const part of ['bin', 'dist']) {
      cpSync(part, join(folder, part), { recursive: true, filter: (path) => !path.includes('dist/types') });
    }
    cpSync('package.json', join(folder, 'package.json'));
    if (version !== undefined) {
      const native = join(folder, 'node_modules/better-sqlite3');
      mkdirSync(native, { recursive: true });
      writeFileSync(
        join(native, 'package.json'),
        JSON.stringify({ name: 'better-sqlite3', version, main: 'index.js' }),
      );
      writeFileSync(join(native, 'index.js'), code);
    }
    return join(folder, 'bin/tweetspan.js');
  }
  const run = (program: string, ...argv: readonly string[]) =>
    spawnSync(process.execPath, [program, ...argv], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: world.folder, TWEETSPAN_DB: world.database },
    });
  const DLOPEN = `module.exports = class { constructor() {
    throw Object.assign(new Error('NODE_MODULE_VERSION 137'), { code: 'ERR_DLOPEN_FAILED' }); } };`;
  const NO_BINDINGS = `module.exports = class { constructor() { throw new Error('Could not locate the bindings file.'); } };`;
  const ABORT = 'process.abort();';
  const ADVICE = historySentences('en').engineAdvice.replace(/\W/g, String.raw`\$&`);
  const [major = 0] = process.versions.node.split('.').map(Number);
  const isAlone = (await offeredEngines()).every(({ name }) => name.startsWith('better-sqlite3'));

  it.each([
    ['missing', undefined, '', 'better-sqlite3 is not installed', true],
    ['not compiled', '12.11.1', NO_BINDINGS, 'better-sqlite3 was not compiled', major < 24],
    ['of another Node', '12.11.1', DLOPEN, 'better-sqlite3 was compiled for another version of Node', major < 24],
    ['too new for Node 20', '13.2.0', ABORT, 'better-sqlite3 13.2.0 does not run on this Node', major < 22],
    ['too old for Node 24', '12.11.1', ABORT, 'better-sqlite3 12.11.1 does not run on this Node', major >= 24],
  ])(
    '%s leaves the work to node:sqlite, or ends the program with 69 and what helps; lint judges without it',
    (name, version, code, reason, applies) => {
      if (!applies) return;
      expect(existsSync(world.database)).toBe(true);
      const program = installed(name.replaceAll(' ', '-'), version, code);
      const listed = run(program, 'links');
      const imported = run(program, 'import', resolve(fixture('archive')));
      const judged = run(program, 'lint', resolve('fixtures/drafts/fr-blog-good.md'));
      const why = new RegExp(`^tweetspan: no database engine works on Node [\\d.]+ \\(${reason}; .*${ADVICE}.*\n$`);
      expect([listed, imported, judged].map(({ status }) => status)).toEqual(isAlone ? [69, 69, 0] : [0, 0, 0]);
      expect(listed.stderr).toMatch(isAlone ? why : /^tweetspan: more than 20.*\n$/);
      expect(judged.stderr).toMatch(isAlone ? /^tweetspan: scored without the history: / : /^$/);
      expect(judged.stdout).toContain('100/100');
    },
  );
});

describe('the bundle', () => {
  it('carries the notices of the line of progress', () => {
    expect(readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8')).toMatch(/^ora \d/m);
  });
});
