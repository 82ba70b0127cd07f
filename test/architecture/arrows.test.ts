import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrows } from './arrows.js';

const PURE_ROOMS = [
  'base',
  'tweet',
  'draft',
  'page',
  'words',
  'lint',
  'rewrite',
  'timing',
  'campaign',
  'outreach',
  'evidence',
  'doctor',
  'locale',
  'report',
]
  .map((room) => `src/${room}`)
  .concat('rules');
/** What only a caller may know or use: the time, chance, the network, and the process it runs in. */
const AMBIENT = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\.now\(|\bfetch\(/;

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

const existing = (folders: readonly string[]): string[] =>
  folders.filter((folder) => readdirSync('.', { recursive: false }).length > 0 && isFolder(folder));

const isFolder = (folder: string): boolean => {
  try {
    readdirSync(folder);
    return true;
  } catch {
    return false;
  }
};

describe('the house', () => {
  let result: ICruiseResult;
  beforeAll(async () => {
    const cruised = await cruise(
      ['src', 'rules'],
      { ruleSet: arrows, validate: true, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
      undefined,
      { tsConfig: undefined } as never,
    );
    result = cruised.output as ICruiseResult;
  }, 60_000);

  it('is seen: dependency-cruiser read every source file', () => {
    const seen = new Set(result.modules.map((module) => module.source));
    const missed = ['src', 'rules'].flatMap(sourceFiles).filter((file) => !file.endsWith('.d.ts') && !seen.has(file));
    expect(missed).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
  });

  it('has arrows in the allowed directions only', () => {
    const breaches = result.summary.violations.map(
      ({ from, to, rule }) => `${from} → ${to}: ${arrows.forbidden.find(({ name }) => name === rule.name)?.comment}`,
    );
    expect(breaches).toEqual([]);
  });

  it('gives no pure room a clock, a die, the network or the process', () => {
    const files = existing(PURE_ROOMS).flatMap(sourceFiles);
    expect(files.length).toBeGreaterThan(5);
    const breaches = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (AMBIENT.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
    expect(breaches).toEqual([]);
  });

  it('lets only the shell, and the full screen that it opens, hold the process', () => {
    // The second one silences a warning of Node while it loads Node's own SQLite: there is no other way to that.
    const allowed = new Set([
      'src/cli/shell.ts',
      'src/cli/editor/full-screen.ts',
      'src/cli/at-once.ts',
      'src/store/driver/node-sqlite.ts',
    ]);
    const files = ['src', 'rules'].flatMap(sourceFiles);
    expect(files.filter((file) => !allowed.has(file) && /\bprocess\./.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('the watch over the house', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-house-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('sees each kind of breach, and tells its rule', async () => {
    const files: Readonly<Record<string, string>> = {
      'src/tweet/upward.ts': `import { rule } from '../lint/rule.js'; export const tweet = rule;`,
      'src/tweet/files.ts': `import { readFileSync } from 'node:fs'; export const read = readFileSync;`,
      'src/lint/rule.ts': `import { one } from './circle.js'; export const rule = one;`,
      'src/lint/circle.ts': `import { rule } from './rule.js'; export const one = () => rule;`,
      'src/lint/engine.ts': `import { all } from '../../rules/all.js'; export const engine = all;`,
      'src/report/color.ts': `import chalk from 'chalk'; export const color = chalk;`,
      'src/report/room.ts': `import { main } from '../cli/main.js'; export const room = main;`,
      'src/words/root.ts': `import natural from 'natural'; export const root = natural;`,
      'src/words/stranger.ts': `import left from 'left-pad'; export const stranger = left;`,
      'src/cli/main.ts': `export const main = 1;`,
      'rules/all.ts': `export const all = 1;`,
      'node_modules/chalk/index.js': 'export default 1;',
      'node_modules/natural/index.js': 'module.exports = 1;',
      'node_modules/left-pad/index.js': 'module.exports = 1;',
    };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const { output } = await cruise(['src', 'rules'], {
      ruleSet: arrows,
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      baseDir: folder,
    });
    const { violations } = (output as ICruiseResult).summary;
    expect(new Set(violations.map(({ from, rule }) => `${from}: ${rule.name}`))).toEqual(
      new Set([
        'src/tweet/upward.ts: arrows-of-tweet',
        'src/tweet/files.ts: pure-rooms-touch-no-world',
        'src/lint/circle.ts: no-circles',
        'src/lint/engine.ts: arrows-of-lint',
        'src/lint/engine.ts: only-cli-and-index-import-rules',
        'src/report/color.ts: door-of-chalk',
        'src/report/room.ts: arrows-of-report',
        'src/report/room.ts: nothing-imports-cli',
        'src/words/root.ts: never-the-root-of-natural',
        'src/words/stranger.ts: no-other-library',
      ]),
    );
  }, 60_000);
});
