import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '#cli/program.js';
import {
  callPacked,
  installedPackages,
  linkInstalled,
  packedCalls,
  packProgram,
  unpackProgram,
  type Packed,
} from '../../scripts/packed-program.js';
import { worldOf } from '../cli/run.js';

let folder = '';
let packed: Packed;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-packed-'));
  packed = packProgram(folder);
  linkInstalled(join(folder, 'node_modules'));
  unpackProgram(join(folder, packed.filename), join(folder, 'node_modules/tweetspan'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed program, beside nothing but what users install', () => {
  it('does every command', { timeout: 300_000 }, () => {
    expect(callPacked(process.execPath, join(folder, 'node_modules/tweetspan/bin/tweetspan.js')).faults).toEqual([]);
  });

  it('is called for every command there is', { timeout: 180_000 }, async () => {
    const program = await createProgram(worldOf({ argv: [] }).shell, () => undefined);
    const leavesOf = (command: Command, path: string): readonly string[] =>
      command.commands.length === 0
        ? [path]
        : command.commands.flatMap((each) => leavesOf(each, `${path} ${each.name()}`.trim()));
    const lines = packedCalls().map(({ line }) => `${line} `);
    expect(leavesOf(program, '').filter((path) => !lines.some((line) => line.startsWith(`${path} `)))).toEqual([]);
  });
});

/** What a user gets may not grow past this unnoticed; docs/decisions says what it is made of. Bytes. */
const MOST = { tarball: 3_200_000, unpacked: 9_000_000, library: 1_050_000 };

describe('the size of the package', () => {
  it('stays below its limits', () => {
    expect(packed.size).toBeLessThan(MOST.tarball);
    expect(packed.unpackedSize).toBeLessThan(MOST.unpacked);
    expect(packed.files.find(({ path }) => path === 'dist/index.js')?.size).toBeLessThan(MOST.library);
  });

  it('brings three other packages that a user cannot leave out, and at most 60 with those that are optional', () => {
    const all = installedPackages();
    expect(all.filter(({ isOptional }) => !isOptional).map(({ name }) => name)).toEqual(['papaparse', 'pend', 'yauzl']);
    expect(all.length).toBeLessThanOrEqual(60);
  });

  it('has a manifest that publint finds no fault with', async () => {
    const tarball = new Uint8Array(readFileSync(join(folder, packed.filename))).buffer;
    expect((await publint({ pack: { tarball }, strict: true })).messages).toEqual([]);
  });

  it('has what it needs and nothing of the workshop', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'bin/tweetspan.js',
        'dist/index.js',
        'dist/types/src/index.d.ts',
      ]),
    );
    expect(paths).toEqual(expect.arrayContaining(readdirSync('schemas').map((name) => `schemas/${name}`)));
    expect(paths.filter((path) => /^(?:src|test|bench|scripts|fixtures|docs)\/|\.map$|\.tgz$/.test(path))).toEqual([]);
  });
});
