import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly name: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const ACTION = parse(readFileSync('action.yml', 'utf8')) as Action;
const PROGRAM = resolve('bin/tweetspan.js');
const GOOD = readFileSync('fixtures/drafts/fr-blog-good.md', 'utf8').replace(/^media:.*\n(?: .*\n)*/m, '');
const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;

/** Names and texts by which a pull request could try to speak to the runner, or to run something. */
const HOSTILE: Readonly<Record<string, string>> = {
  'drafts/$(touch pwned).md': 'HUGE SALE !!! https://example.org/a\n',
  'drafts/`touch pwned`.md': 'HUGE SALE !!! https://example.org/b\n',
  'drafts/a;touch pwned;.md': 'HUGE SALE !!! https://example.org/c\n',
  'drafts/\n::error::forged.md': 'HUGE SALE !!! https://example.org/d\n',
  'drafts/${{ github.token }}.md': 'HUGE SALE !!! https://example.org/e\n',
  'drafts/--fix.md': 'HUGE SALE !!! https://example.org/f\n',
  'drafts/| a | ![x](https:/evil).md': 'HUGE SALE !!! https://example.org/g\n',
  'drafts/words.md': '::error::FORGED !!!\n::add-mask::a\n##[error]FORGED\r::stop-commands::x https://example.org/h\n',
  'drafts/front.md': '---\n"::error::forged": 1\n---\nHUGE SALE !!! https://example.org/i\n',
  'drafts/binary.md': '\u0000\u0001::error::forged',
  '--min-text=0.tweet.md': 'HUGE SALE !!! https://example.org/j\n',
};

let folder = '';
let count = 0;

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=example', '-c', 'user.email=me@example.org', '-c', 'commit.gpgsign=false'];
  const { stdout, stderr, status } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

const write = (repository: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    writeFileSync(join(repository, name), text);
  }
};

function commit(repository: string, message: string): string {
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--allow-empty', '--message', message);
  return git(repository, 'rev-parse', 'HEAD');
}

/** A repository with one good draft on `main`, and with a branch that adds files. */
function pullRequest(files: Readonly<Record<string, string>>) {
  const origin = join(folder, `origin-${(count += 1)}`);
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch=main');
  write(origin, { 'drafts/before.md': 'OLD SALE !!! https://example.org/old\n' });
  const base = commit(origin, 'Begin');
  git(origin, 'checkout', '--quiet', '-b', 'change');
  write(origin, files);
  const head = commit(origin, 'Add drafts');
  git(origin, 'checkout', '--quiet', 'main');
  return { origin, base, head };
}

/** Runs the steps as a runner does: each as a script of its own, with its inputs in the environment. */
function runAction(
  repository: string,
  inputs: Readonly<Record<string, string>>,
  { base = '', sha = git(repository, 'rev-parse', 'HEAD') } = {},
) {
  const temp = mkdtempSync(join(folder, 'runner-'));
  const summary = join(temp, 'summary.md');
  const defaults = Object.fromEntries(Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default]));
  const values: Readonly<Record<string, string>> = { ...defaults, program: PROGRAM, ...inputs };
  const { PATH = '' } = process.env;
  let log = '';
  for (const { name, run, env } of ACTION.runs.steps) {
    const given = Object.entries(env).map(([variable, expression]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1];
      if (input === undefined && expression !== '${{ github.event.pull_request.base.sha }}') {
        throw new Error(`${variable}: the test does not know ${expression}`);
      }
      return [variable, input === undefined ? base : (values[input] ?? '')];
    });
    const { stdout, stderr, status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: repository,
      env: {
        PATH,
        HOME: temp,
        RUNNER_TEMP: temp,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_SHA: sha,
        ...Object.fromEntries(given),
      },
      encoding: 'utf8',
    });
    log += stdout + stderr;
    if (status !== 0) return { log, status, step: name, summary: readOr(summary) };
  }
  return { log, status: 0, step: '', summary: readOr(summary) };
}

