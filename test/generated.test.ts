import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedFiles } from '../scripts/generated-files.js';

it.each([...(await generatedFiles())])('%s says what the code says; else run: npm run generate', (path, content) => {
  expect(readFileSync(path, 'utf8')).toBe(content);
});
