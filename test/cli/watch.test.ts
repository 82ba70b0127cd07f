import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchDrafts } from '#cli/watch.js';
import { runInProcess, worldOf } from './run.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-watch-'));
  writeFileSync(join(folder, 'a.md'), 'one');
  writeFileSync(join(folder, 'b.md'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is judged at each look while the steps happen between the looks, one each; then Ctrl-C. */
async function looksAt(files: readonly string[], steps: readonly (() => void)[]) {
  const controller = new AbortController();
  const { shell } = worldOf({ argv: [], cwd: folder, interruption: controller.signal });
  const looks: (readonly string[])[] = [];
  const left = [...steps];
  const exitCode = await watchDrafts(shell, {
    files,
    format: 'text',
    locale: 'en',
    judge: async (changed) => {
      looks.push(changed);
      return changed.length === 1 ? 1 : 0;
    },
    wait: async () => {
      const step = left.shift();
      if (step === undefined) controller.abort();
      step?.();
    },
  });
  return { looks, exitCode };
}

const save = (name: string, text: string) => () => writeFileSync(join(folder, name), text);

describe('lint --watch', () => {
  it('judges all drafts, then each that was saved, and ends with the exit code of the last look', async () => {
    const { looks, exitCode } = await looksAt(['.'], [() => undefined, save('b.md', 'two words')]);
    expect({ looks, exitCode }).toEqual({ looks: [['a.md', 'b.md'], ['b.md']], exitCode: 1 });
  });

  it('sees a file that takes the place of another, one that is new, and one that was away', async () => {
    const replace = () => {
      writeFileSync(join(folder, 'a.tmp'), 'one');
      renameSync(join(folder, 'a.tmp'), join(folder, 'a.md'));
    };
    const { looks } = await looksAt(['.'], [replace, save('c.md', 'one')]);
    expect(looks.slice(1)).toEqual([['a.md'], ['c.md']]);
    const away = await looksAt(['a.md'], [() => rmSync(join(folder, 'a.md')), save('a.md', 'back')]);
    expect(away.looks).toEqual([['a.md'], ['a.md'], ['a.md']]);
  });

  it.each([
    [['--watch'], '--watch needs a file'],
    [['-', '--watch'], '--watch needs a file'],
    [['a.md', '--watch', '--json'], '--watch cannot be used with --format json'],
    [['a.md', '--watch', '--fix'], '--watch cannot be used with --fix'],
  ])('lint %j is refused', async (words, message) => {
    const { exitCode, stderr } = await runInProcess({ argv: ['lint', ...words], cwd: folder });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});
