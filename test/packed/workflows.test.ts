import { readdirSync, readFileSync } from 'node:fs';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { expect, it } from 'vitest';

const FOLDER = '.github/workflows';
const files = readdirSync(FOLDER);

it.each(files)('%s is a workflow, as the parser of GitHub reads it', (name) => {
  const content = readFileSync(`${FOLDER}/${name}`, 'utf8');
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
});

it('a workflow with a wrong key is refused', () => {
  const content = 'on: push\njobs:\n  a:\n    runs_on: ubuntu-latest\n    steps: []\n';
  const { context } = parseWorkflow({ name: 'wrong.yml', content }, new NoOperationTraceWriter());
  expect(context.errors.getErrors()).not.toEqual([]);
});

it('there is one for each place where the program runs', () => {
  expect(files.sort()).toEqual(['action.yml', 'ci.yml', 'image.yml', 'macos.yml', 'windows.yml']);
});

it.each(files)('%s runs npm scripts that exist', (name) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Record<string, string> };
  const called = [...readFileSync(`${FOLDER}/${name}`, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(
    ([, script]) => script,
  );
  for (const script of called) expect(Object.keys(scripts)).toContain(script);
});
