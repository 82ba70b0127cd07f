import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from '#cli/page.js';
import { UserError } from '#cli/user-error.js';
import { parseDraft } from '../../src/index.js';
import { startProxy, type ProxyServer } from '../web/proxy-server.js';
import { runInProcess, worldOf } from './run.js';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PAGE = `<html lang="en"><title>The dome of the library</title><article><h1>The dome of the library</h1><p>${'The library has 240 panes in its dome. '.repeat(9)}</p></article></html>`;
const LOGIN = '<html lang="en"><title>Sign in</title><form><input name="user"><input type="password"></form></html>';

const site: RequestListener = ({ url }, answer) => {
  switch (url) {
    case '/page':
      return answer.writeHead(200, HTML).end(PAGE);
    case '/pdf':
      return answer.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7');
    case '/pdf-as-html':
      return answer.writeHead(200, HTML).end('%PDF-1.7\n%âãÏÓ');
    case '/login':
      return answer.writeHead(200, HTML).end(LOGIN);
    case '/to-login':
      return answer.writeHead(302, { location: '/login' }).end();
    case '/circle':
      return answer.writeHead(302, { location: '/circle' }).end();
    case '/inside':
      return answer.writeHead(302, { location: `${base}/page` }).end();
    case '/cut':
      answer.writeHead(200, { ...HTML, 'content-length': '9999' }).write(PAGE.slice(0, 100));
      return answer.destroy();
    case '/silent':
      return undefined;
    default:
      return answer.writeHead(404, HTML).end(PAGE);
  }
};

let folder = '';
let base = '';
let secureBase = '';
let proxy: ProxyServer;
let cwd = '';
const servers: (ReturnType<typeof createServer> | ReturnType<typeof createSecureServer>)[] = [];

async function listen(server: (typeof servers)[number]): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return ((server as Server).address() as AddressInfo).port;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-new-network-'));
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  execFileSync(
    'openssl',
    // prettier-ignore
    [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate,
    ],
    { stdio: 'ignore' },
  );
  const port = await listen(createServer(site));
  base = `http://127.0.0.1:${port}`;
  const secure = createSecureServer({ key: readFileSync(key), cert: readFileSync(certificate) }, site);
  secureBase = `https://127.0.0.1:${await listen(secure)}`;
  proxy = await startProxy({ port });
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await proxy.close();
  rmSync(folder, { recursive: true, force: true });
});
let calls = 0;
beforeEach(() => {
  cwd = join(folder, `call-${(calls += 1)}`);
  mkdirSync(cwd);
});

const run = (url: string, env: Readonly<Record<string, string>> = {}) => runInProcess({ argv: ['new', url], cwd, env });

describe('an address from which no page comes ends in one line, and nothing is written', () => {
  it.each([
    ['a page that is gone', () => `${base}/gone`, 'HTTP 404: check the URL', 2],
    ['a PDF', () => `${base}/pdf`, 'not a web page but application/pdf', 2],
    ['a PDF that calls itself a page', () => `${base}/pdf-as-html`, 'not a web page but a PDF', 2],
    ['a form to sign in', () => `${base}/login`, 'this page is a sign-in form', 2],
    ['a redirect to a form to sign in', () => `${base}/to-login`, 'this page is a sign-in form', 2],
    ['an endless redirect', () => `${base}/circle`, 'more than 5 redirects', 2],
    ['a certificate of its own', () => `${secureBase}/page`, 'cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT)', 2],
    ['an answer that breaks off', () => `${base}/cut`, 'the connection failed', 75],
    ['a port without a server', () => 'http://127.0.0.1:9/', 'connection refused (127.0.0.1:9)', 75],
    ['a host that does not exist', () => 'http://nothing.invalid/', 'no such host (nothing.invalid)', 75],
    ['another protocol', () => 'ftp://example.org/page', 'no such file', 2],
  ])('%s', async (_, url, message, exitCode) => {
    const outcome = await run(url());
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).toMatch(/^tweetspan: [^\n]+\n$/);
    expect({ ...outcome, stderr: '', files: readdirSync(cwd) }).toEqual({
      stdout: '',
      stderr: '',
      exitCode,
      files: [],
    });
  });

  it('a host that does not answer', async () => {
    const { shell } = worldOf({ argv: [], cwd });
    const opened = openPage(shell, `${base}/silent`, { timeout: 100 });
    const error = await opened.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(UserError);
    if (!(error instanceof UserError)) return;
    expect(error.toLine('en')).toMatch(/^no complete answer within 0\.1 s; [^\n]+$/);
    expect(error.exitCode).toBe(75);
  });
});

describe('through the proxy of the environment', () => {
  it('a page is read, its host being looked up by the proxy alone', async () => {
    const before = proxy.asked.length;
    const outcome = await run('http://pages.example.org/page', { HTTP_PROXY: proxy.url });
    expect(outcome).toEqual({ stdout: 'Wrote the-dome-of-the-library.md\n', stderr: '', exitCode: 0 });
    const draft = parseDraft(readFileSync(join(cwd, 'the-dome-of-the-library.md'), 'utf8'));
    expect(draft.link).toBe('http://pages.example.org/page');
    expect(proxy.asked.slice(before)).toEqual(['CONNECT pages.example.org:80']);
  });

  it('a public page does not lead into the own network', async () => {
    const outcome = await run('http://pages.example.org/inside', { HTTP_PROXY: proxy.url });
    expect(outcome.stderr).toMatch(/^tweetspan: [^\n]+: redirects into your own network \(127\.0\.0\.1:\d+\)[^\n]*\n$/);
    expect({ exitCode: outcome.exitCode, files: readdirSync(cwd) }).toEqual({ exitCode: 2, files: [] });
  });

  it('one that is not there, or refuses, is named without its password', async () => {
    const gone = await run('http://pages.example.org/page', { HTTP_PROXY: 'http://me:secret@127.0.0.1:9' });
    expect(gone.stderr).toMatch(/^tweetspan: [^\n]*HTTP_PROXY 127\.0\.0\.1:9[^\n]*\n$/);
    expect(gone.stderr).not.toContain('secret');
    expect({ exitCode: gone.exitCode, files: readdirSync(cwd) }).toEqual({ exitCode: 75, files: [] });
  });
});
