import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runInProcess } from '../cli/run.js';

interface Matcher {
  readonly owner: string;
  readonly severity?: string;
  readonly pattern: readonly (Readonly<Record<string, number>> & { readonly regexp: never })[];
}
const { problemMatcher: MATCHERS } = JSON.parse(readFileSync('.github/tweetspan-matcher.json', 'utf8')) as {
  readonly problemMatcher: readonly Matcher[];
};

/** What a runner of GitHub makes of a line: the first matcher that fits it. */
function match(line: string) {
  for (const { severity, pattern } of MATCHERS) {
    const [only] = pattern;
    if (only === undefined || pattern.length > 1) throw new Error('one line, one pattern');
    const groups = new RegExp(only.regexp).exec(line);
    const part = (name: string): string | undefined => groups?.[only[name] ?? NaN];
    if (groups !== null) {
      return {
        file: part('file'),
        line: Number(part('line')),
        column: part('column'),
        severity: severity ?? part('severity'),
        message: part('message'),
        code: part('code'),
      };
    }
  }
  return undefined;
}

describe.each(['en', 'fr'])('the problem matcher, on what lint --quiet writes in %s', (locale) => {
  it('finds each error and each warning, with its place', async () => {
    const files = ['fixtures/drafts/en-shop-bad.md', 'fixtures/drafts/fr-townhall-middling.md'];
    const lint = (...flags: readonly string[]) =>
      runInProcess({ argv: ['lint', ...files, '--no-facts', '--locale', locale, ...flags] });
    const { drafts } = JSON.parse((await lint('--json')).stdout) as {
      readonly drafts: readonly {
        readonly file: string;
        readonly findings: readonly {
          readonly rule: string;
          readonly severity: string;
          readonly message: string;
          readonly line: number | null;
          readonly column: number | null;
        }[];
      }[];
    };
    const expected = drafts.flatMap(({ file, findings }) =>
      findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ rule, severity, message, line, column }) => {
          return { file, line: line ?? 1, column: column?.toString(), severity, message, code: rule };
        }),
    );
    const lines = (await lint('--quiet')).stdout.split('\n').slice(0, -1);
    expect(new Set(expected.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning']));
    expect(lines.map(match)).toEqual(expected);
  });
});

it('each matcher has a name of its own, or the runner drops one', () => {
  expect(new Set(MATCHERS.map(({ owner }) => owner)).size).toBe(MATCHERS.length);
});

describe('the pre-commit hooks', () => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Readonly<Record<string, string>>[];

  it('have what pre-commit calls for', () => {
    for (const hook of hooks) expect(hook).toMatchObject({ id: expect.stringMatching(/^tweetspan/), language: 'node' });
  });

  it.each([
    ['drafts/march.md', true],
    ['blog/drafts/2026/march.txt', true],
    ['march.tweet.md', true],
    ['README.md', false],
    ['mydrafts/a.md', false],
    ['drafts/photo.jpg', false],
    ['march.tweet.mdx', false],
  ])('take %s: %s', (file, takes) => {
    for (const { files = '' } of hooks) expect(new RegExp(files).test(file)).toBe(takes);
  });

  it.each(hooks.map(({ entry = '' }) => entry))('call `%s` with the names of files behind it', async (entry) => {
    const [program, ...words] = entry.split(' ');
    const flags = words.filter((word) => word !== '--fix');
    const { stdout, exitCode } = await runInProcess({ argv: [...flags, 'fixtures/drafts/en-shop-bad.md'] });
    expect(program).toBe('tweetspan');
    expect(stdout).toMatch(/^fixtures\/drafts\/en-shop-bad\.md:/);
    expect(exitCode).toBe(1);
  });
});

it.each([
  ['fixtures/drafts/en-shop-bad.md', {}, undefined],
  ['./en-shop-bad.md', { CI_PROJECT_DIR: process.cwd() }, 'fixtures/drafts'],
  [`${process.cwd()}/fixtures/drafts/en-shop-bad.md`, {}, undefined],
])('a report for GitLab names %s from the root of the repository', async (file, env, folder) => {
  const argv = ['lint', file, '--no-facts', '--format', 'gitlab'];
  const { stdout } = await runInProcess({ argv, env, ...(folder && { cwd: `${process.cwd()}/${folder}` }) });
  const issues = JSON.parse(stdout) as readonly { readonly location: { readonly path: string } }[];
  expect(new Set(issues.map(({ location }) => location.path))).toEqual(new Set(['fixtures/drafts/en-shop-bad.md']));
});
