// What must be true before a release goes out. Nothing here publishes: the last step is a person's.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that was looked at: `fault` says what is wrong and what to do. */
export interface ReleaseCheck {
  readonly name: string;
  readonly fault?: string;
}

/** What is known of the package that would be published. */
export interface ReleasePackage {
  readonly version: string;
  /** Paths in the tarball. */
  readonly paths: readonly string[];
}

/** What every tarball holds. */
const NEEDED = [
  'LICENSE',
  'README.md',
  'package.json',
  'bin/tweetspan.js',
  'dist/index.js',
  'dist/program/main.cjs',
  'dist/types/src/index.d.ts',
  'dist/THIRD-PARTY-NOTICES.txt',
];
/** What never belongs into one: sources, tests, keys, databases. */
const STRAY = /^(?:src|test|bench|fixtures|scripts|\.github)\/|\.(?:db|env|pem|tgz|map)$|(?:^|\/)\.env/;

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** The section of a version in a changelog; undefined when there is none. */
export function changelogSection(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const found = sections.find((section) =>
    new RegExp(`^\\[?${version.replaceAll('.', '\\.')}\\]?(?:\\s|$)`).test(section),
  );
  return found?.slice(found.indexOf('\n')).trim();
}

/**
 * Looks at a repository and at what would be published from it.
 * @param folder the root of the repository, with `package.json`, `package-lock.json` and `CHANGELOG.md`.
 * @param ranTests whether build, checks and tests have passed just now; undefined when they were not run.
 */
export function checkRelease(
  folder: string,
  { version, paths }: ReleasePackage,
  ranTests: boolean | undefined,
): readonly ReleaseCheck[] {
  const tag = `v${version}`;
  const changelog = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8');
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { readonly version?: string };
  const section = changelogSection(changelog, version);
  const unreleased = changelogSection(changelog, 'Unreleased') ?? '';
  const changed = git(folder, 'status', '--porcelain');
  const branch = git(folder, 'branch', '--show-current');
  const missing = NEEDED.filter((path) => !paths.includes(path));
  const stray = paths.filter((path) => STRAY.test(path));
  const tags = git(folder, 'tag', '--list', 'v*').split('\n');
  const check = (name: string, isRight: boolean, fault: string): ReleaseCheck => (isRight ? { name } : { name, fault });
  return [
    check('version', /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version), `received "${version}"; a version such as 1.2.3`),
    check(
      'lock file',
      lock.version === version,
      `package-lock.json says ${lock.version ?? 'nothing'}; run npm install`,
    ),
    check('changelog', section !== undefined && section !== '', `CHANGELOG.md has nothing under "## ${version}"`),
    check('unreleased', unreleased === '', `move what stands under "Unreleased" in CHANGELOG.md to "## ${version}"`),
    check('tree', changed === '', `commit or undo ${changed.split('\n').length} changed files: git status`),
    check('branch', branch === 'main', `this is ${branch || 'no branch'}; releases are made of main`),
    check('tag', !tags.includes(tag), `${tag} exists; raise the version`),
    check('tests', ranTests === true, ranTests === undefined ? 'not run; leave out --no-tests' : 'npm test has failed'),
    check('build', existsSync(join(folder, 'dist/index.js')), 'dist is missing; run npm run build'),
    check('tarball', missing.length === 0, `the tarball lacks ${missing.join(', ')}; run npm run build`),
    check(
      'stray files',
      stray.length === 0,
      `the tarball holds ${stray.slice(0, 5).join(', ')}; see "files" in package.json`,
    ),
  ];
}
