import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, putFile, replaceFile } from '#cli/files.js';

let folder = '';
let draft = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-write-'));
  draft = join(folder, 'draft.md');
  writeFileSync(draft, 'before');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('a file that is replaced', () => {
  it('keeps its mode, and nothing stays beside it', async () => {
    chmodSync(draft, 0o640);
    await replaceFile(draft, 'after');
    expect(readFileSync(draft, 'utf8')).toBe('after');
    expect(modeOf(draft)).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['draft.md']);
  });

  it('stays a symbolic link where it is one', async () => {
    const link = join(folder, 'link.md');
    symlinkSync('draft.md', link);
    await replaceFile(link, 'after');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(draft, 'utf8')).toBe('after');
  });

  it('must be there', async () => {
    await expect(replaceFile(join(folder, 'other.md'), 'after')).rejects.toThrow(
      'cannot be written (ENOENT); nothing was changed',
    );
    expect(readdirSync(folder)).toEqual(['draft.md']);
  });
});

describe('a file that is put somewhere', () => {
  it('gets its folder and its mode', async () => {
    const path = join(folder, 'new', 'unit.service');
    await putFile(path, 'text', 0o666);
    expect(readFileSync(path, 'utf8')).toBe('text');
    expect(modeOf(path)).toBe(0o666);
  });

  it('leaves nothing behind when it cannot take its place', async () => {
    const taken = join(folder, 'taken');
    mkdirSync(taken);
    await expect(putFile(taken, 'text', 0o600)).rejects.toThrow(`${taken} cannot be written (EISDIR)`);
    expect(readdirSync(folder).sort()).toEqual(['draft.md', 'taken']);
  });
});

it('a backup never takes the place of another', () => {
  expect([backUp(draft), backUp(draft), backUp(draft)]).toEqual([`${draft}.bak`, `${draft}.bak.1`, `${draft}.bak.2`]);
});
