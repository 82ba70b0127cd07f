import { createServer, type Server } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/index.js';
import { runInProcess, type Outcome } from './run.js';

const PAGES = resolve('fixtures/pages');
const OPENINGS = JSON.parse(readFileSync(join(PAGES, 'openings.json'), 'utf8')) as Record<string, string>;
let cwd = '';
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), 'tweetspan-new-'))));
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const run = (...argv: readonly string[]): Promise<Outcome> => runInProcess({ argv: ['new', ...argv], cwd });
const files = (): readonly string[] => readdirSync(cwd).sort();

it.each(readdirSync(PAGES).filter((name) => name.endsWith('.html')))(
  '%s gives a draft that is read again',
  async (name) => {
    const { exitCode, stdout } = await run(join(PAGES, name), '--output', 'draft.md');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Wrote draft.md\n' });
    const draft = parseDraft(readFileSync(join(cwd, 'draft.md'), 'utf8'));
    const expected = (
      JSON.parse(readFileSync(join(PAGES, 'expected.json'), 'utf8')) as Record<string, { page: object }>
    )[name];
    expect(draft.page).toEqual(expected?.page);
    expect(draft.text.split(/ (?:https?:|#)/)[0]?.replaceAll("'", '’')).toBe(OPENINGS[name]);
  },
);

it('never overwrites a file', async () => {
  writeFileSync(join(cwd, 'a.md'), 'mine');
  const { exitCode, stderr } = await run(join(PAGES, 'ghost-month-end.html'), '--output', 'a.md');
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: 'tweetspan: a.md exists and is not overwritten; choose another name with --output\n',
  });
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('mine');
});

describe('what is no page ends in one line, and nothing is written', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n…', 'not a web page but a PDF'],
    ['a login form', '<title>Sign in</title><form><input type="password"></form>', 'this page is a sign-in form'],
    ['an empty file', '', 'no title and no text'],
    ['a page made by scripts', '<body><div id="app"></div><script>render()</script>', 'no title and no text'],
  ])('%s', async (_, content, message) => {
    writeFileSync(join(cwd, 'x.html'), content);
    const { exitCode, stderr, stdout } = await run('x.html');
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(message);
    expect({ exitCode, stdout, files: files() }).toEqual({ exitCode: 2, stdout: '', files: ['x.html'] });
  });

  it.each([
    ['a file that is missing', 'missing.html', 'missing.html: no such file; check the name, or write the URL'],
    ['a URL without its scheme', 'example.org/guide', 'write the URL with its https://'],
    ['a URL without a host', 'http://', 'http://: not a URL; write it as https://example.org/guide'],
    ['a folder', '.', '.: this is a folder; name the saved page in it'],
    ['a device', '/dev/zero', 'not a regular file; name a saved page'],
    ['no name', '', 'name a page, or a feed with --feed'],
  ])('%s', async (_, page, message) => {
    const { exitCode, stderr, stdout } = await run(page);
    expect(stderr).toMatch(/^tweetspan: [^\n]+\n$/);
    expect(stderr).toContain(message);
    expect({ exitCode, stdout, files: files() }).toEqual({ exitCode: 2, stdout: '', files: [] });
  });

  it('a file where the folder of a feed should be', async () => {
    writeFileSync(join(cwd, 'a.md'), 'mine');
    const { exitCode, stderr } = await run('--feed', join(PAGES, '../feeds/journal.xml'), '--output', 'a.md');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'tweetspan: a.md is a file; with --feed, --output names a folder\n',
    });
  });
});

describe('from our own server', () => {
  let server: Server;
  let base = '';
  const page = (title: string): string =>
    `<html lang="en"><title>${title}</title><meta name="robots" content="noindex"><article><h1>${title}</h1><p>${'The library has 240 panes in its dome. '.repeat(9)}</p></article></html>`;
  beforeAll(async () => {
    server = createServer(({ url }, answer) => {
      const found: Readonly<Record<string, readonly [string, string]>> = {
        '/one': ['text/html', page('The first page of them')],
        '/two': ['text/html', page('The second page of them')],
        '/feed': [
          'application/rss+xml',
          `<rss version="2.0"><channel>${['one', 'gone', 'two'].map((name) => `<item><title>${name} entry</title><link>${base}/${name}</link><guid>${name}</guid></item>`).join('')}</channel></rss>`,
        ],
      };
      const [type, body] = found[url ?? ''] ?? ['', ''];
      if (body === '') answer.writeHead(404).end();
      else answer.writeHead(200, { 'content-type': type }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  it('a page is fetched, and what it asks of robots is said', async () => {
    const { exitCode, stdout, stderr } = await run(`${base}/one`);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: 'Wrote the-first-page-of-them.md\n',
      stderr: 'tweetspan: the-first-page-of-them.md: the page asks robots not to use it (noindex)\n',
    });
    expect(parseDraft(readFileSync(join(cwd, 'the-first-page-of-them.md'), 'utf8')).link).toBe(`${base}/one`);
  });

  it('a feed gives a draft for each entry once; a page that is gone is tried again', async () => {
    const first = await run('--feed', `${base}/feed`, '--format', 'json');
    expect(JSON.parse(first.stdout)).toMatchObject({
      schema: 'tweetspan/new@1',
      drafts: [{ file: 'the-first-page-of-them.md' }, { file: 'the-second-page-of-them.md' }],
      known: 0,
      failed: [{ link: `${base}/gone`, code: 'status' }],
    });
    expect(first.exitCode).toBe(1);
    rmSync(join(cwd, 'the-first-page-of-them.md'));
    const second = await run('--feed', `${base}/feed`);
    expect(second.stdout).toBe('0 new drafts, 2 entries drafted before\n');
    expect(files()).toEqual(['.tweetspan-feeds.json', 'the-second-page-of-them.md']);
  });

  it('with --no-pages the entries alone are enough', async () => {
    const { exitCode } = await run('--feed', `${base}/feed`, '--no-pages', '--quiet');
    expect({ exitCode, files: files() }).toEqual({
      exitCode: 0,
      files: ['.tweetspan-feeds.json', 'gone-entry.md', 'one-entry.md', 'two-entry.md'],
    });
  });

  it('a page is no feed', async () => {
    const { exitCode, stderr } = await run('--feed', `${base}/one`);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `tweetspan: ${base}/one: not a feed (RSS, Atom or JSON Feed); check the URL, sites name it under "feed" or "RSS"\n`,
    });
  });

  it('a damaged memory is never written over', async () => {
    writeFileSync(join(cwd, '.tweetspan-feeds.json'), '{"feeds":');
    const { exitCode } = await run('--feed', `${base}/feed`);
    expect({ exitCode, text: readFileSync(join(cwd, '.tweetspan-feeds.json'), 'utf8') }).toEqual({
      exitCode: 2,
      text: '{"feeds":',
    });
  });
});
