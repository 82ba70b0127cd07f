// Checks that a release can go out, and stops before it does: `npm run release`. It runs the tests, packs, compares
// version, changelog, tree and tag, and prints the commands that a person then types. `-- --no-tests` looks without them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTypeScript } from './run-typescript.mjs';

const { checkRelease } = await loadTypeScript('scripts/release.ts');
const { packProgram } = await loadTypeScript('scripts/packed-program.ts');
const run = (script) =>
  spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const isTested = process.argv.includes('--no-tests')
  ? undefined
  : run('pretest') && run('test') && run('check:package');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'tweetspan-release-'));
try {
  const { filename, size, files } = packProgram(folder);
  const checks = checkRelease('.', { version, paths: files.map(({ path }) => path) }, isTested);
  for (const { name, fault } of checks)
    console.log(`${fault === undefined ? '✓' : '✗'} ${name}${fault === undefined ? '' : `: ${fault}`}`);
  const faults = checks.filter(({ fault }) => fault !== undefined);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  console.log(`\n${filename}, ${size} bytes, ${files.length} files, from ${commit}`);
  if (faults.length > 0) {
    console.log(`${faults.length} of ${checks.length} checks failed; nothing was tagged or published.`);
    process.exitCode = 1;
  } else {
    console.log(`Ready. Nothing was tagged or published; do it with:
  git tag --annotate v${version} --message v${version} && git push origin main v${version}
  npm publish --provenance --access public`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
