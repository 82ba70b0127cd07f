// Runs the built program on several releases of Node: `npm run smoke`, or `npm run smoke -- 22.14.0 24` for some, or
// `npm run smoke -- current` for the one that runs, as CI does. Others come from the registry's package `node` into
// node_modules/.cache. A Node of another binary interface than this one gets its packages as a user does: by npm. One
// that is named with `-bare` gets no better-sqlite3, as where it cannot be built.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** The oldest and the newest of each line that `engines` in package.json names. */
const RELEASES = ['20.19.0', '20', '22.14.0', '22', '22-bare', '24', '24-bare'];
const CACHE = resolve('node_modules/.cache/tweetspan-smoke');
const DRAFT = `---
link: https://example.org/guide
campaign:
  reposts: 1
  variants: ["Trois pièges à éviter avant de signer un bail : le bruit, les charges, la distance https://example.org/guide"]
---
Comment choisir son logement à Lyon sans se tromper ? https://example.org/guide #logement #Lyon
`;

/** What is called, in this order, and what its output holds. */
const CALLS = [
  [['--version'], /^\d+\.\d+\.\d+$/m],
  [['lint', 'draft.md', '--min-score', '1'], /\d+\/100/],
  [['import', resolve('fixtures/history/archive')], /13 posts/],
  [['links'], /blog\.example\/guide/],
  [['hours'], /8 posts/],
  [['schedule', 'draft.md', '--mode', 'remind', '--zone', 'Europe/Paris', '--yes'], /items 1, 2/],
  [['queue', 'list'], /example\.org\/guide/],
  [['backup', 'copy.db'], /copy\.db/],
  [['posts', '--search', 'logement', '--db', 'copy.db'], /logement/],
];

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

/** Puts the built program and its packages into a folder; the result is the path of the program. */
function installProgram(node, version, isBare) {
  const folder = join(CACHE, `program-${version}${isBare ? '-bare' : ''}`);
  for (const part of ['bin', 'dist']) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(part, join(folder, part), { recursive: true, filter: (path) => !path.startsWith(join('dist', 'types')) });
  }
  const {
    name,
    version: own,
    type,
    engines,
    dependencies,
    optionalDependencies,
  } = JSON.parse(readFileSync('package.json', 'utf8'));
  const packages = { name, version: own, type, engines, dependencies, optionalDependencies };
  const [wanted, file, modules] = [
    JSON.stringify(packages),
    join(folder, 'package.json'),
    join(folder, 'node_modules'),
  ];
  if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
    rmSync(modules, { recursive: true, force: true });
    writeFileSync(file, wanted);
    const fits = read(node, 'process.versions.modules') === process.versions.modules;
    if (fits && !isBare) symlinkSync(resolve('node_modules'), modules);
    else npm(node, folder, 'install', '--no-package-lock', ...(isBare ? ['--omit=optional'] : []));
  }
  return join(folder, 'bin/tweetspan.js');
}

/** Runs all calls on a release of Node. The result: what went wrong, and the engine that the doctor names. */
function smoke(name) {
  const release = name.replace(/-bare$/, '');
  const node = fetchNode(release);
  const version = read(node, 'process.versions.node');
  const program = installProgram(node, version, release !== name);
  const home = mkdtempSync(join(tmpdir(), 'tweetspan-smoke-'));
  const run = (argv) =>
    spawnSync(node, [program, ...argv], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: home, TZ: 'Europe/Paris', LANG: 'C.UTF-8' },
    });
  try {
    writeFileSync(join(home, 'draft.md'), DRAFT);
    const faults = CALLS.flatMap(([argv, expected]) => {
      const { status, signal, stdout, stderr } = run(argv);
      const isRight = status === 0 && stderr === '' && expected.test(stdout);
      return isRight ? [] : [`${argv.join(' ')}: exit ${status ?? signal}\n${stdout}${stderr}`];
    });
    const [engine = 'no engine'] = /(?:better-sqlite3|node:sqlite) [^)]*/.exec(run(['doctor']).stdout) ?? [];
    return { version, engine: engine.replaceAll(/\s+/g, ' '), faults };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const named = process.argv.slice(2);
for (const release of named.length > 0 ? named : RELEASES) {
  const { version, engine, faults } = smoke(release);
  const outcome =
    faults.length === 0 ? `${CALLS.length} calls right` : `${faults.length} of ${CALLS.length} calls wrong`;
  console.log(`Node ${version}, ${engine}: ${outcome}`);
  for (const fault of faults) console.log(`  ${fault.trimEnd().replaceAll('\n', '\n    ')}`);
  if (faults.length > 0) process.exitCode = 1;
}
