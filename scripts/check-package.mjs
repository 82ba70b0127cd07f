// What others see of the package: publint reads its manifest, attw the types that each kind of import finds, knip what
// nobody uses any more. `npm run check:package`. attw (38 MB with a TypeScript of its own) and knip (27 MB) are fetched by
// npx when this is run, in the releases named here; publint (1 MB) is installed, and a test runs it as well.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTypeScript } from './run-typescript.mjs';

const { packProgram } = await loadTypeScript('scripts/packed-program.ts');
const folder = mkdtempSync(join(tmpdir(), 'tweetspan-check-'));
try {
  const tarball = join(folder, packProgram(folder).filename);
  const checks = [
    ['publint', 'run', tarball, '--strict'],
    // The library is of ES modules alone, which every supported Node can require, too.
    ['--yes', '--package=@arethetypeswrong/cli@0.18.5', 'attw', tarball, '--profile', 'esm-only', '--format', 'ascii'],
    ['--yes', 'knip@6.44.2', '--no-progress', '--treat-config-hints-as-errors'],
  ];
  for (const words of checks) {
    const { status } = spawnSync('npx', words, { stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