const readOr = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** The files that annotations name, as a runner reads them. */
const annotated = (log: string): readonly string[] => {
  const names = [...log.matchAll(/^::(?:error|warning|notice) file=([^,:]*)/gm)].map(([, name = '']) =>
    decodeURIComponent(name.replaceAll('%25', '%2525')),
  );
  return [...new Set(names)].sort();
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-action-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('no step of the action has text put into its script', () => {
  expect(ACTION.runs.steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
  expect(ACTION.runs.steps.map(({ run }) => /\beval\b|\bsh -c\b/.test(run))).toEqual([false, false, false]);
});

describe.skipIf(!has('git') || !has('bash'))('the action', () => {
  it('lints what a pull request changes, and nothing else', () => {
    const { origin, base } = pullRequest({
      'drafts/new.md': GOOD,
      'notes.md': 'x',
    });
    git(origin, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'change');
    const { log, status, summary } = runAction(origin, {}, { base });
    expect(annotated(log)).toEqual(['drafts/new.md']);
    expect(status, log).toBe(0);
    expect(summary).toMatch(/^### tweetspan\n\n\| Draft \|.*\n.*\n\| drafts\/new\.md \| \d+ \| \d+ \| 0 \| \d+ \|/);
  });

  it('finds them in a checkout of depth 1, whose base has moved on meanwhile', () => {
    const { origin, base } = pullRequest({ 'drafts/new.md': 'NEW SALE !!! https://example.org/new\n' });
    write(origin, { 'drafts/meanwhile.md': 'SALE !!! https://example.org/meanwhile\n' });
    commit(origin, 'Go on');
    git(origin, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'change');
    git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const shallow = join(folder, `shallow-${(count += 1)}`);
    git(folder, 'clone', '--quiet', '--depth=1', `file://${origin}`, shallow);
    expect(annotated(runAction(shallow, {}, { base }).log)).toEqual(['drafts/new.md']);
  });

  it('finds them where the branch itself is checked out', () => {
    const { origin, head } = pullRequest({ 'drafts/new.md': 'NEW SALE !!! https://example.org/new\n' });
    write(origin, { 'drafts/meanwhile.md': 'SALE !!! https://example.org/meanwhile\n' });
    const base = commit(origin, 'Go on');
    git(origin, 'checkout', '--quiet', 'change');
    expect(annotated(runAction(origin, {}, { base, sha: head }).log)).toEqual(['drafts/new.md']);
  });

  it('lints every draft where there is no pull request, and on request', () => {
    const { origin, base } = pullRequest({ 'drafts/new.md': 'NEW SALE !!! https://example.org/new\n' });
    git(origin, 'checkout', '--quiet', 'change');
    const both = ['drafts/before.md', 'drafts/new.md'];
    expect(annotated(runAction(origin, {}).log)).toEqual(both);
    expect(annotated(runAction(origin, { all: 'true' }, { base }).log)).toEqual(both);
    expect(annotated(runAction(origin, { paths: '\ndrafts/b*.md\n' }).log)).toEqual(['drafts/before.md']);
  });

  it('fails by the least scores, and says so beside the file and in the table', () => {
    const { origin, base } = pullRequest({ 'drafts/new.md': GOOD });
    git(origin, 'checkout', '--quiet', 'change');
    const { log, status, step, summary } = runAction(origin, { 'min-text': '99', locale: 'fr' }, { base });
    expect({ status, step }).toEqual({ status: 1, step: 'Lint the drafts' });
    expect(log).toMatch(/^::error file=drafts\/new\.md,title=tweetspan::le score du texte/m);
    expect(summary).toContain('| le score du texte');
  });

  it('says that there is nothing to lint', () => {
    const { origin, base } = pullRequest({ 'notes.md': 'no draft' });
    git(origin, 'checkout', '--quiet', 'change');
    expect(runAction(origin, {}, { base })).toMatchObject({ log: 'No drafts to lint.\n', status: 0 });
  });

  it.each(['1.2.3; touch pwned', 'file:../evil', 'npm:other@1', '$(touch pwned)', ''])(
    'refuses the version %j',
    (version) => {
      const { origin } = pullRequest({});
      expect(runAction(origin, { version, program: '' })).toMatchObject({ status: 2, step: 'Install tweetspan' });
    },
  );

  it('reads no symbolic link, which could show a file of the runner', () => {
    const { origin, base } = pullRequest({ 'drafts/new.md': GOOD });
    git(origin, 'checkout', '--quiet', 'change');
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'HUGE SECRET !!!');
    symlinkSync(secret, join(origin, 'drafts/link.md'));
    commit(origin, 'Add a link');
    const { log } = runAction(origin, {}, { base });
    expect(log).toContain('::warning title=tweetspan::1 symbolic links or submodules were not read');
    expect(log).not.toContain('SECRET');
  });

  it('is spoken to, and run, by no file name and no draft', () => {
    const { origin, base } = pullRequest(HOSTILE);
    git(origin, 'checkout', '--quiet', 'change');
    const { log, summary } = runAction(origin, {}, { base });
    // Every line that the runner obeys is an annotation of ours.
    const commands = log.split(/[\r\n]+/).filter((line) => /^\s*(?:::|##\[)/.test(line));
    expect(commands.filter((line) => !/^::(?:error|warning|notice) file=\S.*,title=tweetspan/.test(line))).toEqual([]);
    expect(annotated(log)).toEqual(
      Object.keys(HOSTILE)
        .map((name) => name.replace('::', '∶:'))
        .sort(),
    );
    expect(git(origin, 'status', '--porcelain')).toBe('');
    // Each draft is one row of six cells, without a link, an image or a tag.
    const rows = summary.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(2 + Object.keys(HOSTILE).length);
    for (const row of rows) expect(row.replaceAll(/\\./g, '').split('|'), row).toHaveLength(8);
    expect(summary.replaceAll(/\\./g, '')).not.toMatch(/[[\]<>`]|!\[|https?:/);
  });
});
