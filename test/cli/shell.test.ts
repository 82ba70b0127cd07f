import { expect, it } from 'vitest';
import { wantsColor } from '#cli/shell.js';

const terminal = (isTTY: boolean) => ({ isTTY, columns: isTTY ? 80 : undefined, write: () => undefined });

it.each([
  ['a terminal', {}, true, undefined, true],
  ['a pipe', {}, false, undefined, false],
  ['a terminal that can only print', { TERM: 'dumb' }, true, undefined, false],
  ['a terminal with NO_COLOR', { NO_COLOR: '1' }, true, undefined, false],
  ['a terminal with an empty NO_COLOR, which counts as unset', { NO_COLOR: '' }, true, undefined, true],
  ['a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, false, undefined, true],
  ['a pipe with an empty FORCE_COLOR, which counts as set', { FORCE_COLOR: '' }, false, undefined, true],
  ['a terminal with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, undefined, false],
  ['a terminal with FORCE_COLOR=false', { FORCE_COLOR: 'false' }, true, undefined, false],
  ['NO_COLOR and FORCE_COLOR both', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, undefined, false],
  ['a pipe with --color', {}, false, true, true],
  ['--color in spite of NO_COLOR', { NO_COLOR: '1' }, true, true, true],
  ['a terminal with --no-color', {}, true, false, false],
  ['--no-color in spite of FORCE_COLOR', { FORCE_COLOR: '1' }, true, false, false],
])('colour on %s', (_, env: Record<string, string>, isTTY, flag, colored) => {
  expect(wantsColor({ env, stdout: terminal(isTTY) }, flag)).toBe(colored);
});
