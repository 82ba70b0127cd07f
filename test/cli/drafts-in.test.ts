import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { draftsIn } from '#cli/files.js';

const cwd = mkdtempSync(join(tmpdir(), 'tweetspan-drafts-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
mkdirSync(join(cwd, 'posts', 'été', 'deep'), { recursive: true });
for (const file of ['posts/a.md', 'posts/b.txt', 'posts/.c.md', 'posts/été/d.md', 'posts/été/deep/e1.md', 'f[1].md'])
  writeFileSync(join(cwd, file), 'text');

describe('the drafts that a name on the command line stands for', () => {
  it.each([
    ['posts', ['posts/a.md', 'posts/b.txt', 'posts/été/d.md', 'posts/été/deep/e1.md']],
    ['posts/*.md', ['posts/a.md']],
    ['posts/?.txt', ['posts/b.txt']],
    ['posts/**/*.md', ['posts/a.md', 'posts/été/d.md', 'posts/été/deep/e1.md']],
    ['posts/*/d.md', ['posts/été/d.md']],
    ['f[1].*', ['f[1].md']],
    ['posts/*.rst', ['posts/*.rst']],
    ['nowhere/*.md', ['nowhere/*.md']],
    ['-', ['-']],
  ])('%s', (name, files) => {
    expect(draftsIn(cwd, name)).toEqual(files.map((file) => join(file)));
  });

  it('may be a pattern from the root on', () => {
    expect(draftsIn('/', join(cwd, 'posts', '*.md'))).toEqual([join(cwd, 'posts', 'a.md')]);
  });
});
