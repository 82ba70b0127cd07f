// Packs the built program and calls every command of it on several releases of Node: `npm run smoke`, or
// `npm run smoke -- 22.14.0 24` for some, or `npm run smoke -- current` for the one that runs, as CI does. The tarball is
// installed by npm into a folder of its own, as a user's is: nothing of this checkout is in reach. Other releases come
// from the registry's package `node` into node_modules/.cache. One that is named with `-bare` gets no better-sqlite3, as
// where it cannot be built.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { loadTypeScript } from './run-typescript.mjs';

const { callPacked, packedCalls, packProgram, unpackProgram } = await loadTypeScript('scripts/packed-program.ts');

/** The oldest and the newest of each line that `engines` in package.json names. */
const RELEASES = ['20.19.0', '20', '22.14.0', '22', '22-bare', '24', '24-bare'];
const CACHE = resolve('node_modules/.cache/tweetspan-smoke');

/** Runs npm with a version of Node: it chooses packages by the Node that runs it. */
function npm(node, cwd, ...args) {
  const command = process.env.npm_execpath;
  if (command === undefined) throw new Error('run this by npm: npm run smoke');
  execFileSync(node, [command, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The path of a release of Node, which is fetched when it is not there yet. */
function fetchNode(release) {
  if (release === 'current') return process.execPath;
  const folder = join(CACHE, `node-${release}`);
  const node = join(folder, 'node_modules/node/bin/node');
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true });
    npm(process.execPath, folder, 'install', '--prefix', folder, `node@${release}`);
  }
  return node;
}

const read = (node, code) => execFileSync(node, ['-p', code], { encoding: 'utf8' }).trim();

/**
 * Installs the tarball by npm; the result is the path of the program. What was installed before for the same
 * dependencies is kept, but for the program itself.
 */
function installProgram({ node, version, isBare, tarball }) {
  const folder = join(CACHE, `packed-${version}${isBare ? '-bare' : ''}`);
  const own = join(folder, 'node_modules/tweetspan');
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [wanted, mark] = [JSON.stringify({ dependencies, optionalDependencies }), join(folder, 'installed.json')];
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    unpackProgram(tarball, own);
  } else {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    npm(node, folder, 'install', '--no-package-lock', ...(isBare ? ['--omit=optional'] : []), tarball);
    writeFileSync(mark, wanted);
  }
  return join(own, 'bin/tweetspan.js');
}

mkdirSync(CACHE, { recursive: true });
const tarball = join(CACHE, packProgram(CACHE).filename);
const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : RELEASES) {
  const node = fetchNode(name.replace(/-bare$/, ''));
  const version = read(node, 'process.versions.node');
  const script = installProgram({ node, version, isBare: name.endsWith('-bare'), tarball });
  const { faults, engine } = callPacked(node, script);
  const all = packedCalls().length;
  const outcome = faults.length === 0 ? `${all} calls right` : `${faults.length} of ${all} calls wrong`;
  console.log(`Node ${version}, ${engine}: ${outcome}`);
  for (const fault of faults) console.log(`  ${fault.trimEnd().replaceAll('\n', '\n    ')}`);
  if (faults.length > 0) process.exitCode = 1;
}
