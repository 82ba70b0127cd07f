// The steps of the Dockerfile in a temporary root. What needs the registry or minutes has a stand-in with the same
// outcome; TWEETSPAN_IMAGE=full runs it as it is written, under a Node 24 that stands first in PATH.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextNames, execWords, readStages, type Stage } from '../../scripts/dockerfile.js';
import { linkInstalled, unpackProgram } from '../../scripts/packed-program.js';

const isFull = process.env['TWEETSPAN_IMAGE'] === 'full';
const stages = readStages(readFileSync('Dockerfile', 'utf8'));
const texts = (name: string, some: readonly Stage[] = stages): readonly string[] =>
  some.flatMap(({ instructions }) => instructions.filter((each) => each.name === name).map(({ text }) => text));

/** What stands for a command; null for what a temporary root needs no more. */
const STAND_INS: Readonly<Record<string, ((root: string) => void) | null>> = {
  'npm ci --ignore-scripts': (root) => symlinkSync(resolve('node_modules'), join(root, 'build/node_modules')),
  'npm run build': (root) => cpSync('dist', join(root, 'build/dist'), { recursive: true }),
  'npm install --prefix /opt/tweetspan --omit=optional --no-audit --no-fund /packed/*.tgz': (root) => {
    const [tarball = ''] = readdirSync(join(root, 'packed'));
    const modules = join(root, 'opt/tweetspan/node_modules');
    unpackProgram(join(root, 'packed', tarball), join(modules, 'tweetspan'));
    linkInstalled(modules);
    mkdirSync(join(modules, '.bin'));
    chmodSync(join(modules, 'tweetspan/bin/tweetspan.js'), 0o755);
    symlinkSync('../tweetspan/bin/tweetspan.js', join(modules, '.bin/tweetspan'));
  },
};

/** A step of `RUN`, part by part. Paths of the image become paths in the root; owners need no changing. */
function runStep(text: string, root: string, cwd: string): void {
  for (const part of text.split(' && ')) {
    const standIn = isFull ? undefined : STAND_INS[part];
    if (standIn !== undefined) standIn?.(root);
    else if (!part.startsWith('chown ')) {
      execFileSync('sh', ['-c', part.replaceAll(/(?<=^|\s)\/(?=\w)/g, `${root}/`)], {
        cwd,
        stdio: 'pipe',
        env: { ...process.env, HOME: join(root, 'root') },
      });
    }
  }
}

/** Copies what an instruction names, from the context of the build or from the root of the stage before. */
function copyStep(text: string, root: string, cwd: string): void {
  const words = text.split(' ').filter((word) => !word.startsWith('--from='));
  if (text.startsWith('--from=')) {
    expect(existsSync(join(root, words[0] ?? ''))).toBe(true);
    return;
  }
  const names = words.slice(0, -1).flatMap((word) => (word === '.' ? contextNames() : [word]));
  for (const name of names) cpSync(name, join(cwd, name), { recursive: true });
}

let root = '';
let env: Readonly<Record<string, string>> = {};
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tweetspan-image-'));
  for (const folder of ['packed', 'usr/local/bin']) mkdirSync(join(root, folder), { recursive: true });
  for (const { instructions } of stages) {
    let cwd = root;
    for (const { name, text } of instructions) {
      if (name === 'WORKDIR') mkdirSync((cwd = join(root, text)), { recursive: true });
      if (name === 'COPY') copyStep(text, root, cwd);
      if (name === 'RUN') runStep(text, root, cwd);
      if (name === 'ENV') {
        const pairs = text.split(' ').map((pair) => pair.split('=') as [string, string]);
        env = Object.fromEntries(pairs.map(([key, value]) => [key, join(root, value)]));
      }
    }
  }
}, 600_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const inImage = () => ({
  cwd: join(root, 'data'),
  env: { ...env, PATH: `${join(root, 'usr/local/bin')}:${process.env['PATH']}`, HOME: join(root, 'home'), TZ: 'UTC' },
  encoding: 'utf8' as const,
});

describe.skipIf(process.platform === 'win32')('the image', () => {
  it('takes from the repository only what the build reads', () => {
    const copied = texts('COPY').flatMap((text) => text.split(' ').slice(0, -1));
    for (const name of copied.filter((each) => each !== '.' && !each.startsWith('-') && !each.startsWith('/')))
      expect(contextNames()).toContain(name);
    for (const name of contextNames()) expect(existsSync(name), name).toBe(true);
    expect(contextNames()).not.toEqual(expect.arrayContaining(['node_modules', 'fixtures', '.git', '.env']));
  });

  it('runs as a user without rights, with its data in a volume', () => {
    const last = stages.slice(-1);
    expect(texts('USER', last)).toEqual(['node']);
    expect(texts('VOLUME', last)).toEqual(['/data']);
    for (const folder of Object.values(env)) expect(folder.startsWith(join(root, 'data'))).toBe(true);
  });

  it('keeps nothing of what it was made of', () => {
    expect(existsSync(join(root, 'packed'))).toBe(false);
    expect(statSync(join(root, 'opt/tweetspan/node_modules/tweetspan/bin/tweetspan.js')).mode & 0o111).toBe(0o111);
  });

  it('works on the queue until it is stopped, and is healthy meanwhile', { timeout: 60_000 }, async () => {
    const [program = '', ...words] = [...texts('ENTRYPOINT').flatMap(execWords), ...texts('CMD').flatMap(execWords)];
    const worker = spawn(program, words, { ...inImage(), stdio: ['ignore', 'pipe', 'pipe'] });
    await Promise.race([once(worker.stdout, 'data'), once(worker.stderr, 'data'), once(worker, 'exit')]);
    const [check = '', ...rest] = texts('HEALTHCHECK').flatMap(execWords);
    const { status, stdout } = spawnSync(check, rest, inImage());
    worker.kill('SIGTERM');
    const [code] = (await once(worker, 'exit')) as [number | null];
    expect({ status, stdout, code }).toEqual({ status: 0, stdout: '', code: 0 });
    expect(readdirSync(join(root, 'data'))).toContain('history.db');
  });

  it('is unhealthy when its history is damaged', () => {
    const damaged = join(root, 'data', 'damaged.db');
    cpSync('package.json', damaged);
    const [check = '', ...rest] = texts('HEALTHCHECK').flatMap(execWords);
    const { cwd, env: environment, encoding } = inImage();
    const { status } = spawnSync(check, rest, { cwd, encoding, env: { ...environment, TWEETSPAN_DB: damaged } });
    expect(status).toBe(1);
  });
});
