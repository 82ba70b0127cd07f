import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCustody } from '#cli/queue/custody.js';
import { createMemoryStore } from '../../queue/memory-store.js';
import { worldOf } from '../run.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-custody-'));
  writeFileSync(join(folder, 'queue.db'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (queue = createMemoryStore()) => {
  const { shell } = worldOf({ argv: [], cwd: folder, env: { HOME: folder } });
  return { queue, custody: openCustody(shell, { file: join(folder, 'queue.db'), queue }) };
};
const kept = (): readonly string[] => {
  const queues = join(folder, '.local/state/tweetspan/queues');
  return existsSync(queues) ? readdirSync(queues) : [];
};

describe('a queue that is new', () => {
  it('is known to this machine before it gets its name: a process that ends in between leaves it startable', async () => {
    const queue = createMemoryStore();
    let known: readonly string[] = [];
    const ending = {
      ...queue,
      setFact: async () => {
        known = kept();
        throw new Error('the process ends here');
      },
    };
    await expect(open(ending).custody).rejects.toThrow('the process ends here');
    expect(known).toHaveLength(1);
    const custody = await open(queue).custody;
    expect(await custody.check()).toBeUndefined();
    expect(await queue.fact('identity')).not.toBe('');
  });

  it('is known from then on', async () => {
    const { queue, custody } = open();
    await custody;
    expect(await (await open(queue).custody).check()).toBeUndefined();
    expect(kept()).toHaveLength(1);
  });
});
