import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changelogSection, checkRelease } from '../../scripts/release.js';

const PATHS = [
  'LICENSE',
  'README.md',
  'package.json',
  'bin/tweetspan.js',
  'dist/index.js',
  'dist/program/main.cjs',
  'dist/types/src/index.d.ts',
  'dist/THIRD-PARTY-NOTICES.txt',
];

let folder = '';
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const git = (...args: readonly string[]): unknown =>
  execFileSync('git', ['-c', 'user.name=Example', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    stdio: 'pipe',
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-release-'));
  mkdirSync(join(folder, 'dist'));
  write('dist/index.js', '');
  write('.gitignore', 'dist\n');
  write('package-lock.json', '{ "version": "1.2.3" }');
  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n## 1.2.3\n\n- New.\n\n## 1.2.2\n\n- Old.\n');
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failing = (version = '1.2.3', paths: readonly string[] = PATHS, ranTests: boolean | 'not run' = true) =>
  checkRelease(folder, { version, paths }, ranTests === 'not run' ? undefined : ranTests).flatMap(({ name, fault }) =>
    fault === undefined ? [] : [name],
  );

it('a clean tree with its changelog may be released', () => {
  expect(failing()).toEqual([]);
});

it.each<[string, () => readonly string[], readonly string[]]>([
  ['a version that the changelog does not name', () => failing('1.2.4'), ['lock file', 'changelog']],
  ['a version that is none', () => failing('1.2'), ['version', 'lock file', 'changelog']],
  ['tests that were not run', () => failing('1.2.3', PATHS, 'not run'), ['tests']],
  ['tests that failed', () => failing('1.2.3', PATHS, false), ['tests']],
  [
    'a tarball without the library',
    () =>
      failing(
        '1.2.3',
        PATHS.filter((path) => path !== 'dist/index.js'),
      ),
    ['tarball'],
  ],
  ['a tarball with a history', () => failing('1.2.3', [...PATHS, 'history.db']), ['stray files']],
  ['a tarball with sources', () => failing('1.2.3', [...PATHS, 'src/index.ts']), ['stray files']],
])('%s holds it up', (_, look, names) => {
  expect(look()).toEqual(names);
});

it('a tag of the version, another branch and a changed file hold it up, each by its name', () => {
  git('tag', 'v1.2.3');
  expect(failing()).toEqual(['tag']);
  git('checkout', '--quiet', '-b', 'other');
  write('package-lock.json', '{ "version": "1.2.3", "more": 1 }');
  expect(failing()).toEqual(['tree', 'branch', 'tag']);
});

it('what is still under Unreleased must be given its version', () => {
  write('CHANGELOG.md', '## Unreleased\n\n- Newer.\n\n## 1.2.3\n\n- New.\n');
  git('commit', '--quiet', '--all', '--message', 'Note');
  expect(failing()).toEqual(['unreleased']);
});

it('a section of the changelog is found by the whole version', () => {
  const changelog = '## [1.2.30] - 2026-01-01\n\n- More.\n\n## 1.2.3 (2025-12-01)\n\n- New.\n';
  expect(changelogSection(changelog, '1.2.3')).toBe('- New.');
  expect(changelogSection(changelog, '1.2.30')).toBe('- More.');
  expect(changelogSection(changelog, '1.2')).toBeUndefined();
});
