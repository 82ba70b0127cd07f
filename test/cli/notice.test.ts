import { describe, expect, it } from 'vitest';
import { writeNotice } from '#cli/notice.js';
import { runInProcess } from './run.js';

function written(text: string, terminal: { readonly isTTY?: boolean; readonly columns?: number } = {}): string {
  let all = '';
  writeNotice({ stderr: { ...terminal, write: (piece) => void (all += piece) } }, text);
  return all;
}

describe('a notice', () => {
  const LONG = 'the file drafts/a-guide-to-renting.md has changed since it was read';

  it('is one line for whatever reads it', () => {
    expect(written(LONG, { columns: 30 })).toBe(`tweetspan: ${LONG}\n`);
    expect(written('one\ntwo')).toBe('tweetspan: one two\n');
  });

  it('is broken between words for a terminal, which would break it inside them', () => {
    expect(written(LONG, { isTTY: true, columns: 40 })).toBe(
      'tweetspan: the file\ndrafts/a-guide-to-renting.md has changed\nsince it was read\n',
    );
  });

  it('keeps a URL whole that is longer than the terminal is wide', () => {
    const url = 'https://example.org/a/guide/to/renting/without/regret';
    expect(written(`see ${url} first`, { isTTY: true, columns: 30 })).toBe(`tweetspan: see\n${url}\nfirst\n`);
  });
});

it('an error on a narrow terminal has no word in two lines', async () => {
  const { stderr, exitCode } = await runInProcess({ argv: ['lint', 'no-such-draft.md'], columns: 40 });
  expect(exitCode).toBe(2);
  expect(stderr).toBe('tweetspan: no-such-draft.md: no such\nfile; check the name, or use - for\nstandard input\n');
});
