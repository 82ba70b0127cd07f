import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedFiles } from '../scripts/generated-files.js';

it.each([...(await generatedFiles())])('%s says what the code says; else run: npm run generate', (path, content) => {
  expect(readFileSync(path, 'utf8')).toBe(content);
});

it('the manual page has orders of its own only, whatever the sentences of the program begin with', () => {
  const orders = readFileSync('man/tweetspan.1', 'utf8').match(/^\.\w*/gm) ?? [];
  expect([...new Set(orders)].toSorted()).toEqual(['.B', '.BR', '.I', '.SH', '.SS', '.TH', '.TP', '.fi', '.nf']);
  expect(orders.filter((order) => order === '.SS').length).toBeGreaterThan(50);
});
