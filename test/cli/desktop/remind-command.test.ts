import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '#cli/desktop/child-process.js';

const COMMANDS = [...readFileSync('docs/queue.md', 'utf8').matchAll(/^```json\n(\{\s+"remind":[\s\S]*?)```$/gm)].map(
  ([, json = '']) => (JSON.parse(json) as { remind: { command: string } }).remind.command,
);
const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;
const hasTools = has('jq') && has('curl');

const REMINDER = JSON.stringify({
  schema: 'tweetspan/reminder@1',
  item: { id: 12, text: 'L’été "arrive" $(id)\nhttps://example.org/a' },
  intent: 'https://x.com/intent/tweet?text=a',
});

let folder: string;
let server: Server;
let received: string[];
beforeAll(async () => {
  received = [];
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-remind-'));
  writeFileSync(join(folder, 'mail'), `#!/bin/sh\n{ echo "$*"; cat; } > '${folder}/sent'\n`);
  chmodSync(join(folder, 'mail'), 0o755);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      received.push(`${request.method} ${request.url} ${body}`);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

/** Runs an example with its hosts replaced by this machine. */
async function run(command: string | undefined): Promise<number | null> {
  const { port } = server.address() as AddressInfo;
  const here = (command ?? '').replace(/https:\/\/\w+\.example\.org/, `http://127.0.0.1:${port}`);
  const { code } = await runTool('sh', ['-c', `PATH='${folder}':"$PATH"; ${here}`], { stdin: REMINDER });
  return code;
}

describe.skipIf(!hasTools)('the examples of remind.command in docs/queue.md', () => {
  it('are three', () => {
    expect(COMMANDS).toHaveLength(3);
  });

  it('send mail', async () => {
    expect(await run(COMMANDS[0])).toBe(0);
    expect(readFileSync(join(folder, 'sent'), 'utf8')).toBe(
      '-s Time to post me@example.org\nL’été "arrive" $(id)\nhttps://example.org/a\nhttps://x.com/intent/tweet?text=a\n',
    );
  });

  it('call a chat', async () => {
    expect(await run(COMMANDS[1])).toBe(0);
    const [, body = ''] = /^POST \/hooks\/KEY ([\s\S]*)$/.exec(received.at(-1) ?? '') ?? [];
    expect(JSON.parse(body)).toEqual({ text: 'L’été "arrive" $(id)\nhttps://example.org/a' });
  });

  it('ring a phone', async () => {
    expect(await run(COMMANDS[2])).toBe(0);
    expect(received.at(-1)).toBe('POST /TOPIC L’été "arrive" $(id)\nhttps://example.org/a\n');
  });

  it('do not count where nobody takes it', async () => {
    expect(await run('curl -sf --json @- http://127.0.0.1:9/')).not.toBe(0);
  });
});
