import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onQueue, QUEUES } from './queue-fixture.js';
import { runInProcess } from './run.js';
import { NOW } from './timing-history.js';

const DRAFTS = 'fixtures/worlds/queues';
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-queue-documents-'));
  for (const [name, fill] of Object.entries(QUEUES)) await onQueue(join(folder, name), fill);
  copyFileSync(join(folder, 'queue.db'), join(folder, 'changed.db'));
  for (const draft of ['guide.md', 'loyers.md']) copyFileSync(`${DRAFTS}/${draft}`, join(folder, draft));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const items = Array.from({ length: 9 }, (_, index) => String(index + 1));

describe('JSON on standard output is what its schema in the package says', () => {
  it.each<[string, string[]]>([
    ['queue', ['queue', '--db', 'queue.db', '--all']],
    ['queue', ['queue', 'list', '--db', 'running.db', '-n', '1', '--locale', 'fr']],
    ['queue', ['queue', '--db', 'stopped.db']],
    ['queue', ['queue', '--db', 'empty.db']],
    ...items.map((id): [string, string[]] => ['queue-item', ['queue', 'show', id, '--db', 'queue.db']]),
    ['queue-log', ['queue', 'log', '--db', 'stopped.db', '-n', '0']],
    ['queue-log', ['queue', 'log', '--db', 'queue.db', '--item', '5', '-n', '2', '--locale', 'fr']],
    ['queue-change', ['queue', 'cancel', '1', '7', '--db', 'changed.db']],
    ['queue-change', ['queue', 'move', '2', '+1d', '--db', 'changed.db', '--locale', 'fr']],
    ['queue-pause', ['queue', 'pause', '--db', 'changed.db']],
    ['queue-pause', ['queue', 'resume', '--db', 'changed.db']],
    ['record', ['record', 'https://x.com/example/status/2028430000000000000', '--item', '3', '--db', 'changed.db']],
    ['run', ['run', '--once', '--log', 'json', '--db', 'changed.db']],
    ['logout', ['logout']],
    ['budget', ['budget', '--db', 'running.db']],
    ['budget', ['budget', '--db', 'empty.db', '--day', '0', '--month', '0']],
    ['plan', ['schedule', 'guide.md', '--db', 'planned.db', '--yes', '--mode', 'api']],
    ['plan', ['schedule', 'loyers.md', '--db', 'planned.db', '--yes', '--locale', 'fr']],
    ['plan', ['schedule', 'loyers.md', '--dry-run', '--mode', 'api']],
  ])('%s: %j', async (name, argv) => {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    const env = { TZ: 'Europe/Paris', HOME: folder };
    const { stdout } = await runInProcess({ argv: [...argv, '--format', 'json'], cwd: folder, now: NOW, env });
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
  });
});
