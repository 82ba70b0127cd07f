import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess, runProcess } from './run.js';

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
    expect({ stderr, exitCode }).toEqual({ stderr: `tweetspan: ${file}: 1 fix applied\n`, exitCode: 0 });
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

describe('answers without the program', () => {
  it.each([
    ['en', {}],
    ['en', { LC_ALL: 'de_DE.UTF-8' }],
    ['fr', { LANG: 'fr_FR.UTF-8' }],
    ['fr', { LC_ALL: 'fr_CA', LANG: 'en_US' }],
  ])('help is the program’s own, in the language of the environment: %s with %j', async (locale, env) => {
    const atOnce = runProcess({ argv: ['--help'], env });
    const byProgram = await runInProcess({ argv: ['--help', '--locale', locale] });
    expect(atOnce).toEqual({ stdout: byProgram.stdout, stderr: '', exitCode: 0 });
  });

  it.each([['--version'], ['-V']])('%s is the version of the package', (flag) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(runProcess({ argv: [flag] })).toEqual({ stdout: `${version}\n`, stderr: '', exitCode: 0 });
  });

  it('are given for a lone flag only: all other arguments are commander’s', () => {
    expect(runProcess({ argv: ['--version', '--help'] }).exitCode).toBe(0);
    expect(runProcess({ argv: ['--help', 'lnit'] }).stdout).not.toBe('');
    expect(runProcess({ argv: ['--version', '--no-such'] })).toMatchObject({ exitCode: expect.any(Number) as number });
  });

  it('may go nowhere: standard output closed, or a reader that is gone', () => {
    const shell = (command: string) => spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stderr;
    const program = `"${process.execPath}" "${PROGRAM}"`;
    expect(shell(`${program} --help >&-`)).toBe('');
    expect(shell(`${program} --help | true`)).toBe('');
  });
});

describe('what a lint loads', () => {
  /** The files of the build that a call reads, and the modules of Node that it loads beside those of every start. */
  function loaded(...argv: string[]) {
    const script = `
      const before = new Set(process.moduleLoadList);
      require(${JSON.stringify(PROGRAM)});
      process.on('exit', () => {
        const files = Object.keys(require.cache).map((file) => file.split('/dist/')[1]).filter(Boolean);
        const modules = process.moduleLoadList.filter((name) => !before.has(name));
        require('node:fs').writeSync(2, JSON.stringify({ files, modules: modules.join(' ') }));
      });`;
    const { stderr } = spawnSync('sh', ['-c', '"$NODE" -e "$SCRIPT" "$@" | cat >/dev/null', 'sh', PROGRAM, ...argv], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE: process.execPath, SCRIPT: script, HOME: '/nonexistent' },
    });
    return JSON.parse(stderr) as { files: string[]; modules: string };
  }

  it('is two files of code and the proofreader for a plain draft: no terminal, no network, no heavy package', () => {
    const file = join(folder, 'plain.txt');
    writeFileSync(
      file,
      'How the museum halved its heating bill with @example_dev https://example.org/heating #housing\n',
    );
    const { files, modules } = loaded('lint', file);
    expect(files.toSorted()).toEqual(['program/lint.cjs', 'program/main.cjs', 'program/words.cjs']);
    expect(modules).not.toMatch(/NativeModule (?:tty|net|crypto|child_process|http)\b/);
  });

  it('stays short: each 24 kB take 1 ms to compile', () => {
    const bytes = ['main.cjs', 'lint.cjs'].map((file) => statSync(join('dist/program', file)).size);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(312 * 1024);
  });

  it('is a file more for front matter', () => {
    const file = join(folder, 'front.md');
    writeFileSync(
      file,
      '---\nkeywords: [museum]\n---\nHow the museum halved its heating bill https://example.org/heating #housing\n',
    );
    expect(loaded('lint', file).files).toContain('program/front-matter.cjs');
    expect(loaded('lint', file).files).toHaveLength(4);
  });
});
