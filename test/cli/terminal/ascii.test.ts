import { describe, expect, it } from 'vitest';
import { isAsciiOnly, toAscii } from '#cli/terminal/ascii.js';

describe('a terminal that knows ASCII only', () => {
  it.each([
    [{ LC_ALL: 'C' }, true],
    [{ LC_ALL: '', LANG: 'POSIX' }, true],
    [{ LC_ALL: 'fr_FR.UTF-8', LANG: 'C' }, false],
    [{ LC_ALL: 'C.UTF-8' }, false],
    [{}, false],
  ])('is recognized by its locale: %o %s', (env, expected) => {
    expect(isAsciiOnly(env)).toBe(expected);
  });

  it.each([
    ['“tonight” → “this week” …', '"tonight" -> "this week" ...'],
    ['✓ 85/100 ████████░░', '+ 85/100 ########..'],
    ['⠀⡇⣿⠀', ' ## '],
    ['12\u202f% «\u00a0x\u00a0»', '12 % " x "'],
  ])('%s is shown as %s', (text, shown) => {
    expect(toAscii(text)).toBe(shown);
  });

  it('shows the letters and emoji of a post as they are', () => {
    expect(toAscii('Été à Brest 🚀 日本')).toBe('Été à Brest 🚀 日本');
  });
});
