import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { writeAccount } from '../cli/report/account.js';

const PROGRAM = new URL('../../bin/tweetspan.js', import.meta.url).pathname;
const DRAFT =
  'Comment choisir son logement : cinq points à vérifier avant de signer le bail https://example.org/guide #logement';
const SECRET = 'hunter2-is-no-draft';
const TIMEOUT = 60_000;

let folder = '';
let site: Server;
let address = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-mcp-'));
  mkdirSync(join(folder, 'drafts'));
  const cwd = join(folder, 'drafts');
  await writeAccount(join(folder, 'account.db'));
  writeFileSync(join(cwd, 'guide.md'), `${DRAFT}\n`);
  writeFileSync(join(folder, 'outside.md'), `${SECRET}\n`);
  writeFileSync(join(cwd, 'secrets.env'), `${SECRET}\n`);
  symlinkSync(join(folder, 'outside.md'), join(cwd, 'link.md'));
  execFileSync('mkfifo', [join(cwd, 'pipe.md')]);
  site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(
      '<html lang="en"><head><title>Ten leases compared</title></head><body><article><p>We read ten leases and found that 30 % of them ask for a deposit that the law does not allow.</p><p>Here is what each clause means, and what to ask before you sign.</p></article></body></html>',
    );
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
}, TIMEOUT);
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true });
});

const argv = (...more: string[]): string[] => [PROGRAM, 'mcp', '--db', join(folder, 'account.db'), ...more];
const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', TZ: 'Europe/Paris' };

/** A client of the SDK that has greeted a server of its own. */
async function connect(...more: string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: argv(...more),
      cwd: join(folder, 'drafts'),
      env,
      stderr: 'ignore',
    }),
  );
  return client;
}

interface Called {
  readonly isError?: boolean;
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly content: readonly { readonly text: string }[];
}

describe('an agent by the client of the SDK, which checks each answer against the schema of its tool', () => {
  let client: Client;
  beforeAll(async () => {
    client = await connect();
    await client.listTools();
  }, TIMEOUT);
  afterAll(() => client.close());

  const call = async (name: string, args: Record<string, unknown>): Promise<Called> =>
    (await client.callTool({ name, arguments: args })) as unknown as Called;

  test('is offered nine tools that only read, and learns that a person does the rest', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'lint',
      'rewrite',
      'variants',
      'read_page',
      'hours',
      'decay',
      'suggest',
      'plan',
      'queue_list',
    ]);
    for (const { annotations, description, outputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(description).toContain('a person does that in a terminal');
      expect(outputSchema?.type).toBe('object');
    }
    expect(client.getInstructions()).toContain('never instructions');
  });

  it.each([
    ['lint', { text: DRAFT }, 'lint'],
    ['lint', { file: 'guide.md', lang: 'fr' }, 'lint'],
    [
      'rewrite',
      { text: 'Nous avons le plaisir de vous annoncer notre guide du logement https://example.org/a' },
      'rewrite',
    ],
    ['variants', { text: DRAFT, count: 2 }, 'variants'],
    ['hours', { zone: 'Europe/Paris' }, 'hours'],
    ['decay', { sort: 'remaining', limit: 3 }, 'decay'],
    ['decay', { link: 'example.org/guide-logement' }, 'decay'],
    ['suggest', { limit: 2 }, 'suggest'],
    ['plan', { text: DRAFT, reposts: 1 }, 'plan'],
    ['queue_list', { all: true, limit: 5 }, 'queue'],
  ])(
    '%s %j gives its document',
    async (name, args, schema) => {
      const { structuredContent, content, isError } = await call(name, args);
      expect(isError ?? false, content[0]?.text).toBe(false);
      expect(structuredContent?.['schema']).toBe(`tweetspan/${schema}@1`);
      expect(JSON.parse(content[0]?.text ?? '')).toEqual(structuredContent);
    },
    TIMEOUT,
  );

  test(
    'a page becomes a draft, and the draft is judged',
    async () => {
      const { structuredContent } = await call('read_page', { url: address });
      expect(structuredContent?.['page']).toMatchObject({ title: 'Ten leases compared' });
      const judged = await call('lint', { text: String(structuredContent?.['draft']) });
      expect(judged.structuredContent?.['schema']).toBe('tweetspan/lint@1');
    },
    TIMEOUT,
  );

  test(
    'nothing that it calls changes the queue or leaves a file',
    async () => {
      const before = (await call('queue_list', { all: true })).structuredContent;
      await call('plan', { text: DRAFT, reposts: 2, mode: 'api' });
      await call('variants', { file: 'guide.md' });
      const after = (await call('queue_list', { all: true })).structuredContent;
      expect(after?.['items']).toEqual(before?.['items']);
      expect(readdirSync(join(folder, 'drafts')).toSorted()).toEqual(['guide.md', 'link.md', 'pipe.md', 'secrets.env']);
    },
    TIMEOUT,
  );

  it.each([
    '/dev/stdin',
    '/etc/passwd',
    '../outside.md',
    'link.md',
    'pipe.md',
    'secrets.env',
    'missing.md',
    '--fix.md',
  ])(
    'the file %s is refused, and nothing of it is quoted',
    async (file) => {
      const { isError, content } = await call('lint', { file });
      expect(isError).toBe(true);
      expect(content[0]?.text).toMatch(/^file: only \.md and \.txt files/);
      expect(JSON.stringify(content)).not.toContain(SECRET);
    },
    TIMEOUT,
  );

  it.each([
    ['lint', {}, 'exactly one'],
    ['lint', { text: DRAFT, file: 'guide.md' }, 'exactly one'],
    ['lint', { text: 5 }, 'text: '],
    ['lint', { text: DRAFT, fix: true }, 'fix: '],
    ['rewrite', { text: DRAFT, count: 99 }, 'count: '],
    ['read_page', { url: 'file:///etc/passwd' }, 'url: '],
    ['plan', { text: DRAFT, mode: 'now' }, 'mode: '],
    ['post', { text: DRAFT }, 'unknown tool'],
  ])('%s %j is an error of the protocol', async (name, args, message) => {
    await expect(call(name, args)).rejects.toThrow(message);
  });

  it.each([
    ['decay', { link: '--html=x.html' }],
    ['plan', { text: DRAFT, zone: '--yes' }],
    ['hours', { zone: 'Mars/Olympus' }],
    ['lint', { text: '---\nlink: [\n---\nA text' }],
    ['read_page', { url: 'http://127.0.0.1:9/' }],
  ])(
    '%s %j fails as a tool, in a line that says why',
    async (name, args) => {
      const { isError, content } = await call(name, args);
      expect(isError).toBe(true);
      expect(content.at(-1)?.text).toMatch(/^[^{}]+$/);
      expect(existsSync(join(folder, 'drafts', 'x.html'))).toBe(false);
    },
    TIMEOUT,
  );
});

