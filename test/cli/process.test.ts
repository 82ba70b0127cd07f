import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProcess } from './run.js';

const PROGRAM = resolve('bin/tweetspan.js');
const DRAFT = resolve('fixtures/drafts/fr-blog-good.md');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-process-'));
  writeFileSync(join(folder, '.env'), 'TWEETSPAN_LEAK=yes\nNODE_OPTIONS=--no-such-option\nFORCE_COLOR=1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('JSON on standard output is nothing but JSON', () => {
  it.each([
    ['no environment', {}],
    ['colour asked for', { FORCE_COLOR: '3', CLICOLOR_FORCE: '1' }],
    ['a French environment', { LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' }],
    ['debugging asked for', { DEBUG: '*', NODE_DEBUG: 'module' }],
    ['a dumb terminal', { TERM: 'dumb', CI: '1', NO_COLOR: '1' }],
  ])('with %s and an .env file in the folder', (_, env) => {
    const { stdout, exitCode } = runProcess({ argv: ['lint', DRAFT, '--format', 'json'], cwd: folder, env });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'tweetspan/lint@1', summary: { drafts: 1 } });
    expect(exitCode).toBe(0);
  });
});

describe('the bundle', () => {
  it('holds nothing of natural but its stemmers, and no .env reader', () => {
    const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => /\.c?js$/.test(file));
    expect(files).toContain(join('program', 'main.cjs'));
    for (const file of files) {
      const code = readFileSync(join('dist', file), 'utf8');
      expect(code, file).not.toMatch(/dotenv|mongoose|injected env/);
    }
  });

  it('carries the notices of what it contains', () => {
    const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
    for (const name of ['twitter-text', '@twemoji/parser', 'natural', 'eld', 'commander', 'chalk', 'yaml', 'valibot']) {
      expect(notices, name).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    const [title = ''] = readFileSync('dist/program/lexicon/wordnet.txt', 'latin1').split(', cut');
    expect(title).toMatch(/^WordNet \d/);
    expect(notices, 'the licence of that edition of WordNet').toContain(title);
  });
});

describe('a file that is written back', () => {
  it('is written by the built program too', () => {
    const file = join(folder, 'fix.md');
    writeFileSync(file, 'Nos conseils afin de choisir un logement https://example.org/a\n');
    const { stderr, exitCode } = runProcess({ argv: ['lint', '--fix', file] });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(readFileSync(file, 'utf8')).toBe('Nos conseils pour choisir un logement https://example.org/a\n');
  });
});

describe('a reader that goes away', () => {
  it('ends the program quietly, with the verdict as exit code', async () => {
    const files = Array.from({ length: 200 }, () => DRAFT);
    const child = spawn(process.execPath, [PROGRAM, 'lint', '--format', 'json', ...files], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise((done) => child.on('close', done));
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it('gets all of a long report when it stays', () => {
    const files = Array.from({ length: 200 }, () => DRAFT);
    const { stdout } = runProcess({ argv: ['lint', '--format', 'json', ...files] });
    expect(stdout.length).toBeGreaterThan(500_000);
    expect((JSON.parse(stdout) as { drafts: unknown[] }).drafts).toHaveLength(200);
  });

  it('may be none at all: standard output closed from the start', () => {
    const { stderr, status } = spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" lint "${DRAFT}" >&-`], {
      encoding: 'utf8',
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });
});

describe('compiled code kept by the build', () => {
  it('is taken by the Node that built it, and other code is refused and done without', () => {
    const script = `
      const { COMPILED, loadProgram } = require('./bin/program.js');
      const { readFileSync } = require('node:fs');
      const compiled = readFileSync(COMPILED);
      const damaged = Buffer.from(compiled);
      damaged.fill(7, 4, 40);
      const outcomes = [compiled, damaged].map((cachedData) => {
        const { program, script } = loadProgram(cachedData);
        return { rejected: script.cachedDataRejected, main: typeof program.main };
      });
      console.log(JSON.stringify(outcomes));`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual([
      { rejected: false, main: 'function' },
      { rejected: true, main: 'function' },
    ]);
  });
});
