// The package as a user gets it: the packed tarball, unpacked into a folder of its own, where every command is called.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A command line, and what the program must answer. */
export interface PackedCall {
  /** Words without quotes; `FIXTURES` stands for the folder of the fixtures. */
  readonly line: string;
  /** Exit codes that are right; 0 when left out. */
  readonly exit?: readonly number[];
  /** A regular expression that standard output or standard error matches. */
  readonly says: string;
}

/** What `npm pack` reports of a tarball; sizes in bytes. */
export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** All calls, in their order: later ones build on what earlier ones wrote. */
export const packedCalls = (): readonly PackedCall[] =>
  JSON.parse(readFileSync('fixtures/packed/calls.json', 'utf8')) as readonly PackedCall[];

/** Runs npm by the Node that runs this, in a folder, and gives what it printed. */
export function runNpm(args: readonly string[], cwd = process.cwd()): string {
  const script = process.env['npm_execpath'];
  const [command, ...before] = script === undefined ? ['npm'] : [process.execPath, script];
  return execFileSync(command ?? 'npm', [...before, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: script === undefined && process.platform === 'win32',
  });
}

/** Packs what is built into a folder, without building it anew. */
export function packProgram(folder: string): Packed {
  const report = runNpm(['pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', folder]);
  const [packed] = JSON.parse(report) as readonly Packed[];
  if (packed === undefined) throw new Error('npm pack reported no package');
  return packed;
}

/** Unpacks a tarball into a folder, without the folder `package` that stands around everything in it. */
export function unpackProgram(tarball: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // By a relative path: to some a drive of Windows is the name of another machine.
  copyFileSync(tarball, join(folder, 'packed.tgz'));
  execFileSync('tar', ['-xzf', 'packed.tgz', '--strip-components=1'], { cwd: folder });
  rmSync(join(folder, 'packed.tgz'));
}

/**
 * Calls every command of a program in a new home.
 * @returns what went wrong, a text for each call, and what the doctor says of its database engine.
 */
export function callPacked(
  node: string,
  script: string,
): { readonly faults: readonly string[]; readonly engine: string } {
  const home = mkdtempSync(join(tmpdir(), 'tweetspan-packed-'));
  const env = { HOME: home, USERPROFILE: home, LOCALAPPDATA: home, APPDATA: home, TZ: 'Europe/Paris', LANG: 'C.UTF-8' };
  const { PATH = '', SystemRoot } = process.env;
  let engine = 'no engine';
  try {
    copyFileSync('fixtures/packed/draft.md', join(home, 'draft.md'));
    const faults = packedCalls().flatMap(({ line, exit = [0], says }) => {
      const argv = line.split(' ').map((word) => word.replace('FIXTURES', resolve('fixtures')));
      const { status, signal, stdout, stderr } = spawnSync(node, [script, ...argv], {
        cwd: home,
        encoding: 'utf8',
        input: '',
        env: { ...env, PATH, ...(SystemRoot !== undefined && { SystemRoot }) },
      });
      if (line === 'doctor') engine = /(?:better-sqlite3|node:sqlite) [^)]*/.exec(stdout)?.[0] ?? engine;
      const isSilent = !exit.includes(0) || stderr === '' || stderr.startsWith('tweetspan: ');
      const isRight =
        exit.includes(status ?? -1) &&
        isSilent &&
        new RegExp(says, 'm').test(`${stdout}${stderr}`) &&
        !/^ {4}at /m.test(stderr);
      return isRight ? [] : [`${line}: exit ${status ?? signal}\n${stdout.slice(0, 2000)}${stderr}`];
    });
    return { faults, engine: engine.replaceAll(/\s+/g, ' ') };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
