import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { env as ownEnv, execPath } from 'node:process';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProxy, type ProxyServer } from '../web/proxy-server.js';
import { startFakeX, type FakeX } from '../x/server.js';

let folder: string;
let x: FakeX;
let secure: Server;
let port: number;
const sockets = new Set<Socket>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-proxy-'));
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  // Of its own authority, and for the name of the real X: the program is to believe nothing less.
  execFileSync(
    'openssl',
    // prettier-ignore
    [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-subj', '/CN=api.x.com', '-addext', 'subjectAltName=DNS:api.x.com', '-keyout', key, '-out', certificate,
    ],
    { stdio: 'ignore' },
  );
  x = await startFakeX({ account: { id: '9000000000' }, signedFor: 'https://api.x.com' });
  secure = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (client) => {
    const inner = connect(Number(new URL(x.origin).port), '127.0.0.1');
    for (const socket of [client, inner]) sockets.add(socket.on('error', () => undefined));
    client.pipe(inner).pipe(client);
  }).on('tlsClientError', () => undefined);
  await new Promise<void>((done) => secure.listen(0, '127.0.0.1', done));
  ({ port } = secure.address() as AddressInfo);
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => secure.close(done));
  await x.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built program as a process of its own, behind a proxy. */
async function run(args: readonly string[], proxy: ProxyServer, extra: Record<string, string> = {}) {
  const { appKey, appSecret, accessToken, accessSecret } = x.tokens;
  const child = spawn(execPath, [resolve('bin/tweetspan.js'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: ownEnv['PATH'] ?? '',
      HOME: folder,
      TZ: 'UTC',
      LANG: 'en_US.UTF-8',
      HTTPS_PROXY: proxy.url,
      TWEETSPAN_APP_KEY: appKey,
      TWEETSPAN_APP_SECRET: appSecret,
      TWEETSPAN_ACCESS_TOKEN: accessToken,
      TWEETSPAN_ACCESS_SECRET: accessSecret,
      ...extra,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, said };
}

const draft = (name: string, text: string): string => {
  writeFileSync(
    join(folder, name),
    `---\nlink: https://example.org/${name}\n---\n${text} https://example.org/${name}\n`,
  );
  return name;
};

describe('a post through the proxy of the environment', () => {
  it('reaches X over TLS in a tunnel, with its certificate checked', async () => {
    const proxy = await startProxy({ port });
    try {
      const name = draft('tunnel', 'Choisir son logement sans se tromper : cinq points');
      const trusted = { NODE_EXTRA_CA_CERTS: join(folder, 'certificate.pem') };
      const { exitCode, said } = await run(['post', name, '--mode', 'api', '--yes'], proxy, trusted);
      expect(said).toContain('https://x.com/');
      expect(exitCode).toBe(0);
      expect(x.posts.map(({ text }) => text)).toEqual([expect.stringContaining('Choisir son logement')]);
      expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT api.x.com:443']));
    } finally {
      await proxy.close();
    }
  });

  it('is not made where the certificate is of an authority that this machine does not trust', async () => {
    const proxy = await startProxy({ port });
    try {
      const sent = x.posts.length;
      const name = draft('untrusted', 'Le bruit, la distance, les charges : trois pièges');
      const { exitCode, said } = await run(['post', name, '--mode', 'api', '--yes'], proxy);
      expect(exitCode).toBe(75);
      expect(said).toMatch(/item 2 .*X cannot be reached.*DEPTH_ZERO_SELF_SIGNED_CERT/);
      expect(x.posts).toHaveLength(sent);
    } finally {
      await proxy.close();
    }
  });

  it('waits where the proxy answers 407 with a page, and names the proxy in one line', async () => {
    const proxy = await startProxy({ status: 407, body: '<html><h1>Sign in</h1></html>' });
    try {
      const sent = x.posts.length;
      const name = draft('refused', 'Visiter un appartement le soir change tout');
      const { exitCode, said } = await run(['post', name, '--mode', 'api', '--yes'], proxy);
      expect(exitCode).toBe(75);
      expect(said).toContain('HTTPS_PROXY');
      expect(said).toContain('407');
      expect(said).not.toContain('<html>');
      expect(x.posts).toHaveLength(sent);
    } finally {
      await proxy.close();
    }
  });
});
