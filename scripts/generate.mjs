// Writes the generated files anew: `npm run generate`.
import { writeFileSync } from 'node:fs';
import { loadTypeScript } from './run-typescript.mjs';

const { generatedFiles } = await loadTypeScript('scripts/generated-files.ts');
for (const [path, content] of await generatedFiles()) {
  writeFileSync(path, content);
  process.stdout.write(`${path}\n`);
}
