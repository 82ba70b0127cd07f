import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeExperiment } from './experiment-fixture.js';
import { runInProcess } from './run.js';
import { linkHistory, NOW, postsWithHours, writeHistory } from './timing-history.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-timing-documents-'));
  await writeHistory(join(folder, 'links.db'), linkHistory());
  await writeHistory(
    join(folder, 'evenings.db'),
    postsWithHours(400, (hour) => (hour >= 18 ? 0.7 : 0)),
  );
  await writeHistory(join(folder, 'none.db'), []);
  await writeExperiment(join(folder, 'experiment.db'), 12, { planned: [11] });
});
afterAll(() => rmSync(folder, { recursive: true }));

const DRAFT = 'fixtures/drafts/fr-townhall-middling.md';

describe('JSON on standard output is what its schema in the package says', () => {
  it.each([
    ['hours', ['hours', '--db', 'evenings.db']],
    ['hours', ['hours', '--db', 'links.db', '--locale', 'fr']],
    ['hours', ['hours', '--db', 'none.db']],
    ['decay', ['decay', '--db', 'links.db']],
    ['decay', ['decay', 'guide', '--db', 'links.db', '--locale', 'fr']],
    ['decay', ['decay', '--db', 'none.db']],
    ['plan', ['schedule', DRAFT, '--dry-run', '--db', 'links.db']],
    ['plan', ['schedule', DRAFT, '--dry-run', '--db', 'evenings.db', '--reposts', '9', '--locale', 'fr']],
    [
      'plans',
      ['schedule', DRAFT, 'fixtures/worlds/queues/charges.md', '--dry-run', '--mode', 'api', '--db', 'evenings.db'],
    ],
    ['plan', ['schedule', DRAFT, '--experiment', '--dry-run', '--db', 'evenings.db']],
    ['experiment', ['hours', '--experiment', '--db', 'experiment.db']],
    ['experiment', ['hours', '--experiment', '--db', 'none.db', '--locale', 'fr']],
    ['audit', ['audit', '--db', 'evenings.db']],
    ['audit', ['audit', '--db', 'none.db', '--locale', 'fr']],
  ])('%s: %j', async (name, [command = '', ...argv]) => {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    const inFolder = argv.map((word) => (word.endsWith('.db') ? join(folder, word) : word));
    const env = { TZ: 'Europe/Paris' };
    const { stdout } = await runInProcess({ argv: [command, ...inFolder, '--format', 'json'], now: NOW, env });
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
  });
});

describe('the same call gives the same figures', () => {
  it.each(['hours', 'decay', 'audit'])('%s', async (command) => {
    const argv = [command, '--db', join(folder, 'links.db')];
    const first = await runInProcess({ argv: [...argv, '--json'], now: NOW });
    const second = await runInProcess({ argv: [...argv, '--format', 'json'], now: NOW });
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).toContain(`"schema": "tweetspan/${command}@1"`);
  });
});
