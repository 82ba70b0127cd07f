import type { Shell } from '../shell.js';

/**
 * Whether standard output is written in colour. What was asked for on the command line wins; then NO_COLOR
 * (no-color.org), which chalk does not heed; then FORCE_COLOR; then whether somebody looks at a terminal that can.
 */
export function wantsColor({ env, stdout }: Pick<Shell, 'env' | 'stdout'>, flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stdout.isTTY && env['TERM'] !== 'dumb';
}
