// `node scripts/dictionary/write.mjs FOLDER`: writes the word list of each language. Its lists are kept in
// node_modules/.cache by the versions of the dictionaries: making them takes seconds.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { packageFolder, readForms } from './forms.mjs';
import { buildGraph } from './graph.mjs';
import { DICTIONARIES } from './packages.mjs';

const [folder] = process.argv.slice(2);
const cache = 'node_modules/.cache/tweetspan';
mkdirSync(cache, { recursive: true });
const code = ['forms', 'graph'].map((name) => readFileSync(`scripts/dictionary/${name}.mjs`, 'utf8')).join('');
for (const [language, packages] of Object.entries(DICTIONARIES)) {
  const folders = packages.map(packageFolder);
  const versions = folders.map((each) => readFileSync(join(each, 'package.json'), 'utf8')).join('');
  const key = createHash('sha256')
    .update(code + versions)
    .digest('hex')
    .slice(0, 16);
  const kept = join(cache, `${language}-${key}.words`);
  if (!existsSync(kept)) writeFileSync(kept, buildGraph(readForms(folders, language)));
  copyFileSync(kept, join(folder, `${language}.words`));
}