test(
  'in French it speaks French',
  async () => {
    const client = await connect('--locale', 'fr');
    const { tools } = await client.listTools();
    expect(tools[0]?.title).toBe('Vérifier un brouillon');
    const { structuredContent } = (await client.callTool({ name: 'lint', arguments: { text: DRAFT } })) as Called &
      object;
    expect(JSON.stringify(structuredContent)).toMatch(/hashtag|mention|image/);
    await client.close();
  },
  TIMEOUT,
);

/** What the server answers to raw input, line by line; its input is closed behind it. */
function send(input: string | Uint8Array): Promise<{ lines: readonly unknown[]; stderr: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv(), { cwd: join(folder, 'drafts'), env });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      // Whatever is no line of JSON would break the client: parsing throws then.
      const lines = stdout.split('\n').filter((line) => line !== '');
      resolve({ lines: lines.map((line) => JSON.parse(line) as unknown), stderr, code });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const HELLO = `${JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
})}\n`;
const CALL = `${JSON.stringify({
  jsonrpc: '2.0',
  id: 2,
  method: 'tools/call',
  params: { name: 'lint', arguments: { text: DRAFT } },
})}\n`;

describe('a client that sends rubbish', () => {
  it.each<readonly [string, string | Uint8Array, number]>([
    ['no JSON', 'rubbish\n', -32700],
    ['bytes that are no UTF-8', Uint8Array.of(0xff, 0xfe, 0x00, 0x0a), -32700],
    ['JSON that is no message', '{"hello": "world"}\n', -32600],
    ['a list', '[1, 2, 3]\n', -32600],
  ])(
    'gets an error for %s, and the next call is answered',
    async (_, rubbish, code) => {
      const input = Buffer.concat([Buffer.from(rubbish), Buffer.from(HELLO + CALL)]);
      const { lines, stderr, code: exitCode } = await send(input);
      expect(lines).toContainEqual(
        expect.objectContaining({ id: null, error: expect.objectContaining({ code }) as unknown }),
      );
      expect(lines).toContainEqual(expect.objectContaining({ id: 2, result: expect.anything() as unknown }));
      expect(stderr).toMatch(/^tweetspan: unreadable message/);
      expect(exitCode).toBe(0);
    },
    TIMEOUT,
  );

  it('gets an error for an unknown method', async () => {
    const { lines } = await send(`${HELLO}{"jsonrpc":"2.0","id":7,"method":"tools/delete"}\n`);
    expect(lines).toContainEqual(
      expect.objectContaining({ id: 7, error: expect.objectContaining({ code: -32601 }) as unknown }),
    );
  }, 60_000);

  it('that goes away in the middle of a line ends the server quietly', async () => {
    const { lines, code } = await send(`${HELLO}{"jsonrpc":"2.0","id":3,"meth`);
    expect(lines).toHaveLength(1);
    expect(code).toBe(0);
  }, 60_000);

  it('that sends nothing ends it, too', async () => {
    expect(await send('')).toEqual({ lines: [], stderr: '', code: 0 });
  }, 60_000);

  it('gets an error for a line of megabytes, and the server ends', async () => {
    const { lines, stderr, code } = await send(`${HELLO}${'x'.repeat(5 * 1024 * 1024)}`);
    expect(lines.at(-1)).toMatchObject({ id: null, error: { code: -32600 } });
    expect(stderr).not.toMatch(/at .*\.(?:cjs|js|ts):/);
    expect(code).toBe(2);
  }, 60_000);
});
