import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, historyFolder, type HistoryFolder } from './history-folder.js';

let world: HistoryFolder;
beforeAll(async () => {
  world = historyFolder();
  await world.call(['import', fixture('archive'), fixture('grailbird'), fixture('analytics-new')]);
  await world.call(['keywords', 'import', 'fixtures/keywords/trends.csv', 'fixtures/keywords/keyword-planner.csv']);
  await world.call(['contacts', 'opt-out', 'jamais_vue']);
});
afterAll(() => world.remove());

describe('JSON on standard output is what its schema in the package says', () => {
  it.each([
    ['import', ['import', fixture('')]],
    ['import', ['import', fixture('refused')]],
    ['import', ['import', fixture('tiny'), '--db', 'EMPTY']],
    ['links', ['links']],
    ['links', ['links', '-n', '1']],
    ['posts', ['posts', '-n', '0']],
    ['posts', ['posts', '--search', 'nothing']],
    ['contacts', ['contacts']],
    ['keywords', ['keywords']],
    ['keywords-import', ['keywords', 'import', 'fixtures/keywords/plain.csv', 'fixtures/keywords/refused-page.csv']],
  ])('%s: %j', async (name, argv) => {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    validate(await world.json(...argv.map((word) => (word === 'EMPTY' ? world.path('empty.db') : word))));
    expect(validate.errors).toBeNull();
  });
});

describe('an exported history', () => {
  it.each([
    ['jsonl', true],
    ['csv', false],
  ])('as %s is the same when it is imported', async (format, isWhole) => {
    const file = world.path(`history.${format}`);
    expect(await world.call(['export', '--format', format, '-o', file])).toEqual({
      stdout: '',
      stderr: '',
      exitCode: 0,
    });
    const other = { env: { TWEETSPAN_DB: world.path(`${format}.db`) } };
    expect(await world.call(['import', file], other)).toMatchObject({ exitCode: 0 });
    const lists = [['posts'], ...(isWhole ? [['links'], ['contacts'], ['keywords']] : [])];
    for (const list of lists) {
      const argv = [...list, '-n', '0', '--format', 'json'];
      const { stdout } = await world.call(argv, other);
      // That a post is gone, and counts for no link, follows from the records of imports, which a table has no room for.
      const known = (text: string): string => (isWhole ? text : text.replaceAll('"gone": true', '"gone": false'));
      expect(stdout).toBe(known((await world.call(argv)).stdout));
    }
  });

  it('is the same on standard output and in a file, which is replaced whole', async () => {
    const file = world.put('old.jsonl', 'what was there before');
    await world.call(['export', '--output', file]);
    const { stdout } = await world.call(['export']);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });
});

describe('figures that are listed as CSV', () => {
  it('can be imported again', async () => {
    const { stdout } = await world.call(['keywords', 'list', '--format', 'csv', '-n', '0']);
    const other = { env: { TWEETSPAN_DB: world.path('again.db') } };
    const { exitCode } = await world.call(['keywords', 'import', world.put('figures.csv', stdout)], other);
    expect(exitCode).toBe(0);
  });
});
