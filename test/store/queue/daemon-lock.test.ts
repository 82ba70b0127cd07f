import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, versions } from 'node:process';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { daemonLockFile, takeDaemonLock } from '#store/queue/daemon-lock.js';
import { engineUnderTest } from '../engine-under-test.js';

const nodeVersion = versions.node;
const driver = await engineUnderTest();

describe('the lock of a daemon', () => {
  let folder: string;
  let file: string;
  let script: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { takeDaemonLock } from './src/store/queue/daemon-lock.js';
          const [, file, care] = process.argv;
          let lock = await takeDaemonLock(file, { nodeVersion: process.versions.node });
          const said = lock === undefined ? 'taken' : 'held';
          process.stdin.once('data', () => { lock.release(); console.log('released'); process.stdin.unref(); });
          if (care === 'forgets') lock = undefined;
          await new Promise((done) => setImmediate(done));
          globalThis.gc();
          await new Promise((done) => setImmediate(done));
          console.log(said);
          if (said === 'taken') process.stdin.unref();`,
        resolveDir: '.',
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      external: ['better-sqlite3'],
      logLevel: 'warning',
    });
    script = outputFiles[0]?.text ?? '';
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-daemon-'));
    file = join(folder, 'history.db');
    writeFileSync(file, '');
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** A second process that tries to take the lock, and what it says of it. */
  async function another(care = 'keeps'): Promise<{ child: ChildProcess; said: string }> {
    const args = ['--expose-gc', '--input-type=module', '-e', script, '--', file, care];
    const child = spawn(execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, said: said.toString().trim() };
  }
  const here = (path = file) => takeDaemonLock(path, { nodeVersion, driver });

  it('is had by one process at a time, and given up', async () => {
    const lock = await here();
    expect(lock).toBeDefined();
    expect((await another()).said).toBe('taken');
    lock?.release();
    lock?.release();
    const { child, said } = await another();
    expect(said).toBe('held');
    await expect(here()).resolves.toBeUndefined();
    child.stdin?.write('release\n');
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    const again = await here();
    expect(again).toBeDefined();
    again?.release();
  });

  it('is not had twice by one process either, and a refused try does not free it', async () => {
    const lock = await here();
    await expect(here()).resolves.toBeUndefined();
    expect((await another()).said).toBe('taken');
    lock?.release();
  });

  it('is free as soon as its process is killed', async () => {
    const { child, said } = await another();
    expect(said).toBe('held');
    await expect(here()).resolves.toBeUndefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await here();
    expect(lock).toBeDefined();
    lock?.release();
  });

  it('outlives the memory of the process that took it', async () => {
    const { said } = await another('forgets');
    expect(said).toBe('held');
    await expect(here()).resolves.toBeUndefined();
  });

  it('is that of the database, whatever the path leads through', async () => {
    const link = join(folder, 'link.db');
    symlinkSync(file, link);
    mkdirSync(join(folder, 'deep'));
    symlinkSync(folder, join(folder, 'deep', 'folder'));
    const lock = await here();
    await expect(here(link)).resolves.toBeUndefined();
    await expect(here(join(folder, 'deep', 'folder', 'history.db'))).resolves.toBeUndefined();
    expect(daemonLockFile(join(folder, 'deep', 'folder', 'none.db'))).toBe(daemonLockFile(join(folder, 'none.db')));
    lock?.release();
  });

  it('is another one for another database', async () => {
    const lock = await here();
    const other = await here(join(folder, 'other.db'));
    expect(other).toBeDefined();
    lock?.release();
    other?.release();
  });

  it('leaves its file behind: to delete it would make room for two', async () => {
    const lock = await here();
    lock?.release();
    expect(existsSync(daemonLockFile(file))).toBe(true);
  });

  it('in a folder that does not exist names the file', async () => {
    await expect(here(join(folder, 'no', 'such.db'))).rejects.toMatchObject({
      name: 'StoreError',
      problem: 'no-folder',
      data: { file: expect.stringMatching(/such\.db\.daemon\.lock$/) },
    });
  });

  it('is refused by a file that is no database', async () => {
    writeFileSync(`${file}.daemon.lock`, 'this is a text, longer than the header of a database would be. '.repeat(100));
    await expect(here()).rejects.toMatchObject({ problem: 'corrupt' });
  });
});
