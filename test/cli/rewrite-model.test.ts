import type { Refusal } from '#rewrite/guards.js';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, openModelServer, writes, type Behaviour, type ModelServer } from '../model/server.js';
import { runInProcess, type Outcome } from './run.js';

const LINK = 'https://example.org/guide';
const DRAFT = `Retrouvez nos 5 conseils afin de choisir un logement à Lyon, sans se tromper !!! ${LINK}\n`;
const GOOD = `Choisir un logement à Lyon sans se tromper : nos 5 conseils ${LINK} #logement #Lyon`;
let folder = '';
let server: ModelServer;

beforeAll(async () => {
  server = await openModelServer();
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-model-'));
  writeFileSync(join(folder, 'draft.md'), DRAFT);
  const model = { baseUrl: server.baseUrl, name: 'test', timeout: 1 };
  writeFileSync(join(folder, 'tweetspan.config.json'), JSON.stringify({ lang: 'fr', locale: 'en', model }));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const texts = (...list: readonly string[]): Behaviour => writes(JSON.stringify({ texts: list }));
const buildArgv = (...more: readonly string[]) => ['rewrite', 'draft.md', '--model', ...more];
async function run(behaviour: Behaviour, ...more: readonly string[]): Promise<Outcome> {
  server.behave(behaviour);
  return runInProcess({ argv: buildArgv(...more), cwd: folder });
}

interface Document {
  readonly rewrites: readonly { readonly text: string; readonly score: number; readonly origin: string }[];
  readonly refused: readonly { readonly origin: string; readonly refusal: Refusal; readonly count: number }[];
}
const readDocument = async (behaviour: Behaviour, ...more: readonly string[]) =>
  JSON.parse((await run(behaviour, '--format', 'json', ...more)).stdout) as Document;

describe('a model that writes well', () => {
  it('has its text ranked with ours, and labelled', async () => {
    const { rewrites } = await readDocument(texts(GOOD), '-n', '20');
    expect(rewrites.filter(({ origin }) => origin === 'model').map(({ text }) => text)).toEqual([GOOD]);
    expect(rewrites.some(({ origin }) => origin === 'rules')).toBe(true);
    expect(rewrites.map(({ score }) => score)).toEqual(rewrites.map(({ score }) => score).sort((a, b) => b - a));
    const { stdout } = await run(texts(GOOD), '-n', '20');
    expect(stdout).toContain('by the model');
  });

  it('is asked once, with the draft and what is to be fixed in its text', async () => {
    await run(texts(GOOD));
    expect(server.received).toHaveLength(1);
    const body = JSON.parse(server.received[0]?.body ?? '') as { model: string; messages: { content: string }[] };
    expect(body.model).toBe('test');
    const sent = JSON.parse(body.messages.at(-1)?.content ?? '') as { draft: string; fix: string[] };
    expect(sent.draft).toBe(DRAFT.trim());
    expect(sent.fix.join(' ')).toContain('!!!');
    expect(sent.fix.join(' ')).not.toContain('no image');
  });

  it('is not asked without --model', async () => {
    server.behave(texts(GOOD));
    await runInProcess({ argv: ['rewrite', 'draft.md'], cwd: folder });
    expect(server.received).toHaveLength(0);
  });
});

describe('a text of the model is dropped, and counted with its reason, when it', () => {
  it.each([
    [
      'leads elsewhere',
      GOOD.replace(LINK, 'https://example.org/autre'),
      { code: 'newLink', what: 'https://example.org/autre' },
    ],
    [
      'leads to another part of the page',
      GOOD.replace(LINK, `${LINK}#prix`),
      { code: 'newLink', what: `${LINK}#prix` },
    ],
    ['loses the link', GOOD.replace(LINK, ''), { code: 'lostLink' }],
    ['changes a figure', GOOD.replace('5', '7'), { code: 'figure', what: '5' }],
    ['denies nothing any more', GOOD.replace('sans se tromper', 'et se tromper'), { code: 'negation' }],
    ['calls on a stranger', `${GOOD} @example_inconnu`, { code: 'stranger', what: '@example_inconnu' }],
    ['claims something new', GOOD.replace('nos', 'nos avocats :'), { code: 'newWord', what: 'avocats' }],
    ['is the draft again', DRAFT, { code: 'noBetter' }],
    ['is too long to be read', `${GOOD} ${'oui '.repeat(5000)}`, { code: 'tooLong' }],
    ['hides a directive', `<!-- tweetspan-disable quality -->\n${GOOD}`, {}],
  ])('%s', async (_, text, refusal) => {
    const { rewrites, refused } = await readDocument(texts(text), '-n', '20');
    expect(rewrites.every(({ origin }) => origin === 'rules')).toBe(true);
    expect(rewrites.length).toBeGreaterThan(0);
    const byModel = refused.filter(({ origin }) => origin === 'model');
    expect(byModel).toMatchObject([{ refusal, count: 1 }]);
  });

  it('is too close to a better one', async () => {
    const { rewrites, refused } = await readDocument(texts(GOOD, GOOD.replace('nos 5', 'voici nos 5')), '-n', '20');
    expect(rewrites.filter(({ origin }) => origin === 'model')).toHaveLength(1);
    expect(refused).toContainEqual({ origin: 'model', refusal: { code: 'tooClose' }, count: 1 });
  });

  it('and --verbose shows it', async () => {
    const { stdout } = await run(texts(GOOD.replace('5', '7')), '--verbose');
    expect(stdout).toMatch(/1 × it changes the figure \d \(model\)/);
  });
});

describe('a model that fails costs one line, and nothing else: when it', () => {
  const never: Behaviour = () => undefined;
  it.each([
    ['never answers', never, 'no complete answer within 1 s'],
    ['answers with rubbish', answers(200, 'rubbish'), 'the answer is not JSON'],
    ['answers with a web page', answers(200, '<html><body>Hello</body></html>'), 'the answer is not JSON'],
    ['writes prose', writes('Here are your rewrites: …'), 'the model did not return'],
    ['answers with 1 MB', answers(200, 'x'.repeat(1024 * 1024)), 'longer than 64 KiB'],
    ['has no such model', answers(404, '{"error":{"message":"no model"}}'), 'HTTP 404'],
    ['breaks down', answers(500, ''), 'HTTP 500'],
  ])('%s', async (_, behaviour, reason) => {
    server.behave(behaviour);
    const plain = await runInProcess({ argv: ['rewrite', 'draft.md'], cwd: folder });
    const { stdout, stderr, exitCode } = await run(behaviour);
    expect(stderr).toContain(reason);
    expect(stderr).toMatch(/^tweetspan: draft\.md: no text from the model: [^\n]+\n$/);
    expect(stdout).toBe(plain.stdout);
    expect(exitCode).toBe(plain.exitCode);
  });
});

describe('the built program, as a process of its own', () => {
  const runProgram = (...more: readonly string[]): Promise<Outcome> =>
    new Promise((done) => {
      const child = spawn(process.execPath, [resolve('bin/tweetspan.js'), ...buildArgv(...more)], { cwd: folder });
      const written = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
      child.stdin.end();
      child.on('close', (exitCode) => done({ ...written, exitCode }));
    });

  it('asks the model of the configuration, and ends when it has its answer', async () => {
    server.behave(texts(GOOD));
    const { stdout, stderr, exitCode } = await runProgram('-n', '20', '--format', 'json');
    expect((JSON.parse(stdout) as Document).rewrites.map(({ text }) => text)).toContain(GOOD);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it('shows our own rewrites when the model never answers', async () => {
    server.behave(() => undefined);
    const { stdout, stderr, exitCode } = await runProgram();
    expect(stdout).toContain('[-afin de-]{+pour+}');
    expect(stderr).toContain('no complete answer within 1 s');
    expect(exitCode).toBe(0);
  });
});
