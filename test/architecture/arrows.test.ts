import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { arrows } from './arrows.js';

const PURE_ROOMS = ['src/tweet', 'src/words', 'src/lint', 'src/timing', 'src/outreach', 'src/report', 'rules'];
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

  it('lets only the shell hold the process, which bin hands to it', () => {
    const files = ['src', 'rules'].flatMap(sourceFiles);
    expect(
      files.filter((file) => file !== 'src/cli/shell.ts' && /\bprocess\./.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
  });
});
